import type { Contract } from '@shared/contract';
import { agreementsHandlers } from './agreements/agreements';
import { backupsHandlers } from './backups';
import { caseExchangeHandlers } from './case-exchange/case-exchange';
import { cataloguesHandlers } from './catalogues/handlers';
import { categoriesHandlers } from './categories';
import type { Handlers } from './context';
import { courseChainsHandlers } from './course-chains/handlers';
import { documentsHandlers } from './documents/handlers';
import { draftsHandlers } from './drafts';
import { employeesHandlers } from './employees/employees';
import { enrolmentsHandlers } from './enrolments/handlers';
import { exchangeHandlers } from './exchange';
import { fundsHandlers } from './funds/funds';
import { handoverHandlers } from './handover';
import { historyHandlers } from './history';
import { leaderTrainingHandlers } from './leader-training/handlers';
import { leadersHandlers } from './leaders';
import { meritHandlers } from './merit/merit';
import { notesHandlers } from './notes';
import { overviewHandlers } from './overview/overview';
import { preferencesHandlers } from './preferences';
import { preparationHandlers } from './preparation/preparation';
import { programmeHandlers } from './programme/programme';
import { ratingsHandlers } from './ratings/ratings';
import { schoolHandlers } from './school';
import { searchHandlers } from './search';
import { seasonHandlers } from './season/handlers';
import { seatPlanHandlers } from './seat-plan/seat-plan';
import { spidersHandlers } from './spiders';
import { staffImportsHandlers } from './staff-imports/staff-imports';
import { talkFormsHandlers } from './talk-forms/talk-forms';
import { talksHandlers } from './talks/talks';
import { teamsHandlers } from './teams';
import { todayHandlers } from './today';
import { trainingPlansHandlers } from './training-plans';
import { vaultHandlers } from './vault/vault';

/** Table of contents: the handlers of every feature in the contract. */
export const handlers: { readonly [F in keyof Contract]: Handlers<Contract[F]> } = {
  vault: vaultHandlers,
  preferences: preferencesHandlers,
  preparation: preparationHandlers,
  school: schoolHandlers,
  backups: backupsHandlers,
  spiders: spidersHandlers,
  ratings: ratingsHandlers,
  documents: documentsHandlers,
  employees: employeesHandlers,
  categories: categoriesHandlers,
  catalogues: cataloguesHandlers,
  courseChains: courseChainsHandlers,
  teams: teamsHandlers,
  staffImports: staffImportsHandlers,
  talks: talksHandlers,
  season: seasonHandlers,
  talkForms: talkFormsHandlers,
  agreements: agreementsHandlers,
  notes: notesHandlers,
  drafts: draftsHandlers,
  trainingPlans: trainingPlansHandlers,
  search: searchHandlers,
  leaders: leadersHandlers,
  leaderTraining: leaderTrainingHandlers,
  handover: handoverHandlers,
  enrolments: enrolmentsHandlers,
  exchange: exchangeHandlers,
  today: todayHandlers,
  history: historyHandlers,
  overview: overviewHandlers,
  programme: programmeHandlers,
  funds: fundsHandlers,
  merit: meritHandlers,
  caseExchange: caseExchangeHandlers,
  seatPlan: seatPlanHandlers,
};
