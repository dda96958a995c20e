import { randomUUID } from 'node:crypto';
import { meritCaseParts, meritDecisionParts } from '@shared/contract/merit-package';
import type { DatedPosition } from '@shared/domain/merit-history';
import type { MeritVerdict } from '@shared/domain/merit-states';
import { Refusal } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../open';
import { employees, staffCategories } from '../schema/employees';
import { attachments, ledgerEntries } from '../schema/leader-training';
import { meritCases, meritEvidence, meritPositions } from '../schema/merit';
import { testDatabase } from '../test-database';
import { storeAttachment } from './attachments';
import { casePackage, decisionPackage, writeIncomingCase, writeIncomingDecision } from './merit';
import { addStep, keepStanding, readCase } from './merit-case';

const pdf = Buffer.concat([
  Buffer.from('%PDF-1.7 '),
  Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251)),
]);
let minute = 0;
const now = () => new Date(Date.UTC(2026, 10, 2, 8, minute++));

const requirement = {
  name: 'Pædagogiske ledere',
  ects: 10,
  beginWithinMonths: 12,
  basis: 'eudReform',
  source: 'R002-11',
  lastCheckedOn: '2026-11-22',
  parts: ['Pædagogisk ledelse'],
  earned: 0,
  applied: 10,
  beginBy: '2027-08-01',
  hasBegun: false,
} as const;

/** A school's file with one case that was handed in, and an empty file of HR. */
function twoFiles() {
  const [school, hr] = [testDatabase().open.db, testDatabase().open.db];
  const at = '2026-08-01T08:00:00.000Z';
  school.insert(staffCategories).values({ id: 'leader', name: 'pædagogisk leder', position: 0 }).run();
  school
    .insert(employees)
    .values({
      id: 'amina',
      employeeNumber: 'S03',
      name: 'Amina Farooq',
      categoryId: 'leader',
      title: '',
      employmentDate: '2026-08-01',
      employmentPercent: 100,
      note: '',
      createdAt: at,
    })
    .run();
  const caseId = randomUUID();
  school
    .insert(meritCases)
    .values({
      id: caseId,
      employeeId: 'amina',
      applicantName: 'Amina Farooq',
      applicantTitle: 'pædagogisk leder',
      requirement: JSON.stringify(requirement),
      application: 'Jeg søger merit.',
      state: 'draft',
      round: 1,
      appliedOn: '2026-11-02',
      createdAt: at,
    })
    .run();
  addPaper(school, caseId, 'Master');
  step(school, caseId, 'submit');
  return { school, hr, caseId };
}

function addPaper(db: Database, caseId: string, title: string): void {
  const attachmentId = storeAttachment(db, { name: 'bevis.pdf', bytes: pdf }, now());
  const paper = { title, provider: 'Aarhus Universitet', year: 2021, ects: 15, learningGoals: '' };
  const covers = JSON.stringify(requirement.parts);
  db.insert(meritEvidence)
    .values({ id: randomUUID(), caseId, ...paper, covers, attachmentId, position: 0 })
    .run();
}

type Move = Parameters<typeof addStep>[1]['move'];

function step(db: Database, caseId: string, move: Move): void {
  const { round } = readCase(db, caseId);
  const begins = !['submit', 'withdraw'].includes(move);
  addStep(db, { caseId, move, round: begins ? round + 1 : round, reason: 'Fordi.' }, now());
  keepStanding(db, caseId, now());
}

function say(
  db: Database,
  caseId: string,
  role: 'hrChief' | 'developmentChief',
  verdict: MeritVerdict,
  ects: number | null = null,
) {
  const name = role === 'hrChief' ? 'Peter Krogsgaard' : 'Inger Møllegaard';
  const { round } = readCase(db, caseId);
  db.insert(meritPositions)
    .values({
      id: randomUUID(),
      caseId,
      round,
      role,
      name,
      verdict,
      ects,
      reason: 'Fordi.',
      takenAt: now().toISOString(),
    })
    .run();
  keepStanding(db, caseId, now());
}

/** As it would come out of a file: through JSON, with the bytes beside it. */
function travel(sent: ReturnType<typeof casePackage>) {
  return {
    parts: JSON.parse(JSON.stringify(sent.parts)) as Record<string, unknown>,
    attachments: new Map(sent.attachments.map(({ id, bytes }) => [id, Buffer.from(bytes)])),
  };
}

/** All that matters of a case, whichever file it is in. */
function content(db: Database, caseId: string) {
  const one = readCase(db, caseId);
  const { state, round, ects, decidedOn, application, positions, steps, evidence } = one;
  return {
    state,
    round,
    ects,
    decidedOn,
    application,
    positions,
    steps,
    evidence: evidence.map(({ title, attachment }) => [title, attachment?.sha256]),
  };
}

const ledger = (db: Database) =>
  db
    .select()
    .from(ledgerEntries)
    .all()
    .filter(({ removedAt }) => removedAt === null)
    .map(({ ects }) => ects);

describe('a case that travels', () => {
  it('goes to HR with papers byte by byte, is decided there, and comes home', () => {
    const { school, hr, caseId } = twoFiles();
    const sent = casePackage(school, caseId);
    expect(meritCaseParts.safeParse(sent.parts).success).toBe(true);
    writeIncomingCase(hr, travel(sent), 'skolen', now());
    expect(content(hr, caseId)).toEqual(content(school, caseId));
    expect(hr.select({ bytes: attachments.content }).from(attachments).all()).toEqual([{ bytes: pdf }]);
    expect(readCase(hr, caseId)).toMatchObject({ employeeId: null, partnerId: 'skolen' });

    say(hr, caseId, 'developmentChief', 'partly', 5);
    say(hr, caseId, 'hrChief', 'partly', 5);
    const answer = decisionPackage(hr, caseId);
    expect(meritDecisionParts.safeParse(answer.parts).success).toBe(true);
    expect(writeIncomingDecision(school, travel(answer), now())).toEqual({ caseId, isChanged: true });
    expect(content(school, caseId)).toEqual(content(hr, caseId));
    expect(content(school, caseId)).toMatchObject({ state: 'partly', ects: 5, decidedOn: '2026-11-02' });
    expect(ledger(school)).toEqual([5]);
    expect(ledger(hr)).toEqual([]);
  });

  it('is the same when the same file is read once more', () => {
    const { school, hr, caseId } = twoFiles();
    const sent = travel(casePackage(school, caseId));
    expect(writeIncomingCase(hr, sent, 'skolen', now()).isChanged).toBe(true);
    expect(writeIncomingCase(hr, sent, 'skolen', now()).isChanged).toBe(false);
    expect(hr.select().from(attachments).all()).toHaveLength(1);
    say(hr, caseId, 'hrChief', 'yes');
    say(hr, caseId, 'developmentChief', 'yes');
    const answer = travel(decisionPackage(hr, caseId));
    expect(writeIncomingDecision(school, answer, now()).isChanged).toBe(true);
    const before = content(school, caseId);
    expect(writeIncomingDecision(school, answer, now()).isChanged).toBe(false);
    expect(content(school, caseId)).toEqual(before);
    expect(ledger(school)).toEqual([10]);
  });

  it('stands the same at HR in whatever order, and however often, the school’s files arrive', () => {
    const { school, hr: office, caseId } = twoFiles();
    const files: ReturnType<typeof travel>[] = [];
    const send = () => {
      const file = travel(casePackage(school, caseId));
      files.push(file);
      writeIncomingCase(office, file, 'skolen', now());
    };
    const answer = (hr: MeritVerdict, chief: MeritVerdict, points: number | null = null) => {
      say(office, caseId, 'hrChief', hr, points);
      say(office, caseId, 'developmentChief', chief, points);
      writeIncomingDecision(school, travel(decisionPackage(office, caseId)), now());
    };
    send();
    for (const title of ['Studieordning', 'Udtalelse']) {
      answer('moreInformation', 'yes');
      addPaper(school, caseId, title);
      school.update(meritCases).set({ application: title }).where(eq(meritCases.id, caseId)).run();
      step(school, caseId, 'answer');
      send();
    }
    // HR opens what it decided once more; then she complains, asks for her application back, and wants it after all.
    answer('no', 'no');
    step(office, caseId, 'reopen');
    answer('partly', 'partly', 5);
    step(school, caseId, 'complain');
    send();
    answer('moreInformation', 'moreInformation');
    step(school, caseId, 'withdraw');
    send();
    step(school, caseId, 'resume');
    step(school, caseId, 'submit');
    send();
    expect(content(office, caseId)).toEqual(content(school, caseId));
    const newest = files.at(-1) as (typeof files)[number];
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: files.length - 1 }), { maxLength: 5 }),
        fc.boolean(),
        (picks, last) => {
          const hr = testDatabase().open.db;
          const some = picks.map((pick) => files[pick] as typeof newest);
          for (const file of last ? [...some, newest] : [newest, ...some]) {
            writeIncomingCase(hr, file, 'skolen', now());
          }
          expect(content(hr, caseId)).toEqual(content(school, caseId));
          // Nor does any of them change the file in which it was decided.
          for (const file of some)
            expect(writeIncomingCase(office, file, 'skolen', now()).isChanged).toBe(false);
        },
      ),
      { numRuns: 12 },
    );
    // Each of them alone, as the first that an HR which has lost everything gets.
    for (const file of files) writeIncomingCase(testDatabase().open.db, file, 'skolen', now());
  });

  it('keeps what was said at HR when a newer file comes from the school', () => {
    const { school, hr, caseId } = twoFiles();
    writeIncomingCase(hr, travel(casePackage(school, caseId)), 'skolen', now());
    say(hr, caseId, 'hrChief', 'no');
    step(school, caseId, 'withdraw');
    writeIncomingCase(hr, travel(casePackage(school, caseId)), 'skolen', now());
    expect(content(hr, caseId)).toMatchObject({ state: 'withdrawn', positions: [{ role: 'hrChief' }] });
  });
});

/** The refusal, and that nothing was written by it. */
function refused(db: Database, work: () => unknown): string {
  const bytes = () => db.$client.serialize().toString('base64');
  const before = bytes();
  db.$client.exec('BEGIN');
  try {
    work();
  } catch (error) {
    db.$client.exec('ROLLBACK');
    expect(bytes()).toBe(before);
    if (error instanceof Refusal) return error.text.da;
    throw error;
  }
  db.$client.exec('ROLLBACK');
  throw new Error('was not refused');
}

describe('an answer that is not taken', () => {
  it('is one to an older round', () => {
    const { school, hr, caseId } = twoFiles();
    writeIncomingCase(hr, travel(casePackage(school, caseId)), 'skolen', now());
    say(hr, caseId, 'hrChief', 'no');
    say(hr, caseId, 'developmentChief', 'no');
    const answer = travel(decisionPackage(hr, caseId));
    writeIncomingDecision(school, answer, now());
    step(school, caseId, 'complain');
    expect(refused(school, () => writeIncomingDecision(school, answer, now()))).toMatch(/runde 1.*runde 2/);
    expect(content(school, caseId)).toMatchObject({ state: 'submitted', round: 2 });
  });

  it('is one to what was taken back or withdrawn, to another case, or to nobody here', () => {
    const { school, hr, caseId } = twoFiles();
    writeIncomingCase(hr, travel(casePackage(school, caseId)), 'skolen', now());
    say(hr, caseId, 'hrChief', 'yes');
    say(hr, caseId, 'developmentChief', 'yes');
    const answer = travel(decisionPackage(hr, caseId));
    expect(refused(hr, () => writeIncomingDecision(hr, answer, now()))).toMatch(/ikke findes her/);
    const other = twoFiles();
    expect(refused(other.school, () => writeIncomingDecision(other.school, answer, now()))).toMatch(
      /ikke findes her/,
    );
    step(school, caseId, 'takeBack');
    expect(refused(school, () => writeIncomingDecision(school, answer, now()))).toMatch(/rettet, siden/);
  });

  it('is one that says else than its positions, or lets one person speak twice', () => {
    const { school, hr, caseId } = twoFiles();
    writeIncomingCase(hr, travel(casePackage(school, caseId)), 'skolen', now());
    say(hr, caseId, 'hrChief', 'no');
    say(hr, caseId, 'developmentChief', 'no');
    const { parts } = travel(decisionPackage(hr, caseId));
    const read = meritDecisionParts.parse(parts);
    const changed = (change: object) => ({
      parts: { ...read, decision: { ...read.decision, ...change } },
      attachments: new Map(),
    });
    for (const change of [{ state: 'granted', ects: 10 }, { ects: 5 }, { round: 2 }]) {
      expect(refused(school, () => writeIncomingDecision(school, changed(change), now()))).toMatch(
        /passer ikke/,
      );
    }
    const alone = {
      decision: { ...read.decision, state: 'submitted', ects: null },
      history: {
        ...read.history,
        positions: read.history.positions.map((position) => ({ ...position, name: 'Peter' })),
      },
    };
    expect(
      refused(school, () => writeIncomingDecision(school, { parts: alone, attachments: new Map() }, now())),
    ).toMatch(/samme person/);
  });
});

describe('a case that is not taken', () => {
  it('brings a position for the round HR decides, or for one that is to come', () => {
    const { school, hr, caseId } = twoFiles();
    const sent = travel(casePackage(school, caseId));
    const read = meritCaseParts.parse(sent.parts);
    const position = (round: number, role: 'hrChief' | 'developmentChief'): DatedPosition => ({
      round,
      role,
      name: role === 'hrChief' ? 'Peter Krogsgaard' : 'Inger Møllegaard',
      verdict: 'yes',
      ects: null,
      reason: 'Fordi.',
      takenAt: now().toISOString(),
    });
    const next = (move: Move, round: number) => ({
      id: randomUUID(),
      round,
      move,
      reason: 'Fordi.',
      at: now().toISOString(),
    });
    const bringing = (
      positions: readonly DatedPosition[],
      steps: ReturnType<typeof next>[] = [],
      known = read.history.steps,
    ) => ({
      ...sent,
      parts: { ...read, history: { positions, steps: [...known, ...steps] } },
    });
    const both = (round: number) => [position(round, 'hrChief'), position(round, 'developmentChief')];
    const take = (file: typeof sent) => writeIncomingCase(hr, file, 'skolen', now());
    // Whether HR has never seen the case, waits for both, or for one of them.
    for (const prepare of [() => undefined, () => take(sent), () => say(hr, caseId, 'hrChief', 'no')]) {
      prepare();
      for (const [file, round] of [
        [bringing(both(1)), 1],
        [bringing([position(1, 'developmentChief')]), 1],
        [bringing(both(2)), 2],
        [bringing(both(2), [next('complain', 2)]), 2],
        // Withdrawn earlier, so that the forged round would count once resumed.
        [bringing(both(2), [next('withdraw', 1), next('complain', 2)]), 2],
        [bringing(both(2), [next('withdraw', 1)]), 2],
      ] as const) {
        expect(refused(hr, () => take(file))).toBe(
          `Filen har en stillingtagen med til runde ${round}, som I afgør her. En skole kan ikke sende den. Sagen er ikke ændret.`,
        );
      }
    }
    // A round that is over decides nothing, whoever tells of it, and the next is HR's again.
    const over = bringing([position(1, 'developmentChief')], [next('withdraw', 1)]);
    take(over);
    expect(readCase(hr, caseId)).toMatchObject({ state: 'withdrawn', ects: null });
    const again = meritCaseParts.parse(over.parts).history;
    take(bringing(again.positions, [next('resume', 2), next('submit', 2)], again.steps));
    expect(readCase(hr, caseId)).toMatchObject({ state: 'submitted', round: 2 });
    say(hr, caseId, 'hrChief', 'no');
    say(hr, caseId, 'developmentChief', 'no');
    expect(readCase(hr, caseId)).toMatchObject({ state: 'refused', round: 2 });
  });

  it('is another school’s, half, or with a changed attachment', () => {
    const { school, hr, caseId } = twoFiles();
    const sent = travel(casePackage(school, caseId));
    expect(refused(hr, () => writeIncomingCase(hr, { ...sent, parts: {} }, 'skolen', now()))).toMatch(
      /ikke en hel meritsag/,
    );
    const changed = new Map([...sent.attachments].map(([id]) => [id, Buffer.from('%PDF-1.7 andet')]));
    expect(
      refused(hr, () => writeIncomingCase(hr, { ...sent, attachments: changed }, 'skolen', now())),
    ).toMatch(/bilag/);
    writeIncomingCase(hr, sent, 'skolen', now());
    expect(refused(hr, () => writeIncomingCase(hr, sent, 'en anden', now()))).toMatch(/anden skole/);
    expect(readCase(hr, caseId).partnerId).toBe('skolen');
  });

  it('is never sent while it is being written', () => {
    const { school, caseId } = twoFiles();
    step(school, caseId, 'takeBack');
    expect(refused(school, () => casePackage(school, caseId))).toMatch(/kladde/);
  });
});
