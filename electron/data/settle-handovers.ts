import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { type AuditMoment, appendAudit } from './audit';
import type { Database } from './open';
import { employees } from './schema/employees';
import { handovers } from './schema/handovers';
import { schools } from './schema/school';

/**
 * Gives the school its new leader where a handover was carried out before its day and that day has come. Runs in the
 * transaction of the caller, when the file is opened and when a handover is carried out; each change has its audit row.
 */
export function settleHandovers(db: Database, today: string, moment: AuditMoment): void {
  const due = db
    .select({
      id: handovers.id,
      toLeaderId: handovers.toLeaderId,
      leaderTitle: handovers.leaderTitle,
      name: employees.name,
    })
    .from(handovers)
    .innerJoin(employees, eq(employees.id, handovers.toLeaderId))
    .where(
      and(
        eq(handovers.leadsSchool, true),
        eq(handovers.schoolBefore, ''),
        isNull(handovers.undoneAt),
        lte(handovers.onDate, today),
      ),
    )
    .orderBy(asc(handovers.onDate), asc(handovers.carriedOutAt))
    .all();
  for (const { id, toLeaderId, leaderTitle, name } of due) {
    const before = db
      .select({
        leaderName: schools.leaderName,
        leaderTitle: schools.leaderTitle,
        leaderEmployeeId: schools.leaderEmployeeId,
      })
      .from(schools)
      .get();
    db.update(schools).set({ leaderName: name, leaderTitle, leaderEmployeeId: toLeaderId }).run();
    db.update(handovers)
      .set({ schoolBefore: JSON.stringify(before) })
      .where(eq(handovers.id, id))
      .run();
    const fields = ['leaderName', 'leaderTitle', 'leaderEmployeeId'];
    appendAudit(
      db,
      { action: 'school.leader-changed', entity: 'school', entityId: 'school', fields },
      moment,
    );
  }
}
