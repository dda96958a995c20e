import { matrixCodes } from '@shared/domain/inspiration-matrix';
import { passphrases, pins, staffList, type TestWorld } from './test-world';

type Overview = { axes: { competenceId: string }[] };

/** The main job once and in order, from the first start to a signed plan, for three employees at different stages. */
export async function playMainJob(at: TestWorld): Promise<void> {
  const { must } = at;
  const school = {
    name: 'Lærkemoseskolen',
    municipality: 'Nordmarke Kommune',
    profile: 'folkeskole',
    leaderName: 'Birgitte Halkjær',
    leaderTitle: 'skoleleder',
    retentionYears: 5,
    retentionReason: '',
  };
  await must('vault', 'create', { passphrase: passphrases[0], school });
  at.lay({ name: 'personale.csv', bytes: staffList });
  const { token, suggestion } = await must<{ token: string; suggestion: unknown }>('staffImports', 'choose');
  at.lay(null);
  const { importId } = await must<{ importId: string }>('staffImports', 'apply', {
    token,
    matching: suggestion,
  });
  await must('staffImports', 'undo', { importId });
  const { categories } = await must<{ categories: { id: string; name: string }[] }>('categories', 'list');
  const categoryId = categories.find(({ name }) => name === 'lærer')?.id;
  const { id: teamId } = await must<{ id: string }>('teams', 'save', {
    name: 'Mellemtrinsteam',
    type: 'team',
  });
  const priorities = [{ kind: 'school', name: 'Naturfag i indskolingen' }];
  await must('school', 'savePriorities', { priorities });

  const plans: string[] = [];
  for (const [number, name] of ['Pernille Aagaard', 'Kasper Nyholm', 'Åse Bæk'].entries()) {
    const facts = {
      title: '',
      employmentDate: '2012-08-01',
      leavingDate: null,
      employmentPercent: 100,
      note: '',
    };
    const person = { ...facts, employeeNumber: `L${number}`, name, categoryId, teamId };
    const { id: employeeId } = await must<{ id: string }>('employees', 'save', person);
    const date = { heldOn: '2026-11-24', startsAt: '13:30', place: 'Kontoret' };
    const { id: talkId } = await must<{ id: string }>('talks', 'plan', { employeeId, ...date });
    await must('agreements', 'save', {
      employeeId,
      talkId,
      schoolYear: '2026/27',
      competence: 'Testning af ordblindhed',
      activity: 'Kursus',
      who: 'begge',
      dueOn: '2027-03-31',
      giver: 'both',
      receiver: 'school',
      origin: 'both',
      plan: { cell: matrixCodes[0], priorityId: null, taskKind: 'present', taskName: 'dansk 4.A' },
    });
    plans.push(
      (await must<{ planId: string }>('trainingPlans', 'open', { employeeId, schoolYear: '2026/27' })).planId,
    );
    await must('talks', 'saveNote', { talkId, area: 1, text: 'Trives.' });
    if (number < 2) await rate(at, talkId, number === 0 ? ['self', 'leader'] : ['leader', 'self']);
  }
  for (const planId of plans.slice(0, 2)) await must('trainingPlans', 'agree', { planId });
  const signature = { planId: plans[0], method: 'typed', name: 'Pernille', drawing: '', wording: 'agree' };
  await must('documents', 'sign', { ...signature, party: 'employee' });
  await must('documents', 'sign', { ...signature, party: 'leader' });
  await must('backups', 'makeNow');
  await must('vault', 'lock');
  const { backups } = await must<{ backups: { name: string }[] }>('vault', 'backups');
  await must('vault', 'restore', { name: backups[0]?.name, passphrase: passphrases[0] });
  await must('vault', 'unlock', { passphrase: passphrases[0] });
}

/** Both ratings of a talk, in this order; afterwards both are locked and shown. */
async function rate(at: TestWorld, talkId: string, order: readonly ('self' | 'leader')[]): Promise<void> {
  const { must } = at;
  const { axes } = await must<Overview>('ratings', 'overview', { talkId });
  const answer = { state: 'rated', level: 3, comment: 'ser eleverne' };
  for (const role of order) {
    if (role === 'leader') {
      // One competence they see differently, so that there is a card to print.
      for (const [index, { competenceId }] of axes.entries()) {
        const level = index === 0 ? 5 : answer.level;
        await must('ratings', 'saveLeader', { talkId, competenceId, answer: { ...answer, level } });
      }
      await must('ratings', 'lockLeader', { talkId });
      if (order[0] !== role) continue;
      await must('ratings', 'withdrawLeader', { talkId });
      await must('ratings', 'lockLeader', { talkId });
      continue;
    }
    await must('ratings', 'lend', { talkId });
    await must('ratings', 'choosePin', { pin: pins[0], repeat: pins[0] });
    await must('ratings', 'save', { answers: axes.map(() => answer) });
    await must('ratings', 'lock');
    await must('ratings', 'handBack');
    await must('vault', 'unlock', { passphrase: passphrases[0] });
    if (order[0] !== role) continue;
    // She takes it back the next day, and locks again.
    await must('ratings', 'lend', { talkId });
    await must('ratings', 'openWithPin', { pin: pins[0] });
    await must('ratings', 'withdraw');
    await must('ratings', 'lock');
    await must('ratings', 'handBack');
    await must('vault', 'unlock', { passphrase: passphrases[0] });
  }
  if (order[1] === 'leader') await must('ratings', 'reveal', { talkId, pin: pins[0] });
  await must('ratings', 'saveAgreed', { talkId, competenceId: axes[0]?.competenceId, answer });
}
