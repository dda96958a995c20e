import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { InputOf, OutputOf } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { dataPaths } from '../../data/folder';
import { insertVersion } from '../../data/queries/spiders';
import { documents } from '../../data/schema/documents';
import { employees, staffCategories } from '../../data/schema/employees';
import { schools } from '../../data/schema/school';
import { spiderTemplates } from '../../data/schema/spiders';
import { ratingLevels, ratings, talks } from '../../data/schema/talks';
import { testContext } from '../test-context';
import { testSchoolRow } from '../test-school';

type Overview = OutputOf<'ratings', 'overview'>;
type Answer = InputOf<'ratings', 'saveLeader'>['answer'];

const pin = 'sol i maj 7';
const secret = 'KANARIEFUGL i minen, æøå';
const rated = (level: number, comment = ''): Answer => ({ state: 'rated', level, comment });

/** A talk on a spider of three competences; `asEmployee` and `asLeader` change who sits at the machine. */
async function talkWithSpider() {
  const test = testContext();
  const { context, call } = test;
  const { db, session } = context;
  const now = '2026-11-23T12:00:00.000Z';
  const [templateId, categoryId, employeeId, talkId] = ['template', 'category', 'employee', 'talk'];
  const competence = (name: string) => ({ name, targetLevel: 4, descriptors: ['1', '2', '3', '4', '5'] });
  const content = {
    scaleMax: 5,
    domains: [{ name: 'Almene', competences: ['A', 'B', 'Å'].map(competence) }],
  };
  db.insert(spiderTemplates).values({ id: templateId, name: 'Lærer' }).run();
  const versionId = insertVersion(db, { templateId, number: 1, createdAt: now, publishedAt: now }, content);
  db.insert(staffCategories)
    .values({ id: categoryId, name: 'lærer', position: 0, spiderTemplateId: templateId })
    .run();
  db.insert(employees)
    .values({
      id: employeeId,
      employeeNumber: 'L08',
      name: 'Pernille Aagaard',
      categoryId,
      title: '',
      employmentDate: '2007-08-01',
      employmentPercent: 100,
      note: '',
      createdAt: now,
    })
    .run();
  const talk = (id: string, heldOn: string) =>
    db
      .insert(talks)
      .values({
        id,
        kind: 'MUS',
        employeeId,
        leaderName: 'Birgitte Halkjær',
        schoolYear: '2026/27',
        heldOn,
        startsAt: '',
        place: '',
        minutes: 60,
        isFixed: false,
        others: '',
        purpose: '',
        agenda: '',
        notForDiscussion: '',
        templateVersionId: versionId,
        horizonMonths: 12,
        emptyPlanReason: '',
        createdAt: now,
      })
      .run();
  talk(talkId, '2026-11-24');
  const overview = () => call<Overview>('ratings', 'overview', { talkId });
  const ids = (await overview()).axes.map(({ competenceId }) => competenceId);
  const lend = () => call('ratings', 'lend', { talkId });
  /** As after handing back and the leader's passphrase, without closing the test's database. */
  const backToLeader = () => {
    session.state = 'leader';
    session.employee = null;
  };
  const rateSelf = async (levels: readonly number[], comment = '') => {
    await lend();
    await call('ratings', 'choosePin', { pin, repeat: pin });
    await call('ratings', 'save', { answers: levels.map((level) => rated(level, comment)) });
  };
  const rateLeader = async (levels: readonly number[]) => {
    for (const [index, level] of levels.entries()) {
      await call('ratings', 'saveLeader', {
        talkId,
        competenceId: ids[index],
        answer: rated(level, 'leder'),
      });
    }
  };
  return { ...test, db, talkId, ids, overview, talk, lend, backToLeader, rateSelf, rateLeader };
}

/** Every value of every table, as text. */
function dump(db: { $client: { prepare(sql: string): { all(): unknown[] } } }): string {
  const tables = db.$client.prepare("select name from sqlite_master where type = 'table'").all() as {
    name: string;
  }[];
  return tables
    .map(({ name }) => {
      const rows = db.$client.prepare(`select * from "${name}"`).all() as Record<string, unknown>[];
      return rows
        .map((row) =>
          Object.values(row).map((value) =>
            Buffer.isBuffer(value) ? value.toString('latin1') + value.toString('utf8') : String(value),
          ),
        )
        .join('\n');
    })
    .join('\n');
}

describe('double-blind rating', () => {
  it('keeps the self-rating from everyone without the code until both have locked', async () => {
    const test = await talkWithSpider();
    const { call, db, talkId, overview } = test;
    await test.rateSelf([2, 3, 4], secret);
    await call('ratings', 'lock');
    test.backToLeader();
    const before = await overview();
    expect(before).toMatchObject({ selfState: 'locked', leaderState: 'none', revealed: false, self: null });
    expect(JSON.stringify(before)).not.toContain('KANARIE');
    expect(dump(db)).not.toContain('KANARIE');
    const { database } = dataPaths(test.database.folder);
    for (const file of [database, `${database}-wal`]) {
      expect(readFileSync(file).includes(Buffer.from('KANARIE'))).toBe(false);
    }
    await expect(call('ratings', 'reveal', { talkId, pin })).rejects.toThrow(
      /Begge vurderinger skal være låst/,
    );
    await test.rateLeader([4, 4, 4]);
    await call('ratings', 'lockLeader', { talkId });
    await call('ratings', 'reveal', { talkId, pin });
    const after = await overview();
    expect(after.revealed).toBe(true);
    expect(after.self).toEqual([2, 3, 4].map((level) => rated(level, secret)));
    // The control: the search does find it once it lies open.
    expect(dump(db)).toContain('KANARIE');
  });

  it('shows both at once when the employee locks last', async () => {
    const test = await talkWithSpider();
    const { call, talkId, overview } = test;
    await test.rateLeader([4, 4, 5]);
    await call('ratings', 'lockLeader', { talkId });
    await test.rateSelf([3, 3, 3]);
    expect(await call('ratings', 'lock')).toEqual({ revealed: true });
    test.backToLeader();
    expect((await overview()).self?.map((answer) => answer?.level)).toEqual([3, 3, 3]);
  });

  it('lets nobody change anything after both have been shown', async () => {
    const test = await talkWithSpider();
    const { call, talkId, ids, db } = test;
    await test.rateLeader([4, 4, 5]);
    await call('ratings', 'lockLeader', { talkId });
    await test.rateSelf([3, 3, 3]);
    await call('ratings', 'lock');
    await expect(call('ratings', 'withdraw')).rejects.toThrow(/vist/);
    test.backToLeader();
    await expect(call('ratings', 'withdrawLeader', { talkId })).rejects.toThrow(/vist/);
    await expect(call('ratings', 'lend', { talkId })).rejects.toThrow(/vist/);
    await expect(call('ratings', 'discardSelf', { talkId })).rejects.toThrow(/vist/);
    await expect(
      call('ratings', 'saveLeader', { talkId, competenceId: ids[0], answer: rated(1) }),
    ).rejects.toThrow(/låst/);
    expect(() => db.update(ratingLevels).set({ level: 1 }).run()).toThrow(/locked/);
  });

  it('keeps the time of a lock, and a lock taken back while the code is checked keeps both views apart', async () => {
    const test = await talkWithSpider();
    const { call, router, talkId, db, overview, setNow } = test;
    await test.rateSelf([2, 3, 4], secret);
    await call('ratings', 'lock');
    test.backToLeader();
    await test.rateLeader([4, 4, 4]);
    await call('ratings', 'lockLeader', { talkId });
    const lockedAt = () =>
      db
        .select()
        .from(ratings)
        .all()
        .find(({ role }) => role === 'leader')?.lockedAt;
    const before = lockedAt();
    setNow('2026-12-24T12:00:00');
    await expect(call('ratings', 'lockLeader', { talkId })).rejects.toThrow(/låst/);
    expect(lockedAt()).toBe(before);
    const revealing = router('ratings', 'reveal', { talkId, pin });
    await call('ratings', 'withdrawLeader', { talkId });
    expect(await revealing).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await overview()).toMatchObject({ revealed: false, self: null });
    expect(dump(db)).not.toContain('KANARIE');
  });

  it('does not lay open a rating that was destroyed while its code was checked', async () => {
    const test = await talkWithSpider();
    const { call, router, talkId, overview } = test;
    await test.rateSelf([2, 3, 4], secret);
    await call('ratings', 'lock');
    test.backToLeader();
    await test.rateLeader([4, 4, 4]);
    await call('ratings', 'lockLeader', { talkId });
    const revealing = router('ratings', 'reveal', { talkId, pin });
    await call('ratings', 'discardSelf', { talkId });
    expect(await revealing).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await overview()).toMatchObject({ revealed: false, selfState: 'none', self: null });
  });

  it('agrees on a third value and leaves the two byte for byte as they were', async () => {
    const test = await talkWithSpider();
    const { call, talkId, ids, db, overview } = test;
    await expect(
      call('ratings', 'saveAgreed', { talkId, competenceId: ids[0], answer: rated(3) }),
    ).rejects.toThrow(/begge vurderinger er vist/);
    await test.rateLeader([5, 4, 4]);
    await call('ratings', 'lockLeader', { talkId });
    await test.rateSelf([3, 3, 3], secret);
    await call('ratings', 'lock');
    test.backToLeader();
    const originals = () => {
      const roles = new Map(
        db
          .select()
          .from(ratings)
          .all()
          .map(({ id, role }) => [id, role]),
      );
      return JSON.stringify(
        db
          .select()
          .from(ratingLevels)
          .all()
          .filter(({ ratingId }) => roles.get(ratingId) !== 'agreed'),
      );
    };
    const before = originals();
    await call('ratings', 'saveAgreed', { talkId, competenceId: ids[0], answer: rated(4, 'enige om det') });
    await call('ratings', 'saveAgreed', { talkId, competenceId: ids[1], answer: rated(2) });
    await call('ratings', 'saveAgreed', { talkId, competenceId: ids[1], answer: null });
    expect(originals()).toBe(before);
    expect((await overview()).agreed).toEqual([rated(4, 'enige om det'), null, null]);
  });

  it('says that a code is wrong, makes guessing slow, and opens with the right one', async () => {
    const test = await talkWithSpider();
    const { call, setNow } = test;
    await test.rateSelf([1, 2, 3], secret);
    test.backToLeader();
    await test.lend();
    const form = await call<OutputOf<'ratings', 'form'>>('ratings', 'form');
    expect(form).toMatchObject({ hasPin: true, isOpen: false, answers: [null, null, null] });
    for (let i = 0; i < 3; i++) {
      await expect(call('ratings', 'openWithPin', { pin: `forkert ${i}` })).rejects.toThrow(
        /Koden er forkert/,
      );
    }
    await expect(call('ratings', 'openWithPin', { pin })).rejects.toThrow(/Vent 1 sekund/);
    setNow('2026-11-23T12:01:00');
    await call('ratings', 'openWithPin', { pin });
    expect((await call<OutputOf<'ratings', 'form'>>('ratings', 'form')).answers).toEqual(
      [1, 2, 3].map((level) => rated(level, secret)),
    );
  }, 20_000);

  it('gives no later loan the key of one that ended while it was reckoned', async () => {
    const test = await talkWithSpider();
    const { call, context, router, setNow } = test;
    await test.rateSelf([1, 2, 3], secret);
    test.backToLeader();
    await test.lend();
    const opening = router('ratings', 'openWithPin', { pin });
    test.backToLeader();
    await test.lend();
    expect(await opening).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(context.session.employee?.key).toBeNull();
    await expect(call('ratings', 'save', { answers: [rated(5), rated(5), rated(5)] })).rejects.toThrow(
      /Skriv din kode/,
    );
    setNow('2026-11-23T12:01:00');
    await call('ratings', 'openWithPin', { pin });
  });

  it('begins no rating for a loan that ended while its code was being chosen', async () => {
    const test = await talkWithSpider();
    await test.lend();
    const choosing = test.router('ratings', 'choosePin', { pin, repeat: pin });
    test.backToLeader();
    expect(await choosing).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await test.overview()).toMatchObject({ selfState: 'none' });
  });

  it('lets her take her lock back at a later loan, until both are shown (U16)', async () => {
    const test = await talkWithSpider();
    const { call, talkId, overview } = test;
    await test.rateSelf([1, 2, 3], secret);
    await call('ratings', 'lock');
    test.backToLeader();
    await test.rateLeader([4, 4, 4]);
    await call('ratings', 'lockLeader', { talkId });
    await test.lend();
    await call('ratings', 'openWithPin', { pin });
    await call('ratings', 'withdraw');
    await call('ratings', 'save', { answers: [rated(4), rated(2), rated(3)] });
    test.backToLeader();
    expect(await overview()).toMatchObject({ selfState: 'begun', revealed: false });
    await expect(call('ratings', 'reveal', { talkId, pin })).rejects.toThrow(/skal være låst/);
  });

  it('destroys a rating whose code is forgotten and discloses nothing', async () => {
    const test = await talkWithSpider();
    const { call, talkId, overview } = test;
    await test.rateSelf([1, 2, 3], secret);
    await call('ratings', 'lock');
    test.backToLeader();
    await call('ratings', 'discardSelf', { talkId });
    expect(await overview()).toMatchObject({ selfState: 'none', self: null });
    await test.lend();
    await call('ratings', 'choosePin', { pin: 'en ny kode', repeat: 'en ny kode' });
  });

  it('locks only what is answered, and takes a lock back until both are shown', async () => {
    const test = await talkWithSpider();
    const { call, talkId, ids, overview } = test;
    await call('ratings', 'saveLeader', { talkId, competenceId: ids[0], answer: rated(3) });
    await expect(call('ratings', 'lockLeader', { talkId })).rejects.toThrow(/2 kompetencer mangler/);
    await call('ratings', 'saveLeader', {
      talkId,
      competenceId: ids[1],
      answer: { state: 'notRated', level: null, comment: '' },
    });
    await call('ratings', 'saveLeader', {
      talkId,
      competenceId: ids[2],
      answer: { state: 'notRelevant', level: null, comment: '' },
    });
    await call('ratings', 'lockLeader', { talkId });
    await expect(
      call('ratings', 'saveLeader', { talkId, competenceId: ids[0], answer: rated(1) }),
    ).rejects.toThrow(/låst/);
    await call('ratings', 'withdrawLeader', { talkId });
    await call('ratings', 'saveLeader', { talkId, competenceId: ids[0], answer: rated(1) });
    expect((await overview()).leader[0]).toEqual(rated(1));
    await expect(
      call('ratings', 'saveLeader', { talkId, competenceId: ids[0], answer: rated(6) }),
    ).rejects.toThrow(/Skalaen/);
    await expect(
      call('ratings', 'saveLeader', { talkId, competenceId: randomUUID(), answer: rated(1) }),
    ).rejects.toThrow(/hører ikke/);
  });

  it('asks for a code that is not too easy, twice the same', async () => {
    const test = await talkWithSpider();
    const { call } = test;
    await test.lend();
    const choose = (code: string, repeat = code) => call('ratings', 'choosePin', { pin: code, repeat });
    await expect(choose('kort')).rejects.toThrow(/mindst 6 tegn/);
    await expect(choose('111111')).rejects.toThrow(/tre forskellige/);
    await expect(choose(pin, `${pin}!`)).rejects.toThrow(/ikke ens/);
    await choose(pin);
    await expect(choose(pin)).rejects.toThrow(/allerede valgt/);
  });

  it('shows last year’s agreed level, else the leader’s, along the same competences', async () => {
    const test = await talkWithSpider();
    const { call, talkId, ids, talk, backToLeader } = test;
    await test.rateLeader([2, 3, 4]);
    await call('ratings', 'lockLeader', { talkId });
    await test.rateSelf([3, 3, 3]);
    await call('ratings', 'lock');
    backToLeader();
    await call('ratings', 'saveAgreed', { talkId, competenceId: ids[0], answer: rated(5) });
    talk('next', '2027-11-24');
    const next = await call<Overview>('ratings', 'overview', { talkId: 'next' });
    expect(next.lastYear?.map(({ level }) => level)).toEqual([5, 3, 4]);
    expect((await call<Overview>('ratings', 'overview', { talkId })).lastYear).toBeNull();
  });

  it('keeps the wording it was made on when the spider is reworded and published anew (R002-05)', async () => {
    const test = await talkWithSpider();
    const { call, talkId, overview } = test;
    await test.rateLeader([2, 3, 4]);
    await call('ratings', 'lockLeader', { talkId });
    const before = await overview();
    const { versionId } = await call<{ versionId: string }>('spiders', 'startVersion', {
      templateId: 'template',
    });
    const { content } = await call<OutputOf<'spiders', 'get'>>('spiders', 'get', { versionId });
    for (const competence of content.domains.flatMap((domain) => domain.competences)) {
      competence.name = `${competence.name} omskrevet`;
      competence.descriptors = competence.descriptors.map((text) => `${text} på ny`);
    }
    await call('spiders', 'saveDraft', { versionId, content });
    await call('spiders', 'publish', { versionId });
    expect(await overview()).toEqual(before);
  });

  it('prints a card for each difference of two or more, and none where there is none (DOMAIN 4.5)', async () => {
    const cards = async (leader: readonly number[]) => {
      const test = await talkWithSpider();
      const { call, db, talkId } = test;
      db.insert(schools).values(testSchoolRow).run();
      await test.rateLeader(leader);
      await call('ratings', 'lockLeader', { talkId });
      await test.rateSelf([3, 3, 3]);
      await expect(call('documents', 'disagreementCards', { talkId, way: 'print' })).rejects.toThrow(
        /locked/,
      );
      await call('ratings', 'lock');
      test.backToLeader();
      await call('documents', 'disagreementCards', { talkId, way: 'print' });
      const stored = JSON.parse(db.select().from(documents).get()?.snapshot ?? '{}') as {
        cards: { name: string; self: unknown; leader: unknown; questions: unknown[] }[];
      };
      return stored.cards.map(({ name, self, leader: other, questions }) => [
        name,
        self,
        other,
        questions.length,
      ]);
    };
    expect(await cards([5, 4, 1])).toEqual([
      ['A', { level: 3, text: '3' }, { level: 5, text: '5' }, 3],
      ['Å', { level: 3, text: '3' }, { level: 1, text: '1' }, 3],
    ]);
    await expect(cards([4, 3, 2])).rejects.toThrow(/ingen uenighedskort/);
  });

  it('locks what was agreed when the talk closes, and opens it with the talk', async () => {
    const test = await talkWithSpider();
    const { call, db, talkId, ids } = test;
    await test.rateLeader([4, 4, 4]);
    await call('ratings', 'lockLeader', { talkId });
    await test.rateSelf([3, 3, 3]);
    await call('ratings', 'lock');
    test.backToLeader();
    await call('ratings', 'saveAgreed', { talkId, competenceId: ids[0], answer: rated(4) });
    const lockedAt = () =>
      db
        .select()
        .from(ratings)
        .all()
        .find(({ role }) => role === 'agreed')?.lockedAt;
    expect(lockedAt()).toBeNull();
    await call('talks', 'close', { id: talkId, emptyPlanReason: 'intet i år' });
    expect(lockedAt()).toBe(test.context.now().toISOString());
    expect(() => db.update(ratingLevels).set({ level: 1 }).run()).toThrow(/locked/);
    await call('talks', 'reopen', { id: talkId });
    expect(lockedAt()).toBeNull();
  });
});
