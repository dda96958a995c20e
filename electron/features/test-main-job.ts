import { matrixCodes } from '@shared/domain/inspiration-matrix';
import { writeKeyCard } from '../data/exchange/key-card';
import { newKeys } from '../data/exchange/sign';
import { playCaseExchange } from './case-exchange/test-play';
import { playCatalogues } from './catalogues/test-play';
import { playCourseChains } from './course-chains/test-play';
import { playEnrolments } from './enrolments/test-play';
import { playFunds } from './funds/test-play';
import { playSeatPlan } from './seat-plan/test-play';
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
  await bookSeason(at);
  await rateTeam(at);
  await trainLeaders(at, categoryId);
  await seekMerit(at);
  await playFunds(at);
  await offerProgramme(at);
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
  if (order[1] === 'leader') await must('ratings', 'reveal', { talkId, pin: pins[0] });
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

/** A season is framed, laid, booked, taken back and booked again, and written into calendars. */
async function bookSeason({ must }: TestWorld): Promise<void> {
  const schoolYear = '2026/27';
  const people = await must<{ id: string }[]>('employees', 'list');
  const employeeId = people.at(-1)?.id;
  await must('season', 'saveRule', {
    teamId: null,
    pattern: ['TUS', 'MUS'],
    startYear: schoolYear,
    rights: '',
  });
  await must('season', 'setWish', { employeeId, schoolYear, wishesOwn: true });
  const away = { employeeId, fromDate: '2026-02-01', toDate: '2026-09-30' };
  const { id } = await must<{ id: string }>('season', 'saveLeave', away);
  await must('season', 'removeLeave', { id });
  await must('season', 'restoreLeave', { id });
  for (const { id: leaderId } of people) {
    const hours = [{ weekday: 2, startsAt: '08:00', endsAt: '12:00' }];
    await must('season', 'saveHours', { leaderId, hours });
  }
  await must('season', 'saveLengths', { lengths: [{ kind: 'TUS', minutes: 90 }] });
  const holiday = { first: '2026-12-21', last: '2027-01-03', name: 'Juleferie' };
  const { added } = await must<{ added: string[] }>('season', 'addClosedDays', holiday);
  await must('season', 'removeClosedDays', { dates: added.slice(0, 1) });
  const limits = { maxPerDay: 2, pauseMinutes: 15, keep: true };
  const period = { schoolYear, first: '2026-12-01', last: '2027-01-31' };
  for (const isKept of [false, true]) {
    const proposal = await must<{ talks: { talkId: string | null }[] }>('season', 'propose', {
      ...period,
      ...limits,
    });
    const talks = proposal.talks.filter(({ talkId }) => talkId === null);
    const booked = await must<{ created: string[] }>('season', 'accept', { schoolYear, talks });
    if (isKept) await must('season', 'setFixed', { talkIds: booked.created, isFixed: true });
    else await must('season', 'undoAccept', booked);
  }
  await must('season', 'exportCalendar', { schoolYear, which: 'all' });
}

/** A post gets a requirement; modules, certificates, posts, meetings and courses come, go and come back. */
async function trainLeaders({ must, lay }: TestWorld, categoryId: string | undefined): Promise<void> {
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

/** Somebody applies for merit; the two disagree, meet and agree; she gets her letter, and complains. */
async function seekMerit({ must, lay }: TestWorld): Promise<void> {
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

/** An activity and its run come, go and come back; it is put into a plan and taken out, printed and shared. */
async function offerProgramme({ must }: TestWorld): Promise<void> {
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
