import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Folder of everything Spind keeps. Local, never roaming: Windows copies a roaming profile to a server at log-off,
 * and personnel data stays on this machine (QUALITY lesson 8). `--user-data-dir` is respected.
 */
export function settleFolders(): { home: string; data: string; logs: string; resources: string } {
  const home = app.commandLine.hasSwitch('user-data-dir') ? app.getPath('userData') : localFolder();
  app.setPath('userData', home);
  app.setPath('sessionData', join(home, 'session'));
  app.setAppLogsPath(join(home, 'logs'));
  const data = join(home, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return {
    home,
    data,
    logs: join(home, 'logs'),
    resources: app.isPackaged
      ? join(process.resourcesPath, 'resources')
      : join(app.getAppPath(), 'resources'),
  };
}

function localFolder(): string {
  if (process.platform === 'win32' && process.env.LOCALAPPDATA)
    return join(process.env.LOCALAPPDATA, 'Spind');
  if (process.platform === 'darwin') return join(app.getPath('appData'), 'Spind');
  return join(process.env.XDG_DATA_HOME || join(app.getPath('home'), '.local', 'share'), 'spind');
}
