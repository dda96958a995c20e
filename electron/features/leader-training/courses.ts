import { randomUUID } from 'node:crypto';
import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import { refuse, refuseField } from '@shared/domain/text';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { leadersWithRequirement } from '../../data/queries/leader-training';
import { staffOn, theEmployee } from '../../data/queries/staff';
import { employees, staffCategories } from '../../data/schema/employees';
import { internalCourseParticipants, internalCourses } from '../../data/schema/leader-training';
import type { Handlers } from '../context';

type Own = 'courses' | 'saveCourse' | 'removeCourse' | 'restoreCourse';

const entry = audited('internalCourse');

/** Courses the school holds itself, also across categories (R002-15, R002-18). */
export const courseHandlers: Pick<Handlers<typeof contract>, Own> = {
  courses(context) {
    const { db } = context;
    const today = localDate(context.now());
    const leaderIds = new Set(leadersWithRequirement(db, today).map(({ employeeId }) => employeeId));
    const participants = groupBy(participantRows(db), ({ courseId }) => courseId);
    const rows = db
      .select()
      .from(internalCourses)
      .where(isNull(internalCourses.removedAt))
      .orderBy(desc(internalCourses.heldOn), asc(internalCourses.createdAt))
      .all();
    return {
      courses: rows.map(({ id, title, heldOn, place, note }) => {
        const people = (participants.get(id) ?? []).map(({ courseId: _, ...person }) => person);
        const categories = [...new Set(people.map(({ categoryName }) => categoryName))];
        return { id, title, heldOn, place, note, participants: people, categories };
      }),
      people: staffOn(db, today)
        .map(({ id: employeeId, name, categoryName }) => ({
          employeeId,
          name,
          categoryName,
          isLeader: leaderIds.has(employeeId),
        }))
        .sort((a, b) => Number(b.isLeader) - Number(a.isLeader)),
    };
  },

  saveCourse(context, { id: given, participants, ...values }) {
    const id = given ?? randomUUID();
    const people = new Map(participants.map(({ employeeId, attended }) => [employeeId, attended]));
    if (
      [...people.values()].some(Boolean) &&
      (values.heldOn === null || values.heldOn > localDate(context.now()))
    ) {
      refuseField('heldOn', {
        da: 'Kurset er ikke holdt endnu, så ingen kan have deltaget. Ret datoen, eller fjern fremmødet.',
        en: 'The course has not been held yet, so nobody can have attended. Change the date or the attendance.',
      });
    }
    return context.write(entry('saved', id, [...Object.keys(values), 'participants']), (db) => {
      if (given) {
        theCourse(db, given);
        db.update(internalCourses).set(values).where(eq(internalCourses.id, id)).run();
        db.delete(internalCourseParticipants).where(eq(internalCourseParticipants.courseId, id)).run();
      } else {
        const createdAt = context.now().toISOString();
        db.insert(internalCourses)
          .values({ id, ...values, createdAt })
          .run();
      }
      for (const [employeeId, attended] of people) {
        theEmployee(db, employeeId);
        db.insert(internalCourseParticipants).values({ courseId: id, employeeId, attended }).run();
      }
      return { id };
    });
  },

  removeCourse(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theCourse(db, id);
      const removedAt = context.now().toISOString();
      db.update(internalCourses).set({ removedAt }).where(eq(internalCourses.id, id)).run();
      return {};
    });
  },

  restoreCourse(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { changes } = db
        .update(internalCourses)
        .set({ removedAt: null })
        .where(eq(internalCourses.id, id))
        .run();
      if (changes === 0) throw notFound;
      return {};
    });
  },
};

/** Who takes part in what, in Danish order; those who were removed from the staff are left out. */
function participantRows(db: Database) {
  return db
    .select({
      courseId: internalCourseParticipants.courseId,
      employeeId: employees.id,
      name: employees.name,
      categoryName: staffCategories.name,
      attended: internalCourseParticipants.attended,
    })
    .from(internalCourseParticipants)
    .innerJoin(employees, eq(employees.id, internalCourseParticipants.employeeId))
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(isNull(employees.removedAt))
    .all()
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

function theCourse(db: Database, id: string): void {
  const found = db
    .select({ id: internalCourses.id })
    .from(internalCourses)
    .where(and(eq(internalCourses.id, id), isNull(internalCourses.removedAt)))
    .get();
  if (!found) throw notFound;
}

const notFound = refuse('not-found', {
  da: 'Kurset findes ikke længere.',
  en: 'The course no longer exists.',
});
