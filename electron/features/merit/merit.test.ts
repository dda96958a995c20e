import type { MeritCaseAnswer } from '@shared/contract/merit';
import type { MeritVerdict } from '@shared/domain/merit-states';
import { describe, expect, it } from 'vitest';
import { employees, staffCategories } from '../../data/schema/employees';
import {
  ectsRequirements,
  ledgerEntries,
  requirementCategories,
  requirementParts,
} from '../../data/schema/leader-training';
import { schools } from '../../data/schema/school';
import type { ChosenFile } from '../context';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const chief = 'Inger Møllegaard';
const hr = 'Peter Krogsgaard';

/** A school with one requirement of ten points and two leaders, the first with 2.5 points already. */
function school() {
  let file: ChosenFile | null = null;
  const saved: { name: string; bytes: Buffer }[] = [];
  const test = testContext({
    machine: {
      chooseFile: async () => file,
      saveFile: async (_kind, name, bytes) => saved.push({ name, bytes }) > 0,
    },
  });
  const { db } = test.context;
  const now = '2026-08-01T08:00:00.000Z';
  db.insert(schools).values(testSchoolRow).run();
  db.insert(staffCategories).values({ id: 'leader', name: 'pædagogisk leder', position: 0 }).run();
  db.insert(staffCategories).values({ id: 'teacher', name: 'lærer', position: 1 }).run();
  for (const [id, name, categoryId] of [
    ['amina', 'Amina Farooq', 'leader'],
    ['thomas', 'Thomas Ravnholt', 'leader'],
    ['mette', 'Mette Sandholm', 'teacher'],
  ] as const) {
    db.insert(employees)
      .values({
        id,
        employeeNumber: id,
        name,
        categoryId,
        title: '',
        employmentDate: '2026-08-01',
        employmentPercent: 100,
        note: '',
        createdAt: now,
      })
      .run();
  }
  db.insert(ectsRequirements)
    .values({
      id: 'ten',
      name: 'Pædagogiske ledere',
      ects: 10,
      beginWithinMonths: 12,
      basis: 'eudReform',
      source: 'R002-11',
      lastCheckedOn: '2026-11-22',
      validFrom: '2015-08-01',
    })
    .run();
  db.insert(requirementCategories).values({ requirementId: 'ten', categoryId: 'leader' }).run();
  for (const [position, name] of ['Pædagogisk ledelse', 'Samarbejde på tværs'].entries()) {
    db.insert(requirementParts)
      .values({ id: `part${position}`, requirementId: 'ten', name, position })
      .run();
  }
  const get = (caseId: string) => test.call<MeritCaseAnswer>('merit', 'get', { caseId });
  const say = async (
    caseId: string,
    role: 'developmentChief' | 'hrChief',
    verdict: MeritVerdict,
    more: object = {},
  ) =>
    test.router('merit', 'takePosition', {
      caseId,
      round: (await get(caseId)).round,
      role,
      name: role === 'hrChief' ? hr : chief,
      verdict,
      ects: null,
      reason: 'Læringsmålene svarer til kravet.',
      ...more,
    });
  const move = async (caseId: string, name: string, reason = 'Fordi.') =>
    test.router('merit', 'move', { caseId, round: (await get(caseId)).round, move: name, reason });
  return {
    ...test,
    db,
    get,
    say,
    move,
    saved,
    lay: (next: ChosenFile | null) => {
      file = next;
    },
    async begin(employeeId = 'amina') {
      const { caseId } = await test.call<{ caseId: string }>('merit', 'start', { employeeId });
      return caseId;
    },
    async submitted(employeeId = 'amina') {
      const { caseId } = await test.call<{ caseId: string }>('merit', 'start', { employeeId });
      await test.call('merit', 'saveApplication', { caseId, application: 'Jeg søger merit.' });
      await test.call('merit', 'saveEvidence', { caseId, ...master });
      await test.call('merit', 'move', { caseId, round: 1, move: 'submit', reason: '' });
      return caseId;
    },
    ledger: (employeeId = 'amina') =>
      db
        .select()
        .from(ledgerEntries)
        .all()
        .filter((row) => row.employeeId === employeeId && row.kind === 'merit')
        .map(({ ects, title, completedOn, removedAt }) => ({
          ects,
          title,
          completedOn,
          counts: removedAt === null,
        })),
  };
}

const master = {
  title: 'Master i pædagogisk ledelse',
  provider: 'Aarhus Universitet',
  year: 2021,
  ects: 15,
  learningGoals: 'Kan lede udvikling af undervisning.',
  covers: ['Pædagogisk ledelse', 'Noget andet'],
};

describe('an application for merit', () => {
  it('quotes the requirement, and applies for what is missing of it', async () => {
    const test = school();
    test.db
      .insert(ledgerEntries)
      .values({
        id: 'passed',
        employeeId: 'amina',
        kind: 'passed',
        title: 'Modul',
        provider: 'UCL',
        ects: 2.5,
        completedOn: '2026-09-01',
        createdAt: '2026-09-01T08:00:00.000Z',
      })
      .run();
    const caseId = await test.submitted();
    expect(await test.get(caseId)).toMatchObject({
      state: 'submitted',
      applied: 7.5,
      appliedOn: '2026-11-23',
      requirement: { name: 'Pædagogiske ledere', ects: 10, earned: 2.5, beginBy: '2027-08-01' },
      evidence: [{ title: master.title, covers: ['Pædagogisk ledelse'] }],
    });
    const { applicants } = await test.call<{ applicants: unknown[] }>('merit', 'applicants');
    expect(applicants).toMatchObject([
      { employeeId: 'amina', missing: 7.5, openCaseId: caseId },
      { employeeId: 'thomas', missing: 10, openCaseId: null },
    ]);
  });

  it('is begun once: asking again opens the one that is there', async () => {
    const test = school();
    const caseId = await test.begin();
    expect(await test.begin()).toBe(caseId);
    await test.call('merit', 'remove', { caseId });
    expect(await test.begin()).not.toBe(caseId);
    expect(await test.router('merit', 'restore', { caseId })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
  });

  it('is not for those without a requirement', async () => {
    const test = school();
    expect(await test.router('merit', 'start', { employeeId: 'mette' })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringMatching(/intet ECTS-krav/) },
    });
  });

  it('is handed in with words and papers, and stands from then on', async () => {
    const test = school();
    const caseId = await test.begin();
    expect(await test.move(caseId, 'submit')).toMatchObject({
      ok: false,
      error: { fields: { application: 'Skriv ansøgningen, før den sendes ind.' } },
    });
    await test.call('merit', 'saveApplication', { caseId, application: 'Jeg søger merit.' });
    expect(await test.move(caseId, 'submit')).toMatchObject({ ok: false });
    const { id } = await test.call<{ id: string }>('merit', 'saveEvidence', { caseId, ...master });
    expect(await test.move(caseId, 'submit', '')).toMatchObject({ ok: true });
    for (const [name, input] of [
      ['saveApplication', { caseId, application: 'Andet' }],
      ['saveEvidence', { caseId, id, ...master }],
      ['setCover', { evidenceId: id, part: 'Samarbejde på tværs', isCovered: true }],
      ['removeEvidence', { evidenceId: id }],
      ['detach', { evidenceId: id }],
      ['attach', { evidenceId: id }],
      ['remove', { caseId }],
    ] as const) {
      expect(await test.router('merit', name, input)).toMatchObject({
        ok: false,
        error: { code: 'conflict' },
      });
    }
    expect(await test.move(caseId, 'takeBack', '')).toMatchObject({ ok: true });
    expect(await test.get(caseId)).toMatchObject({ state: 'draft', round: 2, isWritable: true });
  });

  it('carries papers: what they cover, removed and brought back, with a file that stays byte by byte', async () => {
    const test = school();
    const caseId = await test.begin();
    const { id: evidenceId } = await test.call<{ id: string }>('merit', 'saveEvidence', {
      caseId,
      ...master,
    });
    await test.call('merit', 'setCover', { evidenceId, part: 'Samarbejde på tværs', isCovered: true });
    await test.call('merit', 'setCover', { evidenceId, part: 'Pædagogisk ledelse', isCovered: false });
    test.lay({ name: 'bevis.png', bytes: png });
    expect(await test.call('merit', 'attach', { evidenceId })).toEqual({ carriedOut: true });
    await test.call('merit', 'removeEvidence', { evidenceId });
    expect((await test.get(caseId)).evidence).toEqual([]);
    await test.call('merit', 'restoreEvidence', { evidenceId });
    expect((await test.get(caseId)).evidence).toMatchObject([
      { covers: ['Samarbejde på tværs'], attachment: { name: 'bevis.png', size: png.length } },
    ]);
    await test.call('merit', 'exportAttachment', { evidenceId });
    expect(test.saved).toEqual([{ name: 'bevis.png', bytes: png }]);
    expect(
      test.db.$client.prepare("SELECT 1 FROM audit_log WHERE action = 'merit.evidence.exported'").all(),
    ).toHaveLength(1);
    test.lay({ name: 'bevis.exe', bytes: Buffer.from('MZ') });
    expect(await test.router('merit', 'attach', { evidenceId })).toMatchObject({
      error: { code: 'invalid', message: expect.stringContaining('bevis.exe') },
    });
    expect(
      await test.router('merit', 'saveEvidence', { caseId, ...master, title: '', ects: 0.3 }),
    ).toMatchObject({ error: { fields: { title: 'Skriv, hvad det er.', ects: expect.any(String) } } });
  });
});

describe('two positions', () => {
  it('are blind: nobody is told what the first said before the second has spoken', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'developmentChief', 'yes', { reason: 'HEMMELIG BEGRUNDELSE' });
    const waiting = await test.get(caseId);
    expect(waiting.rounds[0]?.positions).toMatchObject([
      { role: 'developmentChief', name: chief, said: null },
    ]);
    expect(waiting.waitsFor).toEqual([{ role: 'hrChief', days: 0 }]);
    expect(JSON.stringify(waiting)).not.toContain('HEMMELIG');
    expect(JSON.stringify(waiting)).not.toContain('"yes"');
    await test.say(caseId, 'hrChief', 'yes');
    expect((await test.get(caseId)).rounds[0]?.positions[0]?.said).toMatchObject({
      verdict: 'yes',
      reason: 'HEMMELIG BEGRUNDELSE',
    });
  });

  it('need two names, two roles and two reasons', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'developmentChief', 'yes');
    for (const [role, more, field] of [
      ['hrChief', { name: chief.toUpperCase() }, 'name'],
      ['hrChief', { name: 'Amina Farooq' }, 'name'],
      ['hrChief', { reason: '  ' }, 'reason'],
    ] as const) {
      const reply = await test.say(caseId, role, 'yes', more);
      expect(reply).toMatchObject({ ok: false, error: { fields: { [field]: expect.any(String) } } });
    }
    expect(await test.say(caseId, 'developmentChief', 'yes', { name: 'En tredje' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await test.get(caseId)).toMatchObject({ state: 'submitted', ects: null });
    expect(test.ledger()).toEqual([]);
  });

  it('that say yes grant it, and the ledger follows in the same breath', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'hrChief', 'yes');
    await test.say(caseId, 'developmentChief', 'yes');
    expect(await test.get(caseId)).toMatchObject({ state: 'granted', ects: 10, decidedOn: '2026-11-23' });
    expect(test.ledger()).toEqual([
      { ects: 10, title: master.title, completedOn: '2026-11-23', counts: true },
    ]);
  });

  it('give a part: five of ten, and a complaint takes it back until both have spoken again', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'hrChief', 'partly', { ects: 5 });
    await test.say(caseId, 'developmentChief', 'partly', { ects: 5 });
    expect(await test.get(caseId)).toMatchObject({ state: 'partly', ects: 5 });
    expect(await test.move(caseId, 'complain', '')).toMatchObject({ ok: false });
    expect(await test.move(caseId, 'complain', 'Bilag 2 er overset.')).toMatchObject({ ok: true });
    expect(test.ledger()).toMatchObject([{ ects: 5, counts: false }]);
    const again = await test.get(caseId);
    expect(again).toMatchObject({ state: 'submitted', round: 2, ects: null, decidedOn: null });
    expect(again.rounds).toMatchObject([
      { number: 2, begun: { move: 'complain', reason: 'Bilag 2 er overset.' }, positions: [] },
      { number: 1, positions: [{ said: { ects: 5 } }, { said: { ects: 5 } }] },
    ]);
    await test.say(caseId, 'hrChief', 'partly', { ects: 7.5 });
    await test.say(caseId, 'developmentChief', 'partly', { ects: 7.5 });
    expect(test.ledger().filter(({ counts }) => counts)).toMatchObject([{ ects: 7.5 }]);
  });

  it('that differ are a disagreement: a meeting with a note, then a round in which both speak again', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'hrChief', 'no');
    await test.say(caseId, 'developmentChief', 'yes');
    expect(await test.get(caseId)).toMatchObject({ state: 'disagreement', moves: ['meet', 'withdraw'] });
    await test.move(caseId, 'meet', 'Vi har set på læringsmålene sammen.');
    expect(await test.get(caseId)).toMatchObject({
      state: 'submitted',
      round: 2,
      waitsFor: [{ role: 'developmentChief' }, { role: 'hrChief' }],
    });
  });

  it('can ask for more, which opens the papers again', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'hrChief', 'moreInformation');
    await test.say(caseId, 'developmentChief', 'yes');
    expect(await test.get(caseId)).toMatchObject({ state: 'moreInformation', isWritable: true });
    await test.call('merit', 'saveEvidence', { caseId, ...master, title: 'Studieordning' });
    await test.move(caseId, 'answer', 'Studieordningen er lagt ved.');
    expect(await test.get(caseId)).toMatchObject({ state: 'submitted', round: 2 });
  });

  it('are refused on what has moved on meanwhile, and taken without losing anything', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.move(caseId, 'takeBack', '');
    await test.move(caseId, 'submit', '');
    expect(await test.say(caseId, 'hrChief', 'yes', { round: 1 })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
  });

  it('leave a trace without words in the audit log', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'hrChief', 'no', { reason: 'HEMMELIG BEGRUNDELSE' });
    const rows = test.db.$client.prepare('SELECT action, fields FROM audit_log').all();
    expect(JSON.stringify(rows)).toContain('merit.position');
    expect(JSON.stringify(rows)).not.toMatch(/HEMMELIG|Krogsgaard|Farooq/);
  });
});

describe('a withdrawn application', () => {
  it('keeps its reason and can be taken up again', async () => {
    const test = school();
    const caseId = await test.submitted();
    await test.say(caseId, 'hrChief', 'no');
    await test.move(caseId, 'withdraw', 'Jeg tager modulet i stedet.');
    const withdrawn = await test.get(caseId);
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      moves: ['resume'],
      rounds: [{ withdrawn: { reason: 'Jeg tager modulet i stedet.' }, positions: [{ said: null }] }],
    });
    await test.move(caseId, 'resume', 'Modulet blev ikke oprettet.');
    expect(await test.get(caseId)).toMatchObject({ state: 'draft', round: 2 });
  });
});

describe('earlier decisions', () => {
  it('on similar grounds come without names', async () => {
    const test = school();
    const earlier = await test.submitted('thomas');
    await test.say(earlier, 'hrChief', 'yes');
    await test.say(earlier, 'developmentChief', 'yes');
    const caseId = await test.begin();
    await test.call('merit', 'saveEvidence', { caseId, ...master, title: 'Master i læring' });
    const answer = await test.call<{ precedents: unknown[] }>('merit', 'precedents', { caseId });
    expect(answer.precedents).toMatchObject([
      { number: '2026/1', state: 'granted', ects: 10, alike: ['provider', 'level', 'ects'] },
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/Thomas|Ravnholt|Lærkemose/);
    expect(JSON.stringify(answer)).not.toContain(earlier);
  });
});

describe('the decision letter', () => {
  it('is made once both have decided, says why, and is the same file each time', async () => {
    const { PDF } = await import('@libpdf/core');
    const jobs: { document: string; data: unknown }[] = [];
    const test = school();
    const files = test.saved;
    test.context.machine.pdf = async (job) => {
      jobs.push(job);
      const pdf = PDF.create();
      pdf.addPage();
      return Buffer.from(await pdf.save());
    };
    const caseId = await test.submitted();
    expect(await test.router('documents', 'meritLetter', { caseId, way: 'save' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    await test.say(caseId, 'hrChief', 'no', { reason: 'Ikke dækket.' });
    await test.say(caseId, 'developmentChief', 'no', { reason: 'Heller ikke her.' });
    await test.call('documents', 'meritLetter', { caseId, way: 'save' });
    await test.call('documents', 'meritLetter', { caseId, way: 'save' });
    expect(jobs).toHaveLength(1);
    expect(files[0]?.name).toMatch(/^meritbrev-[0-9a-f]{8}\.pdf$/);
    expect(files[1]?.bytes.equals(files[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
    expect(jobs[0]).toMatchObject({
      document: 'meritLetter',
      data: {
        content: {
          state: 'refused',
          ects: 0,
          applicantName: 'Amina Farooq',
          requirement: { applied: 10, beginBy: '2027-08-01', hasBegun: false },
          positions: [
            { name: chief, reason: 'Heller ikke her.' },
            { name: hr, reason: 'Ikke dækket.' },
          ],
        },
      },
    });
    test.lay({ name: 'brev.pdf', bytes: files[0]?.bytes ?? Buffer.alloc(0) });
    expect(await test.call('documents', 'check')).toMatchObject({
      verdict: 'unchanged',
      document: { kind: 'meritLetter', employeeName: 'Amina Farooq' },
    });
    await test.move(caseId, 'complain', 'Bilag 2 er overset.');
    expect(await test.router('documents', 'meritLetter', { caseId, way: 'save' })).toMatchObject({
      ok: false,
    });
    await test.say(caseId, 'hrChief', 'yes');
    await test.say(caseId, 'developmentChief', 'yes');
    await test.call('documents', 'meritLetter', { caseId, way: 'save' });
    expect(jobs[1]?.data).toMatchObject({
      version: 2,
      content: { state: 'granted', begun: { move: 'complain' } },
    });
  });
});
