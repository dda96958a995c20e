import type { Contract } from '@shared/contract';
import { agreementsHandlers } from './agreements/agreements';
import { backupsHandlers } from './backups';
import { categoriesHandlers } from './categories';
import type { Handlers } from './context';
import { documentsHandlers } from './documents/handlers';
import { employeesHandlers } from './employees/employees';
import { preferencesHandlers } from './preferences';
import { ratingsHandlers } from './ratings/ratings';
import { schoolHandlers } from './school';
import { spidersHandlers } from './spiders';
import { staffImportsHandlers } from './staff-imports/staff-imports';
import { talksHandlers } from './talks';
import { teamsHandlers } from './teams';
import { todayHandlers } from './today';
import { trainingPlansHandlers } from './training-plans';
import { vaultHandlers } from './vault/vault';

/** Table of contents: the handlers of every feature in the contract. */
export const handlers: { readonly [F in keyof Contract]: Handlers<Contract[F]> } = {
  vault: vaultHandlers,
  preferences: preferencesHandlers,
  school: schoolHandlers,
  backups: backupsHandlers,
  spiders: spidersHandlers,
  ratings: ratingsHandlers,
  documents: documentsHandlers,
  employees: employeesHandlers,
  categories: categoriesHandlers,
  teams: teamsHandlers,
  staffImports: staffImportsHandlers,
  talks: talksHandlers,
  agreements: agreementsHandlers,
  trainingPlans: trainingPlansHandlers,
  today: todayHandlers,
};
