import { z } from 'zod';

/** Two megabytes of code that a start need not wait for. */
const library = () => import('@libpdf/core');

/** Name of the data a PDF carries with it, as shown in the attachment list of a PDF reader. */
const dataName = 'spind.json';

const carried = z.object({
  format: z.literal('spind-document'),
  documentId: z.string(),
  snapshotSha256: z.string(),
});

/** What a document's PDF says of itself, beside its pages. */
export type PdfDress = {
  documentId: string;
  snapshotSha256: string;
  title: string;
  language: 'da' | 'en';
  createdAt: Date;
  /** Everything the pages show, so the PDF can be read by a program too. */
  content: unknown;
  signatures: unknown;
};

/** Puts title, language and the document's own data into a printed PDF. Tags, outline and fonts stay. */
export async function dressPdf(printed: Uint8Array, dress: PdfDress): Promise<Buffer> {
  const { PDF } = await library();
  const pdf = await PDF.load(printed);
  pdf.setTitle(dress.title, { showInWindowTitleBar: true });
  pdf.setLanguage(dress.language === 'da' ? 'da-DK' : 'en-GB');
  pdf.setProducer('Spind');
  pdf.setCreator('Spind');
  pdf.setCreationDate(dress.createdAt);
  pdf.setModificationDate(dress.createdAt);
  const { documentId, snapshotSha256, content, signatures } = dress;
  const data = { format: 'spind-document', documentId, snapshotSha256, content, signatures };
  await pdf.attachments.add(dataName, new TextEncoder().encode(JSON.stringify(data, null, 1)), {
    mimeType: 'application/json',
    description: 'Spind',
    createdAt: dress.createdAt,
    modifiedAt: dress.createdAt,
  });
  return Buffer.from(await pdf.save());
}

/** Which document a PDF says it is; null when it is not one of ours or cannot be read. */
export async function claimOf(
  bytes: Uint8Array,
): Promise<{ documentId: string; snapshotSha256: string } | null> {
  try {
    const { PDF } = await library();
    const pdf = await PDF.load(bytes);
    const data = await pdf.attachments.get(dataName);
    return data ? carried.parse(JSON.parse(new TextDecoder().decode(data))) : null;
  } catch {
    return null;
  }
}
