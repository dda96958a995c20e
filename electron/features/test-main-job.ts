import { matrixCodes } from '@shared/domain/inspiration-matrix';
import { writeKeyCard } from '../data/exchange/key-card';
import { newKeys } from '../data/exchange/sign';
import { playCaseExchange } from './case-exchange/test-play';
import { playCatalogues } from './catalogues/test-play';
import { playCourseChains } from './course-chains/test-play';
import { playEnrolments } from './enrolments/test-play';
import { playFunds } from './funds/test-play';
import { playLeaderTraining } from './leader-training/test-play';
import { playMerit } from './merit/test-play';
import { playProgramme } from './programme/test-play';
import { playSeason } from './season/test-play';
import { playSeatPlan } from './seat-plan/test-play';
import { playTalkForms } from './talk-forms/test-play';
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
    const { id: talkId } = await must<{ id: string }>('talks', 'plan', {
      kind: 'MUS',
      employeeId,
      teamId: null,
      leaderId: null,
      minutes: 60,
      ...date,
    });
    await must('agreements', 'save', {
      employeeId,
      teamId: null,
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
    await must('notes', 'add', {
      about: number < 2 ? { employeeId } : { teamId },
      writtenOn: '2026-10-02',
      text: 'Åbnede sin time for kollegerne.',
    });
    await must('drafts', 'keep', { key: `agreement new ${talkId}`, content: '{"who":"Åse"}' });
    await must('talks', 'saveNote', { talkId, area: 1, text: 'Trives.' });
    if (number < 2) await rate(at, talkId, number === 0 ? ['self', 'leader'] : ['leader', 'self']);
  }
  for (const planId of plans.slice(0, 2)) await must('trainingPlans', 'agree', { planId });
  const signature = { planId: plans[0], method: 'typed', name: 'Pernille', drawing: '', wording: 'agree' };
  await must('documents', 'sign', { ...signature, party: 'employee' });
  await must('documents', 'sign', { ...signature, party: 'leader' });
  await prepareTalk(at);
  await changeLeader(at, categoryId);
  await playSeason(at);
  await playTalkForms(at);
  await rateTeam(at);
  await playLeaderTraining(at, categoryId);
  await playMerit(at);
  await playFunds(at);
  await playProgramme(at);
  await playCatalogues(at);
  await playCourseChains(at);
  await playEnrolments(at);
  await playSeatPlan(at);
  await meetContact(at);
  await playCaseExchange(at);
  await must('backups', 'makeNow');
  await must('vault', 'lock');
  const { backups } = await must<{ backups: { name: string }[] }>('vault', 'backups');
  await must('vault', 'restore', { name: backups[0]?.name, passphrase: passphrases[0] });
  await must('vault', 'unlock', { passphrase: passphrases[0] });
}

/** HR's key file is added and compared; HR is blocked, goes, and comes back. */
async function meetContact({ must, lay }: TestWorld): Promise<void> {
  await must('exchange', 'own');
  await must('exchange', 'writeKeyFile');
  const card = writeKeyCard(
    { name: 'Nordmarke HR', kind: 'hr' },
    newKeys(),
    new Date('2026-11-20T09:00:00Z'),
  );
  lay({ name: 'hr.spindkey', bytes: card });
  const { token } = await must<{ token: string }>('exchange', 'chooseKeyFile');
  lay(null);
  const { partnerId } = await must<{ partnerId: string }>('exchange', 'addPartner', { token, name: 'HR' });
  for (const name of ['block', 'unblock', 'markCompared', 'remove', 'restore'])
    await must('exchange', name, { partnerId });
  await must('exchange', 'rename', { partnerId, name: 'Nordmarke HR' });
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
  if (order[1] === 'leader') {
    await must('ratings', 'reveal', { talkId, pin: pins[0] });
    for (const name of ['spiderSheet', 'disagreementCards'])
      await must('documents', name, { talkId, way: 'save' });
  }
  await must('ratings', 'saveAgreed', { talkId, competenceId: axes[0]?.competenceId, answer });
}

/** A team rates itself in its own talk, on a spider that is published anew. */
async function rateTeam({ must }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('spiders', name, input);
  const { templates } = await ask<{
    templates: { id: string; published: object | null; draft: object | null }[];
  }>('list');
  const templateId = templates.find(({ published, draft }) => published && !draft)?.id;
  const { versionId } = await ask<{ versionId: string }>('startVersion', { templateId });
  await ask('publish', { versionId });
  const { id: teamId } = await must<{ id: string }>('teams', 'save', {
    name: 'Naturfagsteam',
    type: 'team',
    spiderTemplateId: templateId,
  });
  const people = await must<{ id: string }[]>('employees', 'list');
  const { id: talkId } = await must<{ id: string }>('talks', 'plan', {
    kind: 'TUS',
    participants: people.map(({ id }) => id),
    employeeId: null,
    teamId,
    leaderId: null,
    heldOn: '2026-12-10',
    startsAt: '14:00',
    minutes: 90,
    place: '',
  });
  const { axes } = await must<Overview>('ratings', 'team', { talkId });
  const answer = { state: 'rated', level: 3, comment: '' };
  await must('ratings', 'saveTeam', { talkId, competenceId: axes[0]?.competenceId, answer });
}

/** A sheet goes out before one more talk, comes back empty, and its words are taken back. */
async function prepareTalk({ must }: TestWorld): Promise<void> {
  const people = await must<{ id: string }[]>('employees', 'list');
  const { id: talkId } = await must<{ id: string }>('talks', 'plan', {
    kind: 'KUS',
    employeeId: people.at(-1)?.id,
    teamId: null,
    leaderId: null,
    heldOn: '2026-12-08',
    startsAt: '',
    minutes: 45,
    place: '',
  });
  /** The person at the dialog changes her mind now and then. */
  const until = async <T>(name: string, input: unknown) => {
    for (;;) {
      const answer = await must<T | null>('preparation', name, input);
      if (answer) return answer;
    }
  };
  await must('preparation', 'cancel');
  await until('make', { talkIds: [talkId] });
  const { axes } = await must<Overview>('ratings', 'overview', { talkId });
  for (const { competenceId } of axes) {
    const answer = { state: 'notRated', level: null, comment: '' };
    await must('ratings', 'saveLeader', { talkId, competenceId, answer });
  }
  await must('ratings', 'lockLeader', { talkId });
  const { token } = await until<{ token: string }>('choose', { from: 'folder', talkId });
  await must('preparation', 'apply', { token, files: [{ index: 0, countMissing: true }] });
  const { people: answered } = await must<{ people: { sheetId: string }[] }>('preparation', 'answers', {
    talkId,
  });
  await must('preparation', 'takeBack', { sheetId: answered[0]?.sheetId });
  await must('preparation', 'forget', { token });
}

/** Somebody becomes a leader and hands over to somebody else; both are taken back. */
async function changeLeader({ must }: TestWorld, categoryId: string | undefined): Promise<void> {
  const people = await must<{ id: string }[]>('employees', 'list');
  const [first, second] = people.map(({ id }) => id);
  const question = { leaderId: first, toLeaderId: second, onDate: '2026-12-01' };
  for (const isKept of [false, true]) {
    const who = { categoryId };
    const { undoId } = await must<{ undoId: string }>('leaders', 'set', { who, leaderId: first });
    if (!isKept) await must('leaders', 'undo', { undoId });
  }
  await must('handover', 'preview', question);
  await must('documents', 'handover', { ...question, way: 'save' });
  await must('handover', 'dataFile', question);
  const { id } = await must<{ id: string }>('handover', 'carryOut', question);
  await must('handover', 'undo', { id });
}
