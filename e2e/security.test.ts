import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoPassphrase } from '../scripts/demo/secrets';
import { electronRuntime } from '../scripts/setup/runtime.mjs';
import { ask, call } from './bridge';
import { runProbes } from './csp-probes';
import { demoProfile } from './demo-profile';
import { type Outside, openOutside } from './outside';
import { cleanUp, newProfile, type Spind, saveInto, startSpind } from './spind';
import { unlock } from './walk/doors';

let outside: Outside;
let spind: Spind;
let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  outside = await openOutside();
  spind = await startSpind({ profile: demoProfile() });
  ({ app, page } = spind);
  await unlock(page, demoPassphrase);
});

afterAll(async () => {
  await spind?.close();
  outside?.close();
  cleanUp();
});

// What a test opened beside the application's own window.
afterEach(async () => {
  for (const window of app.windows()) if (window !== page) await window.close();
});

/** A window the application did not make. With our preload it has the bridge, and must be refused all the same. */
async function foreignWindow(address: string, partition: string): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(
    ({ BrowserWindow, app: electron }, wanted) => {
      const preload = `${electron.getAppPath()}/out/preload/preload.cjs`;
      const window = new BrowserWindow({
        show: false,
        webPreferences: { partition: wanted.partition, preload, contextIsolation: true, sandbox: true },
      });
      // Only this one may embed, to show that the policy alone stops frames.
      window.webContents.removeAllListeners('will-frame-navigate');
      void window.loadURL(wanted.address);
    },
    { address, partition },
  );
  const window = await opened;
  await window.waitForLoadState('load');
  return window;
}

describe('windows', () => {
  it('are isolated, sandboxed and without Node, the printing window too', async () => {
    await app.evaluate(({ app: electron }) => {
      const seen: unknown[] = [];
      Object.assign(globalThis, { seenWindows: seen });
      electron.on('web-contents-created', (_event, contents) => {
        contents.once('did-start-loading', () => seen.push(preferencesOf(contents)));
      });
      const preferencesOf = (contents: Electron.WebContents) =>
        (contents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences();
    });
    const folder = newProfile();
    await saveInto(app, folder);
    const [talk] = (await call(page, 'talks', 'list', { schoolYear: '2026/27' })).talks;
    const printed = await call(page, 'documents', 'minutes', { talkId: talk?.id ?? '', way: 'save' });
    expect(printed).toEqual({ carriedOut: true });
    const windows = await app.evaluate(({ webContents }) => {
      const now = webContents
        .getAllWebContents()
        .map((contents) =>
          (contents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences(),
        );
      return [
        ...now,
        ...(globalThis as unknown as { seenWindows: unknown[] }).seenWindows,
      ] as Electron.WebPreferences[];
    });
    expect(windows).toHaveLength(2);
    for (const preferences of windows) {
      expect(preferences).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
      });
      expect(preferences.nodeIntegrationInSubFrames ?? false).toBe(false);
      expect(preferences.nodeIntegrationInWorker ?? false).toBe(false);
      expect(preferences.webviewTag ?? false).toBe(false);
      expect(preferences.allowRunningInsecureContent ?? false).toBe(false);
      expect(preferences.experimentalFeatures ?? false).toBe(false);
    }
    expect(
      await page.evaluate(() => [typeof require, typeof process, typeof module, typeof Buffer].join()),
    ).toBe('undefined,undefined,undefined,undefined');
  });

  it('show one door: call and on', async () => {
    expect(await page.evaluate(() => Object.keys(window.spind).sort())).toEqual(['call', 'on']);
  });
});

describe('content security policy', () => {
  it('stops all twelve probes and reports each', async () => {
    const before = outside.hits.length;
    const results = await runProbes(page, outside.address);
    expect(results.map(({ name }) => name)).toHaveLength(12);
    expect(results.filter(({ ran, reported }) => ran || !reported)).toEqual([]);
    expect(outside.hits.slice(before)).toEqual([]);
  });

  it('is what stops them: a page without it runs all twelve', async () => {
    const bare = await foreignWindow(`${outside.address}/index.html`, 'without-policy');
    const results = await runProbes(bare, outside.address);
    expect(results.filter(({ ran }) => !ran)).toEqual([]);
    expect(results).toHaveLength(12);
  });
});

describe('the way out', () => {
  it('is closed to navigation', async () => {
    const before = outside.hits.length;
    const own = await app.browserWindow(page);
    const stopped = own.evaluate(
      ({ webContents }: Electron.BrowserWindow) =>
        new Promise<boolean>((resolve) => {
          webContents.once('will-frame-navigate', (event) => resolve(event.defaultPrevented));
        }),
    );
    await page.evaluate((address) => {
      window.location.href = `${address}/index.html`;
    }, outside.address);
    expect(await stopped).toBe(true);
    expect(page.url()).toMatch(/^app:\/\/spind\/index\.html/);
    expect(outside.hits.slice(before)).toEqual([]);
  });

  it('is closed to new windows and web views', async () => {
    const count = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    const before = await count();
    expect(await page.evaluate((address) => window.open(address) === null, outside.address)).toBe(true);
    const view = await page.evaluate((address) => {
      const element = document.createElement('webview');
      element.setAttribute('src', address);
      document.body.append(element);
      const made = 'getURL' in element;
      element.remove();
      return made;
    }, outside.address);
    expect(view).toBe(false);
    expect(await count()).toBe(before);
  });

  it('is closed to every permission', async () => {
    const answers = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
      ];
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
        ),
      );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (error: DOMException) => error.name,
      );
      const place = await new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(`refused ${code}`),
        );
      });
      return { states, media, place, notifications: await Notification.requestPermission() };
    });
    expect(new Set(answers.states)).toEqual(new Set(['denied']));
    expect(answers.media).not.toBe('granted');
    expect(answers.place).toBe('refused 1');
    expect(answers.notifications).toBe('denied');
  });

  it('lets no file be read past the interface folder', async () => {
    const statuses = await app.evaluate(async ({ session }) => {
      const paths = [
        'app://spind/../main/main.js',
        'app://spind/%2e%2e/main/main.js',
        'app://spind/..%2fmain%2fmain.js',
        'app://spind/..%5c..%5cpackage.json',
        'app://spind/assets/../../preload/preload.cjs',
        'app://spind//etc/passwd',
        'app://spind/%00/etc/passwd',
        'app://elsewhere/index.html',
      ];
      const own = session.fromPartition('spind');
      const status = (path: string) =>
        own.fetch(path).then(
          (response) => response.status,
          () => 0,
        );
      return { own: await status('app://spind/index.html'), others: await Promise.all(paths.map(status)) };
    });
    expect(statuses.own).toBe(200);
    expect(statuses.others.filter((status) => status !== 404 && status !== 0)).toEqual([]);
  });
});

describe('the bridge', () => {
  it('answers its own page', async () => {
    expect((await ask(page, 'employees', 'list')).ok).toBe(true);
  });

  it('refuses a window it did not make, also one that shows our own page', async () => {
    for (const [address, partition] of [
      ['about:blank', 'foreign'],
      [`${outside.address}/index.html`, 'foreign'],
      ['app://spind/index.html', 'spind'],
    ] as const) {
      const foreign = await foreignWindow(address, partition);
      expect(await ask(foreign, 'employees', 'list')).toMatchObject({
        ok: false,
        error: { code: 'forbidden' },
      });
    }
  });

  it('knows no other name than the contract’s own', async () => {
    for (const [feature, name] of [
      ['employees', 'deleteEverything'],
      ['nothing', 'list'],
      ['__proto__', 'toString'],
      ['constructor', 'name'],
      ['employees', '__proto__'],
      ['employees', 'constructor'],
      [['employees'], 'list'],
      [{ toString: 'employees' }, 'list'],
      [null, 'list'],
      ['employees', 7],
    ]) {
      expect(await ask(page, feature, name)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
  });

  it('is not poisoned by an input', async () => {
    const reply = await page.evaluate(() => {
      const poison = JSON.parse(
        '{"search":"x","__proto__":{"poisoned":true},"constructor":{"prototype":{"poisoned":true}}}',
      );
      return window.spind.call('employees', 'list', poison);
    });
    expect(reply).toBeDefined();
    expect(await app.evaluate(() => 'poisoned' in {})).toBe(false);
  });
});

describe('starting', () => {
  it('again on the same profile leaves with 0 and the first stays', async () => {
    const { executablePath, args, env } = electronRuntime();
    const second = spawn(executablePath, [...args, `--user-data-dir=${spind.profile}`], {
      env,
      stdio: 'ignore',
    });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    expect((await ask(page, 'employees', 'list')).ok).toBe(true);
  });

  it('puts data under the local application-data folder, never the one that roams', async () => {
    const home = newProfile();
    const [local, roaming] = [join(home, 'local'), join(home, 'roaming')];
    for (const folder of [local, roaming]) mkdirSync(folder);
    const { executablePath, args, env } = electronRuntime();
    const child = spawn(executablePath, args, {
      env: { ...env, HOME: home, XDG_DATA_HOME: local, XDG_CONFIG_HOME: roaming },
      stdio: 'ignore',
    });
    const gone = new Promise((resolve) => child.once('exit', resolve));
    await expect.poll(() => existsSync(join(local, 'spind', 'data')), { timeout: 20_000 }).toBe(true);
    child.kill('SIGTERM');
    await gone;
    expect(existsSync(join(roaming, 'spind'))).toBe(false);
    expect(existsSync(join(roaming, 'Spind'))).toBe(false);
  });
});
