import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { refuse, type Text } from '@shared/domain/text';
import { type BrowserWindow, dialog } from 'electron';
import type { ChosenFolder, FileKind, FoundFile } from '../features/context';
import { cannotOpen, extensionsOf, filterFor, writeWhole } from './dialogs';

/**
 * Asks for several files, or for a folder and takes the files of that kind that lie in it, in the order of their names.
 * Null when cancelled; more than `most` are refused.
 */
export async function chooseFiles(
  window: BrowserWindow,
  kind: FileKind,
  from: 'files' | 'folder',
  most: number,
  language: keyof Text,
): Promise<FoundFile[] | null> {
  const answer = await dialog.showOpenDialog(window, {
    properties: from === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
    ...(from === 'files' && { filters: filterFor(kind, language) }),
  });
  if (answer.canceled || answer.filePaths.length === 0) return null;
  const paths = from === 'folder' ? await inFolder(answer.filePaths[0] ?? '', kind) : answer.filePaths;
  if (paths.length > most) {
    throw refuse('invalid', {
      da: `Der er ${paths.length} filer. Spind læser højst ${most} ad gangen. Vælg færre.`,
      en: `There are ${paths.length} files. Spind reads at most ${most} at a time. Choose fewer.`,
    });
  }
  const found: FoundFile[] = [];
  for (const path of paths) {
    const name = basename(path);
    // What cannot be opened says so when it is read; the other files are read all the same.
    const { size } = await stat(path).catch(() => ({ size: 0 }));
    found.push({ name, size, read: () => readFile(path).catch(() => cannotOpen(name)) });
  }
  return found;
}

async function inFolder(folder: string, kind: FileKind): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => cannotOpen(basename(folder)));
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => extensionsOf(kind).includes(extname(name).slice(1).toLowerCase()))
    .sort()
    .map((name) => join(folder, name));
}

/** Asks for a folder to write into; null when cancelled. */
export async function chooseFolder(window: BrowserWindow): Promise<ChosenFolder | null> {
  const answer = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
  const folder = answer.filePaths[0];
  if (answer.canceled || !folder) return null;
  return {
    name: basename(folder),
    save: async (wanted, bytes) => {
      const name = freeName(folder, wanted);
      await writeWhole(join(folder, name), bytes);
      return name;
    },
  };
}

/** The name itself, or with the first number from 2 that no file bears. */
function freeName(folder: string, wanted: string): string {
  const ending = extname(wanted);
  const stem = wanted.slice(0, wanted.length - ending.length);
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${stem}-${number}${ending}`;
    if (!existsSync(join(folder, name))) return name;
  }
}
