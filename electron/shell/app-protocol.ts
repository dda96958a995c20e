import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';

export const appOrigin = 'app://spind';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built interface from `app://spind/`. The list of files is made once; a path that is not on it does not
 * exist, so no spelling of `..` can reach anything else. Every page gets its own style nonce.
 */
export function serveApp(session: Session, folder: string): void {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) in types)
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [`/${relative(folder, file).split(sep).join('/')}`, file];
      }),
  );
  session.protocol.handle('app', (request) => {
    const url = new URL(request.url);
    const file =
      url.host === 'spind' ? files.get(url.pathname === '/' ? '/index.html' : url.pathname) : undefined;
    if (!file) return new Response('', { status: 404 });
    const headers = { 'content-type': types[extname(file)] ?? '', 'x-content-type-options': 'nosniff' };
    if (extname(file) !== '.html') return new Response(new Uint8Array(readFileSync(file)), { headers });
    const nonce = randomBytes(18).toString('base64');
    return new Response(readFileSync(file, 'utf8').replaceAll('__STYLE_NONCE__', nonce), {
      headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    });
  });
}

/** Own scripts, styles and fonts only; no network, no frames, no inline anything but styles that carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}
