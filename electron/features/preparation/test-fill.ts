import { PDFDocument, PDFDropdown, PDFTextField } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What is filled in, by the name of the field: for a choice its value, as in `3`. */
export type Filling = ReadonlyMap<string, string>;

/** Fills a sheet in as Firefox does, and saves it. */
export async function fillByPdfJs(sheet: Uint8Array, filling: Filling): Promise<Buffer> {
  const document = await getDocument({ data: new Uint8Array(sheet), verbosity: 0 }).promise;
  const fields = (await document.getFieldObjects()) as Record<string, { id: string }[]>;
  for (const [name, value] of filling) {
    const id = fields[name]?.[0]?.id;
    if (!id) throw new Error(`the sheet has no field ${name}`);
    document.annotationStorage.setValue(id, { value });
  }
  const saved = await document.saveDocument();
  await document.loadingTask.destroy();
  return Buffer.from(saved);
}

/** Fills a sheet in with a library that writes the whole file anew, and a choice by its words. */
export async function fillByPdfLib(sheet: Uint8Array, filling: Filling): Promise<Buffer> {
  const document = await PDFDocument.load(sheet);
  const form = document.getForm();
  for (const [name, value] of filling) {
    const field = form.getField(name);
    if (field instanceof PDFTextField) field.setText(value);
    else if (field instanceof PDFDropdown) {
      const words = field.getOptions().find((option) => option === value || option.startsWith(`${value}  `));
      field.select(words ?? value);
    }
  }
  return Buffer.from(await document.save());
}
