import type { ProgrammeRow, ProgrammeRun } from '@shared/contract/programme';
import { foldForSearch } from '@shared/domain/find-text';
import { groupBy } from '@shared/domain/group-by';
import type { DemandLine } from '@shared/domain/programme-demand';
import { refuse } from '@shared/domain/text';
import { and, asc, count, eq, gte, inArray, isNotNull, isNull, max, ne, or, type SQL } from 'drizzle-orm';
import type { Database } from '../open';
import { employees, teams } from '../schema/employees';
import { enrolments } from '../schema/enrolments';
import {
  courseRunDays,
  courseRuns,
  programmeItemCompetences,
  programmeItems,
  programmeItemTags,
  programmeRequests,
} from '../schema/programme';
import { competenceDomains, competences, spiderTemplates, templateVersions } from '../schema/spiders';
import { agreements, planLines } from '../schema/talks';

export type ItemRow = typeof programmeItems.$inferSelect;
type RunRow = typeof courseRuns.$inferSelect;

/** An item of the programme; refuses `not-found`. */
export function theItem(db: Database, id: string, { removed = false } = {}): ItemRow {
  const item = db.select().from(programmeItems).where(eq(programmeItems.id, id)).get();
  if (item && (item.removedAt !== null) === removed) return item;
  throw refuse('not-found', {
    da: 'Aktiviteten findes ikke længere i udviklingsprogrammet.',
    en: 'The activity is no longer in the development programme.',
  });
}

/** A holding of an item; refuses `not-found`. */
export function theRun(db: Database, id: string, { removed = false } = {}): RunRow {
  const run = db.select().from(courseRuns).where(eq(courseRuns.id, id)).get();
  if (run && (run.removedAt !== null) === removed) return run;
  throw refuse('not-found', { da: 'Holdet findes ikke længere.', en: 'The course run no longer exists.' });
}

/** Every item that stands. */
export const standingItems = (db: Database): ItemRow[] =>
  db.select().from(programmeItems).where(isNull(programmeItems.removedAt)).all();

/** A competence of the spiders by its present name: of the newest published version it stands in. */
export type NamedCompetence = {
  readonly lineageId: string;
  readonly name: string;
  readonly domain: string;
  readonly spiderName: string;
  /** It stands in the newest published version of a spider that is in use. */
  readonly isCurrent: boolean;
  /** Every name it has had, folded as for a search. */
  readonly names: ReadonlySet<string>;
};

/** Every competence of a published spider, by lineage, spider by spider in the order of its newest version. */
export function namedCompetences(db: Database): Map<string, NamedCompetence> {
  const rows = db
    .select({
      lineageId: competences.lineageId,
      name: competences.name,
      domain: competenceDomains.name,
      spiderName: spiderTemplates.name,
      removedAt: spiderTemplates.removedAt,
      templateId: spiderTemplates.id,
      number: templateVersions.number,
    })
    .from(competences)
    .innerJoin(competenceDomains, eq(competenceDomains.id, competences.domainId))
    .innerJoin(templateVersions, eq(templateVersions.id, competenceDomains.versionId))
    .innerJoin(spiderTemplates, eq(spiderTemplates.id, templateVersions.templateId))
    .where(isNotNull(templateVersions.publishedAt))
    .orderBy(
      asc(spiderTemplates.name),
      asc(spiderTemplates.id),
      asc(templateVersions.number),
      asc(competenceDomains.position),
      asc(competences.position),
    )
    .all();
  const newest = new Map<string, number>();
  for (const { templateId, number } of rows) newest.set(templateId, number);
  const known = new Map<string, NamedCompetence & { names: Set<string> }>();
  for (const { lineageId, name, domain, spiderName, removedAt, templateId, number } of rows) {
    const names = known.get(lineageId)?.names ?? new Set<string>();
    names.add(foldForSearch(name));
    // Taken out and put in again, so that the order is that of the newest version.
    known.delete(lineageId);
    const isCurrent = removedAt === null && newest.get(templateId) === number;
    known.set(lineageId, { lineageId, name, domain, spiderName, isCurrent, names });
  }
  return known;
}

/** The lineages each item lifts, by item. */
export function lineagesByItem(db: Database, where?: SQL): Map<string, string[]> {
  const rows = db
    .select()
    .from(programmeItemCompetences)
    .where(where)
    .orderBy(asc(programmeItemCompetences.lineageId))
    .all();
  return new Map(
    [...groupBy(rows, ({ itemId }) => itemId)].map(([itemId, own]) => [
      itemId,
      own.map(({ lineageId }) => lineageId),
    ]),
  );
}

type Tag = ProgrammeRow['tags'][number];

export function tagsByItem(db: Database, where?: SQL): Map<string, Tag[]> {
  const rows = db.select().from(programmeItemTags).where(where).orderBy(asc(programmeItemTags.tag)).all();
  return new Map(
    [...groupBy(rows, ({ itemId }) => itemId)].map(([itemId, own]) => [itemId, own.map(({ tag }) => tag)]),
  );
}

/** How many hold a seat of each run: enrolled, under way or through. A wish and an approval hold none yet. */
export function takenSeats(db: Database): Map<string, number> {
  const rows = db
    .select({ runId: enrolments.runId, n: count() })
    .from(enrolments)
    .where(
      and(
        isNull(enrolments.removedAt),
        isNotNull(enrolments.runId),
        inArray(enrolments.state, ['enrolled', 'underWay', 'completed', 'failed']),
      ),
    )
    .groupBy(enrolments.runId)
    .all();
  return new Map(rows.map(({ runId, n }) => [runId ?? '', n]));
}

/** Runs that stand, earliest first, with their days and seats. */
export function readRuns(db: Database, where?: SQL): (ProgrammeRun & { itemId: string })[] {
  const rows = db
    .select()
    .from(courseRuns)
    .where(and(isNull(courseRuns.removedAt), where))
    .orderBy(asc(courseRuns.startsOn), asc(courseRuns.id))
    .all();
  if (rows.length === 0) return [];
  const taken = takenSeats(db);
  const days = groupBy(
    db
      .select({ runId: courseRunDays.runId, day: courseRunDays.day })
      .from(courseRunDays)
      .innerJoin(courseRuns, eq(courseRuns.id, courseRunDays.runId))
      .where(and(isNull(courseRuns.removedAt), where))
      .orderBy(asc(courseRunDays.day))
      .all(),
    ({ runId }) => runId,
  );
  return rows.map(({ id, itemId, startsOn, endsOn, signUpBy, place, seats, minimumSeats, state }) => ({
    id,
    itemId,
    startsOn,
    endsOn,
    signUpBy,
    place,
    seats,
    minimumSeats,
    state,
    days: (days.get(id) ?? []).map(({ day }) => day),
    taken: taken.get(id) ?? 0,
  }));
}

type NextRun = NonNullable<ProgrammeRow['nextRun']>;

/** The next run of each item from a day on: the earliest that is not cancelled, before all one with a seat left. */
export function nextRuns(db: Database, today: string): Map<string, NextRun> {
  const coming = db
    .select()
    .from(courseRuns)
    .where(
      and(isNull(courseRuns.removedAt), gte(courseRuns.startsOn, today), ne(courseRuns.state, 'cancelled')),
    )
    .orderBy(asc(courseRuns.startsOn), asc(courseRuns.id))
    .all();
  const taken = coming.length > 0 ? takenSeats(db) : new Map<string, number>();
  const next = new Map<string, NextRun>();
  for (const { id, itemId, startsOn, endsOn, place, seats, minimumSeats, state } of coming) {
    const left = seats === null ? null : Math.max(0, seats - (taken.get(id) ?? 0));
    const known = next.get(itemId);
    if (!known || (known.left === 0 && left !== 0))
      next.set(itemId, { startsOn, endsOn, place, left, minimumSeats, state });
  }
  return next;
}

/** An agreement that stands asks for something as long as nobody has dropped it. */
const asks = (schoolYear: string) =>
  and(
    isNull(agreements.removedAt),
    ne(agreements.state, 'dropped'),
    eq(agreements.schoolYear, schoolYear),
    or(isNull(employees.id), isNull(employees.removedAt)),
  );

/** The agreements of a school year that ask for an item (R002-21 a). */
export function requests(db: Database, schoolYear: string, where?: SQL) {
  return db
    .select({
      itemId: programmeRequests.itemId,
      agreementId: agreements.id,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      name: employees.name,
      teamName: teams.name,
    })
    .from(programmeRequests)
    .innerJoin(agreements, eq(agreements.id, programmeRequests.agreementId))
    .leftJoin(employees, eq(employees.id, agreements.employeeId))
    .leftJoin(teams, eq(teams.id, agreements.teamId))
    .where(and(asks(schoolYear), where))
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
    .all()
    .map(({ name, teamName, ...row }) => ({
      ...row,
      subject: row.employeeId ?? row.teamId ?? '',
      name: name ?? teamName ?? '',
    }));
}

/**
 * What the plans of a year ask for: every line of a training plan that is not kept yet, and every agreement, also of a
 * team, that asks for an item.
 */
export function demandLines(
  db: Database,
  schoolYear: string,
  known: ReadonlyMap<string, NamedCompetence>,
): DemandLine[] {
  const byName = new Map<string, NamedCompetence[]>();
  for (const competence of known.values())
    for (const name of competence.names) byName.set(name, [...(byName.get(name) ?? []), competence]);
  return db
    .select({
      competence: agreements.competence,
      state: agreements.state,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      itemId: programmeItems.id,
      lineId: planLines.id,
    })
    .from(agreements)
    .leftJoin(planLines, eq(planLines.agreementId, agreements.id))
    .leftJoin(programmeRequests, eq(programmeRequests.agreementId, agreements.id))
    .leftJoin(
      programmeItems,
      and(eq(programmeItems.id, programmeRequests.itemId), isNull(programmeItems.removedAt)),
    )
    .leftJoin(employees, eq(employees.id, agreements.employeeId))
    .where(and(asks(schoolYear), or(isNotNull(planLines.id), isNotNull(programmeItems.id))))
    .all()
    .flatMap(({ competence, state, employeeId, teamId, itemId, lineId }): DemandLine[] => {
      // What has been kept needs no supply any more; it still counts for the item it asked for.
      if (itemId === null && (state === 'kept' || lineId === null)) return [];
      const meant = byName.get(foldForSearch(competence.trim())) ?? [];
      return [
        {
          subject: employeeId ?? teamId ?? '',
          competence: meant[0]?.name ?? competence,
          lineageIds: meant.map(({ lineageId }) => lineageId),
          itemId,
        },
      ];
    });
}

/** When the programme last changed; what was removed changed it too. */
export const programmeUpdatedAt = (db: Database): string | null =>
  db
    .select({ at: max(programmeItems.updatedAt) })
    .from(programmeItems)
    .get()?.at ?? null;
