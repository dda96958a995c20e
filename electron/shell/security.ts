import { app, type Session, session } from 'electron';
import { appOrigin, serveApp } from './app-protocol';

/** Address of the interface while it is being developed with hot reload; never in a packaged application. */
export const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;

/** No window of ours goes anywhere, opens anything or embeds anything. Set before the first window. */
export function forbidNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Chromium fetches a spelling dictionary from the network for every session it makes, also one whose pages are never
 * checked. Without a language there is none to fetch. Set before the first session.
 */
export function forbidDictionaries(): void {
  app.on('session-created', (made) => {
    made.setSpellCheckerLanguages([]);
    made.setSpellCheckerEnabled(false);
  });
}

/**
 * A session in memory only: nothing on disk, no permissions, and no request leaves the application.
 * `name` keeps the printing windows apart from the one a person sees.
 */
export function closedSession(name: string, interfaceFolder: string): Session {
  const own = session.fromPartition(name, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOurs(details.url) }));
  own.on('will-download', (event) => event.preventDefault());
  serveApp(own, interfaceFolder);
  return own;
}

/** Whether a page is the interface itself; the place within it stands after `#`. */
export function isOwnAddress(url: string): boolean {
  const page = url.split('#')[0];
  if (page === `${appOrigin}/index.html`) return true;
  return devServer !== undefined && URL.canParse(url) && new URL(url).origin === new URL(devServer).origin;
}

function isOurs(url: string): boolean {
  if (url.startsWith(`${appOrigin}/`) || url.startsWith('data:') || url.startsWith('devtools:')) return true;
  if (!devServer || !URL.canParse(url)) return false;
  // Hot reload speaks over a web socket on the same host.
  return new URL(url).host === new URL(devServer).host;
}
