import { danishOrder } from '@shared/domain/danish-order';
import { moduleCredits } from '@shared/domain/team-modules';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../open';
import { chainSteps, courseChains, teamModules } from '../schema/course-chains';
import { employees, teamMemberships, teams } from '../schema/employees';
import { teamIdsOn } from './staff';
import { teamsInOrder } from './subjects';

/** A chain; refuses `not-found`. */
export function theChain(db: Database, id: string, { removed = false } = {}) {
  const chain = db.select().from(courseChains).where(eq(courseChains.id, id)).get();
  if (chain && (chain.removedAt !== null) === removed) return chain;
  throw refuse('not-found', {
    da: 'Forløbet findes ikke længere.',
    en: 'The course chain no longer exists.',
  });
}

/** A step of a chain that stands; refuses `not-found`. */
export function theStep(db: Database, id: string, { removed = false } = {}) {
  const step = db.select().from(chainSteps).where(eq(chainSteps.id, id)).get();
  if (!step || (step.removedAt !== null) !== removed) {
    throw refuse('not-found', {
      da: 'Trinnet findes ikke længere i forløbet.',
      en: 'The step is no longer in the course chain.',
    });
  }
  theChain(db, step.chainId);
  return step;
}

/** Steps of the chains that stand, in their order. */
export function stepRows(db: Database, chainId?: string) {
  return db
    .select({ step: chainSteps, chainTitle: courseChains.title })
    .from(chainSteps)
    .innerJoin(courseChains, eq(courseChains.id, chainSteps.chainId))
    .where(
      and(
        isNull(chainSteps.removedAt),
        isNull(courseChains.removedAt),
        chainId === undefined ? undefined : eq(chainSteps.chainId, chainId),
      ),
    )
    .orderBy(asc(courseChains.createdAt), asc(chainSteps.position), asc(chainSteps.id))
    .all()
    .map(({ step, chainTitle }) => ({ ...step, chainTitle }));
}

/** Modules that teams have solved, of steps and chains that stand. */
export function solvedModules(db: Database, chainId?: string) {
  return db
    .select({
      stepId: teamModules.stepId,
      chainId: chainSteps.chainId,
      teamId: teamModules.teamId,
      teamName: teams.name,
      completedOn: teamModules.completedOn,
      note: teamModules.note,
      title: chainSteps.title,
      chainTitle: courseChains.title,
    })
    .from(teamModules)
    .innerJoin(chainSteps, eq(chainSteps.id, teamModules.stepId))
    .innerJoin(courseChains, eq(courseChains.id, chainSteps.chainId))
    .innerJoin(teams, eq(teams.id, teamModules.teamId))
    .where(
      and(
        eq(chainSteps.kind, 'module'),
        isNull(chainSteps.removedAt),
        isNull(courseChains.removedAt),
        chainId === undefined ? undefined : eq(chainSteps.chainId, chainId),
      ),
    )
    .orderBy(asc(teamModules.completedOn), asc(chainSteps.position))
    .all();
}

/**
 * Modules of standing chains that an item of the programme is, with the teams somebody was in on a day that have not
 * solved them (R004-06).
 */
export function openModules(
  db: Database,
  { itemId, employeeId, day }: { itemId: string | null; employeeId: string; day: string },
) {
  const isSolved = new Set(solvedModules(db).map(({ stepId, teamId }) => `${stepId} ${teamId}`));
  const mine = teamIdsOn(db, employeeId, day);
  const hers = teamsInOrder(db).filter(({ id }) => mine.includes(id));
  return stepRows(db)
    .filter((step) => step.kind === 'module' && itemId !== null && step.itemId === itemId)
    .flatMap(({ id: stepId, title }) =>
      hers.map((team) => ({ stepId, title, teamId: team.id, teamName: team.name })),
    )
    .filter(({ stepId, teamId }) => !isSolved.has(`${stepId} ${teamId}`));
}

export type SolvedModule = ReturnType<typeof solvedModules>[number];
export type CreditedModule = SolvedModule & { readonly employeeId: string; readonly name: string };

/**
 * Who is credited with what, of one chain or of all, of one person or of all: derived from who was a member on the day,
 * so that a membership that is moved moves the credit (R004-06). By day, then in Danish order of names.
 */
export function creditedModules(
  db: Database,
  { chainId, employeeId }: { chainId?: string; employeeId?: string },
): CreditedModule[] {
  const solved = solvedModules(db, chainId);
  if (solved.length === 0) return [];
  const people = db
    .select({
      employeeId: employees.id,
      name: employees.name,
      leavingDate: employees.leavingDate,
      removedAt: employees.removedAt,
    })
    .from(employees)
    .where(employeeId === undefined ? undefined : eq(employees.id, employeeId))
    .all()
    .map(({ removedAt, ...one }) => ({ ...one, isRemoved: removedAt !== null }));
  const memberships = db
    .select({
      employeeId: teamMemberships.employeeId,
      teamId: teamMemberships.teamId,
      fromDate: teamMemberships.fromDate,
      toDate: teamMemberships.toDate,
    })
    .from(teamMemberships)
    .where(employeeId === undefined ? undefined : eq(teamMemberships.employeeId, employeeId))
    .all();
  const names = new Map(people.map((one) => [one.employeeId, one.name]));
  const key = ({ stepId, teamId }: { stepId: string; teamId: string }) => `${stepId} ${teamId}`;
  const bySolved = new Map(solved.map((one) => [key(one), one]));
  return moduleCredits(solved, memberships, people)
    .flatMap((credit) => {
      const module = bySolved.get(key(credit));
      return module
        ? [{ ...module, employeeId: credit.employeeId, name: names.get(credit.employeeId) ?? '' }]
        : [];
    })
    .sort((a, b) => a.completedOn.localeCompare(b.completedOn) || danishOrder.compare(a.name, b.name));
}
