import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a migrations folder as drizzle-kit does, for tests that need versions the product does not have yet. */
export function writeMigrations(folder: string, sqls: readonly string[]): string {
  mkdirSync(join(folder, 'meta'), { recursive: true });
  const entries = sqls.map((sql, idx) => {
    const tag = `${String(idx).padStart(4, '0')}_step`;
    writeFileSync(join(folder, `${tag}.sql`), sql);
    return { idx, version: '6', when: idx, tag, breakpoints: true };
  });
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  );
  return folder;
}

/** A parent with children, as every version of these test migrations begins. */
export const familySql = `CREATE TABLE parents (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT;
--> statement-breakpoint
CREATE TABLE children (
  id TEXT PRIMARY KEY NOT NULL,
  parent_id TEXT NOT NULL REFERENCES parents(id) ON DELETE CASCADE
) STRICT;`;

/** How drizzle-kit changes a table that others refer to: builds it anew and drops the old one. */
export const rebuildSql = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_parents (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, born TEXT) STRICT;
--> statement-breakpoint
INSERT INTO __new_parents(id, name) SELECT id, name FROM parents;--> statement-breakpoint
DROP TABLE parents;--> statement-breakpoint
ALTER TABLE __new_parents RENAME TO parents;--> statement-breakpoint
PRAGMA foreign_keys=ON;`;
