import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../audit';
import { type OpenedPackage, openPackage } from '../exchange/container';
import { no } from '../exchange/refusals';
import { hr, school, sealedFor, stranger, testContent, testMoment } from '../exchange/test-package';
import type { Database } from '../open';
import { exchangeKeys, exchangePackages, exchangePartners } from '../schema/exchange';
import { schools } from '../schema/school';
import { testDatabase } from '../test-database';
import { immediate } from '../transaction';
import {
  acceptPackage,
  type Expected,
  judgePackage,
  nextSeq,
  ownKeys,
  ownSender,
  type Partner,
  partnerOf,
  recordSent,
} from './exchange';

const schoolRow = {
  id: 'school',
  name: 'Lærkemoseskolen',
  municipality: 'Nordmarke Kommune',
  leaderName: 'Birgitte Halkjær',
  leaderTitle: 'skoleleder',
  seasonStart: '11-01',
  seasonEnd: '01-31',
  ratingLeadDays: 7,
  retentionYears: 5,
  retentionReason: '',
  legalBasis: '',
  legalBasisSource: '',
  legalBasisCheckedOn: '2026-08-01',
  createdAt: testMoment.toISOString(),
};

const packages = (db: Database) => db.select().from(exchangePackages).all();

/** HR's file, with the school on its list. */
function office(over: Partial<Partner> = {}) {
  const { db } = testDatabase().open;
  const { signPublic, recipient } = school;
  const partner = {
    id: 'p1',
    name: 'Lærkemoseskolen',
    kind: 'school' as const,
    trust: 'compared' as const,
    addedAt: testMoment.toISOString(),
    ...over,
  };
  db.insert(exchangePartners)
    .values({ signPublic, recipient, ...partner })
    .run();
  const accept = (opened: OpenedPackage, expected: Partial<Expected> = {}) =>
    immediate(db, () => acceptPackage(db, opened, { kinds: ['meritCase'], now: testMoment, ...expected }));
  const refusalOf = (opened: OpenedPackage, expected: Partial<Expected> = {}): string => {
    const before = packages(db);
    try {
      accept(opened, expected);
    } catch (error) {
      // Refused for the same reason when it is only looked at, and nothing was written on the way.
      expect(() => judgePackage(db, opened, { kinds: ['meritCase'], ...expected })).toThrow(
        (error as Error).message,
      );
      expect(packages(db)).toEqual(before);
      return (error as { text?: { da: string } }).text?.da ?? String(error);
    }
    throw new Error('was accepted');
  };
  return { db, accept, refusalOf };
}

const opened = async (over: Parameters<typeof testContent>[0] = {}, from = school) =>
  openPackage(await sealedFor(hr, testContent({ attachments: [], ...over }), from), hr);

describe('own keys', () => {
  it('are made once, at first use, with a line in the log, inside a transaction or outside', () => {
    for (const isInside of [false, true]) {
      const { db } = testDatabase().open;
      const first = isInside ? immediate(db, () => ownKeys(db, testMoment)) : ownKeys(db, testMoment);
      expect(ownKeys(db, new Date('2030-01-01'))).toMatchObject({ recipient: first.recipient });
      expect(db.select().from(exchangeKeys).all()).toHaveLength(1);
      expect(verifyAudit(db.$client)).toMatchObject({ ok: true });
      const log = db.$client.prepare("SELECT count(*) FROM audit_log WHERE action = 'exchange.keys-made'");
      expect(log.pluck().get()).toBe(1);
    }
  });

  it('open what was written to them, in the file they were made in and after it was opened anew', async () => {
    const database = testDatabase();
    const keys = ownKeys(database.open.db, testMoment);
    const file = await sealedFor(keys);
    const again = ownKeys(database.reopen().db, testMoment);
    expect((await openPackage(file, again)).subjectId).toBe('case-1');
  });

  it.each([
    ['folkeskole', 'school'],
    ['erhvervsskole', 'school'],
    ['hr', 'hr'],
  ] as const)('say of a file of %s that %s writes', (profile, senderKind) => {
    const { db } = testDatabase().open;
    db.insert(schools)
      .values({ ...schoolRow, profile })
      .run();
    expect(ownSender(db)).toEqual({ senderName: 'Lærkemoseskolen', senderKind });
  });
});

describe('a package that was opened', () => {
  it('is accepted once and recorded with who sent it', async () => {
    const { db, accept, refusalOf } = office();
    const one = await opened();
    expect(accept(one)).toMatchObject({ id: 'p1', trust: 'compared' });
    expect(packages(db)).toMatchObject([
      {
        direction: 'in',
        partnerId: 'p1',
        kind: 'meritCase',
        subjectId: 'case-1',
        seq: 1,
        sha256: one.sha256,
      },
    ]);
    expect(refusalOf(one)).toBe(no.repeated().text.da);
    expect(refusalOf(await opened())).toBe(no.repeated().text.da);
  });

  it('is refused for each of these, with the right sentence and without a trace', async () => {
    const known = await opened({ seq: 2 });
    const { db, accept, refusalOf } = office();
    expect(refusalOf(await opened({}, stranger))).toBe(no.unknownSigner('Lærkemoseskolen').text.da);
    expect(refusalOf(known, { kinds: ['meritDecision'] })).toBe(no.wrongKind().text.da);
    expect(refusalOf(known, { subjectId: 'case-2' })).toBe(no.wrongSubject().text.da);
    expect(refusalOf({ ...known, recipient: stranger.recipient })).toBe(
      no.changedKeys('Lærkemoseskolen').text.da,
    );
    accept(known, { subjectId: 'case-1' });
    expect(refusalOf(await opened({ seq: 1 }))).toBe(no.older('Lærkemoseskolen').text.da);
    // Another content under a number that has been used is as old as what was read.
    expect(refusalOf(await opened({ seq: 2, parts: {} }))).toBe(no.older('Lærkemoseskolen').text.da);
    accept(await opened({ seq: 1, subjectId: 'case-2' }));

    const own = ownKeys(db, testMoment);
    expect(refusalOf(await opened({}, own))).toBe(no.ownFile().text.da);
    expect(office({ trust: 'blocked' }).refusalOf(known)).toBe(no.blockedSigner('Lærkemoseskolen').text.da);
    expect(office({ removedAt: testMoment.toISOString() }).refusalOf(known)).toBe(
      no.unknownSigner('Lærkemoseskolen').text.da,
    );
  });

  it('decides nothing when a school sends it: a decision comes from HR alone', async () => {
    const decision = await opened({ kind: 'meritDecision' });
    const kinds = ['meritDecision'] as const;
    expect(office().refusalOf(decision, { kinds })).toBe(no.wrongSender('Lærkemoseskolen').text.da);
    expect(office({ kind: 'hr' }).accept(decision, { kinds })).toMatchObject({ kind: 'hr' });
  });

  it('gives the same end in whatever order and however often the files come', async () => {
    const files = await Promise.all(
      [1, 2, 3, 4].flatMap((seq) =>
        ['case-1', 'case-2'].map((subjectId) => opened({ seq, subjectId, parts: { note: { seq } } })),
      ),
    );
    const { db, accept } = office();
    const arrivals = fc
      .array(fc.nat(files.length - 1), { maxLength: 20 })
      .chain((more) =>
        fc.shuffledSubarray([...files.keys(), ...more], { minLength: files.length + more.length }),
      );
    fc.assert(
      fc.property(arrivals, (order) => {
        db.delete(exchangePackages).run();
        const held = new Map<string, { seq: number; sha256: string }>();
        const bring = (file: OpenedPackage) => {
          try {
            accept(file);
            held.set(file.subjectId, { seq: file.seq, sha256: file.sha256 });
            return true;
          } catch {
            return false;
          }
        };
        for (const at of order) bring(files[at] as OpenedPackage);
        for (const subjectId of ['case-1', 'case-2']) {
          const newest = files.filter((file) => file.subjectId === subjectId).at(-1);
          expect(held.get(subjectId)).toEqual({ seq: 4, sha256: newest?.sha256 });
          expect(nextSeq(db, subjectId)).toBe(5);
        }
        // All once more: not one of them changes anything.
        const before = packages(db);
        expect(files.filter(bring)).toEqual([]);
        expect(packages(db)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the number of the next file', () => {
  it('is above everything sent and received about the same subject', async () => {
    const { db, accept } = office();
    expect(nextSeq(db, 'case-1')).toBe(1);
    const bytes = await sealedFor(hr);
    recordSent(
      db,
      { partnerId: 'p1', kind: 'meritDecision', subjectId: 'case-1', seq: 1, bytes },
      testMoment,
    );
    expect(nextSeq(db, 'case-1')).toBe(2);
    accept(await opened({ seq: 7 }));
    expect([nextSeq(db, 'case-1'), nextSeq(db, 'case-2')]).toEqual([8, 1]);
    // What was sent is no reason to refuse what comes.
    accept(await opened({ seq: 8, subjectId: 'case-2' }));
  });
});

describe('partnerOf', () => {
  it('knows a contact by its signing key and nobody else', () => {
    const { db } = office();
    expect(partnerOf(db, school.signPublic)).toMatchObject({ id: 'p1' });
    expect(partnerOf(db, stranger.signPublic)).toBeNull();
    expect(partnerOf(db, Buffer.alloc(0))).toBeNull();
  });
});
