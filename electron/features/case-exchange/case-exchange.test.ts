import type { ChosenFile } from '@shared/contract/case-exchange';
import { describe, expect, it } from 'vitest';
import { openPackage, sealPackage } from '../../data/exchange/container';
import { ownKeys } from '../../data/queries/exchange';
import { ledgerEntries } from '../../data/schema/leader-training';
import {
  certificate,
  contentOf,
  hrFile,
  type Letter,
  meet,
  type Program,
  receiverOf,
  schoolFile,
  sentCase,
} from './test-two-files';

type Inbox = { cases: Record<string, unknown>[]; counts: { waiting: number; toSend: number } };
const inboxOf = (hr: Program) => hr.call<Inbox>('caseExchange', 'inbox');
const planOf = async (test: Program, letter: Letter) => {
  test.lay(letter);
  return test.call<ChosenFile>('caseExchange', 'choose');
};
const attachmentsOf = ({ db }: Program) =>
  db.$client.prepare('SELECT content FROM attachments').pluck().all() as Buffer[];
const refused = { ok: false, error: { code: expect.not.stringMatching('internal') } };

/** A school and HR who know each other, and a case that is handed in. */
async function town() {
  const [school, hr] = [schoolFile(), hrFile()];
  await meet(school, hr);
  return { school, hr, caseId: await school.submitted() };
}

describe('a case that travels', () => {
  it('goes to HR, is decided there by two, and comes back once', async () => {
    const { school, hr, caseId } = await town();
    expect(await school.call('caseExchange', 'ofCase', { caseId })).toMatchObject({
      sends: 'meritCase',
      isUnsent: true,
      receivers: [{ name: 'HR og skoleudvikling', trust: 'compared' }],
      travelled: [],
    });
    const letter = await sentCase(school, caseId);
    expect(letter.name).toBe(`merit-${caseId.slice(0, 8)}-1.spind`);
    expect(await school.call('caseExchange', 'ofCase', { caseId })).toMatchObject({
      isUnsent: false,
      travelled: [{ direction: 'out', seq: 1, partnerName: 'HR og skoleudvikling' }],
    });

    const before = contentOf(hr);
    const chosen = await planOf(hr, letter);
    expect(chosen).toMatchObject({
      fileName: letter.name,
      needsPassphrase: false,
      sender: { name: 'Lærkemoseskolen', kind: 'school', trust: 'compared' },
      plan: {
        kind: 'meritCase',
        caseId,
        seq: 1,
        effect: 'newCase',
        applicantName: 'Amina Farooq',
        stateBefore: null,
        stateAfter: 'submitted',
        attachments: [{ name: 'eksamensbevis.pdf', size: certificate().bytes.length }],
        positions: [],
      },
    });
    expect(contentOf(hr)).toBe(before);
    hr.setNow('2026-11-24T09:00:00');
    expect(await hr.call('caseExchange', 'apply', { token: chosen.token })).toEqual({ caseId });
    expect(attachmentsOf(hr)).toEqual([certificate().bytes]);
    hr.setNow('2026-11-30T09:00:00');
    expect(await inboxOf(hr)).toMatchObject({
      counts: { waiting: 1, toSend: 0 },
      cases: [
        {
          schoolName: 'Lærkemoseskolen',
          applicantName: 'Amina Farooq',
          receivedOn: '2026-11-24',
          next: 'positions',
          missing: ['developmentChief', 'hrChief'],
          daysWaiting: 6,
        },
      ],
    });
    expect(await hr.call('caseExchange', 'ofCase', { caseId })).toMatchObject({ sends: null });

    await hr.say(caseId, 'hrChief', 'yes');
    expect((await inboxOf(hr)).cases[0]).toMatchObject({ next: 'positions', missing: ['developmentChief'] });
    hr.setNow('2026-11-30T14:00:00');
    await hr.say(caseId, 'developmentChief', 'yes');
    expect(await inboxOf(hr)).toMatchObject({
      counts: { waiting: 0, toSend: 1 },
      cases: [{ state: 'granted', next: 'sendAnswer', answeredOn: null }],
    });
    const answer = await hr.written('caseExchange', 'sendAnswer', { caseId });
    expect(answer.name).toBe(`merit-${caseId.slice(0, 8)}-svar-2.spind`);
    expect((await inboxOf(hr)).cases[0]).toMatchObject({ next: 'nothing', answeredOn: '2026-11-30' });

    expect((await planOf(school, answer)).plan).toMatchObject({
      kind: 'meritDecision',
      effect: 'decision',
      stateBefore: 'submitted',
      stateAfter: 'granted',
      ects: 10,
      positions: [
        { role: 'hrChief', name: 'Jens Overgaard' },
        { role: 'developmentChief', name: 'Mette Kærsgaard' },
      ],
    });
    expect(await school.takeIn(answer)).toMatchObject({ ok: true });
    expect(await school.ofCase(caseId)).toMatchObject({ state: 'granted', ects: 10 });
    const ledger = school.db.select().from(ledgerEntries).all();
    expect(ledger).toMatchObject([{ kind: 'merit', ects: 10, meritCaseId: caseId, removedAt: null }]);

    const after = contentOf(school);
    expect(await school.takeIn(answer)).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: 'Den fil er allerede læst ind. Der er ikke ændret noget.' },
    });
    expect(contentOf(school)).toBe(after);
    expect([...school.failures, ...hr.failures]).toEqual([]);
  });

  it('goes round again when something was missing', async () => {
    const { school, hr, caseId } = await town();
    await hr.takeIn(await sentCase(school, caseId));
    await hr.decide(caseId, 'moreInformation');
    await school.takeIn(await hr.written('caseExchange', 'sendAnswer', { caseId }));
    expect(await school.ofCase(caseId)).toMatchObject({ state: 'moreInformation' });
    expect((await inboxOf(hr)).cases[0]).toMatchObject({ next: 'school', daysWaiting: null });
    expect(await school.call('caseExchange', 'ofCase', { caseId })).toMatchObject({ sends: null });

    await school.move(caseId, 'answer', 'Her er karakterudskriften.');
    const second = await sentCase(school, caseId);
    expect((await planOf(hr, second)).plan).toMatchObject({
      effect: 'newerCase',
      seq: 3,
      stateBefore: 'moreInformation',
      stateAfter: 'submitted',
    });
    await hr.takeIn(second);
    await hr.decide(caseId, 'partly', 5);
    await school.takeIn(await hr.written('caseExchange', 'sendAnswer', { caseId }));
    expect(await school.ofCase(caseId)).toMatchObject({ state: 'partly', ects: 5, round: 2 });
  });

  it('that is not saved anywhere is not recorded', async () => {
    const { school, caseId } = await town();
    const before = contentOf(school);
    Object.assign(school.context.machine, { saveFile: async () => false });
    const to = { partnerId: await receiverOf(school, caseId) };
    expect(await school.call('caseExchange', 'sendCase', { caseId, to })).toMatchObject({ saved: false });
    expect(contentOf(school)).toBe(before);
  });
});

describe('a first contact', () => {
  it('comes by passphrase, and its sender on the list only by a person’s own act', async () => {
    const [school, hr] = [schoolFile(), hrFile()];
    const caseId = await school.submitted();
    const passphrase = 'blå mælkebøtte under trappen';
    const letter = await school.written('caseExchange', 'sendCase', { caseId, to: { passphrase } });
    const before = contentOf(hr);
    const locked = await planOf(hr, letter);
    expect(locked).toMatchObject({ needsPassphrase: true, sender: null, plan: null });
    const { token } = locked;
    expect(await hr.router('caseExchange', 'apply', { token })).toMatchObject(refused);
    const wrong = { token, passphrase: 'rød mælkebøtte under trappen' };
    expect(await hr.router('caseExchange', 'open', wrong)).toMatchObject({ error: { code: 'forbidden' } });

    const opened = await hr.call<ChosenFile>('caseExchange', 'open', { token, passphrase });
    expect(opened).toMatchObject({ sender: { name: 'Lærkemoseskolen', trust: null }, plan: null });
    const own = await school.call<{ fingerprint: string[] }>('exchange', 'own');
    expect(opened.sender?.fingerprint).toEqual(own.fingerprint);
    expect(await hr.router('caseExchange', 'apply', { token })).toMatchObject({
      error: { code: 'forbidden' },
    });
    const { fingerprint } = own;
    const other = { token, fingerprint: [...fingerprint.slice(1), '0000'], compared: true };
    expect(await hr.router('caseExchange', 'addSender', other)).toMatchObject(refused);
    expect(contentOf(hr)).toBe(before);

    const added = await hr.call<ChosenFile>('caseExchange', 'addSender', {
      token,
      fingerprint,
      compared: true,
    });
    expect(added).toMatchObject({ sender: { trust: 'compared' }, plan: { effect: 'newCase' } });
    await hr.call('caseExchange', 'apply', { token });
    await hr.decide(caseId, 'no');
    const answer = await hr.written('caseExchange', 'sendAnswer', { caseId });
    // The school has never heard of HR's key, so it meets a stranger in its turn.
    const stranger = await planOf(school, answer);
    expect(stranger).toMatchObject({ sender: { kind: 'hr', trust: null }, plan: null });
    const known = { token: stranger.token, fingerprint: stranger.sender?.fingerprint, compared: false };
    expect(await school.call('caseExchange', 'addSender', known)).toMatchObject({ sender: { trust: 'new' } });
    await school.call('caseExchange', 'apply', { token: stranger.token });
    expect(await school.ofCase(caseId)).toMatchObject({ state: 'refused' });
  }, 30_000);
});

describe('a file that must not be read', () => {
  it('offers no stranger for the list when it could not be taken in anyway', async () => {
    const { school, hr } = await town();
    const stranger = hrFile('Ukendt kontor');
    const elsewhere = schoolFile('Møllevangskolen');
    await meet(elsewhere, stranger);
    const caseId = await elsewhere.submitted();
    await stranger.takeIn(await sentCase(elsewhere, caseId));
    await stranger.decide(caseId, 'yes');
    const answer = await stranger.written('caseExchange', 'sendAnswer', { caseId });
    const opened = await openPackage(answer.bytes, { identity: ownKeys(elsewhere.db, new Date()).identity });
    const forwarded = await sealPackage(
      { ...opened, attachments: [] },
      ownKeys(stranger.db, new Date()),
      { recipient: ownKeys(school.db, new Date()).recipient },
      new Date('2026-11-25T12:00:00'),
    );
    expect(await school.choose({ name: 'merit.spind', bytes: forwarded })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect([...hr.failures, ...school.failures]).toEqual([]);
  });

  it('changes nothing, whatever is wrong with it', async () => {
    const { school, hr, caseId } = await town();
    const other = schoolFile('Møllevangskolen');
    await meet(other, hr);
    const first = await sentCase(school, caseId);
    const second = await sentCase(school, caseId);
    await hr.takeIn(second);
    const stranger = schoolFile('Ukendt Skole');
    await meet(stranger, hrFile('Et andet kontor'));
    const elsewhere = await sentCase(stranger, await stranger.submitted());
    const altered = { ...second, bytes: Buffer.from(second.bytes) };
    altered.bytes[altered.bytes.length - 40] = (altered.bytes.at(-40) ?? 0) ^ 1;
    const before = contentOf(hr);
    for (const [letter, sentence] of [
      [first, /nyere fil fra Lærkemoseskolen/],
      [second, /allerede læst ind/],
      [altered, /ændret eller gået i stykker/],
      [elsewhere, /låst til en andens nøgle/],
      [{ name: 'brev.spind', bytes: Buffer.from('Kære HR') }, /ikke en udvekslingsfil/],
    ] as const) {
      expect(await hr.takeIn(letter)).toMatchObject({ error: { message: expect.stringMatching(sentence) } });
      expect(contentOf(hr)).toBe(before);
    }
    // HR's own file, and an answer where cases are read.
    await hr.decide(caseId, 'yes');
    const answer = await hr.written('caseExchange', 'sendAnswer', { caseId });
    expect(await hr.takeIn(answer)).toMatchObject(refused);
    expect(await other.takeIn(answer)).toMatchObject(refused);
  });

  it('never touches the case of another school', async () => {
    const { school, hr, caseId } = await town();
    const other = schoolFile('Møllevangskolen');
    await meet(other, hr);
    const letter = await sentCase(school, caseId);
    await hr.takeIn(letter);
    const before = contentOf(hr);
    // The other school claims the case as its own, with all the right keys.
    const opened = await openPackage(letter.bytes, { identity: ownKeys(hr.db, new Date()).identity });
    for (const subjectId of [caseId, 'another-case-altogether']) {
      const forged = await sealPackage(
        {
          ...opened,
          subjectId,
          seq: 7,
          senderName: 'Møllevangskolen',
          attachments: [...opened.attachments].map(([id, bytes]) => ({ id, bytes })),
        },
        ownKeys(other.db, new Date()),
        { recipient: ownKeys(hr.db, new Date()).recipient },
        new Date('2026-11-25T12:00:00'),
      );
      expect(await hr.takeIn({ name: 'merit.spind', bytes: forged })).toMatchObject(refused);
      expect(contentOf(hr)).toBe(before);
    }
  });

  it('is not an answer from an office that was never asked', async () => {
    const { school, hr, caseId } = await town();
    const rival = hrFile('Et andet kontor');
    await meet(school, rival);
    const letter = await school.written('caseExchange', 'sendCase', {
      caseId,
      to: { partnerId: await receiverOf(school, caseId) },
    });
    await hr.takeIn(letter);
    await hr.decide(caseId, 'yes');
    const answer = await hr.written('caseExchange', 'sendAnswer', { caseId });
    const opened = await openPackage(answer.bytes, { identity: ownKeys(school.db, new Date()).identity });
    const forged = await sealPackage(
      { ...opened, seq: 9, senderName: 'Et andet kontor', attachments: [] },
      ownKeys(rival.db, new Date()),
      { recipient: ownKeys(school.db, new Date()).recipient },
      new Date('2026-11-25T12:00:00'),
    );
    const before = contentOf(school);
    expect(await school.takeIn({ name: 'merit.spind', bytes: forged })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(contentOf(school)).toBe(before);
    expect(await school.takeIn(answer)).toMatchObject({ ok: true });
  });
});
