import { agreements } from './da/agreements';
import { caseExchange } from './da/case-exchange';
import { common } from './da/common';
import { dates } from './da/dates';
import { documents } from './da/documents';
import { drafts } from './da/drafts';
import { employees } from './da/employees';
import { exchange } from './da/exchange';
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
import { ratings } from './da/ratings';
import { search } from './da/search';
import { season } from './da/season';
import { settings } from './da/settings';
import { spiders } from './da/spiders';
import { staffImports } from './da/staff-imports';
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
  settings,
  vault,
  layout,
  documents,
  preparation,
  print,
  dates,
  employees,
  staffImports,
  teams,
  today,
  season,
  talks,
  talkForms,
  agreements,
  merit,
  notes,
  caseExchange,
  drafts,
  trainingPlans,
  leaders,
  leaderTraining,
  handover,
  exchange,
  history,
  overview,
} as const;
