import {
  PDF,
  PdfArray,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core';
import { type Choice, fieldAddress, fieldBox, fieldName } from '@shared/domain/preparation';
import { dressPdf, type PdfDress } from '../dress-pdf';

/** A field of the form: its name in the file, what it is called aloud, and what may stand in it. */
export type FormField =
  | { readonly name: string; readonly label: string; readonly maxLength: number }
  | { readonly name: string; readonly label: string; readonly choices: readonly Choice[] };

type SheetDress = PdfDress & { readonly sheetId: string; readonly fields: readonly FormField[] };

/** Bits of a field's and a widget's flags (ISO 32000-1, tables 165, 221, 228, 230). */
const flags = { hidden: 2, printed: 4, readOnly: 1, multiline: 1 << 12, combo: 1 << 17 } as const;
/** Size of what is filled in, in points; the words of a level must fit into the field at it. */
export const textSize = { choice: 8.5, text: 9 } as const;

/**
 * Makes a printed, tagged page a form: every link to `spind-field:NAME` becomes the field of that name in its place, in
 * the tag tree too. Throws when a field has no place on the page or a place has no field: the print and the list of
 * fields belong together.
 */
export async function putFields(printed: Uint8Array, dress: SheetDress): Promise<Buffer> {
  const pdf = await PDF.load(printed);
  const form = new FormWriter(pdf);
  const wanted = new Map(dress.fields.map((field) => [field.name, field]));
  for (const place of form.places()) {
    const field = wanted.get(place.name);
    if (!field) throw new Error(`no field for the place ${place.name}`);
    wanted.delete(place.name);
    form.put(field, place);
  }
  if (wanted.size > 0) throw new Error(`no place for ${[...wanted.keys()].join(', ')}`);
  form.putSheetId(dress.sheetId);
  form.finish();
  return dressPdf(pdf, dress);
}

/** Where a field belongs: the link that was printed there, and the element of the tag tree that holds it. */
type Place = {
  readonly name: string;
  readonly annotation: PdfDict;
  readonly ref: PdfRef;
  readonly page: PdfRef;
  readonly element: TagPlace | undefined;
};
type TagPlace = { readonly parent: PdfDict; readonly ref: PdfRef; readonly element: PdfDict };

class FormWriter {
  private readonly fields: PdfRef[] = [];
  private readonly resolve: (ref: PdfRef) => PdfObject | null;
  private readonly tags: PdfDict | undefined;
  private readonly parentTree: PdfDict | undefined;
  private nextKey: number;

  constructor(private readonly pdf: PDF) {
    this.resolve = (ref) => pdf.context.resolve(ref);
    this.tags = this.catalog().getDict('StructTreeRoot', this.resolve);
    this.parentTree = this.tags?.getDict('ParentTree', this.resolve);
    this.nextKey = this.tags?.getNumber('ParentTreeNextKey', this.resolve)?.value ?? 0;
  }

  private catalog = () => this.pdf.context.catalog.getDict();

  /** Every place on the pages, in the order of the pages. */
  places(): Place[] {
    const elements = this.elementsByAnnotation();
    return this.pdf.getPages().flatMap(({ dict, ref: page }) => {
      const annotations = dict.getArray('Annots', this.resolve);
      return [...(annotations ?? [])].flatMap((ref): Place[] => {
        const annotation = ref instanceof PdfRef ? this.resolve(ref) : null;
        if (!(annotation instanceof PdfDict) || !(ref instanceof PdfRef)) return [];
        const address = annotation.getDict('A', this.resolve)?.getString('URI', this.resolve)?.asString();
        if (!address?.startsWith(fieldAddress)) return [];
        const name = address.slice(fieldAddress.length);
        return [{ name, annotation, ref, page, element: elements.get(key(ref)) }];
      });
    });
  }

  /** Turns the link into the field, drawn in the box without its caption. */
  put(field: FormField, { annotation, ref, page, element }: Place): void {
    const [left = 0, bottom = 0, right = 0, top = 0] = [
      ...(annotation.getArray('Rect', this.resolve) ?? []),
    ].map((side) => (side instanceof PdfNumber ? side.value : 0));
    const { caption, border } = fieldBox;
    const rect = [left + border, bottom + border, right - border, top - caption];
    for (const name of ['A', 'Border', 'Dest', 'PA', 'H', 'C']) annotation.delete(name);
    set(annotation, {
      ...widget(field.name, rect),
      TU: PdfString.fromString(field.label),
      F: PdfNumber.of(flags.printed),
      P: page,
      StructParent: PdfNumber.of(this.tag(element, ref, page)),
      AP: PdfDict.of({ N: this.emptyAppearance(rect) }),
    });
    if ('choices' in field) {
      const choices = field.choices.map(({ value, text }) =>
        PdfArray.of(PdfString.fromString(value), PdfString.fromString(text)),
      );
      set(annotation, {
        FT: PdfName.of('Ch'),
        Ff: PdfNumber.of(flags.combo),
        Opt: PdfArray.of(...choices),
        DA: appearance(textSize.choice),
      });
    } else {
      set(annotation, {
        FT: PdfName.of('Tx'),
        Ff: PdfNumber.of(flags.multiline),
        MaxLen: PdfNumber.of(field.maxLength),
        DA: appearance(textSize.text),
      });
    }
    this.fields.push(ref);
  }

  /** The sheet's id in a field nobody sees or changes. */
  putSheetId(sheetId: string): void {
    const page = this.pdf.getPages()[0];
    if (!page) throw new Error('a sheet has a page');
    const field = PdfDict.of({
      Type: PdfName.of('Annot'),
      ...widget(fieldName.sheet, [0, 0, 0, 0]),
      FT: PdfName.of('Tx'),
      Ff: PdfNumber.of(flags.readOnly),
      F: PdfNumber.of(flags.hidden),
      P: page.ref,
      V: PdfString.fromString(sheetId),
      DA: appearance(textSize.text),
    });
    const ref = this.pdf.context.register(field);
    const annotations = page.dict.getArray('Annots', this.resolve);
    if (annotations) annotations.push(ref);
    else page.dict.set('Annots', PdfArray.of(ref));
    this.fields.push(ref);
  }

  finish(): void {
    // A font every reader brings along, in the encoding that has æ, ø and å; what is filled in is drawn with it.
    const font = PdfDict.of({
      Type: PdfName.of('Font'),
      Subtype: PdfName.of('Type1'),
      BaseFont: PdfName.of('Helvetica'),
      Encoding: PdfName.of('WinAnsiEncoding'),
    });
    const fonts = PdfDict.of({ Helv: this.pdf.context.register(font) });
    const form = PdfDict.of({
      Fields: PdfArray.of(...this.fields),
      DR: PdfDict.of({ Font: fonts }),
      DA: appearance(textSize.text),
    });
    this.catalog().set('AcroForm', this.pdf.context.register(form));
    this.tags?.set('ParentTreeNextKey', PdfNumber.of(this.nextKey));
    // The tabulator goes through the fields as one reads.
    for (const { dict } of this.pdf.getPages()) dict.set('Tabs', PdfName.of('S'));
  }

  /** Nothing yet: what is filled in is drawn by the program it is filled in with. */
  private emptyAppearance([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): PdfRef {
    const box = numbers([0, 0, right - left, top - bottom]);
    const dict = PdfDict.of({ Type: PdfName.of('XObject'), Subtype: PdfName.of('Form'), BBox: box });
    return this.pdf.context.register(new PdfStream(dict, new TextEncoder().encode('/Tx BMC\nEMC\n')));
  }

  /**
   * Gives the field an element of its own, right after the words of its caption, and answers its key in the parent tree.
   */
  private tag(place: TagPlace | undefined, annotation: PdfRef, page: PdfRef): number {
    const own = this.nextKey++;
    const reference = PdfDict.of({ Type: PdfName.of('OBJR'), Obj: annotation, Pg: page });
    const parent = place?.parent ?? this.tags?.getDict('K', this.resolve);
    const parentRef = parent && this.pdf.context.getRef(parent);
    if (!parent || !parentRef) return own;
    const element = this.pdf.context.register(
      PdfDict.of({
        Type: PdfName.of('StructElem'),
        S: PdfName.of('Form'),
        P: parentRef,
        Pg: page,
        K: reference,
      }),
    );
    if (place) {
      // What was a link keeps the words of the caption only.
      place.element.set('S', PdfName.of('Span'));
      place.element.set('K', PdfArray.of(...this.kids(place.element).filter((kid) => !isReference(kid))));
    }
    const kids = this.kids(parent);
    const after = place ? kids.findIndex((kid) => kid instanceof PdfRef && key(kid) === key(place.ref)) : -1;
    kids.splice(after === -1 ? kids.length : after + 1, 0, element);
    parent.set('K', PdfArray.of(...kids));
    this.remember(own, element);
    return own;
  }

  /** Writes the element's key into the parent tree, whose numbers rise. */
  private remember(number: number, element: PdfRef): void {
    const numbers = this.parentTree?.getArray('Nums', this.resolve);
    if (numbers) {
      numbers.push(PdfNumber.of(number), element);
      return;
    }
    const leaf = PdfDict.of({
      Limits: PdfArray.of(PdfNumber.of(number), PdfNumber.of(number)),
      Nums: PdfArray.of(PdfNumber.of(number), element),
    });
    this.parentTree?.getArray('Kids', this.resolve)?.push(this.pdf.context.register(leaf));
  }

  private kids(element: PdfDict): PdfObject[] {
    const kids = element.get('K', this.resolve);
    if (kids instanceof PdfArray) return [...kids];
    const own = element.get('K');
    return own ? [own] : [];
  }

  /** Which element of the tag tree holds an annotation. */
  private elementsByAnnotation(): Map<string, TagPlace> {
    const found = new Map<string, TagPlace>();
    const visit = (parent: PdfDict) => {
      for (const ref of this.kids(parent)) {
        const element = ref instanceof PdfRef ? this.resolve(ref) : null;
        if (!(element instanceof PdfDict) || !(ref instanceof PdfRef)) continue;
        for (const kid of this.kids(element)) {
          const annotation = kid instanceof PdfDict ? kid.getRef('Obj') : undefined;
          if (annotation) found.set(key(annotation), { parent, ref, element });
        }
        visit(element);
      }
    };
    if (this.tags) visit(this.tags);
    return found;
  }
}

const key = (ref: PdfRef) => `${ref.objectNumber} ${ref.generation}`;
const numbers = (values: readonly number[]) => PdfArray.of(...values.map((value) => PdfNumber.of(value)));
const appearance = (size: number) => PdfString.fromString(`/Helv ${size} Tf 0 g`);
const isReference = (kid: PdfObject) => kid instanceof PdfDict && kid.getName('Type')?.value === 'OBJR';

const widget = (name: string, rect: readonly number[]) => ({
  Subtype: PdfName.of('Widget'),
  T: PdfString.fromString(name),
  Rect: numbers(rect),
  MK: PdfDict.of({}),
});

function set(dict: PdfDict, entries: Readonly<Record<string, PdfObject>>): void {
  for (const [name, value] of Object.entries(entries)) dict.set(name, value);
}
