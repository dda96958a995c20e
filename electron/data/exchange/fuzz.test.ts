import { describe, expect, it } from 'vitest';
import { acceptPackage } from '../queries/exchange';
import { exchangePartners } from '../schema/exchange';
import { testDatabase } from '../test-database';
import { encryptAge } from './age';
import { openPackage, signedEntries } from './container';
import { jsonBytes } from './json';
import { sha256 } from './sign';
import { mutations } from './test-mutations';
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

const { random, altered, mutated, written } = mutations(seed);

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
