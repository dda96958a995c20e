import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMainWindow } from './window';

type Place = { x: number; y: number; width: number; height: number };

const { made } = vi.hoisted(() => ({ made: [] as unknown[] }));
vi.mock('electron', () => ({
  app: { isPackaged: true, getAppPath: () => '/app' },
  session: {},
  protocol: {},
  nativeTheme: { shouldUseDarkColors: false },
  screen: { getDisplayMatching: () => ({ workArea: { x: 0, y: 25, width: 1920, height: 1055 } }) },
  BrowserWindow: class {
    listeners = new Map<string, () => void>();
    shown: string | undefined;
    isWide = false;
    constructor(readonly options: object) {
      made.push(this);
    }
    on = (event: string, listen: () => void) => this.listeners.set(event, listen);
    maximize = () => {
      this.isWide = true;
    };
    isMaximized = () => this.isWide;
    getNormalBounds = () => ({ x: 40, y: 60, width: 1300, height: 850 });
    loadURL = async (url: string) => {
      this.shown = url;
    };
  },
}));

type Fake = {
  options: Place & { webPreferences: object };
  listeners: Map<string, () => void>;
  shown: string;
  isWide: boolean;
};

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'spind-window-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const session = { partition: 'spind' } as unknown as Session;
function open(place?: string | object): Fake {
  if (place !== undefined)
    writeFileSync(join(home, 'window.json'), typeof place === 'string' ? place : JSON.stringify(place));
  openMainWindow(session, home);
  return made.at(-1) as Fake;
}

describe('the window', () => {
  it('is closed to everything but our own page', () => {
    const { options, shown } = open();
    expect(shown).toBe('app://spind/index.html');
    expect(options.webPreferences).toEqual({
      session,
      preload: '/app/out/preload/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      enableWebSQL: false,
      devTools: false,
    });
  });

  const before = { x: 100, y: 80, width: 1100, height: 700, maximized: false };

  it('opens where it stood', () => {
    expect(open(before).options).toMatchObject({ x: 100, y: 80, width: 1100, height: 700 });
    expect(open({ ...before, maximized: true }).isWide).toBe(true);
  });

  it.each([
    ['to the right of every screen', { x: 1900 }],
    ['to the left of every screen', { x: -1090 }],
    ['above the screen', { y: -600 }],
    ['below the screen', { y: 1060 }],
    ['under the menu bar', { y: 0 }],
  ])('keeps its size but not its place %s', (_, change) => {
    const { options } = open({ ...before, ...change });
    expect(options).toMatchObject({ width: 1100, height: 700 });
    expect(options).not.toHaveProperty('x');
    expect(options).not.toHaveProperty('y');
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"width":"1100"}',
    { ...before, width: 10 },
    { ...before, height: -700 },
    { ...before, x: '1' },
  ])('opens as new when what it wrote is %j', (place) => {
    expect(open(place).options).toMatchObject({ width: 1280, height: 800 });
  });

  it('writes where it stands when it closes, and closes on a disk that takes nothing', () => {
    const close = open().listeners.get('close');
    close?.();
    expect(JSON.parse(readFileSync(join(home, 'window.json'), 'utf8'))).toEqual({
      x: 40,
      y: 60,
      width: 1300,
      height: 850,
      maximized: false,
    });
    rmSync(home, { recursive: true });
    expect(() => close?.()).not.toThrow();
  });
});
