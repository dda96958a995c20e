import { statfsSync } from 'node:fs';
import type { Text } from '@shared/domain/text';
import { refuseData } from './data-refusal';

/** Folder names that mean "copied elsewhere by a service while we write". */
const services: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .*)?$/i, 'OneDrive'],
  [/^dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^(google ?drive|googledrive-.*|mit drev|my drive)$/i, 'Google Drev'],
  [/^(icloud ?drive|com~apple~clouddocs|mobile documents)$/i, 'iCloud Drive'],
  [/^(nextcloud|owncloud)\d*$/i, 'Nextcloud'],
  [/^(box|box sync)$/i, 'Box'],
  [/^(pcloud ?drive|synology ?drive|sharepoint)$/i, 'en synkroniseret mappe'],
  [/^cloudstorage$/i, 'en synkroniseret mappe'],
];

/**
 * Why data must not lie at this path, or null when it may: SQLite's log does not work on a network drive, and a
 * synchronising service copies the file while it is being written. A pure rule on the path's words.
 */
export function placeProblem(path: string): Text | null {
  const normal = path.replaceAll('\\', '/');
  if (/^\/\/\?\/unc\//i.test(normal) || (normal.startsWith('//') && !/^\/\/[?.]\//.test(normal))) {
    return networkProblem;
  }
  if (/^\/run\/user\/\d+\/gvfs\//.test(normal)) return networkProblem;
  const segments = normal.split('/').filter(Boolean);
  if (/\/appdata\/roaming(\/|$)/i.test(normal)) return roamingProblem;
  for (const [pattern, name] of services) {
    if (segments.some((segment) => pattern.test(segment))) return syncProblem(name);
  }
  return null;
}

const networkProblem: Text = {
  da: 'Mappen ligger på et netværksdrev. Dér kan data gå tabt, så Spind åbner dem ikke. Flyt mappen til computerens egen disk; sikkerhedskopier må gerne ligge på drevet.',
  en: 'The folder is on a network drive. Data can be lost there, so Spind does not open it. Move the folder to the computer’s own disk; backups may stay on the drive.',
};
const roamingProblem: Text = {
  da: 'Mappen følger din brugerprofil og bliver kopieret til et netværksdrev, når du logger af. Flyt den til AppData\\Local på computerens egen disk.',
  en: 'The folder follows your user profile and is copied to a network drive when you log off. Move it to AppData\\Local on the computer’s own disk.',
};
const syncProblem = (service: string): Text => ({
  da: `Mappen bliver synkroniseret (${service}). Filen kan blive kopieret, mens Spind skriver i den, så data går tabt. Flyt mappen til computerens egen disk; sikkerhedskopier må gerne ligge dér.`,
  en: `The folder is being synchronised (${service}). The file may be copied while Spind writes to it, and data lost. Move the folder to the computer’s own disk; backups may stay there.`,
});

/** File systems that live on another machine, by the magic number `statfs` answers on Linux. */
const networkSystems = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400, 0x564c,
]);

/** Whether a `statfs` type is NFS, SMB, CIFS, 9p, AFS, Ceph or NCP. */
export function isNetworkFileSystem(type: number): boolean {
  return networkSystems.has(type >>> 0);
}

/** Throws when data must not be opened for writing in `folder`. */
export function assertLocalPlace(folder: string, fileSystemType: (folder: string) => number = typeOf): void {
  const problem =
    placeProblem(folder) ?? (isNetworkFileSystem(fileSystemType(folder)) ? networkProblem : null);
  if (problem) throw refuseData('place', problem);
}

function typeOf(folder: string): number {
  return process.platform === 'linux' ? statfsSync(folder).type : 0;
}

/**
 * Copies that a synchronising service made of the database when two machines wrote ("spind-PC2.db",
 * "spind (1).db"): to be named to the person, never opened by themselves.
 */
export function conflictCopies(names: readonly string[]): string[] {
  return names.filter((name) => /^spind[^a-z].*\.db$/i.test(name));
}
