import type { vault as contract } from '@shared/contract/vault';
import { localDate } from '@shared/domain/dates';
import { checkRetention } from '@shared/domain/retention';
import { refuse, type Text } from '@shared/domain/text';
import { DataRefusal } from '../../data/data-refusal';
import { dataPaths, folderState } from '../../data/folder';
import { readKeyFile, saveKeyFile } from '../../data/key-file';
import {
  changePassphrase,
  createKeys,
  newRecoveryCode,
  passphraseProblem,
  setPassphrase,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
  waitAfterFailures,
} from '../../data/keys';
import { schools } from '../../data/schema/school';
import type { Context, Handlers } from '../context';
import { lockSession } from '../session';
import { starterSpiders } from '../starter-spiders';
import { fillFirstSchool } from './first-school';
import { createForLeader, folderIsNew, holdFolder, openForLeader } from './open-school';

const problems: Readonly<Record<'database-missing' | 'keys-missing', Text>> = {
  'database-missing': {
    da: 'Nøglefilen er her, men filen med skolens data mangler. Læg den tilbage i mappen, eller gendan en sikkerhedskopi. Spind laver ikke en ny i stedet.',
    en: 'The key file is here, but the file with the school’s data is missing. Put it back in the folder or restore a backup. Spind will not make a new one instead.',
  },
  'keys-missing': {
    da: 'Filen med skolens data er her, men nøglefilen keys.json mangler. Læg den tilbage i mappen; den ligger også ved siden af hver sikkerhedskopi.',
    en: 'The file with the school’s data is here, but the key file keys.json is missing. Put it back in the folder; a copy lies beside each backup.',
  },
};

export const vaultHandlers: Handlers<typeof contract> = {
  status(context) {
    const { session, machine } = context;
    const waitSeconds = Math.ceil(waitLeft(context) / 1000);
    if (session.open) return { state: session.state, problem: null, waitSeconds };
    const folder = folderState(machine.dataFolder);
    const problem = folder === 'database-missing' || folder === 'keys-missing' ? problems[folder] : null;
    return {
      state: folder === 'empty' ? 'none' : 'locked',
      problem: problem && problem[context.language()],
      waitSeconds,
    };
  },

  create(context, { passphrase, school }) {
    checkRetention(school);
    return holdFolder(context, async (release) => {
      if (!folderIsNew(context)) {
        throw refuse('conflict', {
          da: 'Der ligger allerede data i mappen. Spind laver ikke en ny fil oven i den gamle.',
          en: 'There is data in the folder already. Spind does not make a new file over the old one.',
        });
      }
      const { dataKey, keyFile, recoveryCode } = await createKeys(passphrase);
      createForLeader(context, dataKey, keyFile, release);
      const starters = starterSpiders(context.machine.resourcesFolder);
      context.write({ action: 'school.created', entity: 'school', entityId: 'school', fields: [] }, (db) =>
        fillFirstSchool(db, school, starters, context.now()),
      );
      return { recoveryCode };
    });
  },

  unlock: (context, { passphrase }) =>
    comeIn(context, (keyFile) => unlockWithPassphrase(keyFile, passphrase)),

  unlockWithRecovery(context, { code, newPassphrase }) {
    const problem = passphraseProblem(newPassphrase);
    if (problem) throw refuse('invalid', problem, { newPassphrase: problem });
    return comeIn(context, async (keyFile) => {
      const dataKey = await unlockWithRecoveryCode(keyFile, code);
      saveKeyFile(context.machine.dataFolder, await setPassphrase(keyFile, dataKey, newPassphrase));
      return dataKey;
    });
  },

  lock(context) {
    lockSession(context);
    return {};
  },

  async changePassphrase(context, { current, next }) {
    const problem = passphraseProblem(next);
    if (problem) throw refuse('invalid', problem, { next: problem });
    const { keys } = dataPaths(context.machine.dataFolder);
    const keyFile = await guarded(context, () => changePassphrase(readKeyFile(keys), current, next));
    saveKeyFile(context.machine.dataFolder, keyFile);
    audit(context, 'vault.passphrase-changed');
    return {};
  },

  async newRecoveryCode(context, { passphrase }) {
    const keyFile = readKeyFile(dataPaths(context.machine.dataFolder).keys);
    const dataKey = await guarded(context, () => unlockWithPassphrase(keyFile, passphrase));
    const renewed = await newRecoveryCode(keyFile, dataKey);
    saveKeyFile(context.machine.dataFolder, renewed.keyFile);
    audit(context, 'vault.recovery-code-renewed');
    return { recoveryCode: renewed.recoveryCode };
  },

  async recoveryPaper(context, { code, way }) {
    const schoolName = context.db.select({ name: schools.name }).from(schools).get()?.name ?? '';
    const data = { schoolName, code, createdOn: localDate(context.now()) };
    const job = { document: 'recoveryCode', language: context.language(), data };
    const { machine } = context;
    if (way === 'print') return { carriedOut: await machine.print(job) };
    return { carriedOut: await machine.saveFile('pdf', 'gendannelseskode.pdf', await machine.pdf(job)) };
  },
};

/** Lets somebody in with whatever opens the key file; counts wrong tries and makes the next one wait. */
async function comeIn(context: Context, dataKeyOf: (keyFile: ReturnType<typeof readKeyFile>) => Promise<Buffer>) {
  if (context.session.open) return {};
  await holdFolder(context, async (release) => {
    const state = folderState(context.machine.dataFolder);
    if (state === 'database-missing' || state === 'keys-missing') throw refuse('not-found', problems[state]);
    const keyFile = readKeyFile(dataPaths(context.machine.dataFolder).keys);
    const dataKey = await guarded(context, () => dataKeyOf(keyFile));
    openForLeader(context, dataKey, release);
  });
  context.tell('session', { state: 'leader' });
  return {};
}

const secretRefusals = ['wrong-passphrase', 'wrong-recovery-code'];

/** Slows guessing down and never locks anyone out (F17). */
async function guarded<T>(context: Context, attempt: () => Promise<T>): Promise<T> {
  const { failures } = context.session;
  const wait = Math.ceil(waitLeft(context) / 1000);
  if (wait > 0) {
    throw refuse('locked', {
      da: `Vent ${wait} ${wait === 1 ? 'sekund' : 'sekunder'}, før du prøver igen.`,
      en: `Wait ${wait} ${wait === 1 ? 'second' : 'seconds'} before you try again.`,
    });
  }
  try {
    const result = await attempt();
    failures.count = 0;
    return result;
  } catch (error) {
    if (error instanceof DataRefusal && secretRefusals.includes(error.kind)) {
      failures.count += 1;
      failures.lastAt = context.now().getTime();
    }
    throw error;
  }
}

function waitLeft({ session, now }: Context): number {
  const passed = now().getTime() - session.failures.lastAt;
  // A clock that was set back must not make the wait longer than it ever is.
  const wait = waitAfterFailures(session.failures.count);
  return Math.min(wait, Math.max(0, wait - passed));
}

function audit(context: Context, action: string): void {
  context.write({ action, entity: 'vault', entityId: 'school', fields: [] }, () => undefined);
}
