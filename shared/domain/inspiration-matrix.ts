import type { Text } from './text';

/** Rows of the inspiration list: whose priority a need springs from (R000-12). */
export const matrixRows = ['municipal', 'school', 'employee'] as const;
export type MatrixRow = (typeof matrixRows)[number];

/** Columns of the inspiration list: what kind of upskilling it is. */
export const matrixColumns = ['professional', 'team'] as const;
export type MatrixColumn = (typeof matrixColumns)[number];

export const matrixCodes = [
  'K-F',
  'K-T',
  'S-F1',
  'S-F2',
  'S-T1',
  'S-T2',
  'M-F1',
  'M-F2',
  'M-F3',
  'M-F4',
  'M-F5',
  'M-T1',
  'M-T2',
] as const;
export type MatrixCode = (typeof matrixCodes)[number];

export type MatrixOption = {
  readonly code: MatrixCode;
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  /** Number in the source; the municipal row has none. */
  readonly number: number | null;
  /** The Danish wording is the source's own, word for word, also where it could be better Danish. */
  readonly text: Text;
};

/** Row headings with the source's note on what belongs there. */
export const rowTexts: Readonly<Record<MatrixRow, { title: Text; note: Text }>> = {
  municipal: {
    title: { da: 'Kommunale prioriteter', en: 'Municipal priorities' },
    note: {
      da: 'Faglig læsning, Rummelighed, Motion, Udeskole',
      en: 'Reading in the subjects, Inclusiveness, Exercise, Outdoor school',
    },
  },
  school: {
    title: { da: 'Skolens prioritet', en: 'The school’s priority' },
    note: {
      da: 'Her skrives den enkelte skoles prioriteter der omhandler hele eller dele af medarbejdergruppen',
      en: 'The school’s own priorities for all or some of its staff',
    },
  },
  employee: {
    title: { da: 'Medarbejder relaterede', en: 'The employee’s own' },
    note: {
      da: 'Omhandler den enkelte medarbejders ønsker og behov i forhold til den enkeltes faglige, pædagogiske eller personlige udvikling',
      en: 'The employee’s own wishes and needs for professional, pedagogical or personal development',
    },
  },
};

export const columnTexts: Readonly<Record<MatrixColumn, Text>> = {
  professional: {
    da: 'Faglig og pædagogisk opkvalificering',
    en: 'Professional and pedagogical upskilling',
  },
  team: { da: 'Team- og personlig opkvalificering', en: 'Team and personal upskilling' },
};

const municipalCourses: Text = {
  da: 'Opkvalificering i relation til det kommunale kursustilbud',
  en: 'Upskilling through the municipality’s courses',
};

/** The 13 options of the 3 × 2 inspiration list, in the order of the source (R000-12). Its use is optional (R000-04). */
export const matrixOptions: readonly MatrixOption[] = [
  {
    code: 'K-F',
    row: 'municipal',
    column: 'professional',
    number: null,
    text: {
      da: 'Opkvalificering der er målrettet de kommunale indsatsområder',
      en: 'Upskilling aimed at the municipality’s focus areas',
    },
  },
  {
    code: 'K-T',
    row: 'municipal',
    column: 'team',
    number: null,
    text: {
      da: 'Opkvalificering der har relation til en enkeltes eller teamets behov i relation til opfyldelse af de kommunale indsatsområder',
      en: 'Upskilling a person or a team needs in order to fulfil the municipality’s focus areas',
    },
  },
  { code: 'S-F1', row: 'school', column: 'professional', number: 1, text: municipalCourses },
  {
    code: 'S-F2',
    row: 'school',
    column: 'professional',
    number: 2,
    text: {
      da: 'Opkvalificering i relation til skolens indsatser de kommende år. Herunder ønsker om kompetence løft inden for et nuværende fag eller et ønske om at udvide fagrækken i forhold til skolens faglige og pædagogiske behov',
      en: 'Upskilling for the school’s initiatives in the coming years, including a lift within a present subject or a new subject the school needs',
    },
  },
  { code: 'S-T1', row: 'school', column: 'team', number: 1, text: municipalCourses },
  {
    code: 'S-T2',
    row: 'school',
    column: 'team',
    number: 2,
    text: {
      da: 'Opkvalificering i relation til skolens indsatser de kommende år',
      en: 'Upskilling for the school’s initiatives in the coming years',
    },
  },
  { code: 'M-F1', row: 'employee', column: 'professional', number: 1, text: municipalCourses },
  {
    code: 'M-F2',
    row: 'employee',
    column: 'professional',
    number: 2,
    text: {
      da: 'Opkvalificering i relation til de regionale kursustilbud',
      en: 'Upskilling through regional courses',
    },
  },
  {
    code: 'M-F3',
    row: 'employee',
    column: 'professional',
    number: 3,
    text: {
      da: 'Opkvalificering i relation til skolens indsatser de kommende år.',
      en: 'Upskilling for the school’s initiatives in the coming years.',
    },
  },
  {
    code: 'M-F4',
    row: 'employee',
    column: 'professional',
    number: 4,
    text: {
      da: 'Ønsker om kompetence løft inden for et nuværende fag række og/eller faglig pædagogisk praksis',
      en: 'A wish for a lift within present subjects or pedagogical practice',
    },
  },
  {
    code: 'M-F5',
    row: 'employee',
    column: 'professional',
    number: 5,
    text: {
      da: 'Ønske om at udvide fagrækken i forhold til egne faglige og pædagogiske behov',
      en: 'A wish for a new subject, from one’s own professional and pedagogical needs',
    },
  },
  {
    code: 'M-T1',
    row: 'employee',
    column: 'team',
    number: 1,
    text: {
      da: 'Opkvalificering i relation til egen personlige udvikling.',
      en: 'Upskilling for one’s own personal development.',
    },
  },
  {
    code: 'M-T2',
    row: 'employee',
    column: 'team',
    number: 2,
    text: {
      da: 'Opkvalificering i relation til teamsamarbejdet',
      en: 'Upskilling for the teamwork',
    },
  },
];

/** The options that share one field of the 3 × 2 grid, in order. */
export function matrixOptionsAt(row: MatrixRow, column: MatrixColumn): readonly MatrixOption[] {
  return matrixOptions.filter((option) => option.row === row && option.column === column);
}

export function isMatrixCode(code: string): code is MatrixCode {
  return (matrixCodes as readonly string[]).includes(code);
}

/** The option with this code; undefined when there is none. */
export function matrixOption(code: string): MatrixOption | undefined {
  return matrixOptions.find((option) => option.code === code);
}

/** Which list of priorities an option can name one of; null in the employee's own row. */
export function priorityKindOf(code: MatrixCode): 'municipal' | 'school' | null {
  const row = matrixOption(code)?.row;
  return row === 'municipal' || row === 'school' ? row : null;
}
