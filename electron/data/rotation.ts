/** When a backup was taken, by the name of its file: local time, so a person can read it. */
export type BackupName = {
  readonly name: string;
  readonly kind: 'backup' | 'before-restore';
  /** Local calendar date `YYYY-MM-DD`. */
  readonly date: string;
  /** Local time `HH:MM:SS`. */
  readonly time: string;
};

const pattern = /^(spind|before-restore)-(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(?:-(\d+))?\.db$/;

/** Reads a file name such as `spind-2026-11-23T081500.db`; null for any other. */
export function parseBackupName(name: string): BackupName | null {
  const [, kind, date, hours, minutes, seconds] = pattern.exec(name) ?? [];
  if (!kind || !date) return null;
  return {
    name,
    kind: kind === 'spind' ? 'backup' : 'before-restore',
    date,
    time: `${hours}:${minutes}:${seconds}`,
  };
}

/** `2026-11-23T081500` for a moment, in local time; holds no character a file system forbids. */
export function timeStamp(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${date}T${two(moment.getHours())}${two(moment.getMinutes())}${two(moment.getSeconds())}`;
}

/** Sorts oldest first by name; several of the same second by their number. */
export function byAge(a: BackupName, b: BackupName): number {
  const key = ({ date, time, name }: BackupName) =>
    `${date}${time}${(pattern.exec(name)?.[6] ?? '1').padStart(6, '0')}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

const keptOfToday = 3;
const keptInAll = 10;
const keptBeforeRestore = 3;

/**
 * Names of the backups that may go: kept are three of today, the newest of each other day, ten in all, and the last
 * three databases that a restore put aside. `made`, the one just taken, always stays, also when the clock ran back.
 */
export function outdated(names: readonly string[], today: string, made: string): string[] {
  const all = names
    .map(parseBackupName)
    .filter((name) => name !== null)
    .sort(byAge)
    .reverse();
  const perDay = new Map<string, number>();
  const kept = new Set([made]);
  let total = all.some(({ name, kind }) => name === made && kind === 'backup') ? 1 : 0;
  perDay.set(all.find(({ name }) => name === made)?.date ?? '', total);
  let aside = 0;
  for (const { name, kind, date } of all) {
    if (kept.has(name)) continue;
    if (kind === 'before-restore') {
      if (aside++ < keptBeforeRestore) kept.add(name);
      continue;
    }
    const ofThatDay = perDay.get(date) ?? 0;
    if (ofThatDay >= (date === today ? keptOfToday : 1) || total >= keptInAll) continue;
    perDay.set(date, ofThatDay + 1);
    total++;
    kept.add(name);
  }
  return all.map(({ name }) => name).filter((name) => !kept.has(name));
}
