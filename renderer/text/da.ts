import { agreements } from './da/agreements';
import { caseExchange } from './da/case-exchange';
import { catalogues } from './da/catalogues';
import { common } from './da/common';
import { courseChains } from './da/course-chains';
import { dates } from './da/dates';
import { documents } from './da/documents';
import { drafts } from './da/drafts';
import { employees } from './da/employees';
import { enrolments } from './da/enrolments';
import { exchange } from './da/exchange';
import { funds } from './da/funds';
import { handover } from './da/handover';
import { history } from './da/history';
import { layout } from './da/layout';
import { leaderTraining } from './da/leader-training';
import { leaders } from './da/leaders';
import { merit } from './da/merit';
import { notes } from './da/notes';
import { overview } from './da/overview';
import { preparation } from './da/preparation';
import { print } from './da/print';
import { programme } from './da/programme';
import { ratings } from './da/ratings';
import { search } from './da/search';
import { season } from './da/season';
import { seatPlan } from './da/seat-plan';
import { settings } from './da/settings';
import { spiders } from './da/spiders';
import { staffImports } from './da/staff-imports';
import { tableImport } from './da/table-import';
import { talkForms } from './da/talk-forms';
import { talks } from './da/talks';
import { teams } from './da/teams';
import { today } from './da/today';
import { trainingPlans } from './da/training-plans';
import { vault } from './da/vault';

/** Danish, the source of all keys; one part a feature. */
export const da = {
  common,
  ratings,
  spiders,
  search,
  seatPlan,
  settings,
  vault,
  layout,
  documents,
  preparation,
  print,
  dates,
  employees,
  staffImports,
  tableImport,
  teams,
  today,
  season,
  talks,
  talkForms,
  agreements,
  funds,
  merit,
  notes,
  caseExchange,
  catalogues,
  courseChains,
  drafts,
  trainingPlans,
  leaders,
  leaderTraining,
  handover,
  enrolments,
  exchange,
  history,
  overview,
  programme,
} as const;
