import { PDF } from '@libpdf/core';
import type { ChosenFile } from '@shared/contract/case-exchange';
import type { Reply } from '@shared/contract/core';
import type { MeritRole } from '@shared/domain/merit-states';
import { describe, expect, it } from 'vitest';
import { contentOf, hrFile, type Letter, meet, type Program, schoolFile, sentCase } from './test-two-files';

type School = ReturnType<typeof schoolFile>;
const passphrase = 'blå mælkebøtte under trappen';
const office = 'HR og skoleudvikling';

/** One of the two speaks in the school's own file. */
async function speak(school: School, caseId: string, role: MeritRole, verdict = 'yes') {
  const { round } = await school.ofCase(caseId);
  const name = role === 'hrChief' ? 'Peter Krogsgaard' : 'Inger Møllegaard';
  const position = { caseId, round, role, name, verdict, ects: null, reason: 'Fordi.' };
  return (await school.router('merit', 'takePosition', position)) as Reply<{ state: string }>;
}

async function town() {
  const [school, hr] = [schoolFile(), hrFile()];
  await meet(school, hr);
  let hour = 0;
  /** An hour passes everywhere. */
  const later = () => {
    hour += 1;
    const now = new Date(Date.parse('2026-11-23T11:00:00Z') + hour * 3_600_000).toISOString();
    for (const one of [school, hr]) one.setNow(now);
  };
  return { school, hr, caseId: await school.submitted(), later };
}

describe('a case that lies with HR', () => {
  it('is not decided at the school as well, and says where it is', async () => {
    const { school, hr, caseId, later } = await town();
    expect(await school.ofCase(caseId)).toMatchObject({ elsewhere: null });
    later();
    const letter = await sentCase(school, caseId);
    const away = { name: office, sentOn: '2026-11-23' };
    expect(await school.ofCase(caseId)).toMatchObject({ elsewhere: away, moves: ['takeBack', 'withdraw'] });
    expect(await school.call('merit', 'list')).toMatchObject({ cases: [{ elsewhere: away }] });
    const before = contentOf(school);
    for (const role of ['hrChief', 'developmentChief'] as const) {
      expect(await speak(school, caseId, role)).toMatchObject({
        ok: false,
        error: {
          code: 'conflict',
          message:
            'Sagen ligger hos HR og skoleudvikling, som tager stilling. Læs svaret ind, når det kommer, eller tag ansøgningen tilbage.',
        },
      });
    }
    expect(contentOf(school)).toBe(before);
    later();
    await hr.takeIn(letter);
    expect(await hr.ofCase(caseId)).toMatchObject({ elsewhere: null });
    await hr.decide(caseId, 'no');
    await school.takeIn(await hr.written('caseExchange', 'sendAnswer', { caseId }));
    expect(await school.ofCase(caseId)).toMatchObject({ state: 'refused', elsewhere: null });
    // The next round is nobody's until it is sent.
    later();
    await school.move(caseId, 'complain', 'Bilag 2 er overset.');
    expect(await school.ofCase(caseId)).toMatchObject({ state: 'submitted', elsewhere: null });
    later();
    await sentCase(school, caseId);
    expect(await school.ofCase(caseId)).toMatchObject({ round: 2, elsewhere: away });
  });

  it('comes home when the file never arrived: taken back, and decided here or sent once more', async () => {
    const { school, caseId, later } = await town();
    later();
    await school.written('caseExchange', 'sendCase', { caseId, to: { passphrase } });
    expect(await school.ofCase(caseId)).toMatchObject({ elsewhere: { name: null } });
    expect(await speak(school, caseId, 'hrChief')).toMatchObject({
      error: { message: expect.stringMatching(/^Sagen ligger hos HR, som/) },
    });
    later();
    await school.move(caseId, 'takeBack', '');
    later();
    await school.move(caseId, 'submit', '');
    expect(await school.ofCase(caseId)).toMatchObject({ round: 2, elsewhere: null });
    expect(await speak(school, caseId, 'hrChief')).toMatchObject({ ok: true });

    // Where one has spoken, HR would refuse the round.
    expect(await school.call('caseExchange', 'ofCase', { caseId })).toMatchObject({ sends: null });
    expect(await school.router('caseExchange', 'sendCase', { caseId, to: { passphrase } })).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringMatching(/så sagen afgøres her/) },
    });
    expect(await speak(school, caseId, 'developmentChief')).toMatchObject({ value: { state: 'granted' } });
  });

  it('can be withdrawn, which HR hears of', async () => {
    const { school, hr, caseId, later } = await town();
    later();
    await hr.takeIn(await sentCase(school, caseId));
    later();
    await school.move(caseId, 'withdraw', 'Hun har fået et andet job.');
    expect(await school.ofCase(caseId)).toMatchObject({ state: 'withdrawn', elsewhere: null });
    later();
    await hr.takeIn(await sentCase(school, caseId));
    expect(await hr.ofCase(caseId)).toMatchObject({ state: 'withdrawn' });
  });
});

describe('what waits at the school', () => {
  const rowsOf = async (test: Program) =>
    (await test.call<{ merit: Record<string, unknown>[] }>('today', 'get')).merit;

  it('stands on Today until it is done, the longest waiting first', async () => {
    const { school, hr, caseId, later } = await town();
    const row = { caseId, employeeId: 'amina', employeeName: 'Amina Farooq' };
    school.setNow('2026-11-26T12:00:00');
    expect(await rowsOf(school)).toEqual([{ ...row, next: 'send', days: 3 }]);
    later();
    const letter = await sentCase(school, caseId);
    expect(await rowsOf(school)).toEqual([]);
    later();
    await hr.takeIn(letter);
    await hr.decide(caseId, 'moreInformation');
    await school.takeIn(await hr.written('caseExchange', 'sendAnswer', { caseId }));
    expect(await rowsOf(school)).toEqual([{ ...row, next: 'information', days: 0 }]);
    later();
    await school.move(caseId, 'answer', 'Bilaget er lagt ved.');
    expect(await rowsOf(school)).toMatchObject([{ next: 'send' }]);
    later();
    await hr.takeIn(await sentCase(school, caseId));
    await hr.decide(caseId, 'no');
    await school.takeIn(await hr.written('caseExchange', 'sendAnswer', { caseId }));
    const other = await school.submitted('thomas');
    school.setNow('2026-11-25T12:00:00');
    expect(await rowsOf(school)).toEqual([
      { ...row, next: 'letter', days: 2 },
      { caseId: other, employeeId: 'thomas', employeeName: 'Thomas Ravnholt', next: 'send', days: 2 },
    ]);
    school.context.machine.pdf = async () => {
      const pdf = PDF.create();
      pdf.addPage();
      return Buffer.from(await pdf.save());
    };
    await school.call('documents', 'meritLetter', { caseId, way: 'save' });
    expect(await rowsOf(school)).toMatchObject([{ caseId: other }]);
    expect(await rowsOf(hr)).toEqual([]);
    expect([...school.failures, ...hr.failures]).toEqual([]);
  });

  it('is decided where it is when nobody else decides, and is met about', async () => {
    const school = schoolFile();
    const caseId = await school.submitted();
    expect(await rowsOf(school)).toMatchObject([{ caseId, next: 'positions', days: 0 }]);
    await speak(school, caseId, 'hrChief', 'no');
    expect(await rowsOf(school)).toMatchObject([{ caseId, next: 'positions' }]);
    await speak(school, caseId, 'developmentChief', 'yes');
    expect(await rowsOf(school)).toMatchObject([{ caseId, next: 'meeting' }]);
    await school.move(caseId, 'withdraw', 'Hun tager modulet.');
    expect(await rowsOf(school)).toEqual([]);
  });

  it('is a withdrawal that HR has not heard of, and no decision of long ago', async () => {
    const { school, caseId, later } = await town();
    later();
    await sentCase(school, caseId);
    later();
    await school.move(caseId, 'withdraw', 'Hun tager modulet.');
    expect(await rowsOf(school)).toMatchObject([{ caseId, next: 'send' }]);
    later();
    await sentCase(school, caseId);
    expect(await rowsOf(school)).toEqual([]);
    const decided = schoolFile();
    const old = await decided.submitted();
    await speak(decided, old, 'hrChief');
    await speak(decided, old, 'developmentChief');
    decided.setNow('2026-12-23T12:00:00');
    expect(await rowsOf(decided)).toMatchObject([{ next: 'letter', days: 30 }]);
    decided.setNow('2026-12-24T12:00:00');
    expect(await rowsOf(decided)).toEqual([]);
  });
});

describe('a sender who was blocked', () => {
  const trusts = ({ db }: Program) =>
    db.$client.prepare('SELECT name, trust, removed_at IS NULL AS listed FROM exchange_partners').all();

  /** HR has the school on its list; the school sends by passphrase. */
  async function atHr() {
    const { school, hr, caseId } = await town();
    const letter = await school.written('caseExchange', 'sendCase', { caseId, to: { passphrase } });
    const { partners } = await hr.call<{ partners: { id: string }[] }>('exchange', 'partners');
    return { school, hr, letter, partnerId: partners[0]?.id };
  }
  const opened = async (hr: Program, letter: Letter) => {
    hr.lay(letter);
    const { token } = await hr.call<ChosenFile>('caseExchange', 'choose');
    return {
      token,
      reply: (await hr.router('caseExchange', 'open', { token, passphrase })) as Reply<ChosenFile>,
    };
  };

  it('does not come back by another file, and neither as new nor as compared', async () => {
    const { school, hr, letter, partnerId } = await atHr();
    const { fingerprint } = await school.call<{ fingerprint: string[] }>('exchange', 'own');
    await hr.call('exchange', 'remove', { partnerId });
    // Opened while she was only gone, so that she may be put on the list again.
    const { token, reply } = await opened(hr, letter);
    expect(reply).toMatchObject({ ok: true, value: { sender: { trust: null } } });
    await hr.call('exchange', 'restore', { partnerId });
    await hr.call('exchange', 'block', { partnerId });
    await hr.call('exchange', 'remove', { partnerId });
    const before = contentOf(hr);
    for (const compared of [true, false]) {
      expect(await hr.router('caseExchange', 'addSender', { token, fingerprint, compared })).toMatchObject({
        ok: false,
        error: { code: 'forbidden', message: expect.stringMatching(/^Du har blokeret Lærkemoseskolen/) },
      });
    }
    expect((await opened(hr, letter)).reply).toMatchObject({
      error: { code: 'forbidden', message: expect.stringMatching(/ophæv blokeringen/) },
    });
    expect(contentOf(hr)).toBe(before);
    expect(trusts(hr)).toEqual([{ name: 'Lærkemoseskolen', trust: 'blocked', listed: 0 }]);
  });

  it('was only taken off the list, comes back under the same id as she was known', async () => {
    const { school, hr, letter, partnerId } = await atHr();
    const { fingerprint } = await school.call<{ fingerprint: string[] }>('exchange', 'own');
    await hr.call('exchange', 'remove', { partnerId });
    const { token } = await opened(hr, letter);
    await hr.call('caseExchange', 'addSender', { token, fingerprint, compared: false });
    expect(trusts(hr)).toEqual([{ name: 'Lærkemoseskolen', trust: 'compared', listed: 1 }]);
    expect(await hr.router('caseExchange', 'apply', { token })).toMatchObject({ ok: true });
  });
});
