import type { TestWorld } from '../test-world';

/** Somebody applies for merit; the two disagree, meet and agree; she gets her letter, and complains. */
export async function playMerit({ must, lay }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('merit', name, input);
  const { applicants } = await ask<{ applicants: { employeeId: string; missing: number }[] }>('applicants');
  const { employeeId } = applicants.find(({ missing }) => missing > 0) ?? {};
  const { caseId } = await ask<{ caseId: string }>('start', { employeeId });
  for (const way of ['remove', 'restore']) await ask(way, { caseId });
  await ask('saveApplication', { caseId, application: 'Jeg søger merit.' });
  const facts = { provider: 'Universitetet', year: 2024, ects: 10, learningGoals: '', covers: ['Ledelse'] };
  const paper = { caseId, title: 'Master', ...facts };
  const { id: evidenceId } = await ask<{ id: string }>('saveEvidence', paper);
  await ask('setCover', { evidenceId, part: 'Samarbejde', isCovered: true });
  lay({ name: 'bevis.pdf', bytes: Buffer.from('%PDF-1.7 bevis') });
  for (const name of ['attach', 'exportAttachment', 'detach', 'attach', 'removeEvidence', 'restoreEvidence'])
    await ask(name, { evidenceId });
  lay(null);
  const move = (round: number, name: string) => ask('move', { caseId, round, move: name, reason: 'Fordi.' });
  const say = (round: number, role: string, name: string, verdict: string) =>
    ask('takePosition', { caseId, round, role, name, verdict, ects: null, reason: 'Fordi.' });
  await move(1, 'submit');
  await say(1, 'hrChief', 'Peter', 'no');
  await say(1, 'developmentChief', 'Inger', 'yes');
  await move(1, 'meet');
  await say(2, 'hrChief', 'Peter', 'no');
  await say(2, 'developmentChief', 'Inger', 'no');
  await must('documents', 'meritLetter', { caseId, way: 'save' });
  await move(2, 'complain');
  for (const name of ['get', 'precedents']) await ask(name, { caseId });
  await ask('list');
}
