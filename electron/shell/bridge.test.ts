import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openBridge, tellWindow } from './bridge';

const { channels } = vi.hoisted(() => ({ channels: new Map<string, (...input: unknown[]) => unknown>() }));
vi.mock('electron', () => ({
  app: { isPackaged: true },
  session: {},
  protocol: {},
  ipcMain: {
    handle: (channel: string, handle: (...input: unknown[]) => unknown) => channels.set(channel, handle),
  },
}));

const router = vi.fn(async () => ({ ok: true as const, value: 'answer' }));
const frame = { url: 'app://spind/index.html#/today' };
const webContents = { mainFrame: frame, send: vi.fn() };
const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow;

const call = (event: object, ...input: unknown[]) => {
  const handle = channels.get('spind:call');
  if (!handle) throw new Error('the channel is closed');
  return handle(event, ...input);
};
const own = { sender: webContents, senderFrame: frame };

beforeEach(() => {
  router.mockClear();
  openBridge(window, router);
});

describe('the bridge', () => {
  it('is one channel', () => {
    expect([...channels.keys()]).toEqual(['spind:call']);
  });

  it('hears the main frame of our own window and passes on exactly what it said', async () => {
    const input = { id: 'x' };
    expect(await call(own, 'employees', 'get', input)).toEqual({ ok: true, value: 'answer' });
    expect(router).toHaveBeenCalledExactlyOnceWith('employees', 'get', input);
  });

  const foreign = {
    'another window': { sender: { mainFrame: frame }, senderFrame: frame },
    'a frame inside our window': { sender: webContents, senderFrame: { url: frame.url } },
    'a frame that is gone': { sender: webContents, senderFrame: null },
  };
  it.each(Object.entries(foreign))('does not hear %s', async (_, event) => {
    expect(await call(event, 'employees', 'list', {})).toEqual({
      ok: false,
      error: { code: 'forbidden', message: 'Forespørgslen kom ikke fra Spinds eget vindue.' },
    });
    expect(router).not.toHaveBeenCalled();
  });

  it.each([
    'about:blank',
    '',
    'https://spind/index.html',
    'app://evil/index.html',
    'app://spind.evil/index.html',
    'app://spind/index.html.evil',
    'app://spind/index.htmlx',
    'app://spind/print.html',
    'app://spind/other.html#app://spind/index.html',
    'data:text/html,app://spind/index.html',
    'file:///spind/index.html',
  ])('does not hear its own window showing %j', async (url) => {
    const shown = { url };
    const event = { sender: { ...webContents, mainFrame: shown }, senderFrame: shown };
    const other = { webContents: event.sender, isDestroyed: () => false } as unknown as BrowserWindow;
    openBridge(other, router);
    expect(await call(event, 'employees', 'list', {})).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(router).not.toHaveBeenCalled();
  });

  it.each([
    [undefined, 'list'],
    ['employees', undefined],
    [null, null],
    [{ toString: () => 'employees' }, 'list'],
    [['employees'], ['list']],
    [1, 2],
    [Symbol('x'), 'list'],
  ])('wants names: %j, %j', async (feature, name) => {
    expect(await call(own, feature, name, {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(router).not.toHaveBeenCalled();
  });

  it('tells its window, and none that is gone', () => {
    tellWindow(window, 'changed', { features: ['employees'] });
    expect(webContents.send).toHaveBeenCalledExactlyOnceWith('spind:event', 'changed', {
      features: ['employees'],
    });
    const gone = { webContents: undefined, isDestroyed: () => true } as unknown as BrowserWindow;
    expect(() => tellWindow(gone, 'changed', { features: [] })).not.toThrow();
  });
});
