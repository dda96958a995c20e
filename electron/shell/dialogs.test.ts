import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ErrorCode, Refusal } from '@shared/domain/text';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseFile, saveFile } from './dialogs';

const { dialog } = vi.hoisted(() => ({ dialog: { showOpenDialog: vi.fn(), showSaveDialog: vi.fn() } }));
vi.mock('electron', () => ({ dialog }));

const window = {} as BrowserWindow;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spind-dialogs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function refusal(work: Promise<unknown>): Promise<{ code: ErrorCode; da: string }> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw error ?? new Error('nothing was refused');
  return { code: error.code, da: error.text.da };
}

describe('choosing a file', () => {
  const choose = (path: string | undefined, maxBytes = 10_000_000) => {
    dialog.showOpenDialog.mockResolvedValue({
      canceled: path === undefined,
      filePaths: path === undefined ? [] : [path],
    });
    return chooseFile(window, 'table', maxBytes, 'da');
  };

  it('reads it and names it without its folders', async () => {
    writeFileSync(join(folder, 'personale.csv'), 'Navn\r\nÅse');
    const file = await choose(join(folder, 'personale.csv'));
    expect({ ...file, bytes: file?.bytes.toString('utf8') }).toEqual({
      name: 'personale.csv',
      bytes: 'Navn\r\nÅse',
    });
    const [, options] = dialog.showOpenDialog.mock.lastCall as [
      unknown,
      { properties: string[]; filters: unknown },
    ];
    expect(options.properties).toEqual(['openFile']);
    expect(options.filters).toEqual([{ name: 'Regneark og CSV', extensions: ['csv', 'xlsx', 'txt'] }]);
  });

  it('answers nothing when the person changes her mind', async () => {
    expect(await choose(undefined)).toBeNull();
  });

  it('refuses 60 MB by its size, before anything is read', async () => {
    const file = join(folder, 'stor.csv');
    writeFileSync(file, '');
    truncateSync(file, 60_000_000);
    const before = process.memoryUsage().arrayBuffers;
    const { code, da } = await refusal(choose(file));
    expect(code).toBe('invalid');
    expect(da).toBe(
      'stor.csv fylder 60 MB. Spind læser højst 10 MB. Vælg den rigtige fil, eller del den i flere.',
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  it.each(['væk.csv', '.'])(
    'says of what cannot be read that it cannot be opened, not that data is lost: %s',
    async (name) => {
      const { da } = await refusal(choose(join(folder, name)));
      expect(da).toMatch(/kan ikke åbnes\. Er den åben i et andet program/);
    },
  );
});

describe('saving a file', () => {
  const save = (path: string | undefined, bytes = Buffer.from('%PDF-1.7 nyt')) => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: path === undefined, filePath: path ?? '' });
    return saveFile(window, 'pdf', 'plan.pdf', bytes, 'da');
  };

  it('writes it whole, over an older one too', async () => {
    writeFileSync(join(folder, 'plan.pdf'), 'a much longer content that was there before');
    expect(await save(join(folder, 'plan.pdf'))).toBe(true);
    expect(readFileSync(join(folder, 'plan.pdf'), 'utf8')).toBe('%PDF-1.7 nyt');
    expect(readdirSync(folder)).toEqual(['plan.pdf']);
  });

  it('writes nothing when the person changes her mind', async () => {
    expect(await save(undefined)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing half written, says which file, and does not blame the folder with data', async () => {
    mkdirSync(join(folder, 'optaget.pdf'));
    const { code, da } = await refusal(save(join(folder, 'optaget.pdf')));
    expect(code).toBe('conflict');
    expect(da).toMatch(/^optaget\.pdf kunne ikke gemmes dér.*vælg en anden mappe/s);
    expect(readdirSync(folder)).toEqual(['optaget.pdf']);
    expect((await refusal(save(join(folder, 'ingen', 'plan.pdf')))).da).toMatch(
      /^plan\.pdf kunne ikke gemmes dér/,
    );
  });
});
