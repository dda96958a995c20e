import { describe, expect, it } from 'vitest';
import { openPackage, sealPackage } from '../../data/exchange/container';
import { mutations } from '../../data/exchange/test-mutations';
import { ownKeys } from '../../data/queries/exchange';
import { contentOf, hrFile, type Letter, meet, type Program, schoolFile, sentCase } from './test-two-files';

/** A night’s run is `SPIND_FUZZ_ROUNDS=5000 npx vitest run hostile-cases`; another seed gives other files. */
const rounds = Number(process.env.SPIND_FUZZ_ROUNDS ?? 150);
const seed = Number(process.env.SPIND_FUZZ_SEED ?? 20261123);
const objectNames = Reflect.ownKeys(Object.prototype).length;

/** The letter as the same sender would have signed it, with something else in its parts. */
async function resealed(from: Program, to: Program, letter: Letter, change: (parts: unknown) => unknown) {
  const now = new Date('2026-11-25T12:00:00');
  const receiver = ownKeys(to.db, now);
  const opened = await openPackage(letter.bytes, { identity: receiver.identity });
  const parts = change(opened.parts);
  const bytes = await sealPackage(
    {
      ...opened,
      parts: (typeof parts === 'object' && parts !== null ? parts : {}) as Record<string, unknown>,
      attachments: [...opened.attachments].map(([id, file]) => ({ id, bytes: file })),
    },
    ownKeys(from.db, now),
    { recipient: receiver.recipient },
    now,
  );
  return { name: 'merit.spind', bytes };
}

/** The file is chosen, which takes it in and takes that back, so that every one of them meets the same. */
async function tried(test: Program, letter: Letter) {
  const before = contentOf(test);
  const began = performance.now();
  const reply = await test.choose(letter);
  const ms = performance.now() - began;
  expect(contentOf(test)).toBe(before);
  return { reply, ms };
}

describe('a rightly signed file that says what it should not', () => {
  it(`is taken in or refused, ${rounds} times from seed ${seed}, and breaks nothing`, {
    timeout: 3_600_000,
  }, async () => {
    const { altered, random } = mutations(seed);
    const [school, hr] = [schoolFile(), hrFile()];
    await meet(school, hr);
    const caseId = await school.submitted();
    const letter = await sentCase(school, caseId);
    const outcome = { refused: 0, taken: 0 };
    let slowest = 0;
    /** The parts with one to three changes that still can be packed. */
    const change = (parts: unknown) => {
      let now = parts;
      for (let left = 1 + random(3); left > 0; left--) now = altered(now);
      return now;
    };
    const round = async (from: Program, to: Program, file: Letter) => {
      let made: Letter;
      try {
        made = await resealed(from, to, file, change);
      } catch {
        return; // Not even a sender can write it.
      }
      const { reply, ms } = await tried(to, made);
      slowest = Math.max(slowest, ms);
      if (reply.ok) outcome.taken += 1;
      else {
        expect(reply.error.code).not.toBe('internal');
        outcome.refused += 1;
      }
      expect(Reflect.ownKeys(Object.prototype).length).toBe(objectNames);
    };
    for (let left = rounds; left > 0; left -= 2) await round(school, hr, letter);
    await hr.takeIn(letter);
    await hr.decide(caseId, 'partly', 5);
    const answer = await hr.written('caseExchange', 'sendAnswer', { caseId });
    for (let left = rounds; left > 0; left -= 2) await round(hr, school, answer);

    expect([...school.failures, ...hr.failures]).toEqual([]);
    expect(outcome.refused).toBeGreaterThan(rounds * 0.4);
    expect(outcome.taken).toBeGreaterThan(0);
    // No time that would be good; only what would be a hang.
    expect(slowest).toBeLessThan(5_000);
    if (process.env.SPIND_FUZZ_ROUNDS)
      process.stdout.write(`${JSON.stringify({ ...outcome, slowest: Math.round(slowest) })}\n`);
  });
});
