import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { closedSession, forbidDictionaries, forbidNavigation, isOwnAddress } from './security';

const { app, fromPartition } = vi.hoisted(() => ({
  app: {
    isPackaged: true,
    on: (_event: string, _listen: (...input: unknown[]) => void) => undefined as unknown,
  },
  fromPartition: vi.fn(),
}));
vi.mock('electron', () => ({ app, session: { fromPartition }, protocol: {} }));

const folder = mkdtempSync(join(tmpdir(), 'spind-empty-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A session that keeps what it is told. */
function recorded() {
  const kept: Record<string, (...input: never[]) => unknown> = {};
  const keep = (name: string) => (listen: (...input: never[]) => unknown) => {
    kept[name] = listen;
  };
  const events = new EventEmitter();
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('before') },
    on: events.on.bind(events),
    protocol: { handle: vi.fn() },
  };
  fromPartition.mockReturnValue(session);
  closedSession('spind', folder);
  const call = (name: string, ...input: unknown[]) => kept[name]?.(...(input as never[]));
  return { session, events, call };
}

describe('a session', () => {
  it('is in memory only', () => {
    const { session } = recorded();
    expect(fromPartition).toHaveBeenLastCalledWith('spind', { cache: false });
    expect(session.protocol.handle).toHaveBeenCalledWith('app', expect.any(Function));
  });

  it.each([
    'geolocation',
    'media',
    'notifications',
    'clipboard-read',
    'midi',
    'usb',
    'hid',
    'serial',
    'fullscreen',
    'openExternal',
    'fileSystem',
  ])('denies %s', (permission) => {
    const { call } = recorded();
    const answer = vi.fn();
    call('request', {}, permission, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(call('check', {}, permission)).toBe(false);
    expect(call('device', { deviceType: permission })).toBe(false);
  });

  it('takes no download', () => {
    const { events } = recorded();
    const event = { preventDefault: vi.fn() };
    events.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  const cancelled = (url: string) => {
    const answer = vi.fn();
    recorded().call('before', { url }, answer);
    return answer.mock.calls[0]?.[0]?.cancel;
  };

  it.each([
    'https://example.com/',
    'http://localhost:5173/',
    'http://127.0.0.1/',
    'ws://localhost:5173/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'file://server/share/x',
    'app://evil/index.html',
    'app://spind.evil/index.html',
    'app://spindx/index.html',
    'app:spind/index.html',
    'APP://evil/',
    'blob:https://example.com/1',
    'chrome://gpu',
    'chrome-extension://abc/x.js',
    'view-source:https://example.com',
    'filesystem:https://example.com/x',
    'about:blank',
    'javascript:alert(1)',
    'ms-word:ofe|u|https://example.com',
    '\\\\server\\share',
    '',
    'not an address',
  ])('lets no request out: %j', (url) => {
    expect(cancelled(url)).toBe(true);
  });

  it.each(['app://spind/', 'app://spind/assets/index.js', 'data:image/png;base64,AAAA'])(
    'lets in its own: %s',
    (url) => {
      expect(cancelled(url)).toBe(false);
    },
  );
});

describe('every session, whoever makes it', () => {
  it('fetches no dictionary', () => {
    const listeners = new Map<string, (...input: unknown[]) => void>();
    app.on = (event, listen) => listeners.set(event, listen);
    forbidDictionaries();
    const made = { setSpellCheckerLanguages: vi.fn(), setSpellCheckerEnabled: vi.fn() };
    listeners.get('session-created')?.(made);
    expect(made.setSpellCheckerLanguages).toHaveBeenCalledExactlyOnceWith([]);
    expect(made.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  });
});

describe('every window', () => {
  it('goes nowhere, opens nothing, embeds nothing', () => {
    const listeners = new Map<string, (...input: unknown[]) => void>();
    app.on = (event, listen) => listeners.set(event, listen);
    forbidNavigation();
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
    listeners.get('web-contents-created')?.({}, contents);
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      const happening = { preventDefault: vi.fn() };
      contents.emit(event, happening);
      expect([event, happening.preventDefault.mock.calls.length]).toEqual([event, 1]);
    }
    const answer = contents.setWindowOpenHandler.mock.calls[0]?.[0];
    expect(answer({ url: 'https://example.com' })).toEqual({ action: 'deny' });
  });
});

describe('the address of the interface', () => {
  it('is one page, whatever place in it', () => {
    expect(['app://spind/index.html', 'app://spind/index.html#/employees/1'].map(isOwnAddress)).toEqual([
      true,
      true,
    ]);
    expect(
      ['app://spind/', 'app://spind/index.html?x', 'app://spind/print.html', 'http://localhost:5173/'].map(
        isOwnAddress,
      ),
    ).toEqual([false, false, false, false]);
  });

  it('is the development server too while there is one, to the letter', async () => {
    vi.resetModules();
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173');
    app.isPackaged = false;
    const fresh = await import('./security');
    expect(fresh.isOwnAddress('http://localhost:5173/#/today')).toBe(true);
    for (const url of [
      'http://localhost:51730/',
      'http://localhost:5173.evil.example/',
      'http://localhost:5173@evil.example/',
      'https://localhost:5173/',
      '',
    ]) {
      expect([url, fresh.isOwnAddress(url)]).toEqual([url, false]);
    }
    vi.resetModules();
    app.isPackaged = true;
    expect((await import('./security')).isOwnAddress('http://localhost:5173/')).toBe(false);
    vi.unstubAllEnvs();
  });
});
