import { readFileSync } from 'node:fs';
import { PDF } from '@libpdf/core';
import { contract } from '@shared/contract';
import { type Call, callError, type FeatureContract, type Reply } from '@shared/contract/core';
import { type Chooser, inputsOf } from '@shared/contract/test-input';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { matrixCodes } from '@shared/domain/inspiration-matrix';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../data/audit';
import { testFolder } from '../data/test-database';
import type { ChosenFile } from './context';
import { testContext } from './test-context';

/** Inputs each call is given. Another seed gives other ones: `SPIND_FUZZ_SEED=7 npx vitest run …`. */
const runs = 60;
const seed = Number(process.env.SPIND_FUZZ_SEED ?? 20261123);

// What is tried here is every handler, not the cost of guessing a passphrase.
vi.mock('../data/keys', async (original) => {
  const real = await original<typeof import('../data/keys')>();
  const cheap = { cost: { N: 16, r: 8, p: 1 } };
  return {
    ...real,
    createKeys: (passphrase: string) => real.createKeys(passphrase, cheap),
    changePassphrase: (...[file, current, next]: Parameters<typeof real.changePassphrase>) =>
      real.changePassphrase(file, current, next, cheap),
    setPassphrase: (...[file, key, next]: Parameters<typeof real.setPassphrase>) =>
      real.setPassphrase(file, key, next, cheap),
    newRecoveryCode: (...[file, key]: Parameters<typeof real.newRecoveryCode>) =>
      real.newRecoveryCode(file, key, cheap),
  };
});

const calls = Object.entries(contract as Readonly<Record<string, FeatureContract>>).flatMap(
  ([feature, ofFeature]) => Object.entries(ofFeature).map(([name, call]) => ({ feature, name, call })),
);
type Place = (typeof calls)[number];
const key = ({ feature, name }: Pick<Place, 'feature' | 'name'>) => `${feature}.${name}`;

const demoList = readFileSync(
  new URL('../../shared/domain/staff-import/personale.fixture.csv', import.meta.url),
);
const passphrases = ['fire tilfældige ord her', 'en helt anden sætning', 'blå mælkebøtte under trappen'];
const firstSchool = {
  name: 'Lærkemoseskolen',
  municipality: 'Nordmarke Kommune',
  profile: 'folkeskole',
  leaderName: 'Birgitte Halkjær',
  leaderTitle: 'skoleleder',
  retentionYears: 5,
  retentionReason: '',
};

/** Random numbers that are the same for the same seed. */
function randomFrom(start: number): (below: number) => number {
  let state = start >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const times = <T>(count: number, list: readonly T[]): T[] =>
  list.flatMap((one) => Array.from({ length: count }, () => one));

/** A school on a real encrypted file in a folder of its own, begun, staffed and used as a leader would. */
async function world() {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const saved: Buffer[] = [];
  let nextFile: ChosenFile | null = null;
  const empty = PDF.create();
  empty.addPage();
  const page = Buffer.from(await empty.save());
  const test = testContext({
    machine: {
      dataFolder: testFolder(),
      pdf: async () => page,
      print: async () => random(4) > 0,
      saveFile: async (_kind, _name, bytes) => {
        if (saved.length < 5) saved.push(bytes);
        return random(5) > 0;
      },
      chooseFile: async (kind) => {
        if (nextFile) return nextFile;
        if (random(8) === 0) return null;
        const bytes = kind === 'pdf' ? pick([...saved, page, demoList]) : pick([demoList, demoList, page]);
        return { name: pick(['personale.csv', 'plan.pdf', '../../=x.csv']), bytes };
      },
    },
    session: { state: 'none', open: null, keys: null },
  });
  const { session } = test.context;
  const codes: string[] = ['0000-0000-0000-0000-0000-0000-0000-0000'];
  let clock = Date.parse('2026-11-23T07:00:00Z');
  let file: { token: string; suggestion: unknown } = { token: 'x', suggestion: {} };
  const tick = (seconds: number) => {
    clock += seconds * 1000;
    test.setNow(new Date(clock).toISOString());
  };

  /** The ids of a table named by the end of its name, `teams` or `memberships`. */
  function idsOf(ending: string): string[] {
    if (!session.open) return [];
    const { sqlite } = session.open;
    const tables = sqlite
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%' || ?")
      .pluck()
      .all(ending) as string[];
    return tables.flatMap((table) => {
      const hasId = (sqlite.pragma(`table_info("${table}")`) as { name: string }[]).some(
        ({ name }) => name === 'id',
      );
      return hasId
        ? (sqlite.prepare(`SELECT id FROM "${table}" ORDER BY rowid DESC LIMIT 12`).pluck().all() as string[])
        : [];
    });
  }
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const plural = (noun: string) =>
    noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : noun.endsWith('s') ? noun : `${noun}s`;

  /** What stands where in a plausible input: ids of what there is, the years and secrets of this school. */
  function chooser({ feature, name }: Place): Chooser {
    return (path) => {
      const field = path.at(-1) ?? '';
      if (field === 'schoolYear')
        return fc.constantFrom('2026/27', '2026/27', '2026/27', '2027/28', '1999/00', '1899/00', '2199/00');
      if (field === 'token') return fc.constant(file.token);
      if (field === 'matching') return fc.constant(file.suggestion);
      if (/passphrase|^current$|^next$/i.test(field)) return fc.constantFrom(...passphrases);
      if (field === 'code') return fc.constantFrom(...codes);
      if (feature === 'backups' && field === 'name') return fc.constantFrom(...backups, 'x');
      if (field !== 'id' && !field.endsWith('Id')) return undefined;
      const words = field === 'id' ? (name.match(/[A-Z]\w*$/)?.[0] ?? feature) : field.slice(0, -2);
      const ids = [plural(snake(words).replace(/^_/, '')), feature, 'employees']
        .map(idsOf)
        .find((found) => found.length > 0);
      return ids && fc.constantFrom(...ids);
    };
  }
  let backups: string[] = ['x'];

  const outcomes = new Map(
    calls.map((place) => [key(place), { asked: 0, answered: 0, refused: new Map<string, number>() }]),
  );

  /** Mostly, what belongs to a person is named together with that person. */
  function fitted(input: unknown): unknown {
    const found = input as Record<string, unknown>;
    if (typeof found.employeeId !== 'string' || !session.open || random(5) === 0) return input;
    for (const table of ['talks', 'agreements', 'tasks', 'team_memberships']) {
      const owner = session.open.sqlite
        .prepare(`SELECT employee_id FROM ${table} WHERE id IN (?, ?)`)
        .pluck()
        .get(found.talkId ?? null, found.id ?? null);
      if (owner) return { ...found, employeeId: owner };
    }
    return input;
  }

  /** Asks through the router and looks at the reply; `input` is one the contract accepts. */
  async function ask(place: Place, input: unknown): Promise<Reply<unknown>> {
    const told = test.told.length;
    const reply = (await test.router(place.feature, place.name, input)) as Reply<unknown>;
    const outcome = outcomes.get(key(place));
    if (!outcome) throw new Error(`${key(place)} is not in the contract`);
    outcome.asked += 1;
    expect(structuredClone(reply)).toEqual(reply);
    if (reply.ok) {
      outcome.answered += 1;
      expect(place.call.output.parse(reply.value)).toEqual(reply.value);
      remember(place, reply.value);
    } else {
      expect(callError.parse(reply.error)).toEqual(reply.error);
      expect(reply.error.message).toMatch(/^.{8,}$/s);
      outcome.refused.set(reply.error.code, (outcome.refused.get(reply.error.code) ?? 0) + 1);
      expect(test.told.slice(told).filter(({ event }) => event === 'changed')).toEqual([]);
    }
    return reply;
  }

  function remember(place: Place, value: unknown): void {
    const found = (value ?? {}) as Partial<Record<string, unknown>>;
    if (typeof found.recoveryCode === 'string') codes.push(found.recoveryCode);
    if (typeof found.token === 'string') file = { token: found.token, suggestion: found.suggestion };
    if (key(place) === 'backups.list')
      backups = (found.backups as { name: string }[]).map(({ name }) => name);
  }

  /** Brings the session where a call may be asked. */
  async function stand(call: Call): Promise<void> {
    if (call.access === 'always') return;
    if (!session.open) {
      for (const passphrase of passphrases) {
        tick(40);
        await test.router('vault', 'unlock', { passphrase });
        if (session.open) break;
      }
      if (!session.open) throw new Error('none of the passphrases opens the file any more');
    }
    session.state = call.access;
    if (call.access === 'employee')
      session.employee = { talkId: pick(idsOf('talks')), key: null, derivation: null };
  }

  function shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.map(() => left.splice(random(left.length), 1)[0] as T);
  }

  const lay = (next: ChosenFile | null) => {
    nextFile = next;
  };
  return { ...test, session, lay, shuffled, fitted, tick, ask, stand, chooser, outcomes };
}

type World = Awaited<ReturnType<typeof world>>;

const placeOf = (feature: string, name: string): Place => {
  const place = calls.find((one) => one.feature === feature && one.name === name);
  if (!place) throw new Error(`${feature}.${name} is not in the contract`);
  return place;
};

/** The main job, once and in order: what a random walk would hardly find. Answers the ids it made. */
async function mainJob(at: World) {
  const must = async (feature: string, name: string, input: unknown = {}) => {
    const reply = await at.ask(placeOf(feature, name), input);
    if (!reply.ok)
      throw new Error(`${feature}.${name}: ${reply.error.message} ${String(at.failures.at(-1) ?? '')}`);
    return reply.value as Record<string, string>;
  };
  await must('vault', 'create', { passphrase: passphrases[0], school: firstSchool });
  const { categories } = (await must('categories', 'list')) as unknown as {
    categories: { id: string; name: string }[];
  };
  at.lay({ name: 'personale.csv', bytes: demoList });
  const list = await must('staffImports', 'choose');
  at.lay(null);
  const applied = await must('staffImports', 'apply', { token: list.token, matching: list.suggestion });
  await must('staffImports', 'undo', { importId: applied.importId });
  const category = categories.find(({ name }) => name === 'lærer');
  const team = await must('teams', 'save', { name: 'Mellemtrinsteam', type: 'team' });
  const person = {
    title: '',
    employmentDate: '2012-08-01',
    leavingDate: null,
    employmentPercent: 100,
    note: '',
  };
  const people: string[] = [];
  for (const [employeeNumber, name] of [
    ['L1', 'Pernille Aagaard'],
    ['L2', 'Kasper Nyholm'],
  ] as const) {
    const facts = { ...person, employeeNumber, name, categoryId: category?.id, teamId: team.id };
    people.push((await must('employees', 'save', facts)).id ?? '');
  }
  await must('school', 'savePriorities', {
    priorities: [{ kind: 'school', name: 'Naturfag i indskolingen' }],
  });
  for (const employeeId of people) {
    const talk = await must('talks', 'plan', {
      employeeId,
      heldOn: '2026-11-24',
      startsAt: '13:30',
      place: 'Kontoret',
    });
    const agreement = {
      employeeId,
      talkId: talk.id,
      schoolYear: '2026/27',
      competence: 'Testning af ordblindhed',
      activity: 'Kursus',
      who: 'begge',
      dueOn: '2027-03-31',
      giver: 'both',
      receiver: 'school',
      origin: 'both',
      plan: { cell: matrixCodes[0], priorityId: null, taskKind: 'present', taskName: 'dansk 4.A' },
    };
    await must('agreements', 'save', agreement);
    await must('trainingPlans', 'agree', { planId: await planOf(employeeId) });
    rateAndLock(at, talk.id ?? '');
  }
  const planId = await planOf(people[0] ?? '');
  const signature = { planId, method: 'typed', name: 'Pernille', drawing: '', wording: 'agree' };
  await must('documents', 'sign', { ...signature, party: 'employee' });
  await must('documents', 'sign', { ...signature, party: 'leader' });
  return { people, planId };

  async function planOf(employeeId: string): Promise<string> {
    return (await must('trainingPlans', 'open', { employeeId, schoolYear: '2026/27' })).planId ?? '';
  }
}

/** Both ratings of a talk, locked and shown. */
function rateAndLock(at: World, talkId: string): void {
  const sqlite = at.session.open?.sqlite;
  const moment = '2026-11-23T08:00:00.000Z';
  for (const role of ['self', 'leader']) {
    const id = `${talkId}-${role}`.slice(-40);
    sqlite
      ?.prepare('INSERT INTO ratings (id, talk_id, role, updated_at) VALUES (?, ?, ?, ?)')
      .run(id, talkId, role, moment);
    sqlite
      ?.prepare(
        `INSERT INTO rating_levels (rating_id, competence_id, state, level, comment)
         SELECT ?, c.id, 'rated', 3, '' FROM competences c
         JOIN competence_domains d ON d.id = c.domain_id
         JOIN talks t ON t.template_version_id = d.version_id AND t.id = ?`,
      )
      .run(id, talkId);
    sqlite?.prepare('UPDATE ratings SET locked_at = ? WHERE id = ?').run(moment, id);
  }
}

/** What went wrong, in a line. */
function short(error: unknown): string {
  const text =
    error instanceof z.ZodError
      ? error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')
      : String(error);
  return text.slice(0, 300);
}

describe('every handler, on a real encrypted database', () => {
  it(`answers or refuses ${runs} inputs each, and never fails`, async () => {
    const at = await world();
    await mainJob(at);
    // Locking and restoring take the school back to an earlier state, so they come when all else has been tried.
    const isLast = (place: Place) => ['vault', 'backups'].includes(place.feature);
    const order = [
      ...at.shuffled(
        times(
          runs,
          calls.filter((place) => !isLast(place)),
        ),
      ),
      ...at.shuffled(times(runs, calls.filter(isLast))),
    ];

    const failed: string[] = [];
    let step = 0;
    const tryOne = async (place: Place) => {
      step += 1;
      await at.stand(place.call);
      at.tick(5);
      const [input] = fc.sample(inputsOf(place.call.input, at.chooser(place)), {
        numRuns: 1,
        seed: seed + step,
      });
      const reply = await at.ask(place, at.fitted(input));
      // Only the vault may say "locked" now: wait, after wrong passphrases.
      if (reply.ok || !['internal', ...(isLast(place) ? [] : ['locked'])].includes(reply.error.code)) return;
      failed.push(
        `${key(place)} ${JSON.stringify(input).slice(0, 300)} → ${reply.error.code}: ${short(at.failures.at(-1))}`,
      );
    };
    for (const place of order) await tryOne(place);
    // A call that is refused whatever it is given has not been tried; bad luck gets another chance.
    const isMute = (place: Place) => at.outcomes.get(key(place))?.answered === 0;
    for (const place of times(200, calls)) if (isMute(place)) await tryOne(place);

    if (process.env.SPIND_FUZZ_REPORT) {
      for (const [name, { asked, answered, refused }] of at.outcomes)
        process.stdout.write(`${name} ${answered}/${asked} ${JSON.stringify([...refused])}\n`);
    }
    expect(failed.slice(0, 20)).toEqual([]);

    await at.stand(placeOf('employees', 'list').call);
    const sqlite = at.session.open?.sqlite;
    expect(sqlite?.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sqlite?.pragma('foreign_key_check')).toEqual([]);
    expect(sqlite && verifyAudit(sqlite)).toMatchObject({ ok: true });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(12);

    const idle = [...at.outcomes].filter(([, { asked }]) => asked < runs).map(([name]) => name);
    expect({ idle, mute: calls.filter(isMute).map(key) }).toEqual({ idle: [], mute: [] });
    const written = JSON.stringify(sqlite?.prepare('SELECT action, entity, fields FROM audit_log').all());
    expect(hostileTexts.filter((text) => text.length > 12 && written.includes(text))).toEqual([]);
  }, 120_000);
});
