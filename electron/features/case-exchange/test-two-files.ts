import type { Reply } from '@shared/contract/core';
import type { MeritCaseAnswer } from '@shared/contract/merit';
import type { MeritRole, MeritVerdict } from '@shared/domain/merit-states';
import { employees, staffCategories } from '../../data/schema/employees';
import { ectsRequirements, requirementCategories, requirementParts } from '../../data/schema/leader-training';
import { schools } from '../../data/schema/school';
import type { ChosenFile } from '../context';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

/** A file that somebody wrote, as another receives it. */
export type Letter = ChosenFile;

/** One program with its own file, a tray for what it writes, and a hand that lays the next file before it. */
export function program(overrides: Parameters<typeof testContext>[0] = {}) {
  const tray: Letter[] = [];
  let next: Letter | null = null;
  const test = testContext({
    ...overrides,
    machine: {
      chooseFile: async () => next,
      saveFile: async (_kind, name, bytes) => tray.push({ name, bytes }) > 0,
      ...overrides.machine,
    },
  });
  const lay = (file: Letter | null) => {
    next = file;
  };
  const choose = async (letter: Letter) => {
    lay(letter);
    return (await test.router('caseExchange', 'choose', {})) as Reply<{ token: string } | null>;
  };
  return {
    ...test,
    /** Of the file that is open now. */
    get db() {
      return test.context.db;
    },
    tray,
    lay,
    choose,
    /** Writes something and answers the file. */
    async written(feature: string, name: string, input: unknown = {}): Promise<Letter> {
      const before = tray.length;
      await test.call(feature, name, input);
      const letter = tray[before];
      if (!letter) throw new Error(`${feature}.${name} wrote no file`);
      return letter;
    },
    /** Reads a file in, through both steps; answers the last reply. */
    async takeIn(letter: Letter): Promise<Reply<unknown>> {
      const chosen = await choose(letter);
      if (!chosen.ok) return chosen;
      return (await test.router('caseExchange', 'apply', { token: chosen.value?.token })) as Reply<unknown>;
    },
    ofCase: (caseId: string) => test.call<MeritCaseAnswer>('merit', 'get', { caseId }),
  };
}
export type Program = ReturnType<typeof program>;

const longAgo = '2026-08-01T08:00:00.000Z';

/** A school with a requirement of ten points and two leaders who have none of them. */
export function schoolFile(name = 'Lærkemoseskolen') {
  const test = program();
  const { db } = test;
  db.insert(schools)
    .values({ ...testSchoolRow, name })
    .run();
  db.insert(staffCategories).values({ id: 'leader', name: 'pædagogisk leder', position: 0 }).run();
  for (const [id, leaderName] of [
    ['amina', 'Amina Farooq'],
    ['thomas', 'Thomas Ravnholt'],
  ] as const) {
    const facts = { title: '', employmentDate: '2026-08-01', employmentPercent: 100, note: '' };
    db.insert(employees)
      .values({
        id,
        employeeNumber: id,
        name: leaderName,
        categoryId: 'leader',
        ...facts,
        createdAt: longAgo,
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
  db.insert(requirementParts)
    .values({ id: 'part', requirementId: 'ten', name: 'Pædagogisk ledelse', position: 0 })
    .run();

  const paper = {
    title: 'Master i pædagogisk ledelse',
    provider: 'Aarhus Universitet',
    year: 2021,
    ects: 15,
    learningGoals: 'Kan lede udvikling af undervisning.',
    covers: ['Pædagogisk ledelse'],
  };
  return {
    ...test,
    /** A case that is handed in, with one attachment. */
    async submitted(employeeId = 'amina', attachment: Letter = certificate()): Promise<string> {
      const { caseId } = await test.call<{ caseId: string }>('merit', 'start', { employeeId });
      await test.call('merit', 'saveApplication', { caseId, application: 'Jeg søger merit for min master.' });
      const { id } = await test.call<{ id: string }>('merit', 'saveEvidence', { caseId, ...paper });
      test.lay(attachment);
      await test.call('merit', 'attach', { evidenceId: id });
      await test.call('merit', 'move', { caseId, round: 1, move: 'submit', reason: '' });
      return caseId;
    },
    async move(caseId: string, move: string, reason: string): Promise<void> {
      const { round } = await test.ofCase(caseId);
      await test.call('merit', 'move', { caseId, round, move, reason });
    },
  };
}

/** A file of HR, with its two who take position. */
export function hrFile(name = 'HR og skoleudvikling') {
  const test = program();
  test.db
    .insert(schools)
    .values({
      ...testSchoolRow,
      name,
      profile: 'hr',
      leaderName: 'Jens Overgaard',
      leaderTitle: 'HR-chef',
      developmentChiefName: 'Mette Kærsgaard',
      legalBasis: '',
      legalBasisSource: '',
    })
    .run();
  const say = async (caseId: string, role: MeritRole, verdict: MeritVerdict, ects: number | null = null) => {
    const { round, usualNames } = await test.ofCase(caseId);
    const reason = 'Læringsmålene svarer til kravet.';
    const position = { caseId, round, role, name: usualNames[role], verdict, ects, reason };
    await test.call('merit', 'takePosition', position);
  };
  return {
    ...test,
    say,
    /** Both say the same. */
    async decide(caseId: string, verdict: MeritVerdict, ects: number | null = null): Promise<void> {
      await say(caseId, 'developmentChief', verdict, ects);
      await say(caseId, 'hrChief', verdict, ects);
    },
  };
}

/** A small PDF with bytes no text would have. */
export function certificate(name = 'eksamensbevis.pdf'): Letter {
  const bytes = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from([0, 255, 13, 10, 26, 128]),
    Buffer.from(name),
  ]);
  return { name, bytes };
}

/** Both get each other's key file and, unless told otherwise, read the fingerprints aloud. */
export async function meet(a: Program, b: Program, compared = true): Promise<void> {
  for (const [reader, writer] of [
    [a, b],
    [b, a],
  ] as const) {
    reader.lay(await writer.written('exchange', 'writeKeyFile'));
    const card = await reader.call<{ token: string; name: string }>('exchange', 'chooseKeyFile');
    const { partnerId } = await reader.call<{ partnerId: string }>('exchange', 'addPartner', card);
    if (compared) await reader.call('exchange', 'markCompared', { partnerId });
  }
}

/** The one receiver a file about the case would go to. */
export async function receiverOf(test: Program, caseId: string): Promise<string> {
  const { receiverId } = await test.call<{ receiverId: string | null }>('caseExchange', 'ofCase', { caseId });
  if (!receiverId) throw new Error('nobody to send to');
  return receiverId;
}

/** The school's case as a file for HR. */
export async function sentCase(school: Program, caseId: string): Promise<Letter> {
  const to = { partnerId: await receiverOf(school, caseId) };
  return school.written('caseExchange', 'sendCase', { caseId, to });
}

/** Everything that counts in a file, to see whether anything was written. Keys and contacts stay out of it. */
export function contentOf({ db }: Program): string {
  const tables = ['merit_cases', 'merit_evidence', 'merit_positions', 'merit_steps', 'attachments'];
  const also = ['exchange_packages', 'exchange_partners', 'ledger_entries', 'audit_log'];
  const rows = (table: string) => db.$client.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all();
  return JSON.stringify([...tables, ...also].map((table) => [table, rows(table)]));
}
