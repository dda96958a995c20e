import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallName, FeatureName, InputOf, OutputOf } from '@shared/contract';
import { contract } from '@shared/contract';
import type { FeatureContract, Reply } from '@shared/contract/core';
import type { ChosenFile, Handlers, Preferences } from '../../electron/features/context';
import { createContext } from '../../electron/features/create-context';
import { handlers } from '../../electron/features/index';
import { createRouter } from '../../electron/features/router';
import { lockSession } from '../../electron/features/session';
import { solveHere } from '../../electron/features/solve';

/**
 * The application without its window: the real router, handlers and encrypted file in `folder`, on a clock that is set
 * by hand. What needs a window (documents) is not available.
 */
export function demoMachine(folder: string) {
  const resources = fileURLToPath(new URL('../../resources', import.meta.url));
  let now = new Date(0);
  let file: ChosenFile | null = null;
  let preferences: Preferences = { language: 'da', theme: 'light' };
  const noWindow = async () => {
    throw new Error('The demo school is filled without a window, so nothing can be printed or saved.');
  };
  const context = createContext({
    now: () => now,
    tell: () => undefined,
    machine: {
      chooseFile: async () => file,
      chooseFiles: noWindow,
      chooseFolder: noWindow,
      saveFile: noWindow,
      pdf: noWindow,
      pdfs: noWindow,
      print: noWindow,
      solve: (model) => solveHere(model),
      dataFolder: folder,
      appVersion: '0.1.0',
      migrationsFolder: join(resources, 'migrations'),
      resourcesFolder: resources,
      readPreferences: () => preferences,
      writePreferences: (value) => {
        preferences = value;
      },
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
    /** Local wall time, `YYYY-MM-DDTHH:MM`. */
    setNow(moment: string) {
      now = new Date(moment);
    },
    /** The file the next file dialog answers with. */
    chooseNext(chosen: ChosenFile) {
      file = chosen;
    },
    /** Calls a handler as a page does; throws what it refuses. */
    async call<F extends FeatureName, N extends CallName<F>>(
      feature: F,
      name: N,
      input: InputOf<F, N>,
    ): Promise<OutputOf<F, N>> {
      const reply = (await router(feature, name, input)) as Reply<OutputOf<F, N>>;
      if (reply.ok) return reply.value;
      const fields = JSON.stringify(reply.error.fields ?? {});
      throw new Error(`${feature}.${name}: ${reply.error.message} ${fields}`, { cause: failures.at(-1) });
    },
    /** One transaction in the open file, for what a page would take too long to do; with its row in the audit. */
    write: context.write,
    /** Closes the file as the program does when it quits. */
    close: () => lockSession(context),
  };
}

export type DemoMachine = ReturnType<typeof demoMachine>;
