import { trainingPlans } from './en/training-plans';
import { agreements } from './en/agreements';
import { talks } from './en/talks';
import { today } from './en/today';
import { teams } from './en/teams';
import { staffImports } from './en/staff-imports';
import { employees } from './en/employees';
import { dates } from './en/dates';
import type { da } from './da';
import { common } from './en/common';
import { ratings } from './en/ratings';
import { spiders } from './en/spiders';
import { settings } from './en/settings';
import { vault } from './en/vault';
import { layout } from './en/layout';
import { documents } from './en/documents';
import { print } from './en/print';
import type { Same } from './same';

export const en: Same<typeof da> = {
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
};
