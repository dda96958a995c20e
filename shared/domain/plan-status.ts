import { matrixOption } from './inspiration-matrix';
import type { Text } from './text';

/** How a training plan stands: mangler, kladde, aftalt, underskrevet (R000-03). */
export const planStatuses = ['missing', 'draft', 'agreed', 'signed'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** The status of somebody's plan for a school year; without a plan it is missing. */
export function planStatus(plan: { status: 'draft' | 'agreed' | 'signed' } | null | undefined): PlanStatus {
  return plan?.status ?? 'missing';
}

export type PlanLineFacts = {
  readonly competence: string;
  readonly activity: string;
  readonly who: string;
  readonly dueOn: string;
  readonly cell: string;
  readonly taskName: string;
};

/** A line with all four of R003-01, a place in the matrix (R000-12) and a task it springs from (R000-10). */
export function isCompleteLine(line: PlanLineFacts): boolean {
  const words = [line.competence, line.activity, line.who, line.dueOn, line.taskName];
  return words.every((word) => word.trim() !== '') && matrixOption(line.cell) !== undefined;
}

/** What still stands between a plan and being agreed; empty when it is ready. */
export function planProblems(lines: readonly PlanLineFacts[]): Text[] {
  if (lines.length === 0) {
    return [{ da: 'Planen har ingen linjer endnu. Tilføj en.', en: 'The plan has no lines yet. Add one.' }];
  }
  return lines.flatMap((line, index) => {
    if (isCompleteLine(line)) return [];
    if (line.taskName.trim() === '') {
      return [
        {
          da: `Linje ${index + 1} mangler den opgave, behovet udspringer af.`,
          en: `Line ${index + 1} is missing the task the need arises from.`,
        },
      ];
    }
    return [
      {
        da: `Linje ${index + 1} er ikke udfyldt: Hvad, hvem, hvornår, aktivitet og plads i inspirationslisten skal med.`,
        en: `Line ${index + 1} is incomplete: what, who, when, activity and a place in the inspiration list are needed.`,
      },
    ];
  });
}
