import { PDF } from '@libpdf/core';

/** A certificate of one line. */
export async function onePage(text: string): Promise<Buffer> {
  const pdf = PDF.create();
  const page = pdf.addPage();
  page.drawText(text, { x: 72, y: 720, size: 14 });
  return Buffer.from(await pdf.save());
}
