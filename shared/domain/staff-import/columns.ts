import { refuse, type Text } from '../text';
import { forMessage } from './table';

/** What a staff list can say about an employee. */
export const staffFields = [
  'employeeNumber',
  'name',
  'categoryName',
  'title',
  'teamName',
  'employmentDate',
  'employmentPercent',
  'leavingDate',
  'formalSubjects',
  'assessedSubjects',
  'note',
] as const;
export type StaffField = (typeof staffFields)[number];

/** Without these an employee cannot be kept: who, what she is, since when. */
export const requiredFields = ['employeeNumber', 'name', 'categoryName', 'employmentDate'] as const;

/** Which column (counted from 0) holds which field. */
export type Matching = { readonly [Field in StaffField]?: number };

/** What the fields are called where a person matches columns. */
export const fieldNames: Readonly<Record<StaffField, Text>> = {
  employeeNumber: { da: 'Medarbejdernr.', en: 'Employee number' },
  name: { da: 'Navn', en: 'Name' },
  categoryName: { da: 'Stilling', en: 'Category' },
  title: { da: 'Titel', en: 'Title' },
  teamName: { da: 'Team', en: 'Team' },
  employmentDate: { da: 'Ansat', en: 'Employed from' },
  employmentPercent: { da: 'Beskæftigelsesgrad', en: 'Employment percentage' },
  leavingDate: { da: 'Fratrådt', en: 'Leaving date' },
  formalSubjects: { da: 'Undervisningskompetence', en: 'Teaching qualification' },
  assessedSubjects: { da: 'Tilsvarende kompetence', en: 'Equivalent qualification' },
  note: { da: 'Bemærkning', en: 'Note' },
};

// Most telling first. Compared without case, spaces and punctuation, so "Medarbejder-nr." is "medarbejdernr".
const synonyms: Readonly<Record<StaffField, string>> = {
  employeeNumber:
    'medarbejdernr medarbejdernummer mednr medarbnr lønnr lønnummer tjenestenr tjenestenummer personalenr personalenummer ansættelsesnr ansættelsesnummer employeenumber employeeno employeeid staffnumber staffno personnelnumber',
  name: 'navn fuldenavn fuldtnavn medarbejdernavn medarbejder ansatnavn name fullname employeename staffname employee',
  categoryName:
    'stilling stillingskategori stillingsbetegnelse kategori medarbejderkategori personalegruppe faggruppe category jobcategory staffcategory position role',
  title: 'titel jobtitel stillingstitel title jobtitle',
  teamName: 'team teamnavn hovedteam afdeling teamname department',
  employmentDate:
    'ansat ansatfra ansatden ansatdato ansættelsesdato tiltrådt tiltrædelse tiltrædelsesdato startdato employedfrom employedsince employmentdate hiredate hired startdate',
  employmentPercent:
    'beskæftigelsesgrad beskæftigelsesgradprocent beskæftigelsesprocent beskæftigelse stillingsprocent ansættelsesgrad ansættelsesprocent procent employmentpercent employmentpercentage employmentprocent percentage percent fte',
  leavingDate:
    'fratrådt fratræder fratrædelse fratrædelsesdato fratrådtden ansattil slutdato leavingdate leaves employedto employeduntil enddate',
  formalSubjects:
    'undervisningskompetence undervisningskompetencer linjefag undervisningsfag formelkompetence formellefag formel fag teachingqualification teachingqualifications formalsubjects subjects',
  assessedSubjects:
    'tilsvarendekompetence tilsvarendekompetencer tilsvarende vurderetkompetence vurderedefag vurderet equivalentcompetence equivalentqualification equivalentqualifications assessedsubjects',
  note: 'bemærkning bemærkninger note noter notat kommentar kommentarer remark remarks comment comments notes',
};

/** Suggests a matching from the header; each column goes to one field at most, the rest is left to the person. */
export function suggestMatching(header: readonly string[]): Matching {
  const keys = header.map(headerKey);
  const taken = new Set<number>();
  const matching: { [Field in StaffField]?: number } = {};
  for (const field of staffFields) {
    for (const synonym of synonyms[field].split(' ')) {
      const column = keys.findIndex((key, index) => key === synonym && !taken.has(index));
      if (column < 0) continue;
      matching[field] = column;
      taken.add(column);
      break;
    }
  }
  return matching;
}

/**
 * Refuses a matching that cannot be read: a required field without a column, a column outside the list, one column
 * for two fields, or a chosen column whose heading stands twice in the list. All are named, also in `fields`.
 */
export function checkMatching(header: readonly string[], matching: Matching): void {
  const chosen = staffFields
    .filter((field) => Object.hasOwn(matching, field) && matching[field] !== undefined)
    .map((field) => ({ field, column: matching[field] ?? -1 }));

  const missing = requiredFields.filter((field) => !chosen.some((one) => one.field === field));
  if (missing.length > 0) {
    const names = (language: 'da' | 'en') =>
      list(
        missing.map((field) => fieldNames[field][language]),
        language,
      );
    const one = missing.length === 1;
    refuseFields(missing, {
      da: `Listen mangler ${one ? 'kolonnen' : 'kolonnerne'} ${names('da')}. Vælg, hvilken kolonne i filen det er, eller tag den med, når I henter listen.`,
      en: `The list is missing the column${one ? '' : 's'} ${names('en')}. Choose which column of the file it is, or include it when you export the list.`,
    });
  }

  for (const { field, column } of chosen) {
    if (Number.isInteger(column) && column >= 0 && column < header.length) continue;
    refuseFields([field], {
      da: `Kolonnen til ${fieldNames[field].da} findes ikke i filen. Vælg en anden.`,
      en: `The column for ${fieldNames[field].en} is not in the file. Choose another.`,
    });
  }

  for (const { field, column } of chosen) {
    const other = chosen.find((one) => one.field !== field && one.column === column);
    if (other) {
      const heading = columnLabel(header, column);
      refuseFields([field, other.field], {
        da: `Kolonnen ${heading} er valgt både til ${fieldNames[field].da} og til ${fieldNames[other.field].da}. Vælg en kolonne til hver.`,
        en: `The column ${heading} is chosen both for ${fieldNames[field].en} and for ${fieldNames[other.field].en}. Choose one column for each.`,
      });
    }
    const key = headerKey(header[column] ?? '');
    const doubles = header.flatMap((text, index) => (key !== '' && headerKey(text) === key ? [index] : []));
    if (doubles.length > 1) {
      const heading = columnLabel(header, column);
      const letters = doubles.map(columnLetter);
      refuseFields([field], {
        da: `Kolonnen ${heading} står ${doubles.length === 2 ? 'to' : doubles.length} gange i filen (${list(letters, 'da')} i Excel). Slet eller omdøb dem, der er for mange, gem filen, og prøv igen.`,
        en: `The column ${heading} appears ${doubles.length === 2 ? 'twice' : `${doubles.length} times`} in the file (${list(letters, 'en')} in Excel). Delete or rename the extra ones, save the file and try again.`,
      });
    }
  }
}

/** The heading of a column for a message, or its letter in Excel where it has none. */
export function columnLabel(header: readonly string[], column: number): string {
  return forMessage(header[column] ?? '', 40) || columnLetter(column);
}

/** 0 → A, 25 → Z, 26 → AA, as Excel names columns. */
export function columnLetter(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? columnLetter(high - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** `A`, `A og B`, `A, B og C`. */
export function list(items: readonly string[], language: 'da' | 'en'): string {
  const and = language === 'da' ? 'og' : 'and';
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

function headerKey(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('%', 'procent')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function refuseFields(fields: readonly StaffField[], text: Text): never {
  throw refuse('invalid', text, Object.fromEntries(fields.map((field) => [field, text])));
}
