import { grossOre } from '@shared/domain/enrolment-costs';
import { nothingStated, type StaffGroup, type StatedFacts } from '@shared/domain/funds/fund-facts';
import { guessLevel, staffGroupOf } from '@shared/domain/funds/guesses';
import { and, asc, eq, gt, isNull, min, ne, notInArray } from 'drizzle-orm';
import type { Database } from '../open';
import { enrolments } from '../schema/enrolments';
import { courseRuns, programmeItems, programmeRequests } from '../schema/programme';
import { schools } from '../schema/school';
import { agreements } from '../schema/talks';
import { leaderStandings } from './leader-training';
import { theEmployee } from './staff';

type Item = typeof programmeItems.$inferSelect;

/** What an application of hers can spring from: her enrolments first, then her open agreements, with what is known of each. */
export function openings(db: Database, employeeId: string, today: string) {
  const facts = postFacts(db, employeeId);
  const hasRequirement = (leaderStandings(db, today, [employeeId])[0]?.sums.missing ?? 0) > 0;
  const enrolled = db
    .select({ row: enrolments, item: programmeItems, runStartsOn: courseRuns.startsOn })
    .from(enrolments)
    .leftJoin(programmeItems, eq(programmeItems.id, enrolments.itemId))
    .leftJoin(courseRuns, eq(courseRuns.id, enrolments.runId))
    .where(
      and(
        eq(enrolments.employeeId, employeeId),
        isNull(enrolments.removedAt),
        notInArray(enrolments.state, ['completed', 'failed', 'cancelled']),
      ),
    )
    .orderBy(asc(enrolments.createdAt))
    .all();
  const promised = db
    .select({ row: agreements, item: programmeItems })
    .from(agreements)
    .leftJoin(programmeRequests, eq(programmeRequests.agreementId, agreements.id))
    .leftJoin(programmeItems, eq(programmeItems.id, programmeRequests.itemId))
    .where(
      and(eq(agreements.employeeId, employeeId), eq(agreements.state, 'open'), isNull(agreements.removedAt)),
    )
    .orderBy(asc(agreements.dueOn))
    .all();
  const covered = new Set(enrolled.map(({ row }) => row.agreementId));
  return {
    facts,
    lines: [
      ...enrolled.map(({ row, item, runStartsOn }) => ({
        agreementId: row.agreementId,
        enrolmentId: row.id,
        title: row.title,
        provider: row.provider,
        // A holding that is moved moves everybody on it; without one the next is meant.
        startsOn: runStartsOn ?? row.startsOn ?? (item ? nextStart(db, item.id, today) : null),
        facts: courseFacts(facts, row.title, item, hasRequirement),
        costs: enrolmentCosts(row),
      })),
      ...promised
        .filter(({ row }) => !covered.has(row.id))
        .map(({ row, item }) => ({
          agreementId: row.id,
          enrolmentId: null,
          title: row.activity.slice(0, 200),
          provider: item?.provider ?? '',
          startsOn: item ? nextStart(db, item.id, today) : null,
          facts: courseFacts(facts, item?.title ?? row.activity, item, hasRequirement),
          costs: itemCosts(item),
        })),
    ],
  };
}

/** The first day of the next holding of an activity that is not cancelled. */
function nextStart(db: Database, itemId: string, today: string): string | null {
  const next = db
    .select({ startsOn: min(courseRuns.startsOn) })
    .from(courseRuns)
    .where(
      and(
        eq(courseRuns.itemId, itemId),
        isNull(courseRuns.removedAt),
        ne(courseRuns.state, 'cancelled'),
        gt(courseRuns.startsOn, today),
      ),
    )
    .get();
  return next?.startsOn ?? null;
}

/** What is known of her post. Her agreement is not: it is said on the application and kept nowhere else. */
function postFacts(db: Database, employeeId: string): StatedFacts {
  const { categoryName, leavingDate } = theEmployee(db, employeeId);
  const profile = db.select({ profile: schools.profile }).from(schools).get()?.profile;
  return {
    ...nothingStated,
    employer: profile === 'erhvervsskole' ? 'state' : 'municipal',
    employment: 'ordinary',
    // Who has a last day may be under notice; somebody has to say.
    isUnderNotice: leavingDate === null ? false : null,
    staffGroup: staffGroupOf(categoryName) satisfies StaffGroup,
  };
}

/** What the programme says of the activity. */
function courseFacts(
  post: StatedFacts,
  title: string,
  item: Item | null,
  hasRequirement: boolean,
): StatedFacts {
  const level = guessLevel(title);
  if (!item) return { ...post, level };
  const countsForLeaders = hasRequirement && (item.ects ?? 0) > 0;
  return {
    ...post,
    level,
    // An activity of no days says nothing of how long it takes.
    days: item.days || null,
    isFormal: item.qualification === 'formal',
    compulsory: countsForLeaders ? 'leaderRequirement' : item.isCompulsory ? 'yes' : 'no',
    url: item.url.slice(0, 500),
  };
}

const line = (kind: 'fee' | 'materials' | 'substitute', amountOre: number | null) =>
  amountOre ? [{ kind, amountOre, note: '' }] : [];

function enrolmentCosts(row: typeof enrolments.$inferSelect) {
  const substituteOre = grossOre({ ...row, feeOre: 0, materialsOre: 0 });
  return [
    ...line('fee', row.feeOre),
    ...line('materials', row.materialsOre),
    ...line('substitute', substituteOre),
  ];
}

const itemCosts = (item: Item | null) =>
  item ? [...line('fee', item.feeOre), ...line('materials', item.materialsOre)] : [];
