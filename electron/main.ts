import { join } from 'node:path';
import { contract } from '@shared/contract';
import type { FeatureContract } from '@shared/contract/core';
import { app, nativeTheme, powerMonitor } from 'electron';
import type { Handlers } from './features/context';
import { createContext } from './features/create-context';
import { handlers } from './features/index';
import { createRouter } from './features/router';
import { lockSession } from './features/session';
import { registerAppScheme } from './shell/app-protocol';
import { openBridge, tellWindow } from './shell/bridge';
import { startClock } from './shell/clock';
import { chooseFile, saveFile } from './shell/dialogs';
import { startLog } from './shell/log';
import { setMenu } from './shell/menu';
import { settleFolders } from './shell/paths';
import { printOnPaper, printToPdf } from './shell/pdf';
import { preferencesFile } from './shell/preferences-file';
import { closedSession, forbidNavigation } from './shell/security';
import { openMainWindow } from './shell/window';

// Start-up as a list: folders → lock → log → window → bridge. The database opens behind the passphrase (vault).
const folders = settleFolders();
if (!app.requestSingleInstanceLock()) app.exit(0);
const report = startLog(folders.logs);
process.on('uncaughtException', (error) => report(error, 'main'));
process.on('unhandledRejection', (error) => report(error, 'main'));
registerAppScheme();
forbidNavigation();
void app.whenReady().then(start);

function start() {
  const preferences = preferencesFile(folders.home);
  nativeTheme.themeSource = preferences.read().theme;
  const interfaceFolder = join(app.getAppPath(), 'out/renderer');
  const window = openMainWindow(closedSession('spind', interfaceFolder), folders.home);
  const printSession = closedSession('spind-print', interfaceFolder);
  const language = () => preferences.read().language;

  const context = createContext({
    now: startClock(),
    tell: (event, payload) => tellWindow(window, event, payload),
    machine: {
      chooseFile: (kind, maxBytes) => chooseFile(window, kind, maxBytes, language()),
      saveFile: (kind, name, bytes) => saveFile(window, kind, name, bytes, language()),
      pdf: (job) => printToPdf(printSession, job),
      print: (job) => printOnPaper(printSession, job),
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
    },
  });
  const lock = () => lockSession(context);

  openBridge(
    window,
    createRouter(
      contract as Readonly<Record<string, FeatureContract>>,
      handlers as Readonly<Record<string, Handlers<FeatureContract>>>,
      context,
      report,
    ),
  );
  setMenu(language(), { lock });
  powerMonitor.on('resume', lock);
  powerMonitor.on('lock-screen', lock);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('before-quit', lock);
  app.on('window-all-closed', () => app.quit());
}
