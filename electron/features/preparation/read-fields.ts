import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { PDF, PdfArray, PdfDict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import { fieldName } from '@shared/domain/preparation';
import { z } from 'zod';
import { dataName } from '../dress-pdf';

/** What a PDF says that may be one of our sheets. */
export type ReadSheet = {
  /** Null when the file does not say. */
  readonly sheetId: string | null;
  /** Whether it still has fields: a program that prints to PDF leaves none. */
  readonly hasFields: boolean;
  /** SHA-256 of what pages and fields say, without the answers. */
  readonly sha256: string;
  /** What stands in each field, by its name. */
  readonly values: ReadonlyMap<string, string>;
};

/** How long a file may take to be understood, in ms; a sheet of ours takes a few. */
const patience = 4_000;
/** Deeper or longer than any form: somebody wants us to get lost. */
const most = { depth: 12, fields: 3_000, pages: 60, drawings: 400 } as const;

/**
 * Reads a file somebody handed in. Throws when it is no PDF, is locked with a password, is damaged beyond reading, or
 * takes longer than a few seconds.
 */
export async function readFields(bytes: Uint8Array, limit = patience): Promise<ReadSheet> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')) {
    throw new Error('not a PDF');
  }
  const began = performance.now();
  // The library reads at once and answers at once, so that the clock can stop it wherever it is.
  const pdf = await withinTime(() => PDF.load(bytes), limit);
  return withinTime(() => understand(pdf), Math.max(1, limit - (performance.now() - began)));
}

/** Runs what never waits, and ends it after `limit` ms wherever it is, also in a loop without end. */
function withinTime<T>(work: () => T, limit: number): T {
  return runInNewContext('work()', { work }, { timeout: Math.ceil(limit) });
}

function understand(pdf: PDF): ReadSheet {
  if (pdf.isEncrypted && !pdf.isAuthenticated) throw new Error('locked with a password');
  const reader = new Reader(pdf);
  const fields = reader.fields();
  const id = fields.find(({ name }) => name === fieldName.sheet)?.value ?? reader.attachedId();
  // Pieces were found, but not the one that says what they are pieces of.
  if (!id && pdf.recoveredViaBruteForce) throw new Error('damaged');
  return {
    sheetId: z.uuid().safeParse(id).data ?? null,
    hasFields: fields.length > 0,
    sha256: reader.fingerprint(fields),
    values: new Map(fields.map(({ name, value }) => [name, value])),
  };
}

type ReadField = { name: string; type: string; choices: (readonly string[])[]; value: string };

class Reader {
  private readonly resolve: (ref: PdfRef) => PdfObject | null;
  constructor(private readonly pdf: PDF) {
    this.resolve = (ref) => pdf.context.resolve(ref);
  }

  /** Every field of the form. */
  fields(): ReadField[] {
    const form = this.pdf.context.catalog.getDict().getDict('AcroForm', this.resolve);
    const found: ReadField[] = [];
    const seen = new Set<PdfDict>();
    const visit = (list: PdfArray | undefined, above: PdfDict | undefined, names: string[]) => {
      if (names.length > most.depth) throw new Error('too deep');
      for (const item of list ?? []) {
        const field = item instanceof PdfRef ? this.resolve(item) : item;
        if (!(field instanceof PdfDict) || seen.has(field)) continue;
        if (seen.add(field).size > most.fields) throw new Error('too many fields');
        const part = field.getString('T', this.resolve);
        const path = part ? [...names, textOf(part)] : names;
        const kids = field.getArray('Kids', this.resolve);
        const hasFieldsBelow = [...(kids ?? [])].some((kid) => {
          const below = kid instanceof PdfRef ? this.resolve(kid) : kid;
          return below instanceof PdfDict && below.has('T');
        });
        if (hasFieldsBelow) visit(kids, field, path);
        else found.push(this.field(field, above, path.join('.')));
      }
    };
    visit(form?.getArray('Fields', this.resolve), undefined, []);
    return found;
  }

  private field(field: PdfDict, above: PdfDict | undefined, name: string): ReadField {
    const inherited = (entry: string) => field.get(entry, this.resolve) ?? above?.get(entry, this.resolve);
    const type = inherited('FT');
    const options = inherited('Opt');
    return {
      name,
      type: type instanceof PdfName ? type.value : '',
      choices: options instanceof PdfArray ? [...options].map((option) => this.choice(option)) : [],
      value: this.value(inherited('V')),
    };
  }

  private choice(option: PdfObject): string[] {
    const read = option instanceof PdfRef ? this.resolve(option) : option;
    return read instanceof PdfArray ? [...read].map((part) => this.value(part)) : [this.value(read)];
  }

  /** A value as text; some programs keep one choice in a list, or a long text in a stream. */
  private value(value: PdfObject | null | undefined): string {
    if (value instanceof PdfRef) return this.value(this.resolve(value));
    if (value instanceof PdfString) return textOf(value);
    if (value instanceof PdfName) return value.value;
    if (value instanceof PdfStream) return textOf(PdfString.fromBytes(value.getDecodedData()));
    if (value instanceof PdfArray && value.length === 1) return this.value(value.at(0, this.resolve));
    return '';
  }

  /** The id in the data the PDF carries along, for a file whose fields are gone. */
  attachedId(): string | undefined {
    const names = this.pdf.context.catalog.getDict().getDict('Names', this.resolve);
    const files = names?.getDict('EmbeddedFiles', this.resolve)?.getArray('Names', this.resolve);
    for (const item of files ?? []) {
      const file = item instanceof PdfRef ? this.resolve(item) : item;
      if (!(file instanceof PdfDict)) continue;
      const called = file.getString('UF', this.resolve) ?? file.getString('F', this.resolve);
      const data = file.getDict('EF', this.resolve)?.get('F', this.resolve);
      if (!called || textOf(called) !== dataName || !(data instanceof PdfStream)) continue;
      const said = carried.safeParse(parsed(data.getDecodedData()));
      if (said.success) return said.data.sheetId;
    }
    return undefined;
  }

  /** One hash over what every page draws and what every field offers; what is filled in does not count. */
  fingerprint(fields: readonly ReadField[]): string {
    const hash = createHash('sha256');
    const pages = this.pdf.getPages();
    if (pages.length > most.pages) throw new Error('too many pages');
    for (const { dict } of pages) {
      hash.update('\0page\0').update(this.drawn(dict.get('Contents', this.resolve)));
      this.drawings(dict, hash, new Set());
    }
    const offered = fields
      .map(({ name, type, choices }) => JSON.stringify([name, type, choices]))
      .sort()
      .join('\n');
    return hash.update('\0fields\0').update(offered).digest('hex');
  }

  /** Drawing operations of a page; whether they lie in one stream or in several makes no difference. */
  private drawn(content: PdfObject | undefined): string {
    const parts = content instanceof PdfArray ? [...content] : content ? [content] : [];
    return parts
      .map((part) => (part instanceof PdfRef ? this.resolve(part) : part))
      .map((part) =>
        part instanceof PdfStream ? Buffer.from(part.getDecodedData()).toString('latin1').trim() : '',
      )
      .join('\n');
  }

  /** What a page draws from elsewhere in the file, and what that draws in turn. */
  private drawings(holder: PdfDict, hash: ReturnType<typeof createHash>, seen: Set<PdfDict>): void {
    const drawings = this.resourcesOf(holder)?.getDict('XObject', this.resolve);
    for (const name of [...(drawings?.keys() ?? [])].map(({ value }) => value).sort()) {
      const drawing = drawings?.get(name, this.resolve);
      if (!(drawing instanceof PdfStream) || drawing.getName('Subtype', this.resolve)?.value !== 'Form')
        continue;
      if (seen.has(drawing)) continue;
      if (seen.add(drawing).size > most.drawings) throw new Error('too many drawings');
      hash.update(`\0${name}\0`).update(this.drawn(drawing));
      this.drawings(drawing, hash, seen);
    }
  }

  /** A page's own resources, or those it inherits. */
  private resourcesOf(holder: PdfDict): PdfDict | undefined {
    let at: PdfDict | undefined = holder;
    for (let depth = 0; at && depth < most.depth; depth++) {
      const own: PdfDict | undefined = at.getDict('Resources', this.resolve);
      if (own) return own;
      at = at.getDict('Parent', this.resolve);
    }
    return undefined;
  }
}

const carried = z.object({ format: z.literal('spind-preparation'), sheetId: z.string() });

function parsed(data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return null;
  }
}

/** Text of a PDF string in any of the encodings programs write; line breaks as `\n`. */
function textOf(text: PdfString): string {
  const { bytes } = text;
  const [first, second, third] = bytes;
  const read =
    first === 0xef && second === 0xbb && third === 0xbf
      ? new TextDecoder().decode(bytes)
      : first === 0xff && second === 0xfe
        ? new TextDecoder('utf-16le').decode(bytes)
        : text.asString();
  return read.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
}
