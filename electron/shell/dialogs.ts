import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { refuse, type Text } from '@shared/domain/text';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { ChosenFile, FileKind } from '../features/context';

const filters: Readonly<Record<FileKind, { name: Text; extensions: string[] }>> = {
  pdf: { name: { da: 'PDF', en: 'PDF' }, extensions: ['pdf'] },
  table: { name: { da: 'Regneark og CSV', en: 'Spreadsheet and CSV' }, extensions: ['csv', 'xlsx', 'txt'] },
  data: { name: { da: 'Datafil', en: 'Data file' }, extensions: ['json'] },
  calendar: { name: { da: 'Kalenderfil', en: 'Calendar file' }, extensions: ['ics'] },
  certificate: {
    name: { da: 'Bevis (PDF eller billede)', en: 'Certificate (PDF or image)' },
    extensions: ['pdf', 'png', 'jpg', 'jpeg'],
  },
  exchange: {
    name: { da: 'Udvekslings- og nøglefiler', en: 'Exchange and key files' },
    extensions: ['spind', 'spindkey'],
  },
  page: { name: { da: 'Webside', en: 'Web page' }, extensions: ['html'] },
  backup: { name: { da: 'Sikkerhedskopi', en: 'Backup' }, extensions: ['db'] },
};

export const extensionsOf = (kind: FileKind): readonly string[] => filters[kind].extensions;

export const filterFor = (kind: FileKind, language: keyof Text): FileFilter[] => [
  { name: filters[kind].name[language], extensions: filters[kind].extensions },
];

/** Asks for a file and reads it; null when cancelled. A file over `maxBytes` is refused before it is read. */
export async function chooseFile(
  window: BrowserWindow,
  kind: FileKind,
  maxBytes: number,
  language: keyof Text,
): Promise<ChosenFile | null> {
  const answer = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: filterFor(kind, language),
  });
  const path = answer.filePaths[0];
  if (answer.canceled || !path) return null;
  const name = basename(path);
  const { size } = await stat(path).catch(() => cannotOpen(name));
  if (size > maxBytes) {
    const [has, max] = [Math.ceil(size / 1_000_000), Math.floor(maxBytes / 1_000_000)];
    throw refuse('invalid', {
      da: `${name} fylder ${has} MB. Spind læser højst ${max} MB. Vælg den rigtige fil, eller del den i flere.`,
      en: `${name} is ${has} MB. Spind reads at most ${max} MB. Choose the right file, or split it.`,
    });
  }
  return { name, bytes: await readFile(path).catch(() => cannotOpen(name)) };
}

export function cannotOpen(name: string): never {
  throw refuse('not-found', {
    da: `${name} kan ikke åbnes. Er den åben i et andet program, så luk den dér, og prøv igen.`,
    en: `${name} cannot be opened. If another program has it open, close it there and try again.`,
  });
}

/** Asks where to save. The file appears under its name only when it is whole; false when cancelled. */
export async function saveFile(
  window: BrowserWindow,
  kind: FileKind,
  suggestedName: string,
  bytes: Uint8Array,
  language: keyof Text,
): Promise<boolean> {
  const answer = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    filters: filterFor(kind, language),
  });
  if (answer.canceled || !answer.filePath) return false;
  await writeWhole(answer.filePath, bytes);
  return true;
}

/** Writes beside the file and renames when everything is on the disk. Refuses with the file's name. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw notSaved(basename(path), error);
  }
}

/** The folder is one the person chose, so it must not be mistaken for the folder with the school's data. */
function notSaved(name: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return refuse('conflict', {
      da: `Der er ikke plads til ${name} dér. Gør plads, eller vælg en anden mappe.`,
      en: `There is no room for ${name} there. Make room or choose another folder.`,
    });
  }
  return refuse('conflict', {
    da: `${name} kunne ikke gemmes dér. Er filen åben i et andet program, så luk den. Ellers vælg en anden mappe.`,
    en: `${name} could not be saved there. If another program has the file open, close it. Otherwise choose another folder.`,
  });
}
