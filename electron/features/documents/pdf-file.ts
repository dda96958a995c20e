import { z } from 'zod';
import { dataName, dressPdf, type PdfDress } from '../dress-pdf';

/** Two megabytes of code that a start need not wait for. */
const library = () => import('@libpdf/core');

const carried = z.object({
  format: z.literal('spind-document'),
  documentId: z.string(),
  snapshotSha256: z.string(),
});

/** What a document's PDF says of itself, beside its pages. */
type DocumentDress = Omit<PdfDress, 'data'> & {
  documentId: string;
  snapshotSha256: string;
  /** Everything the pages show, so the PDF can be read by a program too. */
  content: unknown;
  signatures: unknown;
};

/** Puts title, language and the document's own data into a printed PDF. Tags, outline and fonts stay. */
export async function dressDocument(printed: Uint8Array, dress: DocumentDress): Promise<Buffer> {
  const { PDF } = await library();
  const { title, language, createdAt, ...own } = dress;
  const data = { format: 'spind-document', ...own };
  return dressPdf(await PDF.load(printed), { title, language, createdAt, data });
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
