import type { OutputOf } from '@shared/contract';
import type { TestWorld } from '../test-world';

/** For the main job: a wish for an item of the programme is given a seat by the plan, taken back, and given again. */
export async function playSeatPlan({ must }: TestWorld): Promise<void> {
  const schoolYear = '2026/27';
  const { items } = await must<OutputOf<'programme', 'list'>>('programme', 'list', { schoolYear });
  const itemId = items.find(({ nextRun }) => nextRun)?.id;
  const people = await must<{ id: string }[]>('employees', 'list');
  const wish = {
    employeeId: people.at(-1)?.id,
    itemId,
    runId: null,
    agreementId: null,
    title: 'Klasseledelse i praksis',
    provider: 'PPL',
    startsOn: null,
    endsOn: null,
    feeOre: 680_000,
    materialsOre: 0,
    substituteDays: 0,
    substituteDayOre: 0,
    budgetId: null,
    priorityId: null,
    completedOn: null,
    reason: '',
  };
  await must('enrolments', 'save', wish);
  await must('seatPlan', 'question');
  const frame = { fixed: [], ruledOut: [], seats: [], budgets: [] };
  for (const isKept of [false, true]) {
    const { seats } = await must<OutputOf<'seatPlan', 'propose'>>('seatPlan', 'propose', frame);
    const { accepted } = await must<OutputOf<'seatPlan', 'accept'>>('seatPlan', 'accept', { seats });
    if (!isKept) await must('seatPlan', 'undoAccept', { accepted });
  }
}
