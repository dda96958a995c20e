import { type Columns, checkColumns, type MatchingOf, suggestColumns } from '../table-import/columns';
import type { Text } from '../text';

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
export type Matching = MatchingOf<StaffField>;

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

export const staffColumns: Columns<StaffField> = {
  fields: staffFields,
  required: requiredFields,
  names: fieldNames,
  synonyms,
};

/** Suggests a matching from the header; each column goes to one field at most, the rest is left to the person. */
export const suggestMatching = (header: readonly string[]): Matching => suggestColumns(staffColumns, header);

/** Refuses a matching that cannot be read, as `checkColumns` says. */
export const checkMatching = (header: readonly string[], matching: Matching): void =>
  checkColumns(staffColumns, header, matching);
