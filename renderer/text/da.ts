import { trainingPlans } from './da/training-plans';
import { agreements } from './da/agreements';
import { talks } from './da/talks';
import { today } from './da/today';
import { teams } from './da/teams';
import { staffImports } from './da/staff-imports';
import { employees } from './da/employees';
import { dates } from './da/dates';
import { common } from './da/common';
import { ratings } from './da/ratings';
import { spiders } from './da/spiders';
import { settings } from './da/settings';
import { vault } from './da/vault';
import { layout } from './da/layout';
import { documents } from './da/documents';
import { print } from './da/print';

/** Danish, the source of all keys; one part a feature. */
export const da = {
  common,
  ratings,
  spiders,
  settings,
  vault,
  layout,
  documents,
  print,
  dates,
  employees,
  staffImports,
  teams,
  today,
  talks,
  agreements,
  trainingPlans,
} as const;
