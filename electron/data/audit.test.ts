import { describe, expect, it } from 'vitest';
import { appendAudit, auditHead, verifyAudit } from './audit';
import { testDatabase } from './test-database';
import { immediate } from './transaction';

const entry = (n: number) => ({ action: 'change', entity: 'employees', entityId: `e${n}`, fields: ['name'] });
const moment = { at: '2026-11-23T11:00:00.000Z', actor: 'leader' };

function chain(rows: number) {
  const { open } = testDatabase();
  for (let n = 1; n <= rows; n++) immediate(open.db, () => appendAudit(open.db, entry(n), moment));
  return open;
}

/** What an attacker with the key can do: remove the triggers and write. */
function forge(sqlite: ReturnType<typeof chain>['sqlite'], sql: string) {
  sqlite.exec('DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete');
  sqlite.exec(sql);
}

describe('audit chain', () => {
  it('holds as it is written', () => {
    const { sqlite } = chain(20);
    expect(verifyAudit(sqlite)).toEqual({ ok: true, rows: 20, head: auditHead(sqlite) });
    expect(sqlite.prepare('SELECT fields FROM audit_log WHERE seq = 1').pluck().get()).toBe('["name"]');
  });

  it('is empty and whole at first', () => {
    expect(verifyAudit(chain(0).sqlite)).toEqual({ ok: true, rows: 0, head: null });
  });

  it('cannot be changed or deleted by SQL', () => {
    const { sqlite } = chain(2);
    expect(() => sqlite.exec("UPDATE audit_log SET actor = 'x'")).toThrow('append-only');
    expect(() => sqlite.exec('DELETE FROM audit_log')).toThrow('append-only');
  });

  it.each([
    ['a changed field', "UPDATE audit_log SET actor = 'x' WHERE seq = 3", 3],
    ['a row taken out', 'DELETE FROM audit_log WHERE seq = 4', 4],
    [
      'a row taken out and the rest renumbered',
      'DELETE FROM audit_log WHERE seq = 4; UPDATE audit_log SET seq = seq - 1 WHERE seq > 4',
      4,
    ],
    [
      'a row put in',
      "INSERT INTO audit_log SELECT 7, at, actor, action, entity, 'e7', fields, hash, hash FROM audit_log WHERE seq = 6",
      7,
    ],
  ])('shows %s', (_what, sql, at) => {
    const { sqlite } = chain(6);
    forge(sqlite, sql);
    expect(verifyAudit(sqlite)).toEqual({ ok: false, at });
  });

  it('shows a cut end by a head that was written down, and only so', () => {
    const { sqlite } = chain(6);
    const head = auditHead(sqlite);
    forge(sqlite, 'DELETE FROM audit_log WHERE seq > 4');
    expect(verifyAudit(sqlite).ok).toBe(true);
    expect(verifyAudit(sqlite, head ? [head] : [])).toEqual({ ok: false, at: 5 });
  });

  it('stands and falls with its change', () => {
    const { open } = testDatabase();
    expect(() => appendAudit(open.db, entry(1), moment)).toThrow('in the transaction');
    expect(() =>
      immediate(open.db, () => {
        appendAudit(open.db, entry(1), moment);
        throw new Error('the change failed');
      }),
    ).toThrow('the change failed');
    expect(verifyAudit(open.sqlite)).toMatchObject({ ok: true, rows: 0 });
  });
});

describe('one immediate transaction a call', () => {
  it('refuses a second one inside', () => {
    const { open } = testDatabase();
    expect(() => immediate(open.db, () => immediate(open.db, () => 1))).toThrow('already open');
    expect(open.sqlite.inTransaction).toBe(false);
  });

  it('answers what the work answers', () => {
    const { open } = testDatabase();
    expect(immediate(open.db, () => 42)).toBe(42);
  });
});
