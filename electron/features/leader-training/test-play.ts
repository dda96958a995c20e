import type { TestWorld } from '../test-world';

/** A post gets a requirement; modules, certificates, posts, meetings and courses come, go and come back. */
export async function playLeaderTraining(
  { must, lay }: TestWorld,
  categoryId: string | undefined,
): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('leaderTraining', name, input);
  const made = async (name: string, input: unknown) => (await ask<{ id: string }>(name, input)).id;
  const people = (await must<{ id: string }[]>('employees', 'list')).map(({ id }) => id);
  const [employeeId, other] = people;
  const id = await made('saveRequirement', {
    name: 'Alle skal lede',
    ects: 10,
    beginWithinMonths: 12,
    basis: 'schoolDecision',
    source: 'Skolens beslutning',
    lastCheckedOn: '2026-11-01',
    validFrom: '2026-08-01',
    validTo: null,
    categoryIds: [categoryId],
    parts: ['Ledelse', 'Samarbejde'],
  });
  for (const validTo of ['2027-07-31', null]) await ask('endRequirement', { id, validTo });
  const module = { title: 'Ledelse', provider: 'Professionshøjskolen', ects: 2.5 };
  const days = { startedOn: '2026-02-01', completedOn: '2026-06-20' };
  const entryId = await made('saveEntry', { employeeId, kind: 'passed', ...module, ...days });
  await ask('savePosts', { employeeId, posts: [{ categoryId, fromDate: '2026-09-01' }] });
  await ask('savePlan', { employeeId, plannedCompletionOn: '2028-06-30' });
  lay({ name: 'bevis.pdf', bytes: Buffer.from('%PDF-1.7 bevis') });
  await ask('addCertificate', { entryId });
  lay(null);
  await ask('exportCertificate', { entryId });
  const { attachmentId } = await ask<{ attachmentId: string }>('removeCertificate', { entryId });
  await ask('restoreCertificate', { entryId, attachmentId });
  const together = { employeeIds: [employeeId, other], ...module, title: 'Samarbejde', startedOn: null };
  for (const isKept of [false, true]) {
    const planned = await ask<{ entryIds: string[] }>('planTogether', together);
    if (!isKept) await ask('undoTogether', planned);
  }
  const item = { employeeId, entryId, topic: 'Feedback', meetingOn: '2026-12-07' };
  const itemId = await made('saveShareBack', item);
  await ask('markShareBack', { id: itemId, isDone: true });
  const participants = people.map((one) => ({ employeeId: one, attended: false }));
  const course = { title: 'Supervision', heldOn: '2026-12-01', place: '', note: '', participants };
  const courseId = await made('saveCourse', course);
  for (const [what, which] of [
    ['Requirement', id],
    ['Entry', entryId],
    ['ShareBack', itemId],
    ['Course', courseId],
  ] as const)
    for (const way of ['remove', 'restore']) await ask(`${way}${what}`, { id: which });
  for (const page of ['overview', 'requirements', 'shareBacks', 'courses']) await ask(page);
  await ask('ledger', { employeeId });
}
