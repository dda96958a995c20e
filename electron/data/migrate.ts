import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refuseData } from './data-refusal';
import type { Sqlite } from './sqlcipher';

export type Migration = {
  readonly tag: string;
  readonly sha256: string;
  readonly statements: readonly string[];
};

const journalSchema = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });

/** The migrations shipped with the application, oldest first, as drizzle-kit's journal lists them. */
export function readMigrations(folder: string): Migration[] {
  const journal = journalSchema.parse(
    JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')),
  );
  return journal.entries
    .sort((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      // Line endings may differ between checkouts; the meaning does not.
      const sql = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
      const statements = sql.split('--> statement-breakpoint').map((statement) => statement.trim());
      return {
        tag,
        sha256: createHash('sha256').update(sql).digest('hex'),
        statements: statements.filter(
          (statement) => statement && !/^PRAGMA foreign_keys\s*=/i.test(statement),
        ),
      };
    });
}

export type MigrateOptions = {
  readonly migrations: readonly Migration[];
  readonly appVersion: string;
  readonly now: () => Date;
  /** Makes a verified backup, or throws; called once, and only when a file with content is about to change. */
  readonly backup: () => void;
};

/**
 * Brings a database to the newest version in one transaction: all pending migrations or none. Foreign keys are off
 * meanwhile, since drizzle rebuilds a parent table by dropping it, and are checked as a whole before the commit.
 * Migrations that were applied before must be the very same files (`program-damaged` otherwise). Answers the tags applied.
 */
export function migrate(sqlite: Sqlite, { migrations, appVersion, now, backup }: MigrateOptions): string[] {
  const applied = appliedMigrations(sqlite);
  applied.forEach(({ tag, sha256 }, index) => {
    if (migrations[index]?.tag !== tag || migrations[index]?.sha256 !== sha256) throw changedMigration(tag);
  });
  const pending = migrations.slice(applied.length);
  if (pending.length === 0) return [];
  if (applied.length > 0) backup();

  sqlite.pragma('foreign_keys=OFF');
  try {
    sqlite
      .transaction(() => {
        sqlite.exec(createTable);
        const record = sqlite.prepare(
          'INSERT INTO migrations (tag, sha256, applied_at, app_version) VALUES (?, ?, ?, ?)',
        );
        for (const { tag, sha256, statements } of pending) {
          for (const statement of statements) sqlite.exec(statement);
          record.run(tag, sha256, now().toISOString(), appVersion);
        }
        const broken = sqlite.pragma('foreign_key_check') as { table: string; parent: string }[];
        if (broken[0]) {
          throw new Error(
            `migration breaks ${broken.length} references, first ${broken[0].table} → ${broken[0].parent}`,
          );
        }
        sqlite.pragma(`user_version=${migrations.length}`);
      })
      .immediate();
  } finally {
    sqlite.pragma('foreign_keys=ON');
  }
  return pending.map(({ tag }) => tag);
}

const createTable = `CREATE TABLE IF NOT EXISTS migrations (
  tag TEXT PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  app_version TEXT NOT NULL
) STRICT`;

function appliedMigrations(sqlite: Sqlite): { tag: string; sha256: string }[] {
  const exists = sqlite
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'")
    .get();
  if (!exists) return [];
  return sqlite.prepare('SELECT tag, sha256 FROM migrations ORDER BY rowid').all() as {
    tag: string;
    sha256: string;
  }[];
}

const changedMigration = (tag: string) =>
  refuseData('program-damaged', {
    da: `Spind passer ikke til filen med data: trin ${tag} er et andet end det, filen er lavet med. Installér Spind igen. Filen er uberørt.`,
    en: `Spind does not fit the data file: step ${tag} differs from the one the file was made with. Install Spind again. The file is untouched.`,
  });
