/** How many of everything a handover pack holds. */
export type HandoverCounts = {
  readonly people: number;
  /** Open promises the leader gave, alone or with the other. */
  readonly herPromises: number;
  readonly theirPromises: number;
  /** Of both, those whose day was over when the new leader takes over. */
  readonly overduePromises: number;
  readonly dueTalks: number;
  /** Planned talks from the first day of the new leader on. */
  readonly plannedTalks: number;
  /** Talks from before that day that nobody has closed. */
  readonly unclosedTalks: number;
  readonly unsignedPlans: number;
};

type Unit = {
  readonly promises: readonly { giver: 'employee' | 'leader' | 'both'; isOverdue: boolean }[];
  readonly dueTalks: readonly unknown[];
  readonly plannedTalks: readonly { isBefore: boolean }[];
  readonly plans: readonly unknown[];
};

/** Counts what stands in the units, so that the first page never says something else than the pages after it. */
export function handoverCounts(units: readonly Unit[], people: number): HandoverCounts {
  const sum = (of: (unit: Unit) => number) => units.reduce((total, unit) => total + of(unit), 0);
  const herPromises = sum((unit) => unit.promises.filter(({ giver }) => giver !== 'employee').length);
  return {
    people,
    herPromises,
    theirPromises: sum((unit) => unit.promises.length) - herPromises,
    overduePromises: sum((unit) => unit.promises.filter(({ isOverdue }) => isOverdue).length),
    dueTalks: sum((unit) => unit.dueTalks.length),
    plannedTalks: sum((unit) => unit.plannedTalks.filter(({ isBefore }) => !isBefore).length),
    unclosedTalks: sum((unit) => unit.plannedTalks.filter(({ isBefore }) => isBefore).length),
    unsignedPlans: sum((unit) => unit.plans.length),
  };
}

/** What the new leader does in her first month, in order; what there is nothing of is left out. */
export const firstMonthSteps = [
  'herPromises',
  'overduePromises',
  'unclosedTalks',
  'plannedTalks',
  'dueTalks',
  'unsignedPlans',
] as const satisfies readonly (keyof HandoverCounts)[];
