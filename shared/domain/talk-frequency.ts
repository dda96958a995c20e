import { danishOrder } from './danish-order';
import type { SchoolYear } from './school-year';
import type { TalkKind } from './talk-kinds';
import { refuse, type Text } from './text';

/** The kinds a rule can ask for; the specific competence talk is held when there is need of it. */
export const frequencyKinds = ['MUS', 'TUS', 'GRUS'] as const satisfies readonly TalkKind[];
export type FrequencyKind = (typeof frequencyKinds)[number];

/** More years than this no school plans ahead. */
export const longestPattern = 6;

/** How often talks are held in a unit, and which (R003-06). `teamId` null is the whole school. */
export type FrequencyRule = {
  readonly teamId: string | null;
  readonly pattern: readonly FrequencyKind[];
  /** The school year the pattern begins in; before it every employee has a MUS every year. */
  readonly startYear: SchoolYear;
};

/** Where nobody has made a rule: every municipal employee has a right to a MUS each year (DOMAIN 0.11, 3.2). */
export const everyYear: FrequencyRule = { teamId: null, pattern: ['MUS'], startYear: '1899/00' };

/** A team as the rules see it. Subject teams and networks hold no talks of their own. */
export type Unit = { readonly id: string; readonly name: string; readonly type: string };

/** The types of teams that are units of the school: only they have rules and hold TUS and GRUS. */
export const unitTypes: readonly string[] = ['department', 'team', 'yearGroupTeam'];

const isKind = (kind: string): kind is FrequencyKind => (frequencyKinds as readonly string[]).includes(kind);

/** Reads `MUS,TUS`. Refuses an empty pattern, one that is too long, and kinds a rule cannot ask for. */
export function readPattern(pattern: string): FrequencyKind[] {
  const kinds = pattern.split(',').map((kind) => kind.trim());
  const known = kinds.filter(isKind);
  if (known.length !== kinds.length || known.length > longestPattern) {
    throw refuse('invalid', {
      da: `Rytmen skal være ét til ${longestPattern} år med MUS, TUS eller GRUS, for eksempel MUS, TUS.`,
      en: `The rhythm must be one to ${longestPattern} years of MUS, TUS or GRUS, for example MUS, TUS.`,
    });
  }
  return known;
}

/** `MUS,TUS`, as it is kept. */
export const writePattern = (pattern: readonly FrequencyKind[]): string => pattern.join(',');

const startOf = (schoolYear: SchoolYear) => Number(schoolYear.slice(0, 4));

/** The kind a rule asks for in a school year: the pattern over and over from its first year, before that MUS. */
export function kindInYear(rule: FrequencyRule, schoolYear: SchoolYear): FrequencyKind {
  const years = startOf(schoolYear) - startOf(rule.startYear);
  return years < 0 ? 'MUS' : (rule.pattern[years % rule.pattern.length] ?? 'MUS');
}

/** Units in the order they speak for an employee: the nearest first, then Danish order. */
function byNearness(a: Unit, b: Unit): number {
  const nearness = ({ type }: Unit) => ['team', 'yearGroupTeam', 'department'].indexOf(type);
  return nearness(a) - nearness(b) || danishOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/**
 * The rule of an employee in these teams: her team's or department's own, else the school's, else MUS every year. Where
 * several of her units have one, the team goes before the department, then Danish order.
 */
export function ruleOf(rules: readonly FrequencyRule[], teams: readonly Unit[]): FrequencyRule {
  const own = units(teams)
    .map((unit) => rules.find((rule) => rule.teamId === unit.id))
    .find((rule) => rule !== undefined);
  return own ?? rules.find((rule) => rule.teamId === null) ?? everyYear;
}

const units = (teams: readonly Unit[]) =>
  teams.filter(({ type }) => unitTypes.includes(type)).sort(byNearness);

/**
 * The unit an employee has her team talk with in a year of team talks: the one whose rule it is, else her nearest. Null
 * when she is in none; then nothing covers her and she must have a talk of her own.
 */
export function talkUnitOf(rule: FrequencyRule, teams: readonly Unit[]): Unit | null {
  const mine = units(teams);
  return mine.find((unit) => unit.id === rule.teamId) ?? mine[0] ?? null;
}

/** The pattern as a sentence: "MUS, TUS, MUS, TUS …". */
export function patternText(pattern: readonly FrequencyKind[]): Text {
  const [only] = pattern;
  if (pattern.length === 1 && only) return { da: `${only} hvert år`, en: `${only} every year` };
  const twice = [...pattern, ...pattern].join(', ');
  return { da: `${twice} …`, en: `${twice} …` };
}

/** "Mine rettigheder" (R003-06), until the school says it in its own words; resting on DOMAIN 3.2. */
export const usualRights: Text = {
  da: [
    'Du har ret til en medarbejderudviklingssamtale hvert år.',
    'I et år, hvor dit team holder TUS eller GRUS, kan du bede om også at få din egen samtale. Så skal den holdes.',
    'Du har altid din egen uddannelsesplan – også i et år med teamsamtale.',
    'Du kender formål og dagsorden på forhånd og ved, hvad der ikke er til diskussion.',
    'Det, I aftaler, bliver skrevet ned med frist og ansvarlig, og I følger begge op på det.',
    'Kommer du tilbage efter orlov eller langt fravær, får du tilbudt en samtale inden for otte uger.',
  ].join('\n'),
  en: [
    'You have a right to a development talk every year.',
    'In a year when your team holds a TUS or GRUS you may ask for a talk of your own as well. Then it must be held.',
    'You always have your own training plan, also in a year of team talks.',
    'You know the purpose and the agenda beforehand, and what is not up for discussion.',
    'What you agree is written down with a deadline and a person responsible, and you both follow it up.',
    'When you come back from leave or a long absence, you are offered a talk within eight weeks.',
  ].join('\n'),
};
