import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settleFolders } from './paths';

const { app, set } = vi.hoisted(() => {
  const set = new Map<string, string>();
  const app = {
    isPackaged: false,
    known: {} as Record<string, string>,
    switches: [] as string[],
    commandLine: { hasSwitch: (name: string) => app.switches.includes(name) },
    getPath: (name: string) => app.known[name] ?? '',
    getAppPath: () => '/app',
    setPath: (name: string, path: string) => set.set(name, path),
    setAppLogsPath: (path: string) => set.set('logs', path),
  };
  return { app, set };
});
vi.mock('electron', () => ({ app }));

let root = '';
const platform = process.platform;
const onPlatform = (value: NodeJS.Platform) => Object.defineProperty(process, 'platform', { value });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'spind-paths-'));
  app.switches = [];
  app.known = { home: join(root, 'home'), appData: join(root, 'Roaming'), userData: join(root, 'given') };
  for (const name of ['LOCALAPPDATA', 'XDG_DATA_HOME']) vi.stubEnv(name, '');
  set.clear();
});
afterEach(() => {
  onPlatform(platform);
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe('where Spind keeps things', () => {
  it('on Windows is local, so that no server gets a copy at log-off', () => {
    onPlatform('win32');
    vi.stubEnv('LOCALAPPDATA', join(root, 'Local'));
    expect(settleFolders().home).toBe(join(root, 'Local', 'Spind'));
    vi.stubEnv('LOCALAPPDATA', '');
    expect(settleFolders().home).not.toContain('Roaming');
  });

  it('on macOS and Linux is where programs keep data', () => {
    onPlatform('darwin');
    expect(settleFolders().home).toBe(join(root, 'Roaming', 'Spind'));
    onPlatform('linux');
    expect(settleFolders().home).toBe(join(root, 'home', '.local', 'share', 'spind'));
    vi.stubEnv('XDG_DATA_HOME', join(root, 'xdg'));
    expect(settleFolders().home).toBe(join(root, 'xdg', 'spind'));
  });

  it('is the folder on the command line when one is given', () => {
    app.switches = ['user-data-dir'];
    expect(settleFolders().home).toBe(join(root, 'given'));
  });

  it('is one folder with everything in it, and its data for this person alone', () => {
    app.switches = ['user-data-dir'];
    const home = join(root, 'given');
    expect(settleFolders()).toEqual({
      home,
      data: join(home, 'data'),
      logs: join(home, 'logs'),
      resources: '/app/resources',
    });
    expect(Object.fromEntries(set)).toEqual({
      userData: home,
      sessionData: join(home, 'session'),
      logs: join(home, 'logs'),
    });
    if (platform !== 'win32') expect(statSync(join(home, 'data')).mode & 0o077).toBe(0);
  });
});
