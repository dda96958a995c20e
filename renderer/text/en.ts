import type { da } from './da';
import { agreements } from './en/agreements';
import { caseExchange } from './en/case-exchange';
import { catalogues } from './en/catalogues';
import { common } from './en/common';
import { courseChains } from './en/course-chains';
import { dates } from './en/dates';
import { documents } from './en/documents';
import { drafts } from './en/drafts';
import { employees } from './en/employees';
import { enrolments } from './en/enrolments';
import { exchange } from './en/exchange';
import { funds } from './en/funds';
import { handover } from './en/handover';
import { history } from './en/history';
import { layout } from './en/layout';
import { leaderTraining } from './en/leader-training';
import { leaders } from './en/leaders';
import { merit } from './en/merit';
import { notes } from './en/notes';
import { overview } from './en/overview';
import { preparation } from './en/preparation';
import { print } from './en/print';
import { programme } from './en/programme';
import { ratings } from './en/ratings';
import { search } from './en/search';
import { season } from './en/season';
import { seatPlan } from './en/seat-plan';
import { settings } from './en/settings';
import { spiders } from './en/spiders';
import { staffImports } from './en/staff-imports';
import { tableImport } from './en/table-import';
import { talkForms } from './en/talk-forms';
import { talks } from './en/talks';
import { teams } from './en/teams';
import { today } from './en/today';
import { trainingPlans } from './en/training-plans';
import { vault } from './en/vault';
import type { Same } from './same';

export const en: Same<typeof da> = {
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
};
