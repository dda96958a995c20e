import { randomBytes } from 'node:crypto';
import { hostileTexts } from '@shared/domain/hostile-texts';
import { foldText, matchExpression, readQuery } from '@shared/domain/search-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillDatabase } from './fill-database';
import { dataPaths, tidyFolder } from './folder';
import { readMigrations } from './migrate';
import { buildDatabase, openDatabase } from './open';
import { connect, type Sqlite } from './sqlcipher';
import { migrationsFolder, testDatabase, testFolder, testNow } from './test-database';

const steps = { appVersion: '0.1.0', now: testNow };

/** What is found for the words, as kinds with the rows' keys, sorted. */
function find(sqlite: Sqlite, typed: string): string[] {
  const query = readQuery(typed);
  if (!query) return [];
  return sqlite
    .prepare(
      `SELECT e.kind || ' ' || e.source_id || CASE WHEN e.area > 0 THEN ' ' || e.area ELSE '' END
       FROM search_index JOIN search_entries AS e ON e.id = search_index.rowid WHERE search_index MATCH ? ORDER BY 1`,
    )
    .pluck()
    .all(matchExpression(query)) as string[];
}

/** Asks FTS5 itself whether what the index holds fits together. */
const checkIndex = (sqlite: Sqlite) =>
  sqlite.exec("INSERT INTO search_index(search_index, rank) VALUES('integrity-check', 0)");

/** Every byte the index keeps. */
const indexBytes = (sqlite: Sqlite) =>
  Buffer.concat(sqlite.prepare('SELECT block FROM search_index_data').pluck().all() as Buffer[]).toString(
    'latin1',
  );

function fill(sqlite: Sqlite): void {
  sqlite.exec(`
    INSERT INTO staff_categories VALUES ('c', 'lærer', NULL, 1, NULL);
    INSERT INTO employees VALUES ('p', '1', 'Pernille Ågård', 'c', 'læsevejleder', '2012-08-01', NULL, 100.0, 'kan ørred', 't', NULL);
    INSERT INTO teams VALUES ('m', 'Mellemtrinsteam', 'team', NULL, NULL);
    INSERT INTO talks VALUES ('t', 'MUS', 'p', NULL, 'x', NULL, '2026/27', '2026-11-24', '', 60, 0, '', 'formålet', '', '', '', NULL, NULL, 12, '', 't', NULL, NULL);
    INSERT INTO talk_notes VALUES ('t', 1, 'Trives med arbejdet', 't');
    INSERT INTO talk_notes VALUES ('t', 2, 'Trives ikke med skemaet', 't');
    INSERT INTO notes VALUES ('n', 'p', NULL, '2026-10-01', 'Sprang til som årgangskoordinator', 'x', NULL, 't', 't', NULL);
    INSERT INTO agreements VALUES ('a', 'p', NULL, 't', '2026/27', 'Testning af ordblindhed', 'Kursus', 'Kasper', '2027-03-31', 'both', 'school', 'both', 'open', '', NULL, 't', NULL);
    INSERT INTO training_plans VALUES ('tp', 'p', '2026/27', 't', 'Eleverne læser mere', 'draft', 1, 't', 't');
    INSERT INTO ratings VALUES ('r', 't', 'leader', 't', NULL);
  `);
}

function filled() {
  const { sqlite } = testDatabase().open;
  fill(sqlite);
  return sqlite;
}

describe('the search index', () => {
  it('finds names, titles, notes, agreements and plans, whatever the case, by the beginning of the last word', () => {
    const sqlite = filled();
    expect(find(sqlite, 'pernille')).toEqual(['employee p']);
    expect(find(sqlite, 'LÆSEVEJ')).toEqual(['employee p']);
    expect(find(sqlite, 'Ørred')).toEqual(['employee p']);
    expect(find(sqlite, 'trives')).toEqual(['talkNote t 1', 'talkNote t 2']);
    expect(find(sqlite, 'skemaet triv')).toEqual(['talkNote t 2']);
    expect(find(sqlite, 'triv skemaet')).toEqual([]);
    expect(find(sqlite, 'årgang')).toEqual(['note n']);
    expect(find(sqlite, 'ordblindhed kursus kas')).toEqual(['agreement a']);
    expect(find(sqlite, 'eleverne')).toEqual(['plan tp']);
    expect(find(sqlite, 'formålet')).toEqual([]);
    checkIndex(sqlite);
  });

  it.each([
    ['læring', ['læring', 'LÆRING', 'laering', 'Laering'], ['lering', 'laring']],
    ['ørkenvandring', ['ørken', 'oerken', 'ØRKEN'], ['orken']],
    ['årshjul', ['årshjul', 'aarshjul', 'ÅRS', 'a\u030arshjul'], ['arshjul']],
    ['A\u030ase fra Aarhus', ['åse', 'aase', 'århus'], ['ase', 'arhus']],
    ['Björn på café', ['bjørn', 'björn', 'cafe', 'café', 'cafe\u0301'], ['bjorn']],
    ['Cafe\u0301en i Malmo\u0308', ['cafeen', 'caféen', 'malmø'], ['malmoen']],
  ])('knows Danish letters: «%s»', (text, finding, missing) => {
    const sqlite = filled();
    sqlite.prepare("UPDATE notes SET text = ? WHERE id = 'n'").run(text);
    for (const typed of finding) expect([typed, find(sqlite, typed)]).toEqual([typed, ['note n']]);
    for (const typed of missing) expect([typed, find(sqlite, typed)]).toEqual([typed, []]);
  });

  it('follows every change, and a row that is removed until it is restored', () => {
    const sqlite = filled();
    sqlite.exec("UPDATE talk_notes SET text = 'Anderledes' WHERE area = 1");
    expect(find(sqlite, 'trives')).toEqual(['talkNote t 2']);
    expect(find(sqlite, 'anderledes')).toEqual(['talkNote t 1']);
    sqlite.exec(
      "INSERT INTO talk_notes VALUES ('t', 1, 'Atter nyt', 't') ON CONFLICT DO UPDATE SET text = excluded.text",
    );
    expect(find(sqlite, 'anderledes')).toEqual([]);
    expect(find(sqlite, 'atter')).toEqual(['talkNote t 1']);

    for (const [table, key, word] of [
      ['employees', 'employee p', 'pernille'],
      ['notes', 'note n', 'sprang'],
      ['agreements', 'agreement a', 'ordblindhed'],
      ['teams', 'team m', 'mellemtrin'],
    ] as const) {
      sqlite.exec(`UPDATE ${table} SET removed_at = 't'`);
      expect(find(sqlite, word)).toEqual([]);
      if (table === 'notes') sqlite.exec("UPDATE notes SET text = text || ' igen'");
      sqlite.exec(`UPDATE ${table} SET removed_at = 'later'`);
      expect(find(sqlite, word)).toEqual([]);
      sqlite.exec(`UPDATE ${table} SET removed_at = NULL`);
      expect(find(sqlite, word)).toEqual([key]);
    }
    sqlite.exec("UPDATE employees SET name = 'Pia Ågård', employee_number = '2'");
    expect([find(sqlite, 'pernille'), find(sqlite, 'pia')]).toEqual([[], ['employee p']]);
    checkIndex(sqlite);
  });

  it('is left as it was by a change that is undone', () => {
    const sqlite = filled();
    const change = sqlite.transaction(() => {
      sqlite.exec("UPDATE notes SET text = 'noget ganske andet'; DELETE FROM talk_notes");
      throw new Error('undone');
    });
    expect(change).toThrow('undone');
    expect([find(sqlite, 'ganske'), find(sqlite, 'sprang'), find(sqlite, 'trives').length]).toEqual([
      [],
      ['note n'],
      2,
    ]);
    checkIndex(sqlite);
  });

  it('holds what an older file already had, and goes on from there', () => {
    const folder = testFolder();
    tidyFolder(folder);
    const dataKey = randomBytes(32);
    const file = dataPaths(folder).database;
    buildDatabase(file, dataKey, readMigrations(migrationsFolder).slice(0, 2), steps);
    const older = connect(file, dataKey);
    fill(older);
    older.exec(
      "INSERT INTO notes VALUES ('gone', 'p', NULL, '2026-10-02', 'Sprang fra', 'x', NULL, 't', 't', 't')",
    );
    older.close();
    const open = openDatabase({ folder, dataKey, migrationsFolder, ...steps });
    expect(open.migrated).toContain('0002_search');
    const { sqlite } = open;
    const all = ['pernille', 'trives', 'sprang', 'ordblindhed', 'eleverne'].flatMap((word) =>
      find(sqlite, word),
    );
    expect(all).toEqual(['employee p', 'talkNote t 1', 'talkNote t 2', 'note n', 'agreement a', 'plan tp']);
    sqlite.exec("UPDATE notes SET text = 'Andet', removed_at = NULL");
    expect([find(sqlite, 'sprang'), find(sqlite, 'andet')]).toEqual([[], ['note gone', 'note n']]);
    checkIndex(sqlite);
    open.close();
  });

  it('survives every row of a generated school going again', () => {
    const { sqlite } = testDatabase().open;
    fillDatabase(sqlite, 3);
    sqlite.pragma('foreign_keys=OFF');
    sqlite.exec('DELETE FROM search_entries');
    checkIndex(sqlite);
  });

  it('keeps nothing of a rating, sealed or shown', () => {
    const sqlite = filled();
    sqlite.exec(
      "INSERT INTO sealed_ratings VALUES ('t', 'kanariefugl', x'00', CAST('kanariefugl' AS BLOB), 't', NULL)",
    );
    const indexed = sqlite
      .prepare("SELECT sql FROM sqlite_master WHERE name LIKE '%search%'")
      .pluck()
      .all()
      .join();
    expect(indexed).toContain('talk_notes');
    expect(indexed).not.toMatch(/rating/);
    expect(find(sqlite, 'kanariefugl')).toEqual([]);
  });
});

describe('erasure', () => {
  const canary = 'kanariefuglzx';
  /** Its end: the index keeps a word without what it has in common with the one before. */
  const trace = 'fuglzx';
  const rows = { notes: 'note n', talk_notes: 'talkNote t 1', employees: 'employee p' } as const;

  function withCanary(sqlite: Sqlite) {
    sqlite.exec(`UPDATE notes SET text = 'en ${canary} her'; UPDATE talk_notes SET text = '${canary}' WHERE area = 1;
      UPDATE employees SET note = '${canary} og en til';`);
    expect(find(sqlite, canary)).toEqual(Object.values(rows).sort());
  }

  it('takes the words of a row out of the index with it, by deletion, change or removal', () => {
    const sqlite = filled();
    withCanary(sqlite);
    expect(indexBytes(sqlite)).toContain(trace);
    sqlite.exec(
      "DELETE FROM notes; UPDATE talk_notes SET text = '' WHERE area = 1; UPDATE employees SET removed_at = 't'",
    );
    expect(find(sqlite, canary)).toEqual([]);
    expect(indexBytes(sqlite)).not.toContain(trace);
    expect(indexBytes(sqlite)).toContain('skemaet');
    checkIndex(sqlite);
  });

  it('control: without secure-delete the words stay behind', () => {
    const sqlite = filled();
    sqlite.exec("INSERT INTO search_index(search_index, rank) VALUES('secure-delete', 0)");
    withCanary(sqlite);
    sqlite.exec(
      "DELETE FROM notes; UPDATE talk_notes SET text = '' WHERE area = 1; UPDATE employees SET removed_at = 't'",
    );
    expect(find(sqlite, canary)).toEqual([]);
    expect(indexBytes(sqlite)).toContain(trace);
  });

  it('leaves no word of them anywhere in the decrypted file', () => {
    const database = testDatabase();
    const { sqlite } = database.open;
    fill(sqlite);
    withCanary(sqlite);
    const plain = () => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
      return rawPages(sqlite);
    };
    expect(plain()).toContain(canary);
    sqlite.exec("DELETE FROM notes; DELETE FROM talk_notes; UPDATE employees SET note = ''");
    expect(plain()).not.toContain(trace);
    expect(plain()).toContain('Pernille');
  });
});

/** Every page of the file as SQLite sees it, without the encryption; unused pages too. */
function rawPages(sqlite: Sqlite): string {
  return sqlite.serialize().toString('latin1');
}

describe('whatever is typed', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ maxLength: 60 }),
    fc.constantFrom(...hostileTexts),
    fc
      .array(
        fc.constantFrom(
          '"',
          '*',
          '(',
          ')',
          'NEAR',
          'AND',
          'OR',
          'NOT',
          'text:',
          'name :',
          '^',
          '+',
          '-',
          '{',
          '}',
          'å',
          "'",
          ',',
          '5',
          ' ',
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(' ')),
  );

  it('is words, never FTS5 syntax, and never throws', () => {
    const sqlite = filled();
    const count = sqlite.prepare('SELECT count(*) FROM search_index WHERE search_index MATCH ?').pluck();
    fc.assert(
      fc.property(words, (typed) => {
        const query = readQuery(typed);
        if (!query) return;
        expect(count.get(matchExpression(query))).toBeTypeOf('number');
        expect(count.get(matchExpression(query, 'name'))).toBeTypeOf('number');
        expect(matchExpression(query).replaceAll(/"[^"]+"/g, '""')).toMatch(/^""( AND "")*( \*)$/);
      }),
      { numRuns: 2000 },
    );
    // Would find everything, were they read as syntax.
    for (const typed of ['trives OR pernille', 'trives NOT skemaet', 'text:trives', 'tri* med', '^trives'])
      expect([typed, find(sqlite, typed).length]).toEqual([typed, typed === '^trives' ? 2 : 0]);
  });

  it('can stand in a text, is found there again, and leaves with it', () => {
    const sqlite = filled();
    const write = sqlite.prepare("UPDATE notes SET text = ? WHERE id = 'n'");
    fc.assert(
      fc.property(words, (text) => {
        write.run(text);
        if (readQuery(text)) expect(() => find(sqlite, text)).not.toThrow();
      }),
      { numRuns: 500 },
    );
    for (const text of hostileTexts) {
      write.run(text);
      if (readQuery(text))
        expect([text, find(sqlite, text)]).toEqual([text, expect.arrayContaining(['note n'])]);
    }
    sqlite.exec('DELETE FROM search_entries');
    checkIndex(sqlite);
    expect(sqlite.prepare('SELECT count(*) FROM search_index_docsize').pluck().get()).toBe(0);
  }, 20_000);

  it('is folded in the query as the index folds the text', () => {
    const sqlite = filled();
    const write = sqlite.prepare("UPDATE notes SET text = ? WHERE id = 'n'");
    const read = sqlite
      .prepare("SELECT text FROM search_rows WHERE kind = 'note' AND source_id = 'n'")
      .pluck();
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aAeEoOæÆøØåÅäÄöÖéÉbZ 4.') }),
        fc.boolean(),
        (text, apart) => {
          write.run(apart ? text.normalize('NFD') : text);
          expect((read.get() as string).toLowerCase()).toBe(foldText(text));
        },
      ),
    );
  });
});
