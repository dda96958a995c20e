/** Whose position a merit case needs: both, and neither alone (R002-12, DOMAIN 0.4). */
export const meritRoles = ['developmentChief', 'hrChief'] as const;
export type MeritRole = (typeof meritRoles)[number];

/** What one of the two says: all of the requirement, part of it, nothing, or that something is missing. */
export const meritVerdicts = ['yes', 'partly', 'no', 'moreInformation'] as const;
export type MeritVerdict = (typeof meritVerdicts)[number];

/**
 * Where a case stands. `draft`: being written. `submitted`: waits for both positions. `moreInformation`: back with the
 * applicant. `disagreement`: both have spoken and do not agree; they meet and take a new round. `granted`, `partly`,
 * `refused`: decided by both. `withdrawn`: taken back by the applicant.
 */
export const meritStates = [
  'draft',
  'submitted',
  'moreInformation',
  'disagreement',
  'granted',
  'partly',
  'refused',
  'withdrawn',
] as const;
export type MeritState = (typeof meritStates)[number];

/**
 * What a case waits for at the school. `positions`: the two are to speak here. `meeting`: they disagree. `information`:
 * more has been asked for. `send`: HR has not been sent what was handed in or withdrawn. `letter`: it is decided, and the
 * applicant has no letter.
 */
export const meritWaits = ['positions', 'meeting', 'information', 'send', 'letter'] as const;
export type MeritWaits = (typeof meritWaits)[number];

/** What can be done to a case beside taking a position. */
export const meritMoves = [
  'submit',
  'takeBack',
  'answer',
  'meet',
  'complain',
  'reopen',
  'withdraw',
  'resume',
] as const;
export type MeritMove = (typeof meritMoves)[number];

/** How a module stands in a leader's ledger. */
export const ledgerKinds = ['passed', 'underWay', 'planned', 'merit'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** What a requirement rests on: the law, or the school's own choice (DOMAIN 0.5, R002-17). */
export const requirementBases = ['eudReform', 'schoolDecision'] as const;
