import { z } from 'zod';
import { mostOre } from '../money';
import type { Text } from '../text';
import { type CostKind, costKinds } from './fund-words';

/** Agreements a fund is made for. It is said on the application and kept nowhere on the person. */
export const unionAreas = [
  'lc',
  'bupl',
  'hk',
  'foa',
  'sl',
  'tl',
  'threeF',
  'metal',
  'ds',
  'fk',
  'ac',
  'none',
] as const;
export type UnionArea = (typeof unionAreas)[number];

export const unionAreaNames: Readonly<Record<UnionArea, Text>> = {
  lc: { da: 'Lærernes Centralorganisation', en: 'Lærernes Centralorganisation (teachers)' },
  bupl: { da: 'BUPL', en: 'BUPL (pedagogues)' },
  hk: { da: 'HK Kommunal', en: 'HK Kommunal (office staff)' },
  foa: { da: 'FOA', en: 'FOA' },
  sl: { da: 'Socialpædagogerne', en: 'Socialpædagogerne (social educators)' },
  tl: { da: 'Teknisk Landsforbund', en: 'Teknisk Landsforbund (technicians)' },
  threeF: { da: '3F', en: '3F' },
  metal: { da: 'Dansk Metal og håndværkere', en: 'Dansk Metal and craftsmen' },
  ds: { da: 'Dansk Socialrådgiverforening', en: 'Dansk Socialrådgiverforening (social workers)' },
  fk: { da: 'Forhandlingskartellet', en: 'Forhandlingskartellet' },
  ac: { da: 'Akademikerne', en: 'Akademikerne (academics)' },
  none: { da: 'En anden overenskomst eller ingen', en: 'Another agreement or none' },
};

export const employers = ['municipal', 'state', 'freeSchool', 'otherEmployer'] as const;
export type Employer = (typeof employers)[number];

export const employerNames: Readonly<Record<Employer, Text>> = {
  municipal: { da: 'en kommune', en: 'a municipality' },
  state: {
    da: 'staten eller en statslig selvejende skole',
    en: 'the state or a self-governing state school',
  },
  freeSchool: { da: 'en fri grundskole', en: 'a free school' },
  otherEmployer: { da: 'en anden arbejdsgiver', en: 'another employer' },
};

export const employments = [
  'ordinary',
  'subsidised',
  'pupil',
  'student',
  'utilityJob',
  'internship',
  'individualContract',
] as const;
export type Employment = (typeof employments)[number];

export const employmentNames: Readonly<Record<Employment, Text>> = {
  ordinary: { da: 'almindelig ansættelse, hel- eller deltid', en: 'ordinary post, full or part time' },
  subsidised: {
    da: 'løntilskud, jobrotation, fleksjob eller seniorjob',
    en: 'subsidised post, job rotation, flexible or senior job',
  },
  pupil: { da: 'elev', en: 'trainee' },
  student: { da: 'studerende', en: 'student' },
  utilityJob: { da: 'nyttejob', en: 'utility job' },
  internship: { da: 'virksomhedspraktik', en: 'work placement' },
  individualContract: { da: 'individuel kontrakt', en: 'individual contract' },
};

/** The three groups the school's own pool speaks of (R002-27 … 29). */
export const staffGroups = ['teaching', 'adminTech', 'leader'] as const;
export type StaffGroup = (typeof staffGroups)[number];

export const staffGroupNames: Readonly<Record<StaffGroup, Text>> = {
  teaching: { da: 'det pædagogiske område', en: 'the pedagogical area' },
  adminTech: { da: 'det administrative og tekniske område', en: 'the administrative and technical area' },
  leader: { da: 'ledere', en: 'leaders' },
};

export const courseLevels = [
  'amu',
  'subjectCourse',
  'academy',
  'diploma',
  'master',
  'candidate',
  'otherLevel',
] as const;
export type CourseLevel = (typeof courseLevels)[number];

export const courseLevelNames: Readonly<Record<CourseLevel, Text>> = {
  amu: { da: 'AMU', en: 'AMU (labour market training)' },
  subjectCourse: { da: 'fagspecifikt kursus', en: 'course in a subject' },
  academy: { da: 'akademimodul', en: 'academy module' },
  diploma: { da: 'diplommodul', en: 'diploma module' },
  master: { da: 'mastermodul', en: 'master module' },
  candidate: { da: 'fagmodul på en kandidatuddannelse', en: 'module of a candidate’s degree' },
  otherLevel: { da: 'andet', en: 'other' },
};

/** What a teacher's course is about (area VII). */
export const courseFocuses = ['subject', 'didactics', 'guidance', 'otherFocus'] as const;
export type CourseFocus = (typeof courseFocuses)[number];

export const courseFocusNames: Readonly<Record<CourseFocus, Text>> = {
  subject: { da: 'undervisningsfag', en: 'a teaching subject' },
  didactics: { da: 'didaktik', en: 'didactics' },
  guidance: { da: 'vejledning', en: 'guidance' },
  otherFocus: { da: 'andet', en: 'something else' },
};

export const providerKinds = ['public', 'privateWithPublic', 'union', 'private', 'inHouse'] as const;
export type ProviderKind = (typeof providerKinds)[number];

export const providerKindNames: Readonly<Record<ProviderKind, Text>> = {
  public: { da: 'offentlig institution', en: 'public institution' },
  privateWithPublic: {
    da: 'privat udbyder med aftale med en offentlig',
    en: 'private provider with an agreement with a public one',
  },
  union: { da: 'fagforening', en: 'union' },
  private: { da: 'privat udbyder', en: 'private provider' },
  inHouse: { da: 'skolen selv', en: 'the school itself' },
};

/** Whether the job demands it. The ten ECTS of leaders may count as that: a fund says, not the application. */
export const compulsories = ['no', 'yes', 'leaderRequirement'] as const;

export const signers = ['applicant', 'leader', 'unionRep'] as const;
export type Signer = (typeof signers)[number];

export const signerNames: Readonly<Record<Signer, Text>> = {
  applicant: { da: 'ansøger', en: 'the applicant' },
  leader: { da: 'leder', en: 'the leader' },
  unionRep: { da: 'tillidsrepræsentant', en: 'the union representative' },
};

/** What a person says about an application; null is “not said”, which a rule answers with unknown. */
export const statedFacts = z.object({
  unionArea: z.enum(unionAreas).nullable(),
  employer: z.enum(employers).nullable(),
  employment: z.enum(employments).nullable(),
  isUnderNotice: z.boolean().nullable(),
  staffGroup: z.enum(staffGroups).nullable(),
  level: z.enum(courseLevels).nullable(),
  days: z.number().int().min(1).max(1000).nullable(),
  focus: z.enum(courseFocuses).nullable(),
  provider: z.enum(providerKinds).nullable(),
  isFormal: z.boolean().nullable(),
  compulsory: z.enum(compulsories).nullable(),
  /** Whether the amounts are with VAT. */
  includesVat: z.boolean().nullable(),
  /** Address of the activity itself, else empty. */
  url: z.string().trim().max(500),
  /** How many of the same workplace and agreement apply for the same education, this one among them. */
  groupSize: z.number().int().min(1).max(1000),
  /** What the fund's own page says about the pool. */
  isPoolOpen: z.boolean().nullable(),
});
export type StatedFacts = z.infer<typeof statedFacts>;

export const nothingStated: StatedFacts = {
  unionArea: null,
  employer: null,
  employment: null,
  isUnderNotice: null,
  staffGroup: null,
  level: null,
  days: null,
  focus: null,
  provider: null,
  isFormal: null,
  compulsory: null,
  includesVat: null,
  url: '',
  groupSize: 1,
  isPoolOpen: null,
};

export const costLine = z.object({
  kind: z.enum(costKinds),
  amountOre: z.number().int().min(0).max(mostOre),
  note: z.string().trim().max(200),
});
export type CostLine = { readonly kind: CostKind; readonly amountOre: number };

/** Everything the rules ask for. Dates are days; `sentOn` and `uploadedOn` are null until it has happened. */
export type FundFacts = StatedFacts & {
  readonly startsOn: string;
  readonly costs: readonly CostLine[];
  /** Whether it fulfils a line of her plan (R002-25). */
  readonly hasPlanLine: boolean;
  /** The day the application was made with the fund. */
  readonly sentOn: string | null;
  /** The day the signed form was uploaded: from then on it is applied for. */
  readonly uploadedOn: string | null;
  /** How many of her other applications to this fund lie in the same window. */
  readonly otherApplications: number;
};
