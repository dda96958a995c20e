import type { Database } from './open';

type ForeignKey = { readonly from: string; readonly table: string };

/**
 * Ids of the rows of `parent` that rows of other tables hang on, read from the keys of the schema itself, so that no
 * table that comes later is forgotten. `except` names tables the caller looks after.
 */
export function referencedIds(db: Database, parent: string, except: readonly string[]): Set<string> {
  const { $client: sqlite } = db;
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  const ids = tables
    .filter((table) => !except.includes(table))
    .flatMap((table) =>
      (sqlite.pragma(`foreign_key_list("${table}")`) as ForeignKey[])
        .filter((key) => key.table === parent)
        .flatMap(
          ({ from }) =>
            sqlite
              .prepare(`SELECT DISTINCT "${from}" FROM "${table}" WHERE "${from}" IS NOT NULL`)
              .pluck()
              .all() as string[],
        ),
    );
  return new Set(ids);
}
