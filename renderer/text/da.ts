import { agreements } from './da/agreements';
import { common } from './da/common';
import { dates } from './da/dates';
import { documents } from './da/documents';
import { employees } from './da/employees';
import { layout } from './da/layout';
import { print } from './da/print';
import { ratings } from './da/ratings';
import { settings } from './da/settings';
import { spiders } from './da/spiders';
import { staffImports } from './da/staff-imports';
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
