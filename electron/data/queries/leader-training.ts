import { danishOrder } from '@shared/domain/danish-order';
import { type EctsClock, ectsClock, type LeaderPost } from '@shared/domain/ects-clock';
import { type LedgerSums, ledgerSums } from '@shared/domain/ects-ledger';
import { employmentState, type Period, periodCovers, periodsOverlap } from '@shared/domain/employment';
import { groupBy } from '@shared/domain/group-by';
import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { employees, leaves, staffCategories } from '../schema/employees';
import {
  ectsRequirements,
  leaderPlans,
  leaderPosts,
  ledgerEntries,
  requirementCategories,
  requirementParts,
} from '../schema/leader-training';
import { meritCases } from '../schema/merit';

export type Requirement = Omit<typeof ectsRequirements.$inferSelect, 'removedAt'> & {
  readonly categoryIds: readonly string[];
  /** In the order they are written. */
  readonly parts: readonly string[];
};

/** Every requirement that is not removed, in Danish order. */
export function requirementRows(db: Database): Requirement[] {
  const categories = groupBy(db.select().from(requirementCategories).all(), (row) => row.requirementId);
  const parts = groupBy(
    db.select().from(requirementParts).orderBy(asc(requirementParts.position)).all(),
    (row) => row.requirementId,
  );
  return db
    .select()
    .from(ectsRequirements)
    .where(isNull(ectsRequirements.removedAt))
    .all()
    .map(({ removedAt: _, ...row }) => ({
      ...row,
      categoryIds: (categories.get(row.id) ?? []).map(({ categoryId }) => categoryId),
      parts: (parts.get(row.id) ?? []).map(({ name }) => name),
    }))
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

export const validity = ({ validFrom, validTo }: { validFrom: string; validTo: string | null }): Period => ({
  fromDate: validFrom,
  toDate: validTo,
});

/** The requirement a category has on a day, if any. */
export function requirementOf(
  requirements: readonly Requirement[],
  categoryId: string,
  day: string,
): Requirement | undefined {
  return requirements.find((one) => one.categoryIds.includes(categoryId) && periodCovers(validity(one), day));
}

export type LedgerEntry = Omit<typeof ledgerEntries.$inferSelect, 'removedAt'>;

/** Modules in the order they were written down, which is what decides between two decisions on the same case. */
export function ledgerRows(db: Database, only?: SQL): LedgerEntry[] {
  return db
    .select()
    .from(ledgerEntries)
    .where(and(isNull(ledgerEntries.removedAt), only))
    .orderBy(asc(ledgerEntries.createdAt), asc(ledgerEntries.id))
    .all()
    .map(({ removedAt: _, ...row }) => row);
}

/** States of a merit case in which nothing is decided. */
const openMeritStates = ['draft', 'submitted', 'moreInformation', 'disagreement'] as const;

export type LeaderStanding = {
  readonly employeeId: string;
  readonly name: string;
  /** Own title, else the category. */
  readonly role: string;
  readonly categoryId: string;
  readonly employmentDate: string;
  readonly requirement: Requirement | null;
  readonly clock: EctsClock | null;
  readonly sums: LedgerSums;
  readonly entries: readonly LedgerEntry[];
  readonly posts: readonly LeaderPost[];
  readonly plannedCompletionOn: string | null;
  readonly leaves: readonly Period[];
  readonly meritIsOpen: boolean;
};

/** How people stand towards the requirement of their post on a day; everybody who has not left, or only some. */
export function leaderStandings(db: Database, day: string, ids?: readonly string[]): LeaderStanding[] {
  const requirements = requirementRows(db);
  const people = db
    .select({
      id: employees.id,
      name: employees.name,
      title: employees.title,
      categoryId: employees.categoryId,
      categoryName: staffCategories.name,
      employmentDate: employees.employmentDate,
      leavingDate: employees.leavingDate,
    })
    .from(employees)
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(and(isNull(employees.removedAt), ids && inArray(employees.id, [...ids])))
    .all()
    .filter((one) => ids || employmentState(one, day) !== 'former');
  const entries = groupBy(ledgerRows(db), (row) => row.employeeId);
  const posts = groupBy(
    db.select().from(leaderPosts).orderBy(asc(leaderPosts.fromDate)).all(),
    (row) => row.employeeId,
  );
  const away = groupBy(
    db.select().from(leaves).where(isNull(leaves.removedAt)).orderBy(asc(leaves.fromDate)).all(),
    (row) => row.employeeId,
  );
  const plans = new Map(
    db
      .select()
      .from(leaderPlans)
      .all()
      .map((row) => [row.employeeId, row.completionOn]),
  );
  const waiting = new Set(
    db
      .select({ employeeId: meritCases.employeeId })
      .from(meritCases)
      .where(and(isNull(meritCases.removedAt), inArray(meritCases.state, openMeritStates)))
      .all()
      .map(({ employeeId }) => employeeId),
  );

  return people.map((one) => {
    const requirement = requirementOf(requirements, one.categoryId, day) ?? null;
    const known = { posts: posts.get(one.id) ?? [], lines: entries.get(one.id) ?? [] };
    const { employmentDate } = one;
    const clock = requirement && ectsClock(requirement, { ...known, employmentDate }, day);
    const runs = clock && { fromDate: clock.startsOn, toDate: clock.deadline };
    return {
      employeeId: one.id,
      name: one.name,
      role: one.title || one.categoryName,
      categoryId: one.categoryId,
      employmentDate,
      requirement,
      clock,
      sums: ledgerSums(known.lines, requirement?.ects ?? 0),
      entries: known.lines,
      posts: known.posts.map(({ categoryId, fromDate }) => ({ categoryId, fromDate })),
      plannedCompletionOn: plans.get(one.id) ?? null,
      leaves: (away.get(one.id) ?? [])
        .map(({ fromDate, toDate }) => ({ fromDate, toDate }))
        .filter((leave) => runs && periodsOverlap(leave, runs)),
      meritIsOpen: waiting.has(one.id),
    };
  });
}

export type Leader = LeaderStanding & { readonly requirement: Requirement; readonly clock: EctsClock };

/** Everybody whose post has a requirement on a day, in Danish order; whoever comes later is among them. */
export function leadersWithRequirement(db: Database, day: string): Leader[] {
  return leaderStandings(db, day)
    .filter((one): one is Leader => one.requirement !== null && one.clock !== null)
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}
