import { hostileTexts } from '@shared/domain/hostile-texts';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../data/audit';
import { playMainJob } from './test-main-job';
import { pageQuestions } from './test-questions';
import { calls, keyOf, type Place, placeOf, testWorld } from './test-world';

/** Inputs each call is given. Another seed gives other ones: `SPIND_FUZZ_SEED=7 npx vitest run …`. */
const runs = 60;
/** Those that open, check or copy the whole file take a hundred times as long. */
const slowRuns = 20;
const seed = Number(process.env.SPIND_FUZZ_SEED ?? 20261123);

// What is tried here is every handler, not the cost of guessing a passphrase.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  type Given = Parameters<typeof real.scrypt>;
  const scrypt = (secret: Given[0], salt: Given[1], length: number, _cost: object, done: Given[4]) =>
    real.scrypt(secret, salt, length, { N: 16, r: 1, p: 1 }, done);
  return { ...real, scrypt };
});

/** What a school can never do; it is played in a file of HR by the feature’s own tests. */
const onlyAtHr = ['caseExchange.sendAnswer'];

const times = <T>(count: number, list: readonly T[]): T[] =>
  list.flatMap((one) => Array.from({ length: count }, () => one));

/** What went wrong, in a line. */
function short(error: unknown): string {
  const issues =
    error instanceof z.ZodError ? error.issues.map((i) => `${i.path.join('.')} ${i.message}`) : [];
  return (issues.join('; ') || String(error)).slice(0, 300);
}

describe('every handler, on a real encrypted database', () => {
  it('answers or refuses whatever the contract lets in, and never fails', async () => {
    const at = await testWorld(seed);
    await playMainJob(at);
    // Locking and restoring take the school back to an earlier state, so they come when all else has been tried.
    const isLast = (place: Place) =>
      ['vault', 'backups'].includes(place.feature) || keyOf(place) === 'ratings.handBack';
    const most = calls.filter((place) => !isLast(place));
    const last = calls.filter(isLast);

    const failed: string[] = [];
    const tryOne = async (place: Place) => {
      await at.stand(place.call);
      at.tick(5);
      const input = at.sample(place);
      // A double click sends the same twice, the second before the first is answered.
      const replies = await Promise.all(
        times(at.random(8) === 0 ? 2 : 1, [input]).map((one) => at.ask(place, one)),
      );
      for (const reply of replies) {
        if (reply.ok || reply.error.code !== 'internal') continue;
        failed.push(
          `${keyOf(place)} ×${replies.length} ${JSON.stringify(input).slice(0, 300)} → ${short(at.failures.at(-1))}`,
        );
      }
    };
    for (const place of [...at.shuffled(times(runs, most)), ...at.shuffled(times(slowRuns, last))])
      await tryOne(place);
    // A call that is refused whatever it is given has not been tried; bad luck gets another chance.
    const isMute = (place: Place) =>
      at.outcomes.get(keyOf(place))?.answered === 0 && !onlyAtHr.includes(keyOf(place));
    for (const place of times(200, calls)) if (isMute(place)) await tryOne(place);
    expect(failed).toEqual([]);

    const isIdle = (place: Place) =>
      (at.outcomes.get(keyOf(place))?.asked ?? 0) < (isLast(place) ? slowRuns : runs);
    expect({ idle: calls.filter(isIdle).map(keyOf), mute: calls.filter(isMute).map(keyOf) }).toEqual({
      idle: [],
      mute: [],
    });

    await at.stand(placeOf('employees', 'list').call);
    const sqlite = at.session.open?.sqlite;
    expect(sqlite?.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sqlite?.pragma('foreign_key_check')).toEqual([]);
    expect(sqlite && verifyAudit(sqlite)).toMatchObject({ ok: true });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const audited = JSON.stringify(sqlite?.prepare('SELECT action, entity, fields FROM audit_log').all());
    expect(hostileTexts.filter((text) => text.length > 12 && audited.includes(text))).toEqual([]);
    // Nobody waits for this long: it ends what hangs.
  }, 600_000);
});

describe('what a call says it changes', () => {
  it('is every feature whose answers are different afterwards', async () => {
    const at = await testWorld(seed);
    await playMainJob(at);

    const questions = pageQuestions(at.idsOf);
    /** What all pages would be told now. */
    const answers = async () => {
      const told = new Map<string, string>();
      for (const [feature, name, input] of questions) {
        const reply = await at.router(feature, name, input);
        told.set(`${feature}.${name} ${JSON.stringify(input)}`, JSON.stringify(reply));
      }
      return told;
    };
    let before = await answers();
    const nameOf = (question: string) => question.split(' ')[0] ?? '';
    const told = new Set(
      [...before].filter(([, reply]) => reply.startsWith('{"ok":true')).map(([question]) => nameOf(question)),
    );
    expect([...before.keys()].map(nameOf).filter((name) => !told.has(name))).toEqual([]);

    const stale = new Set<string>();
    const writing = calls.filter(
      ({ feature, call }) => call.access === 'leader' && call.changes.length > 0 && feature !== 'backups',
    );
    for (const place of at.shuffled(times(2, writing))) {
      for (let tries = 0; tries < 12; tries++) {
        if (!(await at.ask(place, at.sample(place))).ok) continue;
        const after = await answers();
        for (const [question, answer] of after) {
          const feature = question.split('.')[0] ?? '';
          if (before.get(question) !== answer && !place.call.changes.includes(feature))
            stale.add(`${keyOf(place)} → ${nameOf(question)}`);
        }
        before = after;
        break;
      }
    }
    expect([...stale].sort()).toEqual([]);
  }, 600_000);
});
