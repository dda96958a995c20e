import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { fieldName } from '@shared/domain/preparation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from './read-fields';
import { fillByPdfJs } from './test-fill';
import { preparationSchool } from './test-preparation';

/** Another seed gives other files: `SPIND_FUZZ_SEED=7 npx vitest run …`. */
const seed = Number(process.env.SPIND_FUZZ_SEED ?? 20261123);
let made: Promise<Buffer> | undefined;

/** A sheet with something on it, made once. */
async function filledSheet(): Promise<Buffer> {
  const at = preparationSchool();
  const sheet = await at.make(await at.plan('pernille', '2026-11-30'));
  return fillByPdfJs(sheet, new Map([[fieldName.answer(0), 'Åse']]));
}

const theSheet = () => {
  made ??= filledSheet();
  return made;
};

/** Reads, and says how it ended and how long it took. */
async function tried(bytes: Uint8Array) {
  const began = performance.now();
  const read = await readFields(bytes, 1_500).catch((error: unknown) => {
    // Whatever is thrown is an error a handler can catch; nothing else may come out.
    expect(error).toHaveProperty('message');
    return null;
  });
  return { read, took: performance.now() - began };
}

describe('files somebody else made', () => {
  it('the files that are changed below can be read as they are', async () => {
    expect((await tried(await theSheet())).read?.values.get(fieldName.answer(0))).toBe('Åse');
  });

  it('end, whatever bytes are changed or missing', async () => {
    const filled = await theSheet();
    const change = fc.record({ at: fc.nat(), byte: fc.nat(255), more: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(), async (changes, cut) => {
        const bytes = Buffer.from(cut % 4 === 0 ? filled.subarray(0, 200 + (cut % filled.length)) : filled);
        for (const { at, byte, more } of changes)
          bytes.fill(byte, at % bytes.length, (at % bytes.length) + 1 + more);
        const { read, took } = await tried(bytes);
        expect(took).toBeLessThan(3_000);
        if (read) expect(read.sha256).toHaveLength(64);
      }),
      { numRuns: 150, seed },
    );
  }, 120_000);

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a head alone', Buffer.from('%PDF-1.7\n')],
    ['a circle of pages', pdfOf('<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>')],
    [
      'a circle of fields',
      pdfOf('<</Type/Pages/Kids[]/Count 0>>', '/AcroForm<</Fields[5 0 R]>>', '<</T(a)/Kids[5 0 R 5 0 R]>>'),
    ],
    [
      'a table that leads to itself',
      Buffer.from('%PDF-1.7\nxref\n0 0\ntrailer<</Prev 9/Root 1 0 R>>\nstartxref\n9\n%%EOF'),
    ],
    ['brackets without end', Buffer.from(`%PDF-1.7\n1 0 obj${'['.repeat(200_000)}`)],
    ['dictionaries without end', pdfOf(`<</Type/Pages/Kids[]/A${'<</A'.repeat(50_000)}`)],
  ])('%s is read or refused, and soon', async (_name, bytes) => {
    const { read, took } = await tried(bytes);
    expect(read?.sheetId ?? null).toBeNull();
    expect(took).toBeLessThan(4_000);
  });

  it('is stopped in the middle, when it takes too long', async () => {
    const small = await tried(await unpacksTo(1_000));
    expect(small.read?.sha256).toHaveLength(64);
    // 200 MB of nothing in 200 kB, twenty times over.
    const large = await tried(await unpacksTo(200_000_000));
    expect(large.read).toBeNull();
    expect(large.took).toBeGreaterThan(1_400);
    expect(large.took).toBeLessThan(6_000);
  }, 30_000);
});

/** A page that draws the same packed stream twenty times. */
async function unpacksTo(bytes: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const packed = deflateSync(Buffer.alloc(bytes));
  const stream = pdf.context.register(pdf.context.stream(packed, { Filter: 'FlateDecode' }));
  pdf.addPage().node.set(PDFName.of('Contents'), pdf.context.obj(Array(20).fill(stream)));
  return pdf.save();
}

/** A small file with these pages, and more in its catalog and behind it, without a table of contents. */
function pdfOf(pages: string, catalog = '', more = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj\n2 0 obj${pages}endobj\n5 0 obj${more || 'null'} endobj\ntrailer<</Root 1 0 R>>`,
  );
}
