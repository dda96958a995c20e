import type { TestWorld } from '../test-world';

/** An activity and its run come, go and come back; it is put into a plan and taken out, printed and shared. */
export async function playProgramme({ must }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('programme', name, input);
  const schoolYear = '2026/27';
  const people = await must<{ id: string }[]>('employees', 'list');
  const employeeId = people.at(-1)?.id;
  const { competences } = await ask<{ competences: { lineageId: string; name: string }[] }>('choices');
  const item = {
    title: 'Klasseledelse i praksis',
    description: '',
    kind: 'course',
    level: 'individual',
    form: 'physical',
    provider: 'PPL',
    targetGroup: '',
    url: 'https://www.laeringsledelse.dk',
    ects: null,
    qualification: 'none',
    subject: '',
    isCompulsory: false,
    feeOre: 680_000,
    materialsOre: null,
    days: 7,
    isFromFoundation: true,
    strategicDecision: '',
    isOffered: true,
    lineageIds: competences.slice(0, 2).map(({ lineageId }) => lineageId),
    tags: ['learningAndWellbeing'],
  };
  const { id: itemId } = await ask<{ id: string }>('save', item);
  const run = { itemId, startsOn: '2027-01-20', endsOn: '2027-06-02', signUpBy: null, place: 'Rådhuset' };
  const { id: runId } = await ask<{ id: string }>('saveRun', {
    ...run,
    seats: 18,
    minimumSeats: 10,
    days: ['2027-01-20'],
  });
  for (const state of ['confirmed', 'cancelled', 'open']) await ask('setRunState', { id: runId, state });
  for (const name of ['removeRun', 'restoreRun']) await ask(name, { id: runId });
  for (const name of ['remove', 'restore']) await ask(name, { id: itemId });
  await ask('forEmployee', { employeeId, talkId: null, schoolYear });
  const wish = { itemId, employeeId, talkId: null, schoolYear, competence: 'Klasseledelse', origin: 'wish' };
  for (const isKept of [false, true]) {
    const task = { taskKind: 'present', taskName: 'dansk 4.A' };
    const { agreementId } = await ask<{ agreementId: string }>('addToPlan', { ...wish, ...task });
    if (!isKept) await ask('undoAddToPlan', { agreementId });
    else for (const asked of [null, itemId]) await ask('setRequest', { agreementId, itemId: asked });
  }
  for (const page of ['list', 'demand', 'share']) await ask(page, { schoolYear });
  await ask('get', { id: itemId, schoolYear });
  await ask('experts', { text: 'dansk' });
  await must('documents', 'programme', { schoolYear, way: 'save' });
}
