import { describe, expect, it } from 'vitest';
import type { Checked } from '../table-import/cells';
import { readCsv } from '../table-import/csv';
import { encode, toCsv } from '../table-import/test-files';
import {
  readDays,
  readDescription,
  readEcts,
  readFee,
  readMinimum,
  readOfferDate,
  readQualification,
  readSeats,
  readUrl,
} from './cells';
import { headingsOf, recallMatching, suggestOfferMatching } from './columns';
import { numberOf, readOffers } from './rows';

const value = <T>(checked: Checked<T>) => (checked.ok ? checked.value : 'refused');

describe('cells', () => {
  it.each([
    ['14.500,00', 1_450_000],
    ['14.500', 1_450_000],
    ['4.200,00', 420_000],
    ['23.456.789', 'refused'],
    ['23.456,78', 2_345_678],
    ['14500', 1_450_000],
    ['14500,5', 1_450_050],
    ['14500,05', 1_450_005],
    ['kr. 14.500', 1_450_000],
    ['14.500 kr.', 1_450_000],
    ['14.500 kr', 1_450_000],
    ['14.500,-', 1_450_000],
    ['kr. 950,-', 95_000],
    ['14 500 DKK', 1_450_000],
    ['gratis', 0],
    ['0', 0],
    ['', null],
    ['-', null],
    ['14.50', 'refused'],
    ['1.4500', 'refused'],
    ['14,500', 'refused'],
    ['14.500 + moms', 'refused'],
    ['spørg', 'refused'],
    ['-500', 'refused'],
    ['9.999.999', 'refused'],
  ])('of money: %s', (cell, øre) => {
    expect(value(readFee(cell))).toBe(øre);
  });

  it.each([
    [readEcts, '10', 10],
    [readEcts, '7,5 ECTS', 7.5],
    [readEcts, '7.5', 7.5],
    [readEcts, '7,25', 'refused'],
    [readEcts, '', null],
    [readDays, '5', 5],
    [readDays, '5 dage', 5],
    [readDays, '2,5', 'refused'],
    [readOfferDate, '01-09-2027', '2027-09-01'],
    [readOfferDate, '1. september 2027', '2027-09-01'],
    [readOfferDate, 'tirsdag d. 1. sept. 2027', '2027-09-01'],
    [readOfferDate, '31. februar 2027', 'refused'],
    [readOfferDate, 'efterår 2027', 'refused'],
    [readOfferDate, '', null],
    [readSeats, '24', 24],
    [readSeats, 'maks. 24 deltagere', 24],
    [readSeats, 'ubegrænset', null],
    [readSeats, 'mange', 'refused'],
    [readMinimum, '12', 12],
    [readMinimum, 'Oprettes ved mindst 12 tilmeldte', 12],
    [readMinimum, 'min. 12', 12],
    [readMinimum, 'Oprettes ved nok tilmeldte', 0],
    [readMinimum, 'ja', 0],
    [readMinimum, 'Oprettet', null],
    [readMinimum, 'Oprettes', null],
    [readMinimum, '', null],
    [readMinimum, '12 eller 14', 'refused'],
    [readQualification, 'Giver formel kompetence', 'formal'],
    [readQualification, 'KiU – fuldt fag', 'formal'],
    [readQualification, 'Supplerende kursus', 'assessment'],
    [readQualification, 'Støtter lederens vurdering', 'assessment'],
    [readQualification, 'Tilsvarende kompetencer', 'assessment'],
    [readQualification, 'Opdatering', 'update'],
    [readQualification, 'nej', 'none'],
    [readQualification, '', 'none'],
    [readQualification, 'blå', 'refused'],
    [readUrl, 'www.via.dk/kiu', 'https://www.via.dk/kiu'],
    [readUrl, 'https://www.via.dk/kiu', 'https://www.via.dk/kiu'],
    [readUrl, 'javascript:alert(1)', 'refused'],
    [readUrl, 'se kataloget', 'refused'],
    [readDescription, '- mål\n- indhold', 'mål\n- indhold'],
    [readDescription, '=HYPERLINK("x")', 'refused'],
    [readDescription, '-1+1', 'refused'],
  ] as const)('%o: %s', (read, cell, expected) => {
    expect(value(read(cell) as Checked<unknown>)).toBe(expected);
  });
});

const header = ['Modulnr.', 'Modul', 'Fag', 'Start', 'Slut', 'Sted', 'Pris', 'Pladser', 'Oprettes ved'];
const table = (...rows: string[][]) =>
  readCsv(encode(toCsv([header, ...rows], ';', '\r\n'), 'windows-1252'), 'kiu.csv', 'catalogue');
const dansk = ['K-101', 'Dansk 1', 'dansk', '01-09-2027', '15-11-2027', 'Aarhus', '14.500,00', '24', '12'];
const read = (...rows: string[][]) => {
  const file = table(...rows);
  return readOffers(file, suggestOfferMatching(file.header));
};
const said = (...rows: string[][]) => read(...rows).problems.map(({ message }) => message.da);

describe('rows of a catalogue', () => {
  it('are read by their headings', () => {
    const { offers, problems } = read(dansk);
    expect(problems).toEqual([]);
    expect(offers).toEqual([
      {
        row: 2,
        key: '#k-101',
        title: 'Dansk 1',
        subject: 'dansk',
        provider: '',
        description: '',
        qualification: 'none',
        ects: null,
        feeOre: 1_450_000,
        days: null,
        startsOn: '2027-09-01',
        endsOn: '2027-11-15',
        signUpBy: null,
        place: 'Aarhus',
        seats: 24,
        minimumSeats: 12,
        url: '',
      },
    ]);
    expect(numberOf(offers[0]?.key ?? '')).toBe('K-101');
  });

  it('that cannot be read are named by row and field, all of them, in the order of the file', () => {
    const wrong = dansk.with(0, 'K-102').with(3, 'uge 36').with(6, 'spørg');
    const late = dansk.with(0, 'K-103').with(4, '01-08-2027').with(8, '30');
    expect(said(dansk, wrong, late, dansk.with(0, 'K-104').with(1, ''))).toEqual([
      expect.stringMatching(/^Række 3, Start: Her skal stå en dato/),
      expect.stringMatching(/^Række 3, Pris: Her skal stå et beløb i kroner/),
      expect.stringMatching(/^Række 4, Slut: Sidste dag ligger før første dag/),
      expect.stringMatching(/^Række 4, Oprettes ved: Der skal flere til/),
      expect.stringMatching(/^Række 5, Modul: Cellen er tom/),
    ]);
  });

  it('with the same number are named, each with the other and a way out', () => {
    expect(said(dansk, dansk.with(5, 'Odense'))).toEqual([
      expect.stringMatching(/^Række 2, Modulnr\.: Nummeret står også i række 3\..*vælg Ikke i filen/),
      expect.stringMatching(/^Række 3, Modulnr\.: Nummeret står også i række 2\./),
    ]);
    // Without the number, title, start and place tell them apart.
    const file = table(dansk, dansk.with(5, 'Odense'), dansk);
    const { number: _, ...rest } = suggestOfferMatching(file.header);
    const { offers, problems } = readOffers(file, rest);
    expect(offers.map(({ place }) => place)).toEqual(['Odense']);
    expect(problems.map(({ message }) => message.da)).toEqual([
      expect.stringMatching(/^Række 2, Modul: Kurset står også i række 4/),
      expect.stringMatching(/^Række 4, Modul: Kurset står også i række 2/),
    ]);
  });
});

describe('a remembered matching', () => {
  const matching = suggestOfferMatching(header);
  const remembered = headingsOf(header, matching);

  it('is found again by heading, also where columns have moved', () => {
    const moved = ['Ny', ...header.toReversed()];
    const found = recallMatching(moved, remembered);
    expect(found.isWhole).toBe(true);
    expect(headingsOf(moved, found.matching)).toEqual(remembered);
  });

  it('is not whole when a heading is gone or stands twice; the rest is kept, and a new heading guessed', () => {
    const renamed = header.with(6, 'Deltagerpris');
    const gone = recallMatching(renamed, remembered);
    expect(gone).toMatchObject({ isWhole: false, lost: ['feeOre'] });
    expect(gone.matching).toEqual(matching);
    const doubled = recallMatching([...header, 'Start'], remembered);
    expect(doubled).toMatchObject({ isWhole: false, lost: ['startsOn'] });
  });

  it('is a guess from the headings before the first import', () => {
    expect(recallMatching(header, {})).toEqual({ matching, isWhole: false, lost: [] });
  });

  it('keeps out what a person left out, though its heading could be guessed', () => {
    const { feeOre: _, ...withoutFee } = matching;
    const found = recallMatching(header, headingsOf(header, withoutFee));
    expect(found).toEqual({ matching: withoutFee, isWhole: true, lost: [] });
  });
});
