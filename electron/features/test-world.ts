import { readFileSync } from 'node:fs';
import { PDF } from '@libpdf/core';
import { contract } from '@shared/contract';
import { type Call, callError, type FeatureContract, type Reply } from '@shared/contract/core';
import { type Chooser, inputsOf } from '@shared/contract/test-input';
import fc from 'fast-check';
import { expect } from 'vitest';
import { testFolder } from '../data/test-database';
import type { ChosenFile } from './context';
import { printedSheet } from './preparation/test-print';
import { testContext } from './test-context';

/** Every call of the contract. */
export const calls = Object.entries(contract as Readonly<Record<string, FeatureContract>>).flatMap(
  ([feature, ofFeature]) => Object.entries(ofFeature).map(([name, call]) => ({ feature, name, call })),
);
export type Place = (typeof calls)[number];
export const keyOf = ({ feature, name }: Pick<Place, 'feature' | 'name'>) => `${feature}.${name}`;

export function placeOf(feature: string, name: string): Place {
  const place = calls.find((one) => one.feature === feature && one.name === name);
  if (!place) throw new Error(`${feature}.${name} is not in the contract`);
  return place;
}

export const passphrases = [
  'fire tilfældige ord her',
  'en helt anden sætning',
  'blå mælkebøtte under trappen',
] as const;
export const pins = ['sol i maj 7', 'regn 8 juni'] as const;
export const staffList = readFileSync(
  new URL('../../shared/domain/staff-import/personale.fixture.csv', import.meta.url),
);

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

const snake = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
const plural = (noun: string) =>
  noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : noun.endsWith('s') ? noun : `${noun}s`;

/**
 * A program on an empty folder, nobody in, with files, dialogs and a clock of its own; `sample` makes plausible input
 * for any call from what the school holds by then.
 */
export async function testWorld(seed: number) {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const saved: Buffer[] = [];
  const sheets: Buffer[] = [];
  const empty = PDF.create();
  empty.addPage();
  const page = Buffer.from(await empty.save());
  let nextFile: ChosenFile | null = null;
  const test = testContext({
    machine: {
      dataFolder: testFolder(),
      pdf: async (job) => (job.document === 'preparation' ? printedSheet(job) : page),
      chooseFolder: async () =>
        random(5) === 0
          ? null
          : {
              name: 'Forberedelse',
              save: async (name, bytes) => {
                sheets.push(bytes);
                return name;
              },
            },
      chooseFiles: async () =>
        random(8) === 0
          ? null
          : [...sheets.slice(-2), pick([...sheets, page, staffList])].map((bytes, index) => ({
              name: `${index}.pdf`,
              size: bytes.length,
              read: async () => bytes,
            })),
      print: async () => random(4) > 0,
      saveFile: async (_kind, _name, bytes) => {
        if (saved.length < 5) saved.push(bytes);
        return random(5) > 0;
      },
      chooseFile: async (kind) => {
        if (nextFile) return nextFile;
        if (random(8) === 0) return null;
        const bytes = kind === 'pdf' ? pick([...saved, page, staffList]) : pick([staffList, staffList, page]);
        return { name: pick(['personale.csv', 'plan.pdf', '../../=x.csv']), bytes };
      },
    },
    session: { state: 'none', open: null, keys: null },
  });
  const { session } = test.context;
  const outcomes = new Map(calls.map((place) => [keyOf(place), { asked: 0, answered: 0 }]));
  const known = new Set<string>(passphrases);
  const codes = new Set(['0000-0000-0000-0000-0000-0000-0000-0000']);
  let backups: string[] = ['x'];
  let list: { token: string; suggestion: unknown } = { token: 'x', suggestion: {} };
  let guest = session.employee;
  let clock = Date.parse('2026-11-23T07:00:00Z');
  let samples = 0;

  const tick = (seconds: number) => {
    clock += seconds * 1000;
    test.setNow(new Date(clock).toISOString());
  };
  // The clock starts here, or the first tick would set it back to before what is written already.
  tick(0);
  const rows = (sql: string, ...values: unknown[]) =>
    (session.open?.sqlite
      .prepare(sql)
      .pluck()
      .all(...values) ?? []) as string[];

  /** The newest ids of the tables whose name ends so: `teams`, `memberships`. */
  function idsOf(ending: string): string[] {
    const tables = rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%' || ?", ending);
    return tables
      .filter((table) => rows('SELECT name FROM pragma_table_info(?)', table).includes('id'))
      .flatMap((table) => rows(`SELECT id FROM "${table}" ORDER BY rowid DESC LIMIT 12`));
  }

  /** What stands where in a plausible input: ids of what there is, the years and secrets of this school. */
  function chooser({ feature, name }: Place): Chooser {
    return (path) => {
      const field = path.at(-1) ?? '';
      if (field === 'schoolYear')
        return fc.constantFrom('2026/27', '2026/27', '2026/27', '2027/28', '1899/00', '2199/00');
      if (field === 'token') return fc.constant(list.token);
      if (field === 'matching') return fc.constant(list.suggestion);
      if (/passphrase|^current$|^next$/i.test(field)) return fc.constantFrom(...passphrases);
      if (field === 'pin' || field === 'repeat') return fc.constantFrom(...pins);
      if (field === 'code') return fc.constantFrom(...codes);
      if (name === 'restore' && field === 'name') return fc.constantFrom(...backups);
      if (field !== 'id' && !field.endsWith('Id')) return undefined;
      const words = field === 'id' ? (name.match(/[A-Z]\w*$/)?.[0] ?? feature) : field.slice(0, -2);
      const ids = [plural(snake(words)), snake(feature), 'employees']
        .map(idsOf)
        .find((found) => found.length > 0);
      return ids && fc.constantFrom(...ids);
    };
  }

  /** Mostly, what belongs together is named together: a talk with its employee, a competence with its talk. */
  function fitted(input: Record<string, unknown>): Record<string, unknown> {
    if (random(6) === 0) return input;
    const change: Record<string, unknown> = {};
    if (typeof input.employeeId === 'string') {
      const named = [input.talkId ?? '', input.id ?? ''];
      const owners = ['talks', 'agreements', 'tasks', 'team_memberships'].flatMap((table) =>
        rows(`SELECT employee_id FROM ${table} WHERE id IN (?, ?)`, ...named),
      );
      if (owners[0]) change.employeeId = owners[0];
    }
    if (typeof input.competenceId === 'string') {
      const axes = rows(
        `SELECT c.id FROM competences c JOIN competence_domains d ON d.id = c.domain_id
         JOIN talks t ON t.template_version_id = d.version_id WHERE t.id = ?`,
        input.talkId,
      );
      if (axes.length > 0) change.competenceId = pick(axes);
    }
    if (typeof input.repeat === 'string') change.repeat = input.pin;
    return { ...input, ...change };
  }

  function sample(place: Place): unknown {
    samples += 1;
    const [input] = fc.sample(inputsOf(place.call.input, chooser(place)), {
      numRuns: 1,
      seed: seed + samples,
    });
    return fitted(input as Record<string, unknown>);
  }

  /** Asks through the router and looks at the reply; `input` is one the contract accepts. */
  async function ask(place: Place, input: unknown): Promise<Reply<unknown>> {
    const reply = (await test.router(place.feature, place.name, input)) as Reply<unknown>;
    const outcome = outcomes.get(keyOf(place));
    if (!outcome) throw new Error(`${keyOf(place)} is not in the contract`);
    outcome.asked += 1;
    expect(structuredClone(reply)).toEqual(reply);
    if (reply.ok) {
      outcome.answered += 1;
      const { newPassphrase, next } = input as Record<string, unknown>;
      for (const chosen of [newPassphrase, next]) if (typeof chosen === 'string') known.add(chosen);
      expect(place.call.output.parse(reply.value)).toEqual(reply.value);
      remember(place, reply.value);
    } else {
      expect(callError.parse(reply.error)).toEqual(reply.error);
      expect(reply.error.message).toMatch(/^.{8,}$/s);
    }
    return reply;
  }

  /** As `ask`, for what cannot be refused. */
  async function must<T>(feature: string, name: string, input: unknown = {}): Promise<T> {
    const reply = await ask(placeOf(feature, name), input);
    if (reply.ok) return reply.value as T;
    throw new Error(`${feature}.${name}: ${reply.error.message} ${String(test.failures.at(-1) ?? '')}`);
  }

  function remember(place: Place, value: unknown): void {
    const found = (value ?? {}) as Partial<Record<string, unknown>>;
    if (typeof found.recoveryCode === 'string') codes.add(found.recoveryCode);
    if (typeof found.token === 'string') list = { token: found.token, suggestion: found.suggestion };
    if (keyOf(place) === 'backups.list')
      backups = (found.backups as { name: string }[]).map(({ name }) => name);
  }

  /** Brings the session where a call may be asked: unlocked, and lent to an employee when it is hers. */
  async function stand(call: Call): Promise<void> {
    if (call.access === 'always') return;
    for (const passphrase of session.open ? [] : known) {
      tick(40);
      if (!session.open) await test.router('vault', 'unlock', { passphrase });
    }
    if (!session.open) throw new Error('none of the passphrases opens the file any more');
    if (session.employee) guest = session.employee;
    session.state = call.access;
    session.employee = null;
    if (call.access !== 'employee') return;
    const begun = rows('SELECT talk_id FROM sealed_ratings');
    const talkId = pick(begun.length > 0 && random(2) > 0 ? begun : idsOf('talks'));
    session.employee = guest && random(5) > 0 ? guest : { talkId, key: null, derivation: null };
  }

  return {
    ...test,
    session,
    outcomes,
    /** The next file that is chosen, until it is taken away with null. */
    lay: (next: ChosenFile | null) => {
      nextFile = next;
    },
    shuffled<T>(all: readonly T[]): T[] {
      const left = [...all];
      return all.map(() => left.splice(random(left.length), 1)[0] as T);
    },
    random,
    idsOf,
    tick,
    sample,
    ask,
    must,
    stand,
  };
}
export type TestWorld = Awaited<ReturnType<typeof testWorld>>;
