import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseFiles, chooseFolder } from './dialogs-many';

const { dialog } = vi.hoisted(() => ({ dialog: { showOpenDialog: vi.fn() } }));
vi.mock('electron', () => ({ dialog }));

const window = {} as BrowserWindow;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spind-dialogs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const answer = (...filePaths: string[]) =>
  dialog.showOpenDialog.mockResolvedValue({ canceled: filePaths.length === 0, filePaths });

describe('choosing many files', () => {
  it('takes those of a folder that are of the kind, by name, and reads each when its turn comes', async () => {
    for (const name of ['b.PDF', 'a.pdf', 'noter.txt', '._a.pdf']) writeFileSync(join(folder, name), name);
    mkdirSync(join(folder, 'mappe.pdf'));
    answer(folder);
    const files = await chooseFiles(window, 'pdf', 'folder', 10, 'da');
    expect(files?.map(({ name, size }) => [name, size])).toEqual([
      ['a.pdf', 5],
      ['b.PDF', 5],
    ]);
    rmSync(join(folder, 'a.pdf'));
    expect((await files?.[1]?.read())?.toString()).toBe('b.PDF');
    await expect(files?.[0]?.read()).rejects.toMatchObject({
      text: { da: expect.stringContaining('a.pdf kan ikke åbnes') },
    });
  });

  it('takes the files that were chosen, and no more than may be', async () => {
    const paths = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, '%PDF');
    answer(...paths);
    expect(await chooseFiles(window, 'pdf', 'files', 3, 'da')).toHaveLength(3);
    await expect(chooseFiles(window, 'pdf', 'files', 2, 'da')).rejects.toMatchObject({
      text: { da: 'Der er 3 filer. Spind læser højst 2 ad gangen. Vælg færre.' },
    });
    answer();
    expect(await chooseFiles(window, 'pdf', 'files', 3, 'da')).toBeNull();
  });
});

describe('a folder to write into', () => {
  it('gets whole files and loses none that was there', async () => {
    writeFileSync(join(folder, 'forberedelse-L07.pdf'), 'gammel');
    answer(folder);
    const chosen = await chooseFolder(window);
    const names: (string | undefined)[] = [];
    for (const words of ['ny', 'nyere']) {
      names.push(await chosen?.save('forberedelse-L07.pdf', Buffer.from(words)));
    }
    expect(names).toEqual(['forberedelse-L07-2.pdf', 'forberedelse-L07-3.pdf']);
    expect(readFileSync(join(folder, 'forberedelse-L07.pdf'), 'utf8')).toBe('gammel');
    expect(readFileSync(join(folder, 'forberedelse-L07-3.pdf'), 'utf8')).toBe('nyere');
    expect(readdirSync(folder)).toHaveLength(3);
    rmSync(folder, { recursive: true });
    await expect(chosen?.save('a.pdf', Buffer.from('x'))).rejects.toMatchObject({
      text: { da: expect.stringMatching(/^a\.pdf kunne ikke gemmes dér/) },
    });
    mkdirSync(folder);
    answer();
    expect(await chooseFolder(window)).toBeNull();
  });
});
