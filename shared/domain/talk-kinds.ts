import type { Text } from './text';

/**
 * MUS, TUS, GRUS and the specific competence talk, KUS (R003-07). MUS and KUS are held with one employee, TUS and GRUS
 * with a team.
 */
export const talkKinds = ['MUS', 'TUS', 'GRUS', 'KUS'] as const;
export type TalkKind = (typeof talkKinds)[number];

export const individualKinds = ['MUS', 'KUS'] as const;
export const teamKinds = ['TUS', 'GRUS'] as const;
export type TeamKind = (typeof teamKinds)[number];

export function isTeamKind(kind: TalkKind): kind is TeamKind {
  return kind === 'TUS' || kind === 'GRUS';
}

/**
 * How far ahead a talk plans: the coming year in a MUS, the coming two years in a TUS (R002-08, R002-09, DOMAIN 0.7).
 * Months.
 */
export const horizonMonths: Readonly<Record<TalkKind, number>> = { MUS: 12, TUS: 24, GRUS: 12, KUS: 12 };

/** How long a talk takes until the school says otherwise; a GRUS takes one and a half to two hours (DOMAIN 3.2). Minutes. */
export const usualMinutes: Readonly<Record<TalkKind, number>> = { MUS: 60, TUS: 120, GRUS: 105, KUS: 45 };

/** How a kind is named on screen and paper. */
export const kindNames: Readonly<Record<TalkKind, Text>> = {
  MUS: { da: 'MUS', en: 'MUS' },
  TUS: { da: 'TUS', en: 'TUS' },
  GRUS: { da: 'GRUS', en: 'GRUS' },
  KUS: { da: 'Kompetencesamtale', en: 'Competence talk' },
};

/** What a kind's letters stand for. */
export const kindMeanings: Readonly<Record<TalkKind, Text>> = {
  MUS: { da: 'Medarbejderudviklingssamtale', en: 'Individual development talk' },
  TUS: { da: 'Teamudviklingssamtale', en: 'Team development talk' },
  GRUS: { da: 'Gruppeudviklingssamtale', en: 'Group development talk' },
  KUS: { da: 'Specifik kompetenceudviklingssamtale', en: 'Specific competence development talk' },
};

/** A kind inside a sentence: “kompetencesamtale” begins small there, “MUS” does not. */
export function kindInSentence(kind: TalkKind): Text {
  const { da, en } = kindNames[kind];
  return kind === 'KUS' ? { da: da.toLowerCase(), en: en.toLowerCase() } : { da, en };
}
