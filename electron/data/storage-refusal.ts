import type { Text } from '@shared/domain/text';
import { DataRefusal, type DataRefusalKind, refuseData } from './data-refusal';

const diskFull: Text = {
  da: 'Disken er fuld, så ændringen blev ikke gemt. Det, der var gemt i forvejen, er uberørt. Gør plads på disken, og prøv igen.',
  en: 'The disk is full, so the change was not saved. What was saved before is untouched. Make room on the disk and try again.',
};
const readOnly: Text = {
  da: 'Spind må ikke skrive i mappen med data, så ændringen blev ikke gemt. Få skriveadgang til mappen, og prøv igen.',
  en: 'Spind may not write in the data folder, so the change was not saved. Get write access to the folder and try again.',
};
const cannotOpen: Text = {
  da: 'Filen med data kan ikke åbnes. Se efter, om mappen findes, og om du har adgang til den.',
  en: 'The data file cannot be opened. Check that the folder exists and that you have access to it.',
};
const diskError: Text = {
  da: 'Disken melder fejl, så ændringen blev ikke gemt. Luk Spind, tag en kopi af mappen med data, og få disken undersøgt.',
  en: 'The disk reports an error, so the change was not saved. Close Spind, copy the data folder and have the disk checked.',
};
const busy: Text = {
  da: 'Filen med data er i brug af et andet program. Luk det andet program, eller vent lidt, og prøv igen.',
  en: 'The data file is in use by another program. Close the other program, or wait a little, and try again.',
};
const damaged: Text = {
  da: 'En del af filen med data er beskadiget. Spind har ikke ændret noget. Luk Spind, og gendan den nyeste sikkerhedskopi.',
  en: 'Part of the data file is damaged. Spind has changed nothing. Close Spind and restore the newest backup.',
};

const meanings: readonly (readonly [RegExp, DataRefusalKind, Text])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)$/, 'disk-full', diskFull],
  [/^(SQLITE_READONLY(_.*)?|EROFS|EACCES|EPERM|SQLITE_PERM)$/, 'read-only', readOnly],
  [/^(SQLITE_CANTOPEN(_.*)?|ENOENT|ENOTDIR)$/, 'read-only', cannotOpen],
  [/^(SQLITE_BUSY(_.*)?|SQLITE_LOCKED(_.*)?|EBUSY)$/, 'held', busy],
  [/^(SQLITE_CORRUPT(_.*)?|SQLITE_NOTADB)$/, 'damaged', damaged],
  [/^(SQLITE_IOERR(_.*)?|EIO|EMFILE|ENFILE)$/, 'disk-error', diskError],
];

/**
 * What an error from the disk or from SQLite means to a person, as a refusal to throw; a refusal passes through.
 * `undefined` when the error is not about storage.
 */
export function storageRefusal(error: unknown): DataRefusal | undefined {
  if (error instanceof DataRefusal) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return undefined;
  const meaning = meanings.find(([pattern]) => pattern.test(code));
  return meaning && refuseData(meaning[1], meaning[2]);
}

/** Runs `work`, turning errors of the disk into refusals. */
export function withStorageRefusal<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageRefusal(error) ?? error;
  }
}
