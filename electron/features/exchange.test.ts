import type { contract } from '@shared/contract';
import type { Output } from '@shared/contract/core';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../data/audit';
import { readKeyCard, writeKeyCard } from '../data/exchange/key-card';
import { keyFingerprint, newKeys, type OwnKeys } from '../data/exchange/sign';
import { exchangePackages, exchangePartners } from '../data/schema/exchange';
import { schools } from '../data/schema/school';
import { testContext } from './test-context';
import { testSchoolRow } from './test-school';

type Own = Output<typeof contract.exchange.own>;
type Partners = Output<typeof contract.exchange.partners>['partners'];
type Chosen = Output<typeof contract.exchange.chooseKeyFile>;

const day = new Date('2026-11-23T12:00:00Z');
const hrKeys = newKeys();
const cardOf = (keys: OwnKeys, name = 'Nordmarke HR', kind: 'school' | 'hr' = 'hr') =>
  writeKeyCard({ name, kind }, keys, day);

/** A school that chooses `file` whenever it is asked for one. */
function program() {
  let file: Buffer | null = cardOf(hrKeys);
  const saved: { kind: string; name: string; bytes: Buffer }[] = [];
  const test = testContext({
    machine: {
      chooseFile: async () => file && { name: 'hr.spindkey', bytes: file },
      saveFile: async (kind, name, bytes) => saved.push({ kind, name, bytes }) > 0,
    },
  });
  test.context.db.insert(schools).values(testSchoolRow).run();
  const refused = async (name: string, input: unknown = {}) => {
    const reply = await test.router('exchange', name, input);
    if (reply.ok) throw new Error('the call was not refused');
    return reply.error;
  };
  return {
    ...test,
    saved,
    refused,
    lays: (bytes: Buffer | null) => {
      file = bytes;
    },
    own: () => test.call<Own>('exchange', 'own'),
    choose: () => test.call<Chosen>('exchange', 'chooseKeyFile'),
    partners: async () => (await test.call<{ partners: Partners }>('exchange', 'partners')).partners,
    async add(name = 'Nordmarke HR') {
      const chosen = await this.choose();
      const token = chosen?.token ?? '';
      return (await test.call<{ partnerId: string }>('exchange', 'addPartner', { token, name })).partnerId;
    },
  };
}

describe('own keys', () => {
  it('have one fingerprint, also on the machine that gets the key file', async () => {
    const [here, there] = [program(), program()];
    const { fingerprint } = await here.own();
    expect(await here.own()).toMatchObject({ fingerprint, kind: 'school' });
    expect(await here.call('exchange', 'writeKeyFile')).toEqual({ saved: true });
    const [file] = here.saved;
    expect(file).toMatchObject({ kind: 'exchange', name: 'skole.spindkey' });
    there.lays(file?.bytes ?? null);
    expect(await there.choose()).toMatchObject({ fingerprint, kind: 'school', hasNamesake: false });
    expect((await there.own()).fingerprint).not.toEqual(fingerprint);
  });

  it('never leave the file with what is secret in them', async () => {
    const test = program();
    await test.own();
    await test.call('exchange', 'writeKeyFile');
    const kept = test.context.db.$client
      .prepare('SELECT sign_private, identity FROM exchange_keys')
      .get() as { sign_private: Buffer; identity: string };
    const bytes = test.saved[0]?.bytes ?? Buffer.alloc(0);
    for (const secret of [
      kept.identity,
      kept.sign_private.toString('base64'),
      kept.sign_private.toString('hex'),
    ])
      expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes('AGE-SECRET')).toBe(false);
  });
});

describe('a contact', () => {
  it('comes on the list from a key file, and only when somebody says yes', async () => {
    const test = program();
    const chosen = await test.choose();
    expect(chosen).toMatchObject({ name: 'Nordmarke HR', kind: 'hr', fingerprint: keyFingerprint(hrKeys) });
    expect(await test.partners()).toEqual([]);
    const input = { token: chosen?.token, name: '  HR i kommunen ' };
    const { partnerId } = await test.call<{ partnerId: string }>('exchange', 'addPartner', input);
    expect(await test.partners()).toEqual([
      {
        id: partnerId,
        name: 'HR i kommunen',
        kind: 'hr',
        trust: 'new',
        fingerprint: keyFingerprint(hrKeys),
        addedAt: expect.any(String),
        comparedAt: null,
        lastSentAt: null,
        lastReadAt: null,
      },
    ]);
    // The same yes twice: the file is not waiting any more.
    expect((await test.refused('addPartner', input)).code).toBe('not-found');
    test.lays(null);
    expect(await test.choose()).toBeNull();
    expect(test.failures).toEqual([]);
  });

  it('is new, compared or blocked, and a block that is lifted leaves it as it was', async () => {
    const test = program();
    const partnerId = await test.add();
    const trust = async () => (await test.partners())[0]?.trust;
    await test.call('exchange', 'block', { partnerId });
    expect(await trust()).toBe('blocked');
    expect((await test.refused('markCompared', { partnerId })).message).toBe(
      'Du har blokeret Nordmarke HR. Ophæv blokeringen først.',
    );
    await test.call('exchange', 'unblock', { partnerId });
    expect(await trust()).toBe('new');
    await test.call('exchange', 'markCompared', { partnerId });
    expect((await test.partners())[0]).toMatchObject({ trust: 'compared', comparedAt: expect.any(String) });
    await test.call('exchange', 'block', { partnerId });
    await test.call('exchange', 'unblock', { partnerId });
    await test.call('exchange', 'unblock', { partnerId });
    expect(await trust()).toBe('compared');
  });

  it('is renamed, removed and brought back, by undo or by its key file, and stays as it was known', async () => {
    const test = program();
    const partnerId = await test.add();
    await test.call('exchange', 'rename', { partnerId, name: 'HR' });
    await test.call('exchange', 'markCompared', { partnerId });
    await test.call('exchange', 'remove', { partnerId });
    expect(await test.partners()).toEqual([]);
    expect((await test.refused('rename', { partnerId, name: 'X' })).code).toBe('not-found');
    expect((await test.refused('remove', { partnerId })).code).toBe('not-found');
    await test.call('exchange', 'restore', { partnerId });
    expect(await test.partners()).toMatchObject([{ id: partnerId, name: 'HR', trust: 'compared' }]);
    await test.call('exchange', 'block', { partnerId });
    await test.call('exchange', 'remove', { partnerId });
    // A key file is no way around a block.
    expect(await test.add('HR igen')).toBe(partnerId);
    expect(await test.partners()).toMatchObject([{ id: partnerId, name: 'HR igen', trust: 'blocked' }]);
    expect(test.context.db.select().from(exchangePartners).all()).toHaveLength(1);
    expect((await test.refused('restore', { partnerId: 'nobody' })).code).toBe('not-found');
    expect(verifyAudit(test.context.db.$client)).toMatchObject({ ok: true });
    const log = test.context.db.$client
      .prepare("SELECT group_concat(action || fields, ' ') FROM audit_log WHERE entity = 'exchangePartner'")
      .pluck()
      .get();
    expect(log).not.toMatch(/HR/);
    expect(log).toMatch(/exchangePartner\.renamed\["name"\]/);
  });

  it('is shown with when something last travelled', async () => {
    const test = program();
    const partnerId = await test.add();
    const at = (month: number) => `2026-0${month}-01T10:00:00.000Z`;
    const row = { partnerId, kind: 'meritCase', subjectId: 'c1', seq: 1 };
    for (const [n, direction] of (['out', 'in', 'out', 'in'] as const).entries()) {
      const sent = { id: `k${n}`, direction, sha256: `${n}`, at: at(n + 1), ...row };
      test.context.db.insert(exchangePackages).values(sent).run();
    }
    expect(await test.partners()).toMatchObject([{ lastSentAt: at(3), lastReadAt: at(4) }]);
  });

  it('with the name of another is pointed out, and the same one is not added twice', async () => {
    const test = program();
    await test.add();
    expect((await test.refused('chooseKeyFile')).message).toBe(
      'Nordmarke HR står allerede på listen med den nøgle.',
    );
    test.lays(cardOf(newKeys()));
    expect(await test.choose()).toMatchObject({ hasNamesake: true });
    test.lays(cardOf({ ...hrKeys, recipient: newKeys().recipient }));
    expect((await test.refused('chooseKeyFile')).message).toMatch(/samme underskrift som Nordmarke HR/);
  });
});

describe('a key file that will not do', () => {
  it('is refused with a sentence that says why', async () => {
    const test = program();
    const card = JSON.parse(cardOf(hrKeys).toString());
    const written = (over: object) => Buffer.from(JSON.stringify({ ...card, ...over }));
    const tries: [Buffer, RegExp][] = [
      [Buffer.from('%PDF'), /^Det er ikke en nøglefil/],
      [Buffer.alloc(0), /^Det er ikke en nøglefil/],
      [written({ format: 'spind-exchange' }), /^Det er ikke en nøglefil/],
      [Buffer.alloc(30_000, ' '), /^Det er ikke en nøglefil/],
      [written({ version: 2 }), /nyere Spind/],
      [written({ name: 'Andre' }), /er ændret/],
      [written({ kind: 'school' }), /er ændret/],
      [written({ recipient: newKeys().recipient }), /er ændret/],
      [written({ signPublic: newKeys().signPublic.toString('base64') }), /er ændret/],
      [written({ signature: '' }), /er ændret/],
      [written({ recipient: 'age1pq1x' }), /er ændret/],
    ];
    for (const [bytes, sentence] of tries) {
      test.lays(bytes);
      const error = await test.refused('chooseKeyFile');
      expect(error.code).toBe('invalid');
      expect(error.message).toMatch(sentence);
    }
    await test.own();
    await test.call('exchange', 'writeKeyFile');
    test.lays(test.saved[0]?.bytes ?? null);
    expect((await test.refused('chooseKeyFile')).message).toMatch(/^Det er jeres egen nøglefil/);
    expect(await test.partners()).toEqual([]);
    expect(test.failures).toEqual([]);
    expect(readKeyCard(cardOf(hrKeys))).toMatchObject({
      name: 'Nordmarke HR',
      signPublic: hrKeys.signPublic,
    });
  });

  it('is forgotten when the school is locked', async () => {
    const test = program();
    const chosen = await test.choose();
    const { open } = test.context.session;
    test.context.session.open = test.database.reopen();
    expect(open).not.toBe(test.context.session.open);
    expect((await test.refused('addPartner', { token: chosen?.token, name: 'X' })).code).toBe('not-found');
  });
});
