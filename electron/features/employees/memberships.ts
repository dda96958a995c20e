import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { employees as contract } from '@shared/contract/employees';
import { periodsOverlap } from '@shared/domain/employment';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { teamMemberships, teams } from '../../data/schema/employees';
import { membershipNotFound } from './refusals';
import { findEmployee } from './write-employee';

/** Stores a new or changed membership; refuses one that overlaps another of the same person in the same team. */
export function saveMembership(db: Database, input: Input<typeof contract.saveMembership>): string {
  const { id, ...values } = input;
  findEmployee(db, values.employeeId);
  const team = db
    .select()
    .from(teams)
    .where(and(eq(teams.id, values.teamId), isNull(teams.removedAt)))
    .get();
  if (!team) {
    throw refuse('not-found', {
      da: 'Teamet findes ikke længere. Vælg et andet.',
      en: 'The team no longer exists. Choose another.',
    });
  }
  assertPeriod(values.fromDate, values.toDate);
  const others = db
    .select()
    .from(teamMemberships)
    .where(and(eq(teamMemberships.employeeId, values.employeeId), eq(teamMemberships.teamId, values.teamId)))
    .all();
  if (others.some((other) => other.id !== id && periodsOverlap(other, values))) {
    const text: Text = {
      da: `Medarbejderen er allerede i ${team.name} i den periode. Ret datoerne.`,
      en: `The employee is already in ${team.name} in that period. Correct the dates.`,
    };
    throw refuse('conflict', text, { fromDate: text });
  }
  if (id === undefined) {
    const newId = randomUUID();
    db.insert(teamMemberships)
      .values({ id: newId, ...values })
      .run();
    return newId;
  }
  if (findMembership(db, id).employeeId !== values.employeeId) throw membershipNotFound;
  db.update(teamMemberships).set(values).where(eq(teamMemberships.id, id)).run();
  return id;
}

/** Sets the last day in the team. */
export function endMembership(db: Database, id: string, toDate: string): void {
  assertPeriod(findMembership(db, id).fromDate, toDate);
  db.update(teamMemberships).set({ toDate }).where(eq(teamMemberships.id, id)).run();
}

/** Takes away a membership that was entered by mistake. */
export function removeMembership(db: Database, id: string): void {
  findMembership(db, id);
  db.delete(teamMemberships).where(eq(teamMemberships.id, id)).run();
}

function findMembership(db: Database, id: string): typeof teamMemberships.$inferSelect {
  const found = db.select().from(teamMemberships).where(eq(teamMemberships.id, id)).get();
  if (!found) throw membershipNotFound;
  return found;
}

function assertPeriod(fromDate: string, toDate: string | null): void {
  if (toDate === null || toDate >= fromDate) return;
  const text: Text = {
    da: 'Sidste dag i teamet ligger før den første. Ret en af de to datoer.',
    en: 'The last day in the team is before the first. Correct one of the two dates.',
  };
  throw refuse('invalid', text, { toDate: text });
}
