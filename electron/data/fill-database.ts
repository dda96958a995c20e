import type { Sqlite } from './sqlcipher';

type Column = { name: string; type: string; notnull: number; pk: number };
type ForeignKey = { from: string; table: string; to: string | null };
type Value = string | number | Buffer | null;

/**
 * Puts `rows` generated rows into every table, whatever the schema: types, NOT NULL, uniqueness and references are
 * respected. For tests of migrations. Triggers (locks, frozen documents) are put away meanwhile and back afterwards;
 * a search index, which they keep, stays as it is.
 */
export function fillDatabase(sqlite: Sqlite, rows: number): void {
  const names = (type: string) =>
    sqlite
      .prepare(
        "SELECT name, sql FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'migrations' AND (type <> 'table' OR name IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'))",
      )
      .all(type) as { name: string; sql: string }[];
  const triggers = names('trigger');
  sqlite.pragma('foreign_keys=OFF');
  sqlite.transaction(() => {
    for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`);
    for (const { name } of names('table')) {
      const columns = columnsOf(sqlite, name);
      const insert = sqlite.prepare(
        `INSERT INTO "${name}" (${columns.map((c) => `"${c.name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (let row = 1; row <= rows; row++)
        insert.run(columns.map((column) => cellValue(sqlite, name, column, row)));
    }
    for (const { sql } of triggers) sqlite.exec(sql);
  })();
  sqlite.pragma('foreign_keys=ON');
}

function columnsOf(sqlite: Sqlite, table: string): Column[] {
  return sqlite.pragma(`table_info("${table}")`) as Column[];
}

/** Row n refers to row n of its parent, so that one-to-one references stay unique. */
function cellValue(sqlite: Sqlite, table: string, column: Column, row: number): Value {
  if (column.notnull === 0 && column.pk === 0 && row % 2 === 0) return null;
  const keys = sqlite.pragma(`foreign_key_list("${table}")`) as ForeignKey[];
  const key = keys.find(({ from, to }) => from === column.name && to !== null);
  if (key && key.table !== table) {
    const parent = columnsOf(sqlite, key.table).find(({ name }) => name === key.to);
    if (parent) return cellValue(sqlite, key.table, { ...parent, notnull: 1 }, row);
  }
  if (key && column.notnull === 0) return null;
  const type = column.type.toUpperCase();
  if (type === 'INTEGER') return row;
  if (type === 'REAL') return row + 0.5;
  if (type === 'BLOB') return Buffer.from(`${table} ${column.name} ${row}`);
  return `${table} ${column.name} ${row} æøå`;
}
