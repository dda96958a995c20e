import { PDFDocument, PDFName, type PDFObject, PDFString, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { PreparationPrint } from '@shared/contract/print-preparation';
import { fieldAddress, fieldName } from '@shared/domain/preparation';
import type { PrintJob } from '../context';

const perPage = 24;
const fontSize = 7;

/**
 * What the print window would make of a preparation sheet, drawn by a library of its own: tagged pages with the words
 * and, where a field belongs, a link that says which. The real print is tried in real Electron (e2e).
 */
export async function printedSheet(job: PrintJob): Promise<Buffer> {
  const { spider, questions, employeeName } = job.data as PreparationPrint;
  const places = [
    ...(spider?.competences ?? []).flatMap(({ name }, index) => [
      { name: fieldName.level(index), words: name },
      { name: fieldName.comment(index), words: name },
    ]),
    ...questions.map((words, index) => ({ name: fieldName.answer(index), words })),
  ];
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const name = (text: string) => PDFName.of(text);
  const root = context.obj({ Type: name('StructTreeRoot') });
  const rootRef = context.register(root);
  const document = context.obj({ Type: name('StructElem'), S: name('Document'), P: rootRef });
  const documentRef = context.register(document);
  const elements: PDFObject[] = [];
  for (let first = 0; first < places.length; first += perPage) {
    const page = pdf.addPage([595, 842]);
    page.drawText(employeeName, { x: 40, y: 810, size: 10, font, color: rgb(0, 0, 0) });
    const annotations = places.slice(first, first + perPage).map((place, row) => {
      const y = 770 - row * 30;
      page.drawText(place.words, { x: 40, y, size: fontSize, font });
      const link = context.register(
        context.obj({
          Type: name('Annot'),
          Subtype: name('Link'),
          Rect: [300, y - 12, 560, y + 14],
          A: { Type: name('Action'), S: name('URI'), URI: PDFString.of(`${fieldAddress}${place.name}`) },
        }),
      );
      const holds = { Type: name('OBJR'), Obj: link, Pg: page.ref };
      const element = { Type: name('StructElem'), S: name('Link'), P: documentRef, K: [holds] };
      elements.push(context.register(context.obj(element)));
      return link;
    });
    page.node.set(name('Annots'), context.obj(annotations));
  }
  document.set(name('K'), context.obj(elements));
  root.set(name('K'), documentRef);
  root.set(name('ParentTree'), context.register(context.obj({ Nums: [] })));
  root.set(name('ParentTreeNextKey'), context.obj(pdf.getPageCount()));
  pdf.catalog.set(name('StructTreeRoot'), rootRef);
  pdf.catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  return Buffer.from(await pdf.save());
}
