import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor } from 'electron';
import type { Context, Machine } from './features/context';
import { registerAppScheme } from './shell/app-protocol';
import { openBridge, tellWindow } from './shell/bridge';
import { startClock } from './shell/clock';
import { chooseFile, saveFile } from './shell/dialogs';
import { chooseFiles, chooseFolder } from './shell/dialogs-many';
import { closeWhenLocked, gentleLock } from './shell/gentle-lock';
import { startLog } from './shell/log';
import { setMenu } from './shell/menu';
import { settleFolders } from './shell/paths';
import { printManyToPdf, printOnPaper, printToPdf } from './shell/pdf';
import { preferencesFile } from './shell/preferences-file';
import { closedSession, forbidDictionaries, forbidNavigation } from './shell/security';
import { solveAside } from './shell/solver';
import { openMainWindow } from './shell/window';

// Start-up as a list: folders → lock → log → window → bridge → features, which load once it is painted.
// The database opens behind the passphrase (vault).
const folders = settleFolders();
if (!app.requestSingleInstanceLock()) app.exit(0);
const report = startLog(folders.logs);
process.on('uncaughtException', (error) => report(error, 'main'));
process.on('unhandledRejection', (error) => report(error, 'main'));
registerAppScheme();
forbidNavigation();
forbidDictionaries();
void app.whenReady().then(start);

function start() {
  const preferences = preferencesFile(folders.home);
  nativeTheme.themeSource = preferences.read().theme;
  const interfaceFolder = join(app.getAppPath(), 'out/renderer');
  const window = openMainWindow(closedSession('spind', interfaceFolder), folders.home);
  const printSession = closedSession('spind-print', interfaceFolder);
  const language = () => preferences.read().language;

  const machine: Machine = {
    chooseFile: (kind, maxBytes) => chooseFile(window, kind, maxBytes, language()),
    saveFile: (kind, name, bytes) => saveFile(window, kind, name, bytes, language()),
    chooseFiles: (kind, from, most) => chooseFiles(window, kind, from, most, language()),
    chooseFolder: () => chooseFolder(window),
    pdf: (job) => printToPdf(printSession, job),
    pdfs: (use) => printManyToPdf(printSession, use),
    print: (job) => printOnPaper(printSession, job),
    solve: solveAside,
    dataFolder: folders.data,
    appVersion: app.getVersion(),
    migrationsFolder: join(folders.resources, 'migrations'),
    resourcesFolder: folders.resources,
    ...(!app.isPackaged && process.env.SPIND_SQLITE_BINDING
      ? { nativeBinding: process.env.SPIND_SQLITE_BINDING }
      : {}),
    readPreferences: preferences.read,
    writePreferences: (value) => {
      preferences.write(value);
      nativeTheme.themeSource = value.theme;
      setMenu(value.language, { lock });
    },
  };
  const gentle = gentleLock(window);
  const tell: Context['tell'] = (event, payload) => {
    tellWindow(window, event, payload);
    if (event === 'session') gentle.heard();
  };
  const now = startClock();
  const lock = () => void gentle.lock();
  const features = painted(window)
    .then(() => import('./features/start-features'))
    .then(({ startFeatures }) => startFeatures({ now, tell, machine }, report));
  void features.then((started) => {
    gentle.started(started);
  });
  openBridge(window, async (...call) => (await features).router(...call));
  setMenu(language(), { lock });
  powerMonitor.on('resume', lock);
  powerMonitor.on('lock-screen', lock);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  closeWhenLocked(window, gentle.lock);
  app.on('window-all-closed', () => app.quit());
}

/** The window's first picture stands, or its page is complete. */
const painted = (window: BrowserWindow) =>
  new Promise<void>((resolve) => {
    window.once('ready-to-show', () => resolve());
    window.webContents.once('did-finish-load', () => resolve());
  });
