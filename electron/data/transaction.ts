import type { Database } from './open';
import { withStorageRefusal } from './storage-refusal';

/**
 * Runs `work` in one immediate transaction: all of it is on the disk when this returns, or none of it. `work` is
 * synchronous and uses `db` as usual. One transaction a call: to begin another inside is a mistake and throws.
 * Errors of the disk become refusals.
 */
export function immediate<T>(db: Database, work: () => T): T {
  if (db.$client.inTransaction) throw new Error('a transaction is already open');
  return withStorageRefusal(() => db.$client.transaction(work).immediate());
}
