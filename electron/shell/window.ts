import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { z } from 'zod';
import { appOrigin } from './app-protocol';
import { devServer } from './security';

const placeSchema = z.object({
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().min(800),
  height: z.number().min(560),
  maximized: z.boolean(),
});
type Place = z.infer<typeof placeSchema>;

/** Options every window shares; a test reads them back from the running application. */
export const safeWebPreferences = (session: Session) => ({
  session,
  preload: join(app.getAppPath(), 'out/preload/preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  enableWebSQL: false,
  devTools: !app.isPackaged,
});

/** Opens the one window where it stood last, if that place still exists on a screen. */
export function openMainWindow(session: Session, home: string): BrowserWindow {
  const file = join(home, 'window.json');
  const place = readPlace(file);
  const window = new BrowserWindow({
    width: place.width,
    height: place.height,
    ...(place.x !== undefined && place.y !== undefined && isOnScreen(place)
      ? { x: place.x, y: place.y }
      : {}),
    minWidth: 900,
    minHeight: 600,
    title: 'Spind',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14191f' : '#f7f5f0',
    webPreferences: safeWebPreferences(session),
  });
  if (place.maximized) window.maximize();
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    try {
      writeFileSync(file, JSON.stringify({ ...bounds, maximized: window.isMaximized() }));
    } catch {
      // Where the window stood is not worth keeping it open on a full disk.
    }
  });
  void window.loadURL(devServer ? devServer : `${appOrigin}/index.html`);
  return window;
}

function readPlace(file: string): Place {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { width: 1280, height: 800, maximized: false };
  }
}

function isOnScreen({ x = 0, y = 0, width }: Place): boolean {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height: 40 });
  return (
    x + width > workArea.x + 80 &&
    x < workArea.x + workArea.width - 80 &&
    y >= workArea.y &&
    y < workArea.y + workArea.height - 40
  );
}
