import { agreements } from './agreements';
import { backups } from './backups';
import { caseExchange } from './case-exchange';
import { catalogues } from './catalogues';
import { categories } from './categories';
import type { FeatureContract, Input, Output } from './core';
import { courseChains } from './course-chains';
import { documents } from './documents';
import { drafts } from './drafts';
import { employees } from './employees';
import { enrolments } from './enrolments';
import { exchange } from './exchange';
import { funds } from './funds';
import { handover } from './handover';
import { history } from './history';
import { leaderTraining } from './leader-training';
import { leaders } from './leaders';
import { merit } from './merit';
import { notes } from './notes';
import { overview } from './overview';
import { preferences } from './preferences';
import { preparation } from './preparation';
import { programme } from './programme';
import { ratings } from './ratings';
import { school } from './school';
import { search } from './search';
import { season } from './season';
import { seatPlan } from './seat-plan';
import { spiders } from './spiders';
import { staffImports } from './staff-imports';
import { talkForms } from './talk-forms';
import { talks } from './talks';
import { teams } from './teams';
import { today } from './today';
import { trainingPlans } from './training-plans';
import { vault } from './vault';

/** Table of contents: every feature the renderer may ask. The bridge allows exactly these names. */
export const contract = {
  documents,
  ratings,
  spiders,
  vault,
  preferences,
  preparation,
  school,
  backups,
  employees,
  categories,
  catalogues,
  courseChains,
  teams,
  staffImports,
  talks,
  season,
  talkForms,
  agreements,
  notes,
  drafts,
  trainingPlans,
  search,
  leaders,
  leaderTraining,
  handover,
  enrolments,
  exchange,
  today,
  history,
  overview,
  programme,
  funds,
  merit,
  caseExchange,
  seatPlan,
} as const satisfies Record<string, FeatureContract>;

export type Contract = typeof contract;
export type FeatureName = keyof Contract;
export type CallName<F extends FeatureName> = keyof Contract[F] & string;
export type InputOf<F extends FeatureName, N extends CallName<F>> = Contract[F][N] extends infer C
  ? C extends import('./core').Call
    ? Input<C>
    : never
  : never;
export type OutputOf<F extends FeatureName, N extends CallName<F>> = Contract[F][N] extends infer C
  ? C extends import('./core').Call
    ? Output<C>
    : never
  : never;
