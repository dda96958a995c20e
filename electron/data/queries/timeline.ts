import type { HistoryEntry } from '@shared/contract/history';
import { localDate } from '@shared/domain/dates';
import { and, asc, count, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../open';
import { documents, signatures } from '../schema/documents';
import { employees, leaves, responsibleLeaders, teamMemberships, teams } from '../schema/employees';
import { enrolmentOutcomes, enrolmentSteps, enrolments } from '../schema/enrolments';
import { internalCourseParticipants, internalCourses, ledgerEntries } from '../schema/leader-training';
import { agreements, planLines, talkParticipants, talks, trainingPlans } from '../schema/talks';
import { creditedModules } from './course-chains';
import { revealedTalks, wordings } from './revealed-levels';

type Person = { readonly id: string; readonly employmentDate: string; readonly leavingDate: string | null };

const localDay = (moment: string) => localDate(new Date(moment));

/**
 * Everything that has happened to one person, newest first; on the same day what came last first. A fixed number of
 * statements, however long it has been.
 */
export function timelineOf(db: Database, person: Person): HistoryEntry[] {
  const entries = [
    ...employmentOf(person),
    ...teamsOf(db, person.id),
    ...leadersOf(db, person.id),
    ...leavesOf(db, person.id),
    ...modulesOf(db, person.id),
    ...internalCoursesOf(db, person.id),
    ...activitiesOf(db, person.id),
    ...teamModulesOf(db, person.id),
    ...plansOf(db, person.id),
    ...talksOf(db, person.id),
    ...ratingsOf(db, person.id),
    ...promisesOf(db, person.id),
    ...signaturesOf(db, person.id),
  ];
  // Oldest first keeps the order above within a day: the talk, its ratings, what was promised, what was signed.
  return entries.sort((a, b) => a.on.localeCompare(b.on)).reverse();
}

function employmentOf({ employmentDate, leavingDate }: Person): HistoryEntry[] {
  const began: HistoryEntry = { kind: 'employment', on: employmentDate, change: 'began' };
  return leavingDate ? [began, { kind: 'employment', on: leavingDate, change: 'left' }] : [began];
}

/** Modules she has begun or done; what is only planned has not happened, and a merit is told by its case. */
function modulesOf(db: Database, employeeId: string): HistoryEntry[] {
  const { kind, title, provider, ects, startedOn, completedOn } = ledgerEntries;
  return db
    .select({ state: kind, title, provider, ects, startedOn, completedOn })
    .from(ledgerEntries)
    .where(
      and(
        eq(ledgerEntries.employeeId, employeeId),
        inArray(kind, ['passed', 'underWay']),
        isNull(ledgerEntries.removedAt),
      ),
    )
    .all()
    .flatMap(({ state, startedOn: began, completedOn: done, ...module }): HistoryEntry[] => {
      const on = done ?? began;
      return on
        ? [{ kind: 'course', on, enrolmentId: null, ...module, isDone: state === 'passed', isFailed: false }]
        : [];
    });
}

function internalCoursesOf(db: Database, employeeId: string): HistoryEntry[] {
  return db
    .select({ title: internalCourses.title, provider: internalCourses.place, on: internalCourses.heldOn })
    .from(internalCourseParticipants)
    .innerJoin(internalCourses, eq(internalCourses.id, internalCourseParticipants.courseId))
    .where(
      and(
        eq(internalCourseParticipants.employeeId, employeeId),
        eq(internalCourseParticipants.attended, true),
        isNull(internalCourses.removedAt),
      ),
    )
    .all()
    .flatMap(({ on, ...course }): HistoryEntry[] =>
      on
        ? [{ kind: 'course', on, enrolmentId: null, ...course, ects: null, isDone: true, isFailed: false }]
        : [],
    );
}

/** Courses and educations she is on or has been on; what became a module of her ledger is told there. */
function activitiesOf(db: Database, employeeId: string): HistoryEntry[] {
  const inLedger = db
    .select({ id: enrolmentOutcomes.enrolmentId })
    .from(enrolmentOutcomes)
    .where(eq(enrolmentOutcomes.kind, 'ects'));
  const rows = db
    .select({
      id: enrolments.id,
      state: enrolments.state,
      title: enrolments.title,
      provider: enrolments.provider,
      on: enrolmentSteps.onDate,
    })
    .from(enrolments)
    .innerJoin(
      enrolmentSteps,
      and(eq(enrolmentSteps.enrolmentId, enrolments.id), eq(enrolmentSteps.state, enrolments.state)),
    )
    .where(
      and(
        eq(enrolments.employeeId, employeeId),
        isNull(enrolments.removedAt),
        inArray(enrolments.state, ['underWay', 'completed', 'failed']),
        notInArray(enrolments.id, inLedger),
      ),
    )
    .orderBy(asc(enrolmentSteps.at), sql`${enrolmentSteps}.rowid`)
    .all();
  // Of several steps into the same state the last one says when.
  return [...new Map(rows.map((row) => [row.id, row])).values()].map(
    ({ id: enrolmentId, state, ...row }): HistoryEntry => ({
      kind: 'course',
      enrolmentId,
      ...row,
      ects: null,
      isDone: state === 'completed',
      isFailed: state === 'failed',
    }),
  );
}

/** Modules her teams solved while she was a member. */
function teamModulesOf(db: Database, employeeId: string): HistoryEntry[] {
  return creditedModules(db, { employeeId }).map(({ completedOn: on, title, chainTitle, teamName }) => ({
    kind: 'teamModule',
    on,
    title,
    chainTitle,
    teamName,
  }));
}

function teamsOf(db: Database, employeeId: string): HistoryEntry[] {
  return db
    .select({ teamName: teams.name, from: teamMemberships.fromDate, to: teamMemberships.toDate })
    .from(teamMemberships)
    .innerJoin(teams, eq(teams.id, teamMemberships.teamId))
    .where(eq(teamMemberships.employeeId, employeeId))
    .all()
    .flatMap(({ teamName, from, to }): HistoryEntry[] => [
      { kind: 'team', on: from, change: 'joined', teamName },
      ...(to ? [{ kind: 'team' as const, on: to, change: 'left' as const, teamName }] : []),
    ]);
}

function leadersOf(db: Database, employeeId: string): HistoryEntry[] {
  return db
    .select({
      leaderName: employees.name,
      on: responsibleLeaders.fromDate,
      until: responsibleLeaders.toDate,
    })
    .from(responsibleLeaders)
    .innerJoin(employees, eq(employees.id, responsibleLeaders.leaderId))
    .where(eq(responsibleLeaders.employeeId, employeeId))
    .all()
    .map((row) => ({ kind: 'leader', ...row }));
}

function leavesOf(db: Database, employeeId: string): HistoryEntry[] {
  return db
    .select({ on: leaves.fromDate, until: leaves.toDate })
    .from(leaves)
    .where(and(eq(leaves.employeeId, employeeId), isNull(leaves.removedAt)))
    .all()
    .map((row) => ({ kind: 'leave', ...row }));
}

/** Her own talks, and those with a team that she took part in. */
function talksOf(db: Database, employeeId: string): HistoryEntry[] {
  const tookPart = db
    .select({ id: talkParticipants.talkId })
    .from(talkParticipants)
    .where(eq(talkParticipants.employeeId, employeeId));
  return db
    .select({
      on: talks.heldOn,
      talkId: talks.id,
      talkKind: talks.kind,
      teamName: teams.name,
      leaderName: talks.leaderName,
      isClosed: sql<number>`${talks.closedAt} is not null`,
    })
    .from(talks)
    .leftJoin(teams, eq(teams.id, talks.teamId))
    .where(and(isNull(talks.removedAt), or(eq(talks.employeeId, employeeId), inArray(talks.id, tookPart))))
    .all()
    .map((row) => ({ kind: 'talk', ...row, isClosed: row.isClosed === 1 }));
}

function ratingsOf(db: Database, employeeId: string): HistoryEntry[] {
  const shown = revealedTalks(db, eq(talks.employeeId, employeeId));
  const axes = wordings(
    db,
    shown.map(({ versionId }) => versionId),
  );
  return shown.flatMap(({ id: talkId, heldOn, versionId }): HistoryEntry[] => {
    const own = axes.filter((axis) => axis.versionId === versionId);
    const [first] = own;
    if (!first) return [];
    const { spiderName, versionNumber } = first;
    return [{ kind: 'ratings', on: heldOn, talkId, spiderName, versionNumber, competences: own.length }];
  });
}

function promisesOf(db: Database, employeeId: string): HistoryEntry[] {
  const markedIn = alias(talks, 'marked_in');
  return db
    .select({ row: agreements, talkHeldOn: talks.heldOn, markedOn: markedIn.heldOn })
    .from(agreements)
    .leftJoin(talks, eq(talks.id, agreements.talkId))
    .leftJoin(markedIn, eq(markedIn.id, agreements.markedInTalkId))
    .where(and(eq(agreements.employeeId, employeeId), isNull(agreements.removedAt)))
    .all()
    .map(({ row, talkHeldOn, markedOn }) => ({
      kind: 'promise',
      on: talkHeldOn ?? localDay(row.createdAt),
      agreementId: row.id,
      talkId: row.talkId,
      competence: row.competence,
      activity: row.activity,
      who: row.who,
      giver: row.giver,
      receiver: row.receiver,
      dueOn: row.dueOn,
      state: row.state,
      stateReason: row.stateReason,
      markedOn,
    }));
}

function plansOf(db: Database, employeeId: string): HistoryEntry[] {
  return db
    .select({
      createdAt: trainingPlans.createdAt,
      planYear: trainingPlans.schoolYear,
      status: trainingPlans.status,
      version: trainingPlans.version,
      lines: count(agreements.id),
    })
    .from(trainingPlans)
    .leftJoin(planLines, eq(planLines.planId, trainingPlans.id))
    .leftJoin(agreements, and(eq(agreements.id, planLines.agreementId), isNull(agreements.removedAt)))
    .where(eq(trainingPlans.employeeId, employeeId))
    .groupBy(trainingPlans.id)
    .all()
    .map(({ createdAt, ...row }) => ({ kind: 'plan', on: localDay(createdAt), ...row }));
}

function signaturesOf(db: Database, employeeId: string): HistoryEntry[] {
  return db
    .select({
      signedAt: signatures.signedAt,
      party: signatures.party,
      name: signatures.name,
      wording: signatures.wording,
      documentId: documents.id,
      documentKind: documents.kind,
      version: documents.version,
      planYear: trainingPlans.schoolYear,
    })
    .from(signatures)
    .innerJoin(documents, eq(documents.id, signatures.documentId))
    .leftJoin(trainingPlans, eq(trainingPlans.id, documents.planId))
    .where(eq(documents.employeeId, employeeId))
    .all()
    .map(({ signedAt, documentKind, ...row }) => ({
      kind: 'signature',
      on: localDay(signedAt),
      documentKind: documentKind === 'trainingPlan' || documentKind === 'minutes' ? documentKind : 'other',
      ...row,
    }));
}
