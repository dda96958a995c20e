import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy, registerAppScheme, serveApp } from './app-protocol';

const { registerSchemes } = vi.hoisted(() => ({ registerSchemes: vi.fn() }));
vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged: registerSchemes } }));

let root = '';
let ask: (url: string) => Response;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'spind-app-'));
  const folder = join(root, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="__STYLE_NONCE__">__STYLE_NONCE__',
  );
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'start()');
  writeFileSync(join(folder, 'assets', 'index.js.map'), 'secret sources');
  writeFileSync(join(folder, 'assets', 'Inter.woff2'), Buffer.from([0x77, 0x4f, 0x46, 0x32, 0]));
  writeFileSync(join(folder, 'notes.txt'), 'secret notes');
  writeFileSync(join(root, 'secret.html'), 'secret');
  symlinkSync(join(root, 'secret.html'), join(folder, 'link.html'));
  let handler: ((request: { url: string }) => Response) | undefined;
  const session = {
    protocol: {
      handle: (_scheme: string, handle: typeof handler) => {
        handler = handle;
      },
    },
  };
  serveApp(session as unknown as Session, folder);
  ask = (url) => {
    if (!handler) throw new Error('nothing is served');
    return handler({ url });
  };
});
afterAll(() => rmSync(root, { recursive: true }));

describe('app://spind', () => {
  it('serves what was built, each as what it is', async () => {
    const script = ask('app://spind/assets/index-1a2b.js?v=1#x');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await script.text()).toBe('start()');
    const font = ask('app://spind/assets/Inter.woff2');
    expect([...new Uint8Array(await font.arrayBuffer())]).toEqual([0x77, 0x4f, 0x46, 0x32, 0]);
  });

  it('gives every page a nonce of its own, the same in page and policy', async () => {
    const pages = [ask('app://spind/'), ask('app://spind/index.html')];
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const nonce = /'nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        expect(await page.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}">${nonce}`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64').length).toBeGreaterThanOrEqual(16);
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '//../secret.html',
    '/./../secret.html',
    '/assets/..;/secret.html',
    '/%252e%252e/secret.html',
    '/etc/passwd',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '/index.html%00',
    '/index.html%00.js',
    '/index.html/',
    '/INDEX.HTML',
    '/assets',
    '/assets/',
    '/assets/index.js.map',
    '/notes.txt',
    '/link.html',
    '/__proto__',
    '/constructor',
  ])('has nothing at %s', async (path) => {
    const reply = ask(`app://spind${path}`);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toBe('');
  });

  it.each([
    'app://evil/index.html',
    'app://spind.evil/index.html',
    'app://spind:80/index.html',
    'app:///index.html',
    'app://SPIND.evil/',
  ])('is the only host: %s', (url) => {
    expect(ask(url).status).toBe(404);
  });
});

describe('the policy of a page', () => {
  const policy = new Map(
    contentSecurityPolicy('n0nce')
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
  );

  it('allows what is named and nothing else', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-n0nce'"]);
    for (const closed of [
      'connect-src',
      'object-src',
      'frame-src',
      'frame-ancestors',
      'form-action',
      'base-uri',
    ]) {
      expect([closed, policy.get(closed)]).toEqual([closed, ["'none'"]]);
    }
  });

  it('has no way around itself', () => {
    expect(contentSecurityPolicy('n')).not.toMatch(/unsafe|http|\*|blob:|filesystem:|strict-dynamic|wasm/);
  });
});

describe('the scheme', () => {
  it('is a standard, secure one that no other page may read from', () => {
    registerAppScheme();
    const [[schemes]] = registerSchemes.mock.calls as [
      [{ scheme: string; privileges: Record<string, boolean> }[]],
    ];
    expect(schemes.map(({ scheme }) => scheme)).toEqual(['app']);
    const privileges = schemes[0]?.privileges ?? {};
    expect(privileges).toMatchObject({ standard: true, secure: true });
    expect(privileges.corsEnabled ?? false).toBe(false);
    expect(privileges.bypassCSP ?? false).toBe(false);
    expect(privileges.allowServiceWorkers ?? false).toBe(false);
  });
});
