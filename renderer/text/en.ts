import type { da } from './da';
import { agreements } from './en/agreements';
import { common } from './en/common';
import { dates } from './en/dates';
import { documents } from './en/documents';
import { employees } from './en/employees';
import { layout } from './en/layout';
import { print } from './en/print';
import { ratings } from './en/ratings';
import { settings } from './en/settings';
import { spiders } from './en/spiders';
import { staffImports } from './en/staff-imports';
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
