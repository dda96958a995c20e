import { contract } from '@shared/contract';
import type { EventName, FeatureContract, Reply } from '@shared/contract/core';
import { testDatabase } from '../data/test-database';
import type { Handlers, Machine, Preferences, Session } from './context';
import { createContext, newSession } from './create-context';
import { handlers } from './index';
import { createRouter } from './router';
import { solveHere } from './solve';

/**
 * A context on a real encrypted database with the real migrations, at noon on 23 November 2026, for handler tests.
 * `call` goes through the real router, so input, access and output are checked as in the application.
 */
export function testContext(overrides: { machine?: Partial<Machine>; session?: Partial<Session> } = {}) {
  const database = testDatabase();
  const told: { event: EventName; payload: unknown }[] = [];
  let preferences: Preferences = { language: 'da', theme: 'system' };
  let now = new Date('2026-11-23T12:00:00');
  const session: Session = {
    ...newSession(),
    state: 'leader',
    open: database.open,
    keys: { dataKey: Buffer.from(database.dataKey), release: () => undefined },
    ...overrides.session,
  };
  const machine: Machine = {
    chooseFile: async () => null,
    saveFile: async () => true,
    chooseFiles: async () => null,
    chooseFolder: async () => null,
    pdfs: (use) => use(machine.pdf),
    pdf: async (job) => Buffer.from(`%PDF-1.7 ${job.document}`),
    print: async () => true,
    solve: (model) => solveHere(model),
    dataFolder: database.folder,
    appVersion: '0.1.0',
    migrationsFolder: database.migrationsFolder,
    resourcesFolder: 'resources',
    readPreferences: () => preferences,
    writePreferences: (value) => {
      preferences = value;
    },
    ...overrides.machine,
  };
  const context = createContext({
    now: () => now,
    machine,
    session,
    tell: (event, payload) => {
      told.push({ event, payload });
    },
  });
  const failures: unknown[] = [];
  const router = createRouter(
    contract as Readonly<Record<string, FeatureContract>>,
    handlers as Readonly<Record<string, Handlers<FeatureContract>>>,
    context,
    (error) => failures.push(error),
  );
  return {
    context,
    database,
    told,
    /** Errors that were not refusals; a test that expects none can assert it is empty. */
    failures,
    router,
    setNow: (value: string) => {
      now = new Date(value);
    },
    /** Calls and expects success; throws with the reply's message otherwise. */
    async call<T>(feature: string, name: string, input: unknown = {}): Promise<T> {
      const reply = (await router(feature, name, input)) as Reply<T>;
      if (!reply.ok)
        throw new Error(
          `${reply.error.code}: ${reply.error.message} ${JSON.stringify(reply.error.fields ?? {})} ${String(failures.at(-1) ?? '')}`,
        );
      return reply.value;
    },
  };
}
