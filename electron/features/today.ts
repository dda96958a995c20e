import type { today as contract } from '@shared/contract/today';
import { addDays, daysBetween, isoWeek, localDate } from '@shared/domain/dates';
import { needsTalk } from '@shared/domain/due-talks';
import { needsReminder } from '@shared/domain/ects-clock';
import { planStatus } from '@shared/domain/plan-status';
import { schoolYearOf } from '@shared/domain/school-year';
import { weekRange } from '@shared/domain/week';
import { and, asc, count, eq, gte, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import type { Database } from '../data/open';
import { duesIn, spokenWith } from '../data/queries/due';
import { fundDeadlines } from '../data/queries/fund-deadlines';
import { leadersWithRequirement } from '../data/queries/leader-training';
import { waitingCases } from '../data/queries/merit-waiting';
import { planLineCounts } from '../data/queries/plans';
import { ratingsAreIn } from '../data/queries/rating-states';
import { staffOn } from '../data/queries/staff';
import { ratingLeadDays, seasonOf, talkRows } from '../data/queries/talks';
import { transferReminders } from '../data/queries/transfer';
import { employees, staffCategories, teams } from '../data/schema/employees';
import { spiderTemplates, templateVersions } from '../data/schema/spiders';
import { agreements, talks, trainingPlans } from '../data/schema/talks';
import type { Handlers } from './context';

/** Days before a deadline when ratings begin to stand on the page. */
const noticeDays = 7;

/** The page a leader opens in the morning: counted anew each time, nothing stored. */
export const todayHandlers: Handlers<typeof contract> = {
  get(context) {
    const { db } = context;
    const date = localDate(context.now());
    const schoolYear = schoolYearOf(date);
    const season = seasonOf(db, schoolYear);
    const week = weekRange(date);
    const staff = staffOn(db, date);
    const { employees: dues } = duesIn(db, schoolYear, date);

    return {
      date,
      week: isoWeek(date),
      schoolYear,
      setup: setup(db),
      weekTalks: talkRows(db, and(gte(talks.heldOn, week.first), lte(talks.heldOn, week.last))).map(
        ({ closedAt, ...talk }) => ({
          ...talk,
          isClosed: closedAt !== null,
        }),
      ),
      notClosed: talkRows(db, and(lt(talks.heldOn, week.first), isNull(talks.closedAt))).map((talk) => ({
        ...talk,
        days: daysBetween(talk.heldOn, date),
      })),
      due: dues.flatMap(({ employeeId, name: employeeName, lastHeldOn, due }) => {
        if (!needsTalk(due)) return [];
        const { state, dueOn, reason } = due;
        return [{ employeeId, employeeName, state, lastHeldOn, dueOn, reason }];
      }),
      missingRatings: missingRatings(db, date),
      plans: plans(db, schoolYear, staff),
      deadlines: deadlines(db, date),
      leaderTraining: leaderTraining(db, date),
      funds: fundDeadlines(db, date),
      transfer: transferReminders(db, date),
      merit: waitingCases(db, date),
      season: {
        ...season,
        held: spokenWith(dues, schoolYear),
        all: dues.length,
      },
    };
  },
};

function setup(db: Database) {
  const published = db
    .select({ templateId: templateVersions.templateId })
    .from(templateVersions)
    .innerJoin(spiderTemplates, eq(spiderTemplates.id, templateVersions.templateId))
    .where(and(isNotNull(templateVersions.publishedAt), isNull(spiderTemplates.removedAt)))
    .all();
  const withVersion = new Set(published.map((row) => row.templateId));
  const inUse = db
    .selectDistinct({
      name: staffCategories.name,
      templateId: staffCategories.spiderTemplateId,
      position: staffCategories.position,
    })
    .from(staffCategories)
    .innerJoin(employees, eq(employees.categoryId, staffCategories.id))
    .where(and(isNull(employees.removedAt), isNull(staffCategories.removedAt)))
    .orderBy(asc(staffCategories.position))
    .all();
  return {
    employees: db.select({ n: count() }).from(employees).where(isNull(employees.removedAt)).get()?.n ?? 0,
    publishedSpiders: withVersion.size,
    categoriesWithoutSpider: inUse
      .filter((category) => !category.templateId || !withVersion.has(category.templateId))
      .map((category) => category.name),
    talks: db.select({ n: count() }).from(talks).where(isNull(talks.removedAt)).get()?.n ?? 0,
  };
}

/** Talks whose ratings are due within a week, or were, and are not both locked (R002-07). */
function missingRatings(db: Database, date: string) {
  const leadDays = ratingLeadDays(db);
  const horizon = addDays(date, leadDays + noticeDays);
  return talkRows(db, and(isNull(talks.closedAt), lte(talks.heldOn, horizon)))
    .filter((talk) => !ratingsAreIn(talk.ratings))
    .flatMap(({ id: talkId, employeeId, withName: employeeName, heldOn, ratings }) => {
      if (employeeId === null) return [];
      const dueOn = addDays(heldOn, -leadDays);
      return [{ talkId, employeeId, employeeName, dueOn, days: daysBetween(date, dueOn), ratings }];
    });
}

function plans(db: Database, schoolYear: string, staff: readonly { id: string; name: string }[]) {
  const rows = db.select().from(trainingPlans).where(eq(trainingPlans.schoolYear, schoolYear)).all();
  const byEmployee = new Map(rows.map((plan) => [plan.employeeId, plan]));
  const counts = { missing: 0, draft: 0, agreed: 0, signed: 0 };
  for (const employee of staff) counts[planStatus(byEmployee.get(employee.id))] += 1;
  const lines = planLineCounts(db, eq(trainingPlans.schoolYear, schoolYear));
  const unsigned = (['agreed', 'draft'] as const).flatMap((status) =>
    staff.flatMap(({ id: employeeId, name: employeeName }) => {
      const plan = byEmployee.get(employeeId);
      if (plan?.status !== status) return [];
      return [{ employeeId, employeeName, status, lines: lines.get(plan.id) ?? 0 }];
    }),
  );
  return { ...counts, unsigned };
}

/** Open promises by day, over time first. */
function deadlines(db: Database, date: string) {
  return db
    .select({
      agreementId: agreements.id,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      employeeName: employees.name,
      teamName: teams.name,
      activity: agreements.activity,
      who: agreements.who,
      giver: agreements.giver,
      dueOn: agreements.dueOn,
    })
    .from(agreements)
    .leftJoin(employees, eq(employees.id, agreements.employeeId))
    .leftJoin(teams, eq(teams.id, agreements.teamId))
    .where(and(eq(agreements.state, 'open'), isNull(agreements.removedAt), isNull(employees.removedAt)))
    .orderBy(asc(agreements.dueOn), asc(agreements.createdAt))
    .all()
    .map(({ employeeName, teamName, ...row }) => ({
      ...row,
      subjectName: employeeName ?? teamName ?? '',
      days: daysBetween(date, row.dueOn),
    }));
}

/** Leaders who have not begun, where the deadline is near or over (R002-11). */
function leaderTraining(db: Database, date: string) {
  return leadersWithRequirement(db, date)
    .filter(({ clock }) => needsReminder(clock))
    .map(({ employeeId, name: employeeName, clock: { deadline, days } }) => ({
      employeeId,
      employeeName,
      deadline,
      days,
    }))
    .sort((a, b) => a.days - b.days);
}
