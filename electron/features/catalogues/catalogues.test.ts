import type { OutputOf } from '@shared/contract';
import { offerFields } from '@shared/domain/catalogue-import/columns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { catalogueOffers } from '../../data/schema/catalogues';
import { testContext } from '../test-context';

type Chosen = NonNullable<OutputOf<'catalogues', 'choose'>>;
type Preview = OutputOf<'catalogues', 'preview'>;
type Applied = OutputOf<'catalogues', 'apply'>;
type Listed = OutputOf<'catalogues', 'list'>['catalogues'];
type Offers = OutputOf<'catalogues', 'offers'>['offers'];
type News = OutputOf<'catalogues', 'news'>['news'];
type Item = OutputOf<'programme', 'get'>;

const head = 'Modulnr;Modul;Fag;Start;Slut;Tilmeldingsfrist;Sted;Pris;Pladser;Oprettes ved;Giver';
const dansk =
  'K1;Dansk 1: Sprog og tekst;dansk;01-09-2027;15-11-2027;01-05-2027;Aarhus;14.500,00;24;12;Formel kompetence';
const musik =
  'K2;Musik: grundfag;musik;06-09-2027;20-11-2027;01-05-2027;Silkeborg;14.500,00;20;Oprettes ved nok tilmeldte;Formel kompetence';
const natur =
  'K3;Natur/teknologi: opdatering;natur/teknologi;04-10-2027;06-10-2027;;Aarhus;4.200,00;30;;Opdatering';
const csv = (...rows: string[]) => `${[head, ...rows].join('\r\n')}\r\n`;

/** A school with a KiU catalogue that chooses `file` whenever it is asked for one. */
async function school() {
  let file: { name: string; bytes: Buffer } | null = null;
  const test = testContext({ machine: { chooseFile: async () => file } });
  const make = async (name: string, kind = 'kiu') =>
    (await test.call<{ id: string }>('catalogues', 'save', { name, kind })).id;
  const kiu = await make('KiU');
  const lay = (content: string | Buffer | null, name = 'kiu.csv') => {
    file = content === null ? null : { name, bytes: Buffer.from(content) };
  };
  const choose = async (catalogueId = kiu) => {
    const chosen = await test.call<Chosen | null>('catalogues', 'choose', { catalogueId });
    if (!chosen) throw new Error('nothing was chosen');
    return chosen;
  };
  return {
    ...test,
    kiu,
    make,
    lay,
    choose,
    async preview(content: string): Promise<Preview> {
      lay(content);
      const { ticket, columns } = await choose();
      return test.call<Preview>('catalogues', 'preview', { ticket, columns });
    },
    async imports(content: string, catalogueId = kiu): Promise<Applied> {
      lay(content);
      const { ticket, columns } = await choose(catalogueId);
      return test.call<Applied>('catalogues', 'apply', { ticket, columns });
    },
    offers: async () => (await test.call<{ offers: Offers }>('catalogues', 'offers')).offers,
    states: async () =>
      Object.fromEntries(
        (await test.call<{ offers: Offers }>('catalogues', 'offers')).offers.map((one) => [
          one.number,
          one.state,
        ]),
      ),
    listed: async () => (await test.call<{ catalogues: Listed }>('catalogues', 'list')).catalogues,
    news: async () => (await test.call<{ news: News }>('catalogues', 'news')).news,
    idOf: async (number: string) =>
      (await test.call<{ offers: Offers }>('catalogues', 'offers')).offers.find(
        (one) => one.number === number,
      )?.id ?? '',
    rows: () => test.context.db.select().from(catalogueOffers).orderBy(catalogueOffers.key).all(),
    refused: async (name: string, input: unknown) => {
      const reply = await test.router('catalogues', name, input);
      if (reply.ok) throw new Error('the call was not refused');
      return reply.error;
    },
  };
}

describe('an import of a catalogue', () => {
  it('is matched once and remembered by heading; the second goes straight to the preview', async () => {
    const at = await school();
    at.lay(csv(dansk, natur));
    const first = await at.choose();
    expect(first).toMatchObject({ isMatched: false, lost: [], rowCount: 2, encoding: 'utf-8' });
    // The price is left out by hand, though its heading is plain.
    const { feeOre: _, ...columns } = first.columns;
    await at.call('catalogues', 'apply', { ticket: first.ticket, columns });
    expect((await at.offers()).map(({ feeOre }) => feeOre)).toEqual([null, null]);

    const moved = csv(dansk, natur)
      .split('\r\n')
      .filter(Boolean)
      .map((line) => line.split(';').reverse().join(';'));
    at.lay(moved.join('\r\n'));
    const second = await at.choose();
    expect(second.isMatched).toBe(true);
    expect(second.columns.feeOre).toBeUndefined();
    expect(second.columns.title).toBe(9);
    expect((await at.listed())[0]).toMatchObject({ name: 'KiU', isMatched: true, offers: 2 });

    at.lay(csv(dansk, natur).replace('Modul;', 'Kursustitel;'));
    expect(await at.choose()).toMatchObject({ isMatched: false, lost: ['title'], columns: { title: 1 } });
    // Another catalogue remembers its own.
    at.lay(csv(dansk));
    expect((await at.choose(await at.make('Kommunens kurser', 'municipal'))).isMatched).toBe(false);
  });

  it('shows and keeps what is new, changed with from and to, gone and back', async () => {
    const at = await school();
    expect(await at.imports(csv(dansk, musik, natur))).toMatchObject({ added: 3, changed: 0, gone: 0 });
    expect(await at.states()).toEqual({ K1: 'new', K2: 'new', K3: 'new' });

    at.setNow('2026-12-01T09:00:00');
    const dearer = dansk.replace('14.500,00', '15.250,00').replace('01-09-2027', '08-09-2027');
    const preview = await at.preview(csv(dearer, natur));
    expect(preview.counts).toEqual({ added: 0, changed: 1, gone: 1, unchanged: 1, problem: 0 });
    expect(preview.changed[0]).toMatchObject({
      title: 'Dansk 1: Sprog og tekst',
      changes: [
        { field: 'feeOre', from: 1_450_000, to: 1_525_000 },
        { field: 'startsOn', from: '2027-09-01', to: '2027-09-08' },
      ],
    });
    expect(preview.gone.map(({ title }) => title)).toEqual(['Musik: grundfag']);
    expect(await at.states()).toEqual({ K1: 'new', K2: 'new', K3: 'new' });

    await at.imports(csv(dearer, natur));
    expect(await at.states()).toEqual({ K1: 'changed', K2: 'gone', K3: 'same' });
    const offer = await at.call<OutputOf<'catalogues', 'offer'>>('catalogues', 'offer', {
      id: await at.idOf('K1'),
    });
    expect(offer.changes).toHaveLength(2);
    expect(offer.changedOn).toMatch(/^2026-12-01/);

    at.setNow('2026-12-02T09:00:00');
    await at.imports(csv(dearer, musik, natur));
    expect(await at.states()).toEqual({ K1: 'same', K2: 'back', K3: 'same' });
    expect((await at.listed())[0]).toMatchObject({ offers: 3, latest: { added: 0, changed: 1, gone: 0 } });
  });

  it('again changes nothing, and in whatever order lists come the last one stands', async () => {
    const at = await school();
    const lines = [dansk, musik, natur, dansk.replace('K1', 'K4'), natur.replace('30', '12')];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.uniqueArray(fc.constantFrom(...lines), { selector: (line) => line.slice(0, 2), minLength: 1 }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        async (lists) => {
          for (const list of lists) await at.imports(csv(...list));
          const before = at.rows();
          const again = await at.imports(csv(...(lists.at(-1) ?? [])));
          expect(again).toMatchObject({ importId: null, added: 0, changed: 0, gone: 0 });
          expect(at.rows()).toEqual(before);
          const standing = at.rows().filter(({ goneImportId }) => goneImportId === null);
          expect(standing.map(({ key, seats }) => `${key} ${seats}`)).toEqual(
            (lists.at(-1) ?? [])
              .map((line) => `#${line.slice(0, 2).toLowerCase()} ${line.split(';')[8]}`)
              .sort(),
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  it('with a row that cannot be read writes nothing and names row and field', async () => {
    const at = await school();
    await at.imports(csv(dansk));
    const before = at.rows();
    const bad = csv(dansk, musik.replace('06-09-2027', 'uge 36'), natur.replace('4.200,00', 'ring'));
    const preview = await at.preview(bad);
    expect(preview.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Række 3, Start: Her skal stå en dato/),
      expect.stringMatching(/^Række 4, Pris: Her skal stå et beløb i kroner/),
    ]);
    expect(preview.counts).toMatchObject({ problem: 2, gone: 0 });
    const { ticket, columns } = await at.choose();
    expect(await at.refused('apply', { ticket, columns })).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/2 fejl i kataloget, så intet er importeret/),
    });
    expect(at.rows()).toEqual(before);
    // The control: the same list without the two faults is imported.
    expect(await at.imports(csv(dansk, musik, natur))).toMatchObject({ added: 2 });
  });

  it('is refused without a title column, and when the file is no list, in words about a catalogue', async () => {
    const at = await school();
    at.lay(csv(dansk));
    const { ticket, columns } = await at.choose();
    const { title: _, ...without } = columns;
    expect((await at.refused('preview', { ticket, columns: without })).message).toMatch(
      /^Listen mangler kolonnen Titel/,
    );
    at.lay(`${head}\r\n`);
    expect((await at.refused('choose', { catalogueId: at.kiu })).message).toMatch(
      /^Der er ingen kurser i kiu\.csv.*hvert kursus/,
    );
    expect((await at.refused('preview', { ticket: 'x', columns })).code).toBe('not-found');
  });

  it('reads a workbook as it reads the CSV file', async () => {
    const at = await school();
    await at.imports(csv(dansk, musik, natur));
    const cells = [head, dansk, musik, natur].map((line) => line.split(';').map((value) => ({ value })));
    at.lay(Buffer.from(await (await writeXlsxFile(cells)).toBuffer()), 'kiu.xlsx');
    const { ticket, columns, isMatched } = await at.choose();
    expect(isMatched).toBe(true);
    expect(await at.call<Applied>('catalogues', 'apply', { ticket, columns })).toMatchObject({
      importId: null,
      unchanged: 3,
    });
  });

  it('stands beside the imports of other catalogues, which it does not touch', async () => {
    const at = await school();
    const regional = await at.make('Regionens kurser', 'regional');
    await at.imports(csv(dansk, natur));
    await at.imports(csv(dansk.replace('14.500,00', '12.000,00')), regional);
    expect((await at.listed()).map(({ name, offers }) => `${name} ${offers}`)).toEqual([
      'KiU 2',
      'Regionens kurser 1',
    ]);
    expect((await at.offers()).map(({ title, feeOre }) => `${title} ${feeOre}`).sort()).toEqual([
      'Dansk 1: Sprog og tekst 1200000',
      'Dansk 1: Sprog og tekst 1450000',
      'Natur/teknologi: opdatering 420000',
    ]);
    await at.call('catalogues', 'remove', { id: regional });
    expect(await at.offers()).toHaveLength(2);
    await at.call('catalogues', 'restore', { id: regional });
    expect(await at.offers()).toHaveLength(3);
    expect((await at.refused('save', { name: 'kiu', kind: 'kiu' })).fields?.name).toMatch(
      /allerede et katalog/,
    );
  });
});

describe('undoing an import', () => {
  it('puts every row back as it was, with what had changed before that', async () => {
    const at = await school();
    await at.imports(csv(dansk, musik));
    await at.imports(csv(dansk.replace('24', '22'), musik));
    const before = at.rows();
    const { importId } = await at.imports(csv(dansk.replace('24', '20'), natur));
    expect(at.rows()).not.toEqual(before);
    await at.call('catalogues', 'undo', { importId });
    expect(at.rows()).toEqual(before);
    expect(await at.states()).toEqual({ K1: 'changed', K2: 'same' });
    expect((await at.listed())[0]?.latest).toMatchObject({ changed: 1, canUndo: false });
    expect((await at.refused('undo', { importId })).message).toMatch(/allerede fortrudt/);
  });

  it('is only for the latest, and refused when something of it is in the programme', async () => {
    const at = await school();
    const first = await at.imports(csv(dansk));
    const second = await at.imports(csv(dansk, musik));
    expect((await at.refused('undo', { importId: first.importId })).message).toMatch(/seneste import/);
    const offerId = await at.idOf('K2');
    await at.call('catalogues', 'take', {
      offerId,
      itemId: null,
      kind: 'formalTraining',
      level: 'individual',
      minimumSeats: 10,
    });
    expect((await at.refused('undo', { importId: second.importId })).message).toMatch(
      /for Musik: grundfag er siden taget ind/,
    );
    expect(await at.offers()).toHaveLength(2);
  });

  it('of the first import lets the next one ask again which column is which', async () => {
    const at = await school();
    const { importId } = await at.imports(csv(dansk));
    await at.call('catalogues', 'undo', { importId });
    at.lay(csv(dansk));
    expect((await at.choose()).isMatched).toBe(false);
    expect((await at.listed())[0]).toMatchObject({ offers: 0, latest: null });
  });
});

describe('an offer taken into the programme', () => {
  const taking = { itemId: null, kind: 'formalTraining', level: 'individual', minimumSeats: null };
  const schoolYear = '2026/27';

  it('becomes an item with a run of its own, and a second holding one more run of it', async () => {
    const at = await school();
    const odense = dansk.replace('K1', 'K5').replace('Aarhus', 'Odense');
    await at.imports(csv(dansk, odense, musik));
    const offerId = await at.idOf('K1');
    const { itemId, runId } = await at.call<{ itemId: string; runId: string }>('catalogues', 'take', {
      ...taking,
      offerId,
    });
    const item = await at.call<Item>('programme', 'get', { id: itemId, schoolYear });
    expect(item).toMatchObject({
      title: 'Dansk 1: Sprog og tekst',
      provider: 'KiU',
      kind: 'formalTraining',
      qualification: 'formal',
      subject: 'dansk',
      feeOre: 1_450_000,
      isOffered: true,
      runs: [{ id: runId, startsOn: '2027-09-01', place: 'Aarhus', seats: 24, minimumSeats: 12 }],
    });
    expect((await at.refused('take', { ...taking, offerId })).message).toMatch(
      /allerede i udviklingsprogrammet/,
    );
    expect((await at.offers()).filter((one) => one.isInProgramme).map(({ number }) => number)).toEqual([
      'K1',
    ]);

    const other = await at.idOf('K5');
    const { likeItems } = await at.call<OutputOf<'catalogues', 'offer'>>('catalogues', 'offer', {
      id: other,
    });
    expect(likeItems).toEqual([{ itemId, title: item.title }]);
    await at.call('catalogues', 'take', { ...taking, offerId: other, itemId });
    const { runs } = await at.call<Item>('programme', 'get', { id: itemId, schoolYear });
    expect(runs.map(({ place }) => place).sort()).toEqual(['Aarhus', 'Odense']);

    // Enough people, and nobody says how many: the person may.
    const enough = await at.call<{ itemId: string }>('catalogues', 'take', {
      ...taking,
      offerId: await at.idOf('K2'),
      minimumSeats: 8,
    });
    const held = await at.call<Item>('programme', 'get', { id: enough.itemId, schoolYear });
    expect(held.runs[0]?.minimumSeats).toBe(8);
  });

  it('can be taken out again: the run, and the item with its last run', async () => {
    const at = await school();
    await at.imports(csv(dansk));
    const offerId = await at.idOf('K1');
    const taken = await at.call('catalogues', 'take', { ...taking, offerId });
    await at.call('catalogues', 'undoTake', taken);
    const { items } = await at.call<OutputOf<'programme', 'list'>>('programme', 'list', { schoolYear });
    expect(items).toEqual([]);
    expect((await at.offers())[0]?.isInProgramme).toBe(false);
    await at.call('catalogues', 'take', { ...taking, offerId });
    expect((await at.offers())[0]?.isInProgramme).toBe(true);
  });

  it('is never changed by an import; the change is told, taken over by a person, and put back', async () => {
    const at = await school();
    await at.imports(csv(dansk, natur));
    const { itemId, runId } = await at.call<{ itemId: string; runId: string }>('catalogues', 'take', {
      ...taking,
      offerId: await at.idOf('K1'),
    });
    expect(await at.news()).toEqual([]);
    at.setNow('2026-12-01T09:00:00');
    await at.imports(csv(dansk.replace('14.500,00', '15.250,00').replace('Aarhus', 'Horsens'), natur));
    const untouched = await at.call<Item>('programme', 'get', { id: itemId, schoolYear });
    expect(untouched).toMatchObject({ feeOre: 1_450_000, runs: [{ place: 'Aarhus' }] });
    expect(await at.news()).toMatchObject([
      {
        runId,
        isGone: false,
        catalogueName: 'KiU',
        differences: [
          { field: 'place', inProgramme: 'Aarhus', inCatalogue: 'Horsens' },
          { field: 'feeOre', inProgramme: 1_450_000, inCatalogue: 1_525_000 },
        ],
      },
    ]);
    const { before } = await at.call<{ before: unknown }>('catalogues', 'adopt', { runId });
    expect(await at.news()).toEqual([]);
    expect(await at.call<Item>('programme', 'get', { id: itemId, schoolYear })).toMatchObject({
      feeOre: 1_525_000,
      runs: [{ place: 'Horsens' }],
    });
    await at.call('catalogues', 'undoAdopt', { runId, before });
    expect(await at.call<Item>('programme', 'get', { id: itemId, schoolYear })).toEqual({
      ...untouched,
      updatedAt: expect.any(String),
    });

    await at.imports(csv(natur));
    expect(await at.news()).toMatchObject([{ runId, isGone: true, differences: [] }]);
    expect((await at.refused('adopt', { runId })).message).toMatch(/står ikke længere i udbyderens katalog/);
    expect(await at.call<Item>('programme', 'get', { id: itemId, schoolYear })).toEqual({
      ...untouched,
      updatedAt: expect.any(String),
    });
  });
});

it('knows no field that could not be matched', () => {
  expect(new Set(offerFields).size).toBe(16);
});
