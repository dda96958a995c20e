import { hostileTexts } from '@shared/domain/hostile-texts';
import { standardForm } from '@shared/domain/talk-areas';
import { readFormTable } from '@shared/domain/talk-forms/form-file';
import { formLimits, partsFor, type WrittenForm, writtenForm } from '@shared/domain/talk-forms/written-form';
import { type TalkKind, talkKinds } from '@shared/domain/talk-kinds';
import { type Language, languages, Refusal } from '@shared/domain/text';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFormFile, writeFormFile } from './form-file';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const readBack = async (form: WrittenForm, kind: TalkKind, language: Language) => {
  const file = { name: 'skema.xlsx', bytes: await writeFormFile(form, language) };
  return readFormTable(await readFormFile(file), kind);
};
const csv = async (text: string, kind: TalkKind = 'MUS') =>
  readFormTable(await readFormFile({ name: 'skema.csv', bytes: bytes(text) }), kind);
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error.text.da;
  throw error;
};

describe('a form as a workbook, there and back', () => {
  it.each(talkKinds)('is the same form: %s in both languages', async (kind) => {
    for (const language of languages) {
      const form = writtenForm(standardForm(kind), language);
      expect(await readBack(form, kind, language)).toEqual({ ...form, problems: [] });
    }
  });

  it('is the same form whatever is written in it', async () => {
    const sign = fc.constantFrom(...'æøåÆØÅéü \'"|;,\t=+-@<>&…–0123abc¼😀\\/'.split(/(?:)/u));
    const words = (most: number) =>
      fc
        .array(sign, { minLength: 1, maxLength: most })
        .map((signs) => signs.join('').trim().slice(0, most).trim())
        .filter((text) => text !== '' && !/\p{Cs}/u.test(text));
    const formula = fc.tuple(fc.constantFrom('=', '+', '-', '@'), words(20)).map((both) => both.join(''));
    const line = (most: number) => fc.oneof(words(most), formula);
    const kindAndForm = fc.constantFrom(...talkKinds).chain((kind) =>
      fc.tuple(
        fc.constant(kind),
        fc.record({
          purpose: fc.oneof(fc.constant(''), line(80)),
          notForDiscussion: line(80),
          areas: fc.array(
            fc.record({
              title: line(formLimits.title),
              short: line(formLimits.short),
              questions: fc.array(line(60), { maxLength: 4 }).map((lines) => lines.join('\n')),
              part: fc.constantFrom(...partsFor(kind)),
            }),
            { minLength: 1, maxLength: 10 },
          ),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(kindAndForm, fc.constantFrom(...languages), async ([kind, form], language) => {
        expect(await readBack(form, kind, language)).toEqual({ ...form, problems: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('holds text in every cell, no formula', async () => {
    const formulas = ['=1+1', '+1+1', '-2+3', '@SUM(1+1)', '=HYPERLINK("http://evil.example","klik")'];
    const areas = formulas.map((title) => ({ title, short: '=1', questions: title, part: 'note' as const }));
    const workbook = unzipSync(await writeFormFile({ purpose: '=1', notForDiscussion: '', areas }, 'da'));
    const sheet = strFromU8(workbook['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<row');
    expect(sheet).not.toMatch(/<f[\s>]/);
    const types = [...sheet.matchAll(/<c\s[^>]*?\bt="(\w+)"/g)].map((match) => match[1]);
    expect(new Set(types).size).toBe(1);
    expect(['s', 'inlineStr']).toContain(types[0]);
  });

  it('brings back every hostile text as it was typed, but for signs no workbook can hold', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML cannot hold
    const unholdable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
    for (const text of hostileTexts) {
      const form = { purpose: text, notForDiscussion: text, areas: [] };
      const { purpose } = await readBack(form, 'MUS', 'da');
      expect(purpose).toBe(text.replace(unholdable, '').replace(/\r\n?/g, '\n').trim());
    }
  });
});

describe('a form from a spreadsheet', () => {
  const heading = 'Hovedområde;Fane;Spørgsmål;Indhold';
  it('is read as Danish Excel writes it, in any order of columns, with | or line breaks', async () => {
    const read = await csv(
      [
        'indhold;SPØRGSMÅL;Hovedområde;Fane;Bemærkning',
        'opfølgning;Hvad blev til noget?|Hvad gjorde ikke?;Siden sidst;Sidst;',
        ';"Første\nAndet | med streg";Trivsel på arbejdet;Trivsel;set på et kursus',
        'Action plan;;Plan;Plan;',
        'Ikke til diskussion;Løn;;;',
      ].join('\r\n'),
    );
    expect(read).toEqual({
      problems: [],
      purpose: null,
      notForDiscussion: 'Løn',
      areas: [
        {
          title: 'Siden sidst',
          short: 'Sidst',
          questions: 'Hvad blev til noget?\nHvad gjorde ikke?',
          part: 'followUp',
        },
        {
          title: 'Trivsel på arbejdet',
          short: 'Trivsel',
          questions: 'Første\nAndet | med streg',
          part: 'note',
        },
        { title: 'Plan', short: 'Plan', questions: '', part: 'plan' },
      ],
    });
  });

  it('says the row and the field of everything that cannot be used', async () => {
    const { problems } = await csv(
      [
        heading,
        ';Fane;Hvad?;Opfølgning',
        '',
        'To;;Hvad?;Notater',
        `${'å'.repeat(121)};${'æ'.repeat(31)};${'ø'.repeat(201)};Teamets spind`,
        `Fem;Fem;${Array(11).fill('Hvad?').join('|')};Aftaler`,
        'Seks;Seks;Hvad?;Handlingsplan;for meget',
        ';;a;Formål',
        ';;b;Formål',
      ].join('\n'),
    );
    expect(problems.map(({ row, text }) => `${row} ${text.da}`)).toEqual([
      '2 Hovedområde: Skriv en overskrift.',
      '4 Indhold: »Notater« kendes ikke. Skriv et af ordene Opfølgning, Notat, Vurdering, Aftaler, Handlingsplan.',
      '4 Fane: Skriv et par ord til fanen.',
      '5 Indhold: »Teamets spind« hører til i samtaler med et team.',
      '5 Hovedområde: Teksten er på 121 tegn. Der er plads til 120.',
      '5 Fane: Teksten er på 31 tegn. Der er plads til 30.',
      '5 Spørgsmål: Spørgsmål 1 er på 201 tegn. Der er plads til 200.',
      '6 Spørgsmål: Der er 11 spørgsmål. Vælg de 10 vigtigste.',
      '7 Der er flere celler end overskrifter. Står der et skilletegn i teksten, så gem filen igen fra Excel.',
      '9 Indhold: »Formål« står der to gange. Slet den ene række.',
    ]);
  });

  it('has no more main areas than a form can hold', async () => {
    const { problems } = await csv([heading, ...Array(13).fill('A;B;C;Notat')].join('\n'));
    expect(problems.map(({ row }) => row)).toEqual([12]);
  });

  it.each([
    [
      'a column is missing',
      'Hovedområde;Fane\nA;B',
      /mangler: Spørgsmål; Indhold.*Hovedområde; Fane; Spørgsmål; Indhold/,
    ],
    ['a column twice', `${heading};fane\nA;B;C;Notat;D`, /»Fane« står der to gange/],
    ['another list', 'Medarbejdernr;Navn\n1;Anna', /mangler: Hovedområde/],
    ['headings alone', heading, /ikke et samtaleskema/],
    ['nothing', '', /ikke et samtaleskema/],
    ['an open quotation mark', `${heading}\n"A;B;C;Notat`, /række 2: Et anførselstegn/],
    ['a PDF', '%PDF-1.7 …', /ikke et samtaleskema/],
    ['a web page', '<!doctype html><html></html>', /webside/],
    ['an old workbook', '\xd0\xcf\x11\xe0', /gammelt Excel-ark/],
    ['a broken workbook', 'PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxxx', /kan ikke læses som Excel-ark/],
  ])('is refused in words about a form: %s', async (_what, text, message) => {
    const said = await refusal(csv(text));
    expect(said).toMatch(message);
    expect(said).not.toMatch(/medarbejder(?!nr)|personale|administrativ/);
  });
});
