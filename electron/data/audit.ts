import { createHash } from 'node:crypto';
import type { Database } from './open';
import type { Sqlite } from './sqlcipher';

/** What was done to what. `fields` holds names of fields, never what stood in them. */
export type AuditEntry = {
  readonly action: string;
  readonly entity: string;
  readonly entityId: string;
  readonly fields?: readonly string[];
};

/** Entries about one kind of thing: `audited('enrolment')('moved', id, ['state'])`. */
export const audited =
  (entity: string) =>
  (action: string, entityId: string, fields: readonly string[] = []): AuditEntry => ({
    action: `${entity}.${action}`,
    entity,
    entityId,
    fields,
  });

/** Who and when. `at` is ISO 8601 in UTC, from the injected clock. */
export type AuditMoment = { readonly at: string; readonly actor: string };

/** The newest row of the chain. */
export type AuditHead = { readonly seq: number; readonly hash: string };

type Row = AuditHead & {
  at: string;
  actor: string;
  action: string;
  entity: string;
  entity_id: string;
  fields: string;
  prev_hash: string;
};

/** What the first row points back to. */
const beginning = '0'.repeat(64);

/**
 * Adds a row to the chain. Must run in the transaction of the change itself, so that neither is ever there without the
 * other; throws outside of one.
 */
export function appendAudit(db: Database, entry: AuditEntry, moment: AuditMoment): AuditHead {
  const sqlite = db.$client;
  if (!sqlite.inTransaction) throw new Error('an audit row belongs in the transaction of its change');
  const head = auditHead(sqlite);
  const row: Omit<Row, 'hash'> = {
    seq: (head?.seq ?? 0) + 1,
    at: moment.at,
    actor: moment.actor,
    action: entry.action,
    entity: entry.entity,
    entity_id: entry.entityId,
    fields: JSON.stringify(entry.fields ?? []),
    prev_hash: head?.hash ?? beginning,
  };
  const hash = hashOf(row);
  sqlite
    .prepare(
      `INSERT INTO audit_log (seq, at, actor, action, entity, entity_id, fields, prev_hash, hash)
       VALUES (@seq, @at, @actor, @action, @entity, @entity_id, @fields, @prev_hash, @hash)`,
    )
    .run({ ...row, hash });
  return { seq: row.seq, hash };
}

/** The end of the chain, to be written into backups and documents; null while it is empty. */
export function auditHead(sqlite: Sqlite): AuditHead | null {
  const exists = sqlite
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit_log'")
    .get();
  if (!exists) return null;
  const head = sqlite.prepare('SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get();
  return (head as AuditHead | undefined) ?? null;
}

export type AuditVerdict =
  | { readonly ok: true; readonly rows: number; readonly head: AuditHead | null }
  /** `at` is the number of the first row that is wrong or missing. */
  | { readonly ok: false; readonly at: number };

/**
 * Checks the whole chain: numbers without gaps, each row's hash, each link. `anchors` are heads written down elsewhere
 * earlier; they show a cut end and a chain that was computed anew, which the chain alone cannot.
 */
export function verifyAudit(sqlite: Sqlite, anchors: readonly AuditHead[] = []): AuditVerdict {
  const anchored = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  let head: AuditHead | null = null;
  for (const row of sqlite.prepare('SELECT * FROM audit_log ORDER BY seq').iterate() as Iterable<Row>) {
    const seq: number = (head?.seq ?? 0) + 1;
    const linked = row.seq === seq && row.prev_hash === (head?.hash ?? beginning) && row.hash === hashOf(row);
    if (!linked || (anchored.get(seq) ?? row.hash) !== row.hash) return { ok: false, at: seq };
    head = { seq, hash: row.hash };
  }
  const rows = head?.seq ?? 0;
  return anchors.some(({ seq }) => seq > rows) ? { ok: false, at: rows + 1 } : { ok: true, rows, head };
}

/** SHA-256 over the fields in a fixed order, as JSON, which keeps them apart without doubt. */
function hashOf({ seq, at, actor, action, entity, entity_id, fields, prev_hash }: Omit<Row, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify([seq, at, actor, action, entity, entity_id, fields, prev_hash]))
    .digest('hex');
}
