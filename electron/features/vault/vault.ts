import type { vault as contract } from '@shared/contract/vault';
import { localDate } from '@shared/domain/dates';
import { checkOffice } from '@shared/domain/hr-office';
import { checkRetention } from '@shared/domain/retention';
import { refuse, type Text } from '@shared/domain/text';
import { dataPaths, folderState } from '../../data/folder';
import { type KeyFile, readKeyFile, saveKeyFile } from '../../data/key-file';
import {
  changePassphrase,
  createKeys,
  newRecoveryCode,
  passphraseProblem,
  setPassphrase,
  unlockWithPassphrase,
  unlockWithRecoveryCode,
} from '../../data/keys';
import { schools } from '../../data/schema/school';
import { secondsToWait } from '../attempts';
import type { Context, Handlers } from '../context';
import { lockSession } from '../session';
import { starterSpiders } from '../starter-spiders';
import { fillFirstSchool } from './first-school';
import { guarded } from './guarded';
import { readLegalBases } from './legal-bases';
import { createForLeader, folderIsNew, holdFolder, openForLeader } from './open-school';
import { lockedBackups, restoreLocked } from './restore-locked';

const problems: Readonly<Record<'database-missing' | 'keys-missing', Text>> = {
  'database-missing': {
    da: 'Nøglefilen er her, men filen med skolens data mangler. Læg den tilbage i mappen, eller gendan en sikkerhedskopi. Spind laver ikke en ny i stedet.',
    en: 'The key file is here, but the file with the school’s data is missing. Put it back in the folder or restore a backup. Spind will not make a new one instead.',
  },
  'keys-missing': {
    da: 'Filen med skolens data er her, men nøglefilen keys.json mangler. Læg den tilbage i mappen, eller gendan en sikkerhedskopi; hver kopi har sin egen nøglefil.',
    en: 'The file with the school’s data is here, but the key file keys.json is missing. Put it back in the folder or restore a backup; each copy has a key file of its own.',
  },
};

export const vaultHandlers: Handlers<typeof contract> = {
  status(context) {
    const { session, machine } = context;
    const waitSeconds = secondsToWait(context);
    if (session.open) return { state: session.state, problem: null, waitSeconds };
    const folder = folderState(machine.dataFolder);
    const problem = folder === 'database-missing' || folder === 'keys-missing' ? problems[folder] : null;
    return {
      state: folder === 'empty' ? 'none' : 'locked',
      problem: problem?.[context.language()] ?? null,
      waitSeconds,
    };
  },

  create(context, { passphrase, school }) {
    checkRetention(school);
    checkOffice(school);
    return holdFolder(context, async (release) => {
      if (!folderIsNew(context)) {
        throw refuse('conflict', {
          da: 'Der ligger allerede data i mappen. Spind laver ikke en ny fil oven i den gamle.',
          en: 'There is data in the folder already. Spind does not make a new file over the old one.',
        });
      }
      const { resourcesFolder } = context.machine;
      const starts = {
        spiders: starterSpiders(resourcesFolder),
        legalBases: readLegalBases(resourcesFolder),
      };
      const { dataKey, keyFile, recoveryCode } = await createKeys(passphrase);
      createForLeader(context, { dataKey, keyFile, release }, (db) =>
        fillFirstSchool(db, school, starts, context.now()),
      );
      return { recoveryCode };
    });
  },

  unlock: (context, { passphrase, takeOver }) =>
    comeIn(context, (keyFile) => unlockWithPassphrase(keyFile, passphrase), takeOver),

  unlockWithRecovery(context, { code, newPassphrase, takeOver }) {
    const problem = passphraseProblem(newPassphrase);
    if (problem) throw refuse('invalid', problem, { newPassphrase: problem });
    return comeIn(
      context,
      async (keyFile) => {
        const dataKey = await unlockWithRecoveryCode(keyFile, code);
        saveKeyFile(context.machine.dataFolder, await setPassphrase(keyFile, dataKey, newPassphrase));
        return dataKey;
      },
      takeOver,
    );
  },

  backups: lockedBackups,
  restore: restoreLocked,

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
async function comeIn(
  context: Context,
  dataKeyOf: (keyFile: KeyFile) => Promise<Buffer>,
  takeOver?: boolean,
) {
  if (context.session.open) return {};
  const open = async (release: () => void) => {
    const state = folderState(context.machine.dataFolder);
    if (state === 'database-missing' || state === 'keys-missing') throw refuse('not-found', problems[state]);
    const keyFile = readKeyFile(dataPaths(context.machine.dataFolder).keys);
    const dataKey = await guarded(context, () => dataKeyOf(keyFile));
    openForLeader(context, dataKey, release);
  };
  await holdFolder(context, open, takeOver);
  context.tell('session', { state: 'leader' });
  return {};
}

function audit(context: Context, action: string): void {
  context.write({ action, entity: 'vault', entityId: 'school', fields: [] }, () => undefined);
}
