import type { ModelAnswer } from '@shared/domain/seat-plan/seat-model';
import loadHighs from 'highs';

/** Longest a model may take, in seconds; what is not proven by then is said not to be. */
const mostSeconds = 20;

/**
 * Solves a model in CPLEX LP format with HiGHS, in this very process, which does nothing else meanwhile: the application
 * has it done in a process of its own (`shell/solver.ts`). `wasmFile` where the solver does not lie beside its code.
 */
export async function solveHere(model: string, wasmFile?: string): Promise<ModelAnswer> {
  const highs = await loadHighs(wasmFile ? { locateFile: () => wasmFile } : {});
  const { Status, Columns } = highs.solve(model, {
    output_flag: false,
    // To proven optimum: a plan that is nearly the best has no business here.
    mip_rel_gap: 0,
    mip_abs_gap: 0,
    time_limit: mostSeconds,
  });
  const values = Object.fromEntries(
    Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]),
  );
  return { status: statuses[Status] ?? 'other', values };
}

const statuses: Readonly<Record<string, ModelAnswer['status']>> = {
  Optimal: 'optimal',
  Infeasible: 'infeasible',
  'Time limit reached': 'timeLimit',
};
