import type { TestWorld } from '../test-world';

type Chain = { steps: { id: string; kind: string }[]; teams: { id: string }[] };

/** A chain is begun; steps, a solved module and a survey round come, go and come back. */
export async function playCourseChains({ must }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('courseChains', name, input);
  const { id: own } = await ask<{ id: string }>('save', { title: 'Læsning i alle fag', purpose: '' });
  for (const name of ['remove', 'restore']) await ask(name, { id: own });
  const { id } = await ask<{ id: string }>('begin');
  const { steps, teams } = await ask<Chain>('get', { id });
  const planned = { plannedFrom: '2027-08-15', plannedTo: '2027-10-01', itemId: null };
  const course = { chainId: id, kind: 'course', title: 'Fjerde kursus', responsible: '', ...planned };
  const { id: stepId } = await ask<{ id: string }>('saveStep', course);
  await ask('moveStep', { id: stepId, by: -1 });
  for (const name of ['removeStep', 'restoreStep']) await ask(name, { id: stepId });
  const module = steps.find(({ kind }) => kind === 'module')?.id;
  for (const { id: teamId } of teams.slice(0, 2)) {
    const solved = { stepId: module, teamId, completedOn: '2026-09-15', note: '' };
    await ask('solve', solved);
    await ask('unsolve', { stepId: module, teamId });
    await ask('solve', solved);
  }
  const round = {
    chainId: id,
    title: 'Første kortlægning',
    heldOn: '2026-03-01',
    summary: 'Svarprocent 92.',
  };
  const results = [{ text: 'Eleverne kender ikke deres mål', stepIds: [stepId] }];
  const { id: roundId } = await ask<{ id: string }>('saveRound', { ...round, results });
  for (const name of ['removeRound', 'restoreRound']) await ask(name, { id: roundId });
  const people = await must<{ id: string }[]>('employees', 'list');
  for (const { id: employeeId } of people.slice(0, 3)) await ask('forEmployee', { employeeId });
  await ask('list');
}
