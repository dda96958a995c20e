import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificate,
  contentOf,
  hrFile,
  type Letter,
  meet,
  type Program,
  schoolFile,
  sentCase,
} from './test-two-files';

/** Orders tried; more for a night: `SPIND_ORDERS=2000 npx vitest run …`. */
const numRuns = Number(process.env.SPIND_ORDERS ?? 16);
const seed = 20261123;

const select = ({ db }: Program, sql: string) => db.$client.prepare(sql).all();

/** Where every case stands, with its papers, bytes and history: what a reader would ever see of it. */
const standing = (test: Program) =>
  JSON.stringify([
    select(test, 'SELECT * FROM merit_cases ORDER BY id'),
    select(
      test,
      `SELECT e.id, e.case_id, e.title, e.position, a.name, a.sha256, hex(a.content) AS bytes
       FROM merit_evidence e LEFT JOIN attachments a ON a.id = e.attachment_id
       WHERE e.removed_at IS NULL ORDER BY e.id`,
    ),
    select(
      test,
      'SELECT case_id, round, role, name, verdict, ects, reason, taken_at FROM merit_positions ORDER BY 1, 2, 3',
    ),
    select(test, 'SELECT * FROM merit_steps ORDER BY id'),
    select(
      test,
      'SELECT employee_id, kind, title, ects, completed_on, merit_case_id FROM ledger_entries WHERE removed_at IS NULL ORDER BY 6, 3',
    ),
  ]);

/** Empties a file of cases, as a new one with the same keys and contacts would be. */
function forgetCases({ db }: Program): void {
  for (const table of [
    'exchange_packages',
    'merit_positions',
    'merit_steps',
    'merit_evidence',
    'merit_cases',
  ])
    db.$client.exec(`DELETE FROM ${table}`);
  db.$client.exec('DELETE FROM attachments');
}

/** Every file at least once, in any order, some of them several times. */
const anyOrder = (letters: readonly Letter[]) =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...letters), { maxLength: letters.length }),
      fc.shuffledSubarray([...letters], { minLength: letters.length }),
      fc.array(fc.constantFrom(...letters), { maxLength: letters.length }),
    )
    .map((parts) => parts.flat());

async function takeAll(test: Program, letters: readonly Letter[]): Promise<void> {
  for (const letter of letters) {
    const reply = await test.takeIn(letter);
    // What is older or repeated is refused; nothing else is.
    if (!reply.ok) expect(reply.error.code).toBe('conflict');
  }
}

/** Two schools, three cases: one goes round for information and a complaint, one is withdrawn, one is simple. */
async function correspondence() {
  const [first, second, hr] = [schoolFile(), schoolFile('Møllevangskolen'), hrFile()];
  await meet(first, hr);
  await meet(second, hr);
  let hour = 0;
  const later = () => {
    hour += 1;
    const now = new Date(Date.parse('2026-11-23T08:00:00Z') + hour * 3_600_000).toISOString();
    for (const one of [first, second, hr]) one.setNow(now);
  };
  const [toHr, toFirst]: [Letter[], Letter[]] = [[], []];
  const send = async (school: Program, caseId: string) => {
    later();
    const letter = await sentCase(school, caseId);
    toHr.push(letter);
    await hr.takeIn(letter);
    later();
  };
  const answer = async (school: Program, caseId: string) => {
    later();
    const letter = await hr.written('caseExchange', 'sendAnswer', { caseId });
    if (school === first) toFirst.push(letter);
    await school.takeIn(letter);
    later();
  };
  const long = await first.submitted('amina', certificate('bevis-æøå.pdf'));
  const simple = await first.submitted('thomas');
  const withdrawn = await second.submitted('amina');
  await send(first, long);
  await send(second, withdrawn);
  await hr.decide(long, 'moreInformation');
  await answer(first, long);
  await first.move(long, 'answer', 'Karakterudskriften er lagt ved.');
  await send(first, long);
  await send(first, simple);
  await hr.decide(simple, 'yes');
  await answer(first, simple);
  await second.move(withdrawn, 'withdraw', 'Hun har fået et andet job.');
  await send(second, withdrawn);
  await hr.decide(long, 'no');
  await answer(first, long);
  await first.move(long, 'complain', 'Et modul er overset.');
  await send(first, long);
  await hr.decide(long, 'partly', 5);
  await answer(first, long);
  return { first, hr, toHr, toFirst };
}

describe('files that arrive in any order, and more than once', () => {
  it('bring HR and the school where the right order brings them', async () => {
    const { first, hr, toHr, toFirst } = await correspondence();
    forgetCases(hr);
    await takeAll(hr, toHr);
    const expectedAtHr = standing(hr);
    expect(toHr).toHaveLength(6);
    await fc.assert(
      fc.asyncProperty(anyOrder(toHr), async (letters) => {
        forgetCases(hr);
        await takeAll(hr, letters);
        expect(standing(hr)).toBe(expectedAtHr);
      }),
      { numRuns, seed },
    );

    // The school has gone back to its backup from before the first answer.
    const decided = standing(first);
    const steps = first.db.$client.prepare("SELECT id FROM merit_steps WHERE move <> 'submit'").pluck().all();
    const goBack = () => {
      first.db.$client.exec(`
        DELETE FROM exchange_packages WHERE direction = 'in';
        DELETE FROM merit_positions;
        DELETE FROM merit_steps WHERE move <> 'submit';
        DELETE FROM ledger_entries;
        UPDATE merit_cases SET state = 'submitted', round = 1, ects = NULL, decided_on = NULL;
      `);
    };
    expect(steps).toHaveLength(2);
    await fc.assert(
      fc.asyncProperty(anyOrder(toFirst), async (letters) => {
        goBack();
        await takeAll(first, letters);
        expect(standing(first)).toBe(decided);
      }),
      { numRuns, seed },
    );
    expect([...first.failures, ...hr.failures]).toEqual([]);
  }, 600_000);

  it('are refused with one byte altered, whichever it is', async () => {
    const [school, hr] = [schoolFile(), hrFile()];
    await meet(school, hr);
    const letter = await sentCase(school, await school.submitted());
    const before = contentOf(hr);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(letter.bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const bytes = Buffer.from(letter.bytes);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          expect(await hr.takeIn({ ...letter, bytes })).toMatchObject({
            ok: false,
            error: { code: expect.stringMatching(/^(invalid|forbidden)$/) },
          });
          expect(contentOf(hr)).toBe(before);
        },
      ),
      { numRuns: numRuns * 3, seed },
    );
  }, 600_000);
});
