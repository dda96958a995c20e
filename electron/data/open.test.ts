import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DataRefusal } from './data-refusal';
import { dataPaths, folderState, tidyFolder } from './folder';
import { createKeys, unlockWithPassphrase } from './keys';
import { assertPragmas, createDatabase, openDatabase } from './open';
import { connect, pageSize, scanPages } from './sqlcipher';
import { migrationsFolder, testDatabase, testFolder, testNow } from './test-database';

const options = (folder: string, dataKey: Buffer) => ({
  folder,
  dataKey,
  migrationsFolder,
  appVersion: '0.1.0',
  now: testNow,
});
const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

function refusal(work: () => unknown): DataRefusal | null {
  try {
    work();
  } catch (error) {
    if (error instanceof DataRefusal) return error;
    throw error;
  }
  return null;
}

/** A closed database with some content. */
function closedDatabase() {
  const { folder, dataKey, open } = testDatabase();
  open.sqlite.exec('CREATE TABLE scribbles (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = open.sqlite.prepare('INSERT INTO scribbles (text) VALUES (?)');
  open.sqlite.transaction(() => {
    for (let n = 0; n < 300; n++) insert.run(`Kanariefuglen synger ${n} `.repeat(8));
  })();
  open.close();
  return { folder, dataKey, file: dataPaths(folder).database };
}

/** Opens, expects a refusal, and that nothing in the folder was touched. */
function expectUntouched(folder: string, dataKey: Buffer, kind: string, part: string) {
  const state = () =>
    readdirSync(folder)
      .filter((name) => name !== 'backups')
      .map((name) => [name, digest(`${folder}/${name}`), statSync(`${folder}/${name}`).mtimeMs]);
  const before = state();
  const found = refusal(() => openDatabase(options(folder, dataKey)).close());
  expect(found?.kind).toBe(kind);
  expect(found?.text.da).toContain(part);
  expect(state()).toEqual(before);
}

describe('opening', () => {
  it('is encrypted from the first byte, also in the log', () => {
    const { folder, open } = testDatabase();
    open.sqlite.exec(
      "CREATE TABLE scribbles (text TEXT) STRICT; INSERT INTO scribbles VALUES ('kanariefugl')",
    );
    const log = readFileSync(`${dataPaths(folder).database}-wal`);
    expect(log.includes('kanariefugl')).toBe(false);
    open.close();
    const bytes = readFileSync(dataPaths(folder).database);
    expect(bytes.includes('kanariefugl')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(bytes.includes('CREATE TABLE')).toBe(false);
  });

  it('can be rescued with the 64 digits of the data key and any SQLCipher 4 tool', () => {
    const { file, dataKey } = closedDatabase();
    const sqlite = new Driver(file, { readonly: true });
    sqlite.pragma("cipher='sqlcipher'");
    sqlite.pragma('legacy=4');
    sqlite.pragma(`key="x'${dataKey.toString('hex')}'"`);
    expect(sqlite.prepare('SELECT count(*) FROM scribbles').pluck().get()).toBe(300);
    sqlite.close();
  });

  it('reads every pragma back, and notices the one the driver lowers', () => {
    const { open, folder, dataKey } = testDatabase();
    expect(() => assertPragmas(open.sqlite)).not.toThrow();
    expect(open.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    open.sqlite.pragma('synchronous=NORMAL');
    expect(() => assertPragmas(open.sqlite)).toThrow('PRAGMA synchronous is 1, not 2');
    open.close();
    // Control: without our pragma the driver does lower it.
    const bare = connect(dataPaths(folder).database, dataKey);
    bare.prepare('SELECT count(*) FROM sqlite_master').get();
    expect(bare.pragma('synchronous', { simple: true })).toBe(1);
    expect(() => assertPragmas(bare)).toThrow();
    bare.close();
  });

  it('leaves no log behind and keeps what was written', () => {
    const database = testDatabase();
    database.open.sqlite.exec(
      "CREATE TABLE scribbles (text TEXT) STRICT; INSERT INTO scribbles VALUES ('gemt')",
    );
    expect(database.reopen().sqlite.prepare('SELECT text FROM scribbles').pluck().get()).toBe('gemt');
    database.open.close();
    database.open.close();
    expect(readdirSync(database.folder).sort()).toEqual(['backups', 'spind.db']);
  });

  it('lets nobody else in meanwhile', () => {
    const { folder, dataKey, open } = testDatabase();
    open.sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
    expect(refusal(() => openDatabase(options(folder, dataKey)))?.kind).toBe('held');
    expect(open.sqlite.pragma('quick_check', { simple: true })).toBe('ok');
  });
});

describe('four different, true refusals that touch nothing', () => {
  it('a wrong passphrase', async () => {
    const folder = testFolder();
    const keys = await createKeys('blå mælkebøtte under trappen', { cost: { N: 16, r: 8, p: 1 } });
    createDatabase({ ...options(folder, keys.dataKey), keyFile: keys.keyFile }).close();
    const before = digest(dataPaths(folder).database);
    await expect(unlockWithPassphrase(keys.keyFile, 'rød mælkebøtte')).rejects.toMatchObject({
      kind: 'wrong-passphrase',
    });
    expect(digest(dataPaths(folder).database)).toBe(before);
  });

  it('a damaged file, wherever the bit flips', () => {
    const { folder, dataKey, file } = closedDatabase();
    const bytes = readFileSync(file);
    const places = [0, 15, 16, 17, 60, 99, 100, 4015, 4016, 4095, 4096, bytes.length - 1];
    for (let n = 0; n < 40; n++) places.push(randomBytes(4).readUInt32BE() % bytes.length);
    for (const place of places) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      writeFileSync(file, flipped);
      const page = Math.floor(place / pageSize) + 1;
      expectUntouched(
        folder,
        dataKey,
        'damaged',
        `1 af ${bytes.length / pageSize} blokke kan ikke læses (nr. ${page})`,
      );
    }
    writeFileSync(file, bytes);
    openDatabase(options(folder, dataKey)).close();
  });

  it('control: without encryption a flipped bit is read as data', () => {
    const file = `${testFolder()}/plain.db`;
    const sqlite = new Driver(file);
    sqlite.exec('CREATE TABLE scribbles (text TEXT) STRICT');
    sqlite.prepare('INSERT INTO scribbles VALUES (?)').run('kanariefugl');
    sqlite.close();
    const bytes = readFileSync(file);
    bytes[bytes.indexOf('kanariefugl')] = 'K'.charCodeAt(0);
    writeFileSync(file, bytes);
    const again = new Driver(file);
    expect(again.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(again.prepare('SELECT text FROM scribbles').pluck().get()).toBe('Kanariefugl');
    again.close();
  });

  it('a cut file', () => {
    const { folder, dataKey, file } = closedDatabase();
    const whole = readFileSync(file);
    for (const size of [whole.length - pageSize, whole.length - 1, pageSize, pageSize + 1]) {
      writeFileSync(file, whole);
      truncateSync(file, size);
      expectUntouched(folder, dataKey, 'damaged', 'slutningen mangler');
    }
  });

  it('an empty or missing file beside its key: never made anew', () => {
    const { folder, dataKey, file } = closedDatabase();
    writeFileSync(file, '');
    expectUntouched(folder, dataKey, 'damaged', 'er tom');
    rmSync(file);
    expectUntouched(folder, dataKey, 'missing', 'mangler');
  });

  it('a foreign file', () => {
    const { folder, dataKey, file } = closedDatabase();
    rmSync(file);
    const plain = new Driver(file);
    plain.exec("CREATE TABLE t (a); INSERT INTO t VALUES ('x')");
    plain.close();
    expectUntouched(folder, dataKey, 'foreign', 'ukrypteret database fra et andet program');
    writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000)]));
    expectUntouched(folder, dataKey, 'foreign', 'er ikke Spinds fil med data');
    writeFileSync(file, 'kort');
    expectUntouched(folder, dataKey, 'foreign', 'er ikke Spinds fil med data');
    rmSync(file);
    const otherKey = testDatabase();
    otherKey.open.close();
    copyFileSync(dataPaths(otherKey.folder).database, file);
    expectUntouched(folder, randomBytes(32), 'foreign', 'hører til en anden nøgle');
    const stranger = connect(file, dataKey, { mustExist: false });
    stranger.pragma('application_id=42');
    stranger.close();
    expectUntouched(folder, dataKey, 'foreign', 'et andet program end Spind');
  });

  it('a newer file, which names the Spind it needs', () => {
    const { folder, dataKey, file } = closedDatabase();
    const sqlite = connect(file, dataKey);
    sqlite.exec(
      "INSERT INTO migrations VALUES ('0099_later', 'x', '2027-01-01', '3.2.1'); PRAGMA user_version=100",
    );
    sqlite.close();
    expectUntouched(folder, dataKey, 'newer', 'Installér Spind 3.2.1 eller nyere');
  });

  it('a newer file whose log was left by a crash', () => {
    const { folder, dataKey, file } = closedDatabase();
    const sqlite = connect(file, dataKey);
    sqlite.pragma('locking_mode=EXCLUSIVE');
    sqlite.pragma('journal_mode=WAL');
    sqlite.exec(
      "INSERT INTO migrations VALUES ('0099_later', 'x', '2027-01-01', '3.2.1'); PRAGMA user_version=100",
    );
    const crashed = testFolder();
    copyFileSync(file, dataPaths(crashed).database);
    copyFileSync(`${file}-wal`, `${dataPaths(crashed).database}-wal`);
    sqlite.close();
    expect(scanPages(dataPaths(crashed).database, dataKey).header?.userVersion).toBeLessThan(100);
    expectUntouched(crashed, dataKey, 'newer', 'Installér Spind 3.2.1 eller nyere');
    expect(folderState(folder)).toBe('keys-missing');
  });
});

describe('the first start', () => {
  const cheap = { cost: { N: 16, r: 8, p: 1 } };

  it('makes a folder that opens again', async () => {
    const folder = testFolder();
    expect(folderState(folder)).toBe('empty');
    const { dataKey, keyFile } = await createKeys('blå mælkebøtte under trappen', cheap);
    createDatabase({ ...options(folder, dataKey), keyFile }).close();
    expect(folderState(folder)).toBe('ready');
    expect(readdirSync(folder).sort()).toEqual(['backups', 'keys.json', 'spind.db']);
    openDatabase(options(folder, dataKey)).close();
  });

  it('never writes over anything', async () => {
    const { dataKey, keyFile } = await createKeys('blå mælkebøtte under trappen', cheap);
    for (const name of ['spind.db', 'spind.db-wal', 'keys.json']) {
      const folder = testFolder();
      writeFileSync(`${folder}/${name}`, '');
      const found = refusal(() => createDatabase({ ...options(folder, dataKey), keyFile }));
      expect(found?.kind, name).toBe('exists');
      expect(statSync(`${folder}/${name}`).size).toBe(0);
    }
  });

  it('is completed after a cut between its last two steps', async () => {
    const folder = testFolder();
    const { dataKey, keyFile } = await createKeys('blå mælkebøtte under trappen', cheap);
    createDatabase({ ...options(folder, dataKey), keyFile }).close();
    const { keys } = dataPaths(folder);
    copyFileSync(keys, `${keys}.partial`);
    rmSync(keys);
    tidyFolder(folder);
    expect(folderState(folder)).toBe('ready');
  });
});
