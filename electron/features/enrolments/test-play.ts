import type { TestWorld } from '../test-world';

/** For the main job: a wish goes all the way, is paid, proved and brought into use; most of it is taken back once. */
export async function playEnrolments({ must, lay }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('enrolments', name, input);
  const { leaders } = await must<{ leaders: { employeeId: string }[] }>('leaderTraining', 'overview');
  const employeeId = leaders[0]?.employeeId;
  const budget = { schoolYear: '2026/27', name: 'Skolen', teamId: null, priorityId: null };
  const spent = { ...budget, amountOre: 5_000_000, substituteDays: 10 };
  const { id: budgetId } = await ask<{ id: string }>('saveBudget', spent);
  for (const name of ['removeBudget', 'restoreBudget']) await ask(name, { id: budgetId });

  const wish = {
    employeeId,
    itemId: null,
    runId: null,
    agreementId: null,
    title: 'Diplommodul',
    provider: 'VIA',
    startsOn: '2026-10-01',
    endsOn: '2026-10-30',
    feeOre: 1_450_000,
    materialsOre: 0,
    substituteDays: 2,
    substituteDayOre: 180_000,
    budgetId,
    priorityId: null,
    completedOn: null,
    reason: '',
  };
  const ids: string[] = [];
  for (const title of ['Diplommodul', 'Ordblindhed', 'Matematikvejleder'])
    ids.push((await ask<{ id: string }>('save', { ...wish, title })).id);
  const [id = '', other = ''] = ids;
  for (const name of ['remove', 'restore']) await ask(name, { id: other });
  await ask('choices');
  await ask('linesOf', { employeeId });

  const today = '2026-11-23';
  const move = (to: string, state: string) =>
    ask<{ stepId: string }>('move', { id: to, state, onDate: today, reason: 'Aftalt.' });
  for (const state of ['approved', 'enrolled', 'underWay']) await move(id, state);
  const { stepId } = await move(id, 'completed');
  await ask('undoMove', { id, stepId });
  await move(id, 'completed');
  await move(other, 'approved');

  lay({ name: 'bevis.pdf', bytes: Buffer.from('%PDF-1.7 bevis') });
  await ask('addCertificate', { id });
  lay(null);
  await ask('exportCertificate', { id });
  const { attachmentId } = await ask<{ attachmentId: string }>('removeCertificate', { id });
  await ask('restoreCertificate', { id, attachmentId });
  for (const outcome of [
    { kind: 'qualification', subject: 'dansk', basis: 'formal' },
    { kind: 'ects', ects: 5 },
  ]) {
    const { outcomeId } = await ask<{ outcomeId: string }>('addOutcome', { id, outcome });
    await ask('removeOutcome', { outcomeId });
  }
  await ask('addOutcome', { id, outcome: { kind: 'nothing' } });

  for (const one of [id, other]) {
    const { stepIds } = await ask<{ stepIds: string[] }>('suggestTransfer', { id: one });
    for (const name of ['removeSteps', 'restoreSteps']) await ask(name, { ids: stepIds.slice(0, 2) });
    await ask('markStep', { id: stepIds[0], isDone: true });
  }
  const step = { phase: 'after', text: 'Vis det frem', dueOn: '2026-12-01', responsibleId: employeeId };
  await ask('saveStep', { ...step, enrolmentId: id, teamId: null });
  await ask('get', { id });
  await ask('ofEmployee', { employeeId });
  await ask('budgets', { schoolYear: '2026/27' });
  await ask('list');
}
