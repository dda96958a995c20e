import type { Text } from '../text';

/** What a list is called where a file is refused, so that the sentence is about what its reader has in front of her. */
type ListWords = {
  /** “the staff list” */
  readonly theList: Text;
  /** “the list”, once it is clear which. */
  readonly short: Text;
  /** “a staff list” */
  readonly aList: Text;
  /** What its rows are: “employees”, “the employees”, “each employee”. */
  readonly rows: Text;
  readonly theRows: Text;
  readonly eachRow: Text;
  /** Where it comes from, after “fetch it”. */
  readonly from: Text;
};

export const listWords = {
  staff: {
    theList: { da: 'personalelisten', en: 'the staff list' },
    short: { da: 'listen', en: 'the list' },
    aList: { da: 'en personaleliste', en: 'a staff list' },
    rows: { da: 'medarbejdere', en: 'employees' },
    theRows: { da: 'medarbejderne', en: 'employees' },
    eachRow: { da: 'hver medarbejder', en: 'per employee' },
    from: { da: 'fra jeres administrative system', en: 'from your administrative system' },
  },
  catalogue: {
    theList: { da: 'kataloget', en: 'the catalogue' },
    short: { da: 'kataloget', en: 'the catalogue' },
    aList: { da: 'et katalog', en: 'a catalogue' },
    rows: { da: 'kurser', en: 'courses' },
    theRows: { da: 'kurserne', en: 'courses' },
    eachRow: { da: 'hvert kursus', en: 'per course' },
    from: { da: 'hos udbyderen', en: 'from the provider' },
  },
} as const satisfies Readonly<Record<string, ListWords>>;

export type ListKind = keyof typeof listWords;
