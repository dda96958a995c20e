import { today } from './today';
import { trainingPlans } from './training-plans';
import { agreements } from './agreements';
import { talks } from './talks';
import { teams } from './teams';
import { staffImports } from './staff-imports';
import { employees } from './employees';
import { categories } from './categories';
import { backups } from './backups';
import { preferences } from './preferences';
import { ratings } from './ratings';
import { school } from './school';
import { spiders } from './spiders';
import { vault } from './vault';
import type { FeatureContract, Input, Output } from './core';
import { documents } from './documents';

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
