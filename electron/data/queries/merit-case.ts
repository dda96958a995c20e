import { randomUUID } from 'node:crypto';
import { type MeritRequirement, meritRequirement } from '@shared/contract/merit-package';
import { localDate } from '@shared/domain/dates';
import type { MeritCase } from '@shared/domain/merit-case';
import { decidedAt, type MeritHistory, standingOf } from '@shared/domain/merit-history';
import type { MeritMove } from '@shared/domain/merit-states';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../open';
import { attachments } from '../schema/leader-training';
import { meritCases, meritEvidence, meritPositions, meritSteps } from '../schema/merit';
import { followLedger } from './merit-ledger';

type CaseRow = typeof meritCases.$inferSelect;

/** A paper of a case, with what is known of its attachment without reading its bytes. */
export type CaseEvidence = {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly year: number | null;
  readonly ects: number;
  readonly learningGoals: string;
  readonly covers: readonly string[];
  readonly attachment: { id: string; name: string; size: number; sha256: string } | null;
};

/** A case with everything in it: application, papers, all rounds. Nothing is hidden here; what a reader may see, the handler says. */
export type WholeCase = Omit<CaseRow, 'requirement'> & {
  readonly requirement: MeritRequirement;
  readonly evidence: readonly CaseEvidence[];
  readonly positions: MeritHistory['positions'];
  readonly steps: MeritHistory['steps'];
};

const names = z.array(z.string());

/** A case that is there and not removed; refuses `not-found`. */
export function readCase(db: Database, caseId: string): WholeCase {
  const row = db.select().from(meritCases).where(eq(meritCases.id, caseId)).get();
  if (!row || row.removedAt) {
    throw refuse('not-found', {
      da: 'Meritansøgningen findes ikke længere.',
      en: 'The merit application no longer exists.',
    });
  }
  const { steps, positions } = historyOf(db, caseId);
  return {
    ...row,
    requirement: meritRequirement.parse(JSON.parse(row.requirement)),
    evidence: evidenceOf(db, caseId),
    positions,
    steps,
  };
}

/** The papers of a case in their order. */
export function evidenceOf(db: Database, caseId: string): CaseEvidence[] {
  return db
    .select({
      evidence: meritEvidence,
      name: attachments.name,
      size: attachments.size,
      sha256: attachments.sha256,
    })
    .from(meritEvidence)
    .leftJoin(attachments, eq(attachments.id, meritEvidence.attachmentId))
    .where(and(eq(meritEvidence.caseId, caseId), isNull(meritEvidence.removedAt)))
    .orderBy(asc(meritEvidence.position))
    .all()
    .map(({ evidence, name, size, sha256 }) => ({
      id: evidence.id,
      title: evidence.title,
      provider: evidence.provider,
      year: evidence.year,
      ects: evidence.ects,
      learningGoals: evidence.learningGoals,
      covers: names.parse(JSON.parse(evidence.covers)),
      attachment:
        evidence.attachmentId && name !== null && size !== null && sha256 !== null
          ? { id: evidence.attachmentId, name, size, sha256 }
          : null,
    }));
}

/** Everything that has happened in a case, oldest first. */
export function historyOf(db: Database, caseId: string): MeritHistory {
  return {
    steps: db
      .select({
        id: meritSteps.id,
        round: meritSteps.round,
        move: meritSteps.move,
        reason: meritSteps.reason,
        at: meritSteps.at,
      })
      .from(meritSteps)
      .where(eq(meritSteps.caseId, caseId))
      .orderBy(asc(meritSteps.round), asc(meritSteps.at))
      .all(),
    positions: db
      .select({
        round: meritPositions.round,
        role: meritPositions.role,
        name: meritPositions.name,
        verdict: meritPositions.verdict,
        ects: meritPositions.ects,
        reason: meritPositions.reason,
        takenAt: meritPositions.takenAt,
      })
      .from(meritPositions)
      .where(eq(meritPositions.caseId, caseId))
      .orderBy(asc(meritPositions.round), asc(meritPositions.takenAt))
      .all(),
  };
}

/** The case as the rules of `merit-case.ts` read it. */
export const asRulesSee = ({
  state,
  round,
  applicantName,
  ects,
  positions,
  requirement,
}: WholeCase): MeritCase => ({
  state,
  round,
  applicantName,
  ects,
  positions,
  applied: requirement.applied,
});

/** Writes a move into the history. The case itself follows with `keepStanding`. */
export function addStep(
  db: Database,
  step: { caseId: string; round: number; move: MeritMove; reason: string },
  now: Date,
): void {
  db.insert(meritSteps)
    .values({ id: randomUUID(), ...step, at: now.toISOString() })
    .run();
}

/**
 * Brings a case to where its history says it stands: state, round, points and day; and in a school's own file the ledger
 * after it. The only place where a case's state is written.
 */
export function keepStanding(db: Database, caseId: string, now: Date): WholeCase {
  const { requirement } = readCase(db, caseId);
  const history = historyOf(db, caseId);
  const standing = standingOf(history, requirement.applied);
  const at = decidedAt(history, standing);
  db.update(meritCases)
    .set({ ...standing, decidedOn: at && localDate(new Date(at)) })
    .where(eq(meritCases.id, caseId))
    .run();
  const whole = readCase(db, caseId);
  followLedger(db, whole, now);
  return whole;
}
