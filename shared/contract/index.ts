import { agreements } from './agreements';
import { backups } from './backups';
import { categories } from './categories';
import type { FeatureContract, Input, Output } from './core';
import { documents } from './documents';
import { employees } from './employees';
import { preferences } from './preferences';
import { ratings } from './ratings';
import { school } from './school';
import { spiders } from './spiders';
import { staffImports } from './staff-imports';
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
  school,
  backups,
  employees,
  categories,
  teams,
  staffImports,
  talks,
  agreements,
  trainingPlans,
  today,
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
