import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { employees as contract } from '@shared/contract/employees';
import { sameText } from '@shared/domain/table-import/cells';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { tasks } from '../../data/schema/employees';
import { planLines } from '../../data/schema/talks';
import { findEmployee } from './write-employee';

/** Stores a task of this school year or an intended one (R000-10); refuses the same task twice. */
export function saveTask(db: Database, input: Input<typeof contract.saveTask>): string {
  const { id, ...values } = input;
  findEmployee(db, values.employeeId);
  const alike = db
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.employeeId, values.employeeId),
        eq(tasks.schoolYear, values.schoolYear),
        eq(tasks.kind, values.kind),
      ),
    )
    .all();
  if (alike.some((task) => task.id !== id && sameText(task.name, values.name))) {
    const text: Text = {
      da: `${values.name} står allerede blandt opgaverne i ${values.schoolYear}.`,
      en: `${values.name} is already among the tasks for ${values.schoolYear}.`,
    };
    throw refuse('conflict', text, { name: text });
  }
  if (id === undefined) {
    const newId = randomUUID();
    db.insert(tasks)
      .values({ id: newId, ...values })
      .run();
    return newId;
  }
  if (findTask(db, id).employeeId !== values.employeeId) throw taskNotFound;
  db.update(tasks).set(values).where(eq(tasks.id, id)).run();
  return id;
}

/** Takes a task away, unless a line of a training plan springs from it. */
export function removeTask(db: Database, id: string): void {
  const task = findTask(db, id);
  if (db.select({ id: planLines.id }).from(planLines).where(eq(planLines.taskId, id)).get()) {
    throw refuse('conflict', {
      da: `${task.name} indgår i en uddannelsesplan. Fjern linjen fra planen først, eller ret opgavens navn.`,
      en: `${task.name} is part of a training plan. Remove the line from the plan first, or change the name of the task.`,
    });
  }
  db.delete(tasks).where(eq(tasks.id, id)).run();
}

function findTask(db: Database, id: string): typeof tasks.$inferSelect {
  const found = db.select().from(tasks).where(eq(tasks.id, id)).get();
  if (!found) throw taskNotFound;
  return found;
}

const taskNotFound = refuse('not-found', {
  da: 'Opgaven findes ikke længere.',
  en: 'The task no longer exists.',
});
