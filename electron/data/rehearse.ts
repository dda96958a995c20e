import type { Database } from './open';
import { immediate } from './transaction';

/**
 * Does the work in a transaction and takes it back: answers what it would answer, refuses what it would refuse, and
 * nothing is written. For showing a person what an order will do before she gives it.
 */
export function rehearse<T>(db: Database, work: () => T): T {
  let answer: { readonly value: T } | null = null;
  const takeBack = new Error('taken back');
  try {
    immediate(db, () => {
      answer = { value: work() };
      throw takeBack;
    });
  } catch (error) {
    if (error !== takeBack || answer === null) throw error;
  }
  return (answer as unknown as { readonly value: T }).value;
}
