import type { SearchKind, SearchResult, search } from '@shared/contract/search';
import { contextOf, matchExpression, readQuery, type SearchQuery } from '@shared/domain/search-text';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../data/open';
import { employees, teams } from '../data/schema/employees';
import { notes } from '../data/schema/notes';
import { agreements, talkNotes, talks, trainingPlans } from '../data/schema/talks';
import type { Handlers } from './context';

/** So many results are read when nobody says how many. */
const usualLimit = 50;

/** A row of the index: what it points to. */
type Entry = { id: number; kind: SearchKind; sourceId: string; area: number };

/** What is read of the row an entry points to. */
type Found = Omit<SearchResult, 'key' | 'kind' | 'who' | 'context'> & { who: string | null; text: string };

export const searchHandlers: Handlers<typeof search> = {
  find: ({ db }, { text, limit = usualLimit }) => {
    const query = readQuery(text);
    if (!query) return { results: [], more: false };
    const results = new Map<number, SearchResult>();
    for (const expression of [matchExpression(query, 'name'), matchExpression(query)])
      collect(db, query, expression, limit + 1, results);
    return { results: [...results.values()].slice(0, limit), more: results.size > limit };
  },
};

/**
 * Adds what the expression finds until there are `wanted`. The index knows a row's own removal; what belongs to an
 * employee or a talk that was removed is left out here, so it may take several rounds.
 */
function collect(
  db: Database,
  query: SearchQuery,
  expression: string,
  wanted: number,
  results: Map<number, SearchResult>,
): void {
  for (let offset = 0; results.size < wanted; offset += wanted) {
    const entries = entriesOf(db, query, expression, wanted, offset);
    const rows = readRows(db, entries);
    for (const { id, kind, sourceId, area } of entries) {
      const found = rows[kind].get(kind === 'talkNote' ? `${sourceId} ${area}` : sourceId);
      if (!found || found.who === null || results.size >= wanted) continue;
      const { who, text, ...facts } = found;
      if (!results.has(id))
        results.set(id, { key: String(id), kind, ...facts, who, context: contextOf(text, query) });
    }
    if (entries.length < wanted) return;
  }
}

/**
 * The best first; of equals the one written last, whose number is the highest. One or two letters begin nearly every
 * text and weigh nothing, so there the newest is the best.
 */
function entriesOf(
  db: Database,
  query: SearchQuery,
  expression: string,
  limit: number,
  offset: number,
): Entry[] {
  const [weight, order] =
    query.flat().join('').length > 2 ? ['rank', 'rank, rowid DESC'] : ['0', 'rowid DESC'];
  return db.$client
    .prepare(
      `SELECT e.id, e.kind, e.source_id AS sourceId, e.area
       FROM (SELECT rowid, ${weight} AS weight FROM search_index WHERE search_index MATCH ? ORDER BY ${order} LIMIT ? OFFSET ?) AS hit
       JOIN search_entries AS e ON e.id = hit.rowid
       ORDER BY hit.weight, hit.rowid DESC`,
    )
    .all(expression, limit, offset) as Entry[];
}

const nowhere = { talkId: null, talkKind: null, area: null, schoolYear: null, date: null } as const;

/** The rows the entries point to, a query a kind. Without those of removed employees and talks. */
function readRows(db: Database, entries: readonly Entry[]): Record<SearchKind, Map<string, Found>> {
  const ids = (kind: SearchKind) => [
    ...new Set(entries.filter((entry) => entry.kind === kind).map(({ sourceId }) => sourceId)),
  ];
  return {
    employee: readEmployees(db, ids('employee')),
    team: readTeams(db, ids('team')),
    talkNote: readTalkNotes(db, ids('talkNote')),
    note: readNotes(db, ids('note')),
    agreement: readAgreements(db, ids('agreement')),
    plan: readPlans(db, ids('plan')),
  };
}

/** An employee who stands: for joins, so that what belongs to a removed one has nobody's name. */
const standing = (
  employeeId: typeof talks.employeeId | typeof notes.employeeId | typeof agreements.employeeId,
) => and(eq(employees.id, employeeId), isNull(employees.removedAt));

function readEmployees(db: Database, ids: string[]): Map<string, Found> {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({ id: employees.id, who: employees.name, title: employees.title, note: employees.note })
    .from(employees)
    .where(and(inArray(employees.id, ids), isNull(employees.removedAt)))
    .all();
  return new Map(
    rows.map(({ id, who, title, note }) => [
      id,
      { ...nowhere, employeeId: id, teamId: null, who, text: line(title, note) },
    ]),
  );
}

function readTeams(db: Database, ids: string[]): Map<string, Found> {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({ id: teams.id, who: teams.name })
    .from(teams)
    .where(and(inArray(teams.id, ids), isNull(teams.removedAt)))
    .all();
  return new Map(
    rows.map(({ id, who }) => [id, { ...nowhere, employeeId: null, teamId: id, who, text: '' }]),
  );
}

function readTalkNotes(db: Database, talkIds: string[]): Map<string, Found> {
  if (talkIds.length === 0) return new Map();
  const rows = db
    .select({
      talkId: talkNotes.talkId,
      area: talkNotes.area,
      text: talkNotes.text,
      talkKind: talks.kind,
      employeeId: talks.employeeId,
      teamId: talks.teamId,
      schoolYear: talks.schoolYear,
      date: talks.heldOn,
      employeeName: employees.name,
      teamName: teams.name,
    })
    .from(talkNotes)
    .innerJoin(talks, and(eq(talks.id, talkNotes.talkId), isNull(talks.removedAt)))
    .leftJoin(employees, standing(talks.employeeId))
    .leftJoin(teams, eq(teams.id, talks.teamId))
    .where(inArray(talkNotes.talkId, talkIds))
    .all();
  return new Map(rows.map((row) => [`${row.talkId} ${row.area}`, named(row)]));
}

function readNotes(db: Database, ids: string[]): Map<string, Found> {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({
      id: notes.id,
      employeeId: notes.employeeId,
      teamId: notes.teamId,
      date: notes.writtenOn,
      text: notes.text,
      employeeName: employees.name,
      teamName: teams.name,
    })
    .from(notes)
    .leftJoin(employees, standing(notes.employeeId))
    .leftJoin(teams, eq(teams.id, notes.teamId))
    .where(inArray(notes.id, ids))
    .all();
  return new Map(rows.map(({ id, ...row }) => [id, { ...nowhere, ...named(row) }]));
}

function readAgreements(db: Database, ids: string[]): Map<string, Found> {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({
      id: agreements.id,
      employeeId: agreements.employeeId,
      teamId: agreements.teamId,
      talkId: talks.id,
      talkKind: talks.kind,
      schoolYear: agreements.schoolYear,
      date: agreements.dueOn,
      competence: agreements.competence,
      activity: agreements.activity,
      by: agreements.who,
      reason: agreements.stateReason,
      employeeName: employees.name,
      teamName: teams.name,
    })
    .from(agreements)
    // An agreement outlives its talk, but does not lead to one that was removed.
    .leftJoin(talks, and(eq(talks.id, agreements.talkId), isNull(talks.removedAt)))
    .leftJoin(employees, standing(agreements.employeeId))
    .leftJoin(teams, eq(teams.id, agreements.teamId))
    .where(inArray(agreements.id, ids))
    .all();
  return new Map(
    rows.map(({ id, competence, activity, by, reason, ...row }) => [
      id,
      { area: null, ...named({ ...row, text: line(competence, activity, by, reason) }) },
    ]),
  );
}

function readPlans(db: Database, ids: string[]): Map<string, Found> {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({
      id: trainingPlans.id,
      employeeId: trainingPlans.employeeId,
      schoolYear: trainingPlans.schoolYear,
      text: trainingPlans.teachingGoals,
      who: employees.name,
    })
    .from(trainingPlans)
    .innerJoin(employees, and(eq(employees.id, trainingPlans.employeeId), isNull(employees.removedAt)))
    .where(inArray(trainingPlans.id, ids))
    .all();
  return new Map(rows.map(({ id, ...row }) => [id, { ...nowhere, ...row, teamId: null }]));
}

/** Puts the employee's or the team's name where the reader expects one; null when neither stands. */
function named<T extends { employeeName: string | null; teamName: string | null }>(row: T) {
  const { employeeName, teamName, ...rest } = row;
  return { ...rest, who: employeeName ?? teamName };
}

/** The fields of a row on one line, in the order they are indexed in. */
const line = (...fields: string[]) => fields.filter((field) => field.trim()).join(' · ');
