import { describe, expect, it } from 'vitest';
import { acceptPackage } from '../queries/exchange';
import { exchangePartners } from '../schema/exchange';
import { testDatabase } from '../test-database';
import { encryptAge } from './age';
import { openPackage, signedEntries } from './container';
import { jsonBytes } from './json';
import { sha256 } from './sign';
import {
  hr,
  lockedForHr,
  school,
  sealedFor,
  signedZip,
  testContent,
  testManifest,
  testMoment,
  zipBytes,
} from './test-package';

/** The whole run is `SPIND_FUZZ_ROUNDS=10000 npx vitest run fuzz`; another seed gives other files. */
const rounds = Number(process.env.SPIND_FUZZ_ROUNDS ?? 300);
const seed = Number(process.env.SPIND_FUZZ_SEED ?? 20261123);
const passphrase = 'fire tilfældige ord her';

const random = (() => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
})();
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

/** One to three changes somewhere in the bytes: flipped, overwritten, cut out, doubled, put in, cut off, added. */
function mutated(bytes: Buffer): Buffer {
  let now = Buffer.from(bytes);
  for (let left = 1 + random(3); left > 0; left--) {
    // The beginning and the end hold what steers the rest, so half of the changes are made there.
    const near = random(4);
    const at =
      near === 0
        ? random(Math.min(400, now.length + 1))
        : near === 1
          ? Math.max(0, now.length - random(600))
          : random(now.length + 1);
    const length = 1 + random(pick([2, 8, 64, 5000]));
    const some = Buffer.from(Array.from({ length: Math.min(length, 200) }, () => random(256)));
    const huge = Buffer.from(pick(['ffffffff', '00000000', 'ffffff7f', '00ca9a3b', '0000', 'ffff']), 'hex');
    const [before, after] = [now.subarray(0, at), now.subarray(at)];
    now = Buffer.concat(
      pick([
        () => [before, Buffer.from([(after[0] ?? 0) ^ (1 << random(8))]), after.subarray(1)],
        () => [before, huge, after.subarray(huge.length)],
        () => [before, after.subarray(length)],
        () => [before, after.subarray(0, length), after],
        () => [before, some, after],
        () => [before],
        () => [now, some],
      ])(),
    );
  }
  return now;
}

const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.5,
  '',
  ' ',
  '__proto__',
  '../../x',
  'x'.repeat(100_000),
  '\u0000',
  '𝔸\ud800',
  [],
  {},
  [[[[[]]]]],
  { __proto__: null, toString: 1 },
  '2026-13-45T99:99:99Z',
  'age1'.padEnd(62, 'q'),
];

/** The value with something in it exchanged, taken out or put in, here or deeper down. */
function altered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random(5) === 0) return pick(hostile);
  if (Array.isArray(value)) {
    const at = random(value.length + 1);
    const deeper = value.map((one, index) => (index === at ? altered(one) : one));
    return pick([deeper, [...value, pick(hostile)], value.slice(0, at), [...value, ...value]]);
  }
  const keys = Object.keys(value);
  const key = pick(keys.length > 0 ? keys : ['x']);
  const { [key]: chosen, ...rest } = value as Record<string, unknown>;
  return pick([
    { ...rest, [key]: altered(chosen) },
    { ...rest, [key]: altered(chosen) },
    rest,
    { ...rest, [pick(['__proto__x', 'constructor', 'toString', key.toUpperCase()])]: chosen },
  ]);
}

/** As JSON, at times with a name that reaches into every object, or with broken text. */
function written(value: unknown): Buffer {
  const text = JSON.stringify(value) ?? 'null';
  return pick([
    () => Buffer.from(text),
    () => Buffer.from(text),
    () => Buffer.from(text.replace('{', '{"__proto__":{"isPolluted":true},')),
    () => Buffer.from(text.replace('{', '{"constructor":{"prototype":{"isPolluted":true}},')),
    () => mutated(Buffer.from(text)),
  ])();
}

/** A zip whose sender has signed it rightly, and which says something it should not. */
function signedNonsense(): Buffer {
  const part = written(altered(testContent().parts.case));
  const entries = { 'parts/case.json': part, 'attachments/a1': Buffer.from('x') };
  const manifest = testManifest(entries);
  const signed = signedEntries(random(2) === 0 ? altered(manifest) : manifest, school);
  return zipBytes({ ...signed, ...entries });
}

describe('an exchange file that somebody has worked on', () => {
  it(`is read or refused, ${rounds} times from seed ${seed}, and never breaks anything`, {
    timeout: 3_600_000,
  }, async () => {
    const { open } = testDatabase();
    const { db } = open;
    const { signPublic, recipient } = school;
    db.insert(exchangePartners)
      .values({
        id: 'p1',
        name: 'Lærkemoseskolen',
        kind: 'school',
        signPublic,
        recipient,
        trust: 'compared',
        addedAt: testMoment.toISOString(),
      })
      .run();
    const small = testContent({ attachments: testContent().attachments.slice(0, 1) });
    const whole = await sealedFor(hr, small);
    const original = (await openPackage(whole, hr)).sha256;
    const zip = signedZip({
      'parts/case.json': jsonBytes(small.parts.case),
      'attachments/a1': Buffer.alloc(900),
    });
    const zipDigest = (await openPackage(await lockedForHr(zip), hr)).sha256;
    const worded = await encryptAge(signedZip({}, { to: null }), { passphrase }, 4);
    const writes = () => db.$client.prepare('SELECT total_changes()').pluck().get();
    const outcome = { refused: 0, same: 0, accepted: 0 };
    let slowest = 0;

    for (let round = 0; round < rounds; round++) {
      const way = round % 4;
      const ways = [
        () => mutated(whole),
        () => mutated(worded),
        () => lockedForHr(mutated(zip)),
        () => lockedForHr(signedNonsense()),
      ];
      const bytes = await (ways[way] as (typeof ways)[number])();
      const began = performance.now();
      const opened = await openPackage(bytes, way === 1 ? { passphrase } : hr).catch((error: unknown) => {
        expect(error, `round ${round}`).toMatchObject({ name: 'Refusal', text: { da: expect.any(String) } });
        return null;
      });
      if (!opened) outcome.refused += 1;
      else if (way === 2) {
        // What a zip says of its own packing is not signed; what is in it is.
        expect(opened.sha256, `round ${round}`).toBe(zipDigest);
        outcome.same += 1;
      } else if (way === 3) {
        const untouched = writes();
        db.$client.exec('BEGIN IMMEDIATE');
        try {
          const partner = acceptPackage(db, opened, { kinds: ['meritCase'], now: testMoment });
          expect(partner.id).toBe('p1');
          outcome.accepted += 1;
        } catch (error) {
          expect(error, `round ${round}`).toMatchObject({ name: 'Refusal' });
          expect(writes(), `round ${round}`).toBe(untouched);
          outcome.refused += 1;
        } finally {
          db.$client.exec('ROLLBACK');
        }
      } else {
        // Every byte of an age file is sealed, so only a change that changes nothing gets here.
        expect(sha256(bytes), `round ${round}`).toBe(sha256(way === 0 ? whole : worded));
        expect(way === 0 ? opened.sha256 : original).toBe(original);
        outcome.same += 1;
      }
      slowest = Math.max(slowest, performance.now() - began);
      expect(Reflect.ownKeys(Object.prototype).length).toBe(objectNames);
      expect('isPolluted' in {}).toBe(false);
    }

    expect(slowest).toBeLessThan(5000);
    // Only nonsense that stays sense may come through, and some must, or nothing was tried past the first lock.
    expect(outcome.refused).toBeGreaterThan(rounds * 0.6);
    expect(outcome.accepted).toBeGreaterThan(0);
    expect(outcome.same).toBeGreaterThan(0);
    if (process.env.SPIND_FUZZ_ROUNDS)
      process.stdout.write(`${JSON.stringify({ ...outcome, slowest: Math.round(slowest) })}\n`);
  });
});

const objectNames = Reflect.ownKeys(Object.prototype).length;
