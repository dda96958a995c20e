import type { PDF } from '@libpdf/core';
import type { Language } from '@shared/domain/text';

/** Name of the data a PDF of ours carries with it, as shown in the attachment list of a PDF reader. */
export const dataName = 'spind.json';

export type PdfDress = {
  readonly title: string;
  readonly language: Language;
  readonly createdAt: Date;
  /** Goes along as a file inside the PDF, so that a program can read it too. */
  readonly data: unknown;
};

/** The PDF as a file with its title, its language and its own data. Pages, tags, outline and fonts stay. */
export async function dressPdf(pdf: PDF, { title, language, createdAt, data }: PdfDress): Promise<Buffer> {
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage(language === 'da' ? 'da-DK' : 'en-GB');
  pdf.setProducer('Spind');
  pdf.setCreator('Spind');
  pdf.setCreationDate(createdAt);
  pdf.setModificationDate(createdAt);
  await pdf.attachments.add(dataName, new TextEncoder().encode(JSON.stringify(data, null, 1)), {
    mimeType: 'application/json',
    description: 'Spind',
    createdAt,
    modifiedAt: createdAt,
  });
  return Buffer.from(await pdf.save());
}
