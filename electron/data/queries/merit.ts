import { createHash, randomUUID } from 'node:crypto';
import {
  type MeritCaseParts,
  type MeritDecisionParts,
  meritCaseParts,
  meritDecisionParts,
} from '@shared/contract/merit-package';
import { isSamePerson } from '@shared/domain/merit-case';
import { type MeritHistory, mergeHistories, standingOf } from '@shared/domain/merit-history';
import { refuse } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Database } from '../open';
import { meritCases, meritEvidence, meritPositions, meritSteps } from '../schema/merit';
import { attachmentBytes, storeAttachment } from './attachments';
import { evidenceOf, historyOf, keepStanding, readCase } from './merit-case';

type Package = {
  parts: Record<string, unknown>;
  attachments: { id: string; bytes: Buffer }[];
};
/** What the writing needs of an opened `.spind` file. */
type Opened = {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly attachments: ReadonlyMap<string, Buffer>;
};

/** A case for HR, as it was handed in, with papers, attachments and all rounds. Refuses a case that is being written. */
export function casePackage(db: Database, caseId: string): Package {
  const one = readCase(db, caseId);
  const { appliedOn, state, requirement, application, applicantName, applicantTitle, createdAt } = one;
  if (state === 'draft' || !appliedOn) {
    throw refuse('conflict', {
      da: 'Ansøgningen er en kladde. Send den ind først.',
      en: 'The application is a draft. Submit it first.',
    });
  }
  const parts: MeritCaseParts = {
    case: { id: one.id, applicantName, applicantTitle, requirement, application, appliedOn, createdAt },
    evidence: one.evidence.map(({ attachment, covers, ...paper }) => ({
      ...paper,
      covers: [...covers],
      attachment: attachment && { id: attachment.id, name: attachment.name, sha256: attachment.sha256 },
    })),
    history: { steps: [...one.steps], positions: [...one.positions] },
  };
  const attached = one.evidence.flatMap(({ attachment }) => (attachment ? [attachment.id] : []));
  return {
    parts,
    attachments: attached.map((id) => ({ id, bytes: attachmentBytes(db, id).bytes })),
  };
}

/** What was decided, and by whom, in all rounds, for the school the case came from. */
export function decisionPackage(db: Database, caseId: string): Package {
  const { id, applicantName, state, round, ects, decidedOn, steps, positions } = readCase(db, caseId);
  const parts: MeritDecisionParts = {
    decision: { caseId: id, applicantName, state, round, ects, decidedOn },
    history: { steps: [...steps], positions: [...positions] },
  };
  return { parts, attachments: [] };
}

/**
 * Takes a case in at HR: new, or as its school has changed it since. Application and papers are those of the newest
 * handing in, whatever the order they arrive in; positions and steps of both sides are kept. The same file once more
 * changes nothing. Runs in the caller's transaction. Refuses what is not whole and what is another school's.
 */
export function writeIncomingCase(
  db: Database,
  opened: Opened,
  partnerId: string,
  now: Date,
): { caseId: string; isChanged: boolean } {
  const parts = theParts(meritCaseParts, opened);
  const caseId = parts.case.id;
  const known = db.select().from(meritCases).where(eq(meritCases.id, caseId)).get();
  if (known && (known.partnerId !== partnerId || known.employeeId)) {
    throw refuse('conflict', {
      da: 'Sagen hører til en anden skole. Den er ikke ændret.',
      en: 'The case belongs to another school. It is unchanged.',
    });
  }
  const { positions, steps } = parts.history;
  const own = known ? historyOf(db, caseId) : { positions: [], steps: [] };
  const before = known && JSON.stringify([readCase(db, caseId), own]);
  const { applicantName, applicantTitle, application, appliedOn, createdAt } = parts.case;
  if (!known || handIns({ steps }) > handIns(own)) {
    const content = {
      applicantName,
      applicantTitle,
      application,
      appliedOn,
      requirement: JSON.stringify(parts.case.requirement),
    };
    const born = { state: 'submitted', round: 1, createdAt } as const;
    db.insert(meritCases)
      .values({ id: caseId, partnerId, ...content, ...born })
      .onConflictDoUpdate({ target: meritCases.id, set: content })
      .run();
    writeEvidence(db, caseId, parts.evidence, opened.attachments, now);
  }
  refuseForeignPositions(own, parts.history);
  writeHistory(db, caseId, own, { positions, steps });
  keepStanding(db, caseId, now);
  const after = JSON.stringify([readCase(db, caseId), historyOf(db, caseId)]);
  return { caseId, isChanged: before !== after };
}

/**
 * Takes HR's answer in at the school: the positions of all rounds; state, points, day and ledger follow from them. The
 * same answer once more changes nothing. Runs in the caller's transaction. Refuses an answer to another or an unknown
 * case, to an older round, to what has been taken back or withdrawn, and one that says else than its positions.
 */
export function writeIncomingDecision(
  db: Database,
  opened: Opened,
  now: Date,
): { caseId: string; isChanged: boolean } {
  const { decision, history } = theParts(meritDecisionParts, opened);
  const { caseId } = decision;
  const row = db.select().from(meritCases).where(eq(meritCases.id, caseId)).get();
  const isHere = row?.employeeId && !row.removedAt && isSamePerson(row.applicantName, decision.applicantName);
  if (!isHere) {
    throw refuse('not-found', {
      da: 'Svaret gælder en ansøgning, der ikke findes her. Intet er ændret.',
      en: 'The answer concerns an application that is not here. Nothing is changed.',
    });
  }
  const own = readCase(db, caseId);
  if (own.state === 'withdrawn' || own.state === 'draft') {
    throw refuse('conflict', {
      da: 'Ansøgningen er trukket tilbage eller ved at blive rettet, siden den blev sendt. Svaret er ikke læst ind.',
      en: 'The application was withdrawn or taken back since it was sent. The answer was not imported.',
    });
  }
  const said = standingOf(history, own.requirement.applied);
  if (said.state !== decision.state || said.round !== decision.round || said.ects !== decision.ects) {
    throw refuse('invalid', {
      da: 'Afgørelsen i filen passer ikke med de to stillinger i den. Intet er ændret.',
      en: 'The decision in the file does not match the two positions in it. Nothing is changed.',
    });
  }
  if (said.round < own.round) {
    throw refuse('conflict', {
      da: `Svaret gælder runde ${said.round}, men sagen er i runde ${own.round}. Intet er ændret.`,
      en: `The answer concerns round ${said.round}, but the case is in round ${own.round}. Nothing is changed.`,
    });
  }
  const isChanged = writeHistory(db, caseId, own, history);
  if (isChanged) keepStanding(db, caseId, now);
  return { caseId, isChanged };
}

/**
 * A school's file may tell of rounds that are over: what HR said in them comes back as HR sent it, also to an HR that has
 * lost it. The round the case is in is HR's alone to decide, and so is every later one: a position there that HR does not
 * hold itself is not HR's. In a round that was withdrawn nothing counts any more, since resuming begins another.
 */
function refuseForeignPositions(own: MeritHistory, incoming: MeritHistory): void {
  const steps = [...own.steps, ...incoming.steps];
  const round = steps.reduce((newest, step) => Math.max(newest, step.round), 1);
  const isOver = steps.some((step) => step.round === round && step.move === 'withdraw');
  const open = isOver ? round + 1 : round;
  const foreign = incoming.positions.find(
    (position) =>
      position.round >= open &&
      own.positions.every(({ round, role }) => round !== position.round || role !== position.role),
  );
  if (!foreign) return;
  throw refuse('forbidden', {
    da: `Filen har en stillingtagen med til runde ${foreign.round}, som I afgør her. En skole kan ikke sende den. Sagen er ikke ændret.`,
    en: `The file brings a position for round ${foreign.round}, which is yours to decide. A school cannot send one. The case is unchanged.`,
  });
}

/** Every time the applicant has handed in, the content may be another: the side that knows more of them has the newest. */
const handIns = ({ steps }: Pick<MeritHistory, 'steps'>) =>
  steps.filter(({ move }) => move === 'submit' || move === 'answer').length;

function theParts<S extends z.ZodType>(shape: S, { parts }: Opened): z.output<S> {
  const read = shape.safeParse(parts);
  if (read.success) return read.data;
  throw refuse('invalid', {
    da: 'Filen er ikke en hel meritsag. Bed afsenderen om at sende den igen.',
    en: 'The file is not a whole merit case. Ask the sender to send it again.',
  });
}

/** Adds what is new of a history; whether there was anything. Rows that are there are never changed. */
function writeHistory(db: Database, caseId: string, own: MeritHistory, incoming: MeritHistory): boolean {
  const merged = mergeHistories(
    { steps: own.steps, positions: own.positions },
    { steps: incoming.steps, positions: incoming.positions },
  );
  const steps = merged.steps.filter(({ id }) => own.steps.every((step) => step.id !== id));
  const positions = merged.positions.filter(({ round, role }) =>
    own.positions.every((position) => position.round !== round || position.role !== role),
  );
  for (const step of steps) {
    if (db.select().from(meritSteps).where(eq(meritSteps.id, step.id)).get()) throw ofAnother();
    db.insert(meritSteps)
      .values({ caseId, ...step })
      .run();
  }
  for (const position of positions) {
    db.insert(meritPositions)
      .values({ id: randomUUID(), caseId, ...position })
      .run();
  }
  return steps.length + positions.length > 0;
}

/** The papers as they came: those that are gone are removed, attachments are stored once and byte by byte. */
function writeEvidence(
  db: Database,
  caseId: string,
  papers: MeritCaseParts['evidence'],
  files: ReadonlyMap<string, Buffer>,
  now: Date,
): void {
  const before = new Map(evidenceOf(db, caseId).map((paper) => [paper.id, paper]));
  db.update(meritEvidence)
    .set({ removedAt: now.toISOString() })
    .where(and(eq(meritEvidence.caseId, caseId), isNull(meritEvidence.removedAt)))
    .run();
  for (const [position, { attachment, covers, ...paper }] of papers.entries()) {
    const there = db.select().from(meritEvidence).where(eq(meritEvidence.id, paper.id)).get();
    if (there && there.caseId !== caseId) throw ofAnother();
    const kept = before.get(paper.id)?.attachment;
    const attachmentId =
      attachment && kept?.sha256 === attachment.sha256
        ? kept.id
        : attachment &&
          storeAttachment(db, { name: attachment.name, bytes: theFile(files, attachment) }, now);
    const row = { ...paper, caseId, covers: JSON.stringify(covers), attachmentId, position, removedAt: null };
    db.insert(meritEvidence).values(row).onConflictDoUpdate({ target: meritEvidence.id, set: row }).run();
  }
}

function theFile(files: ReadonlyMap<string, Buffer>, { id, sha256 }: { id: string; sha256: string }): Buffer {
  const bytes = files.get(id);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) throw notWhole();
  return bytes;
}

const notWhole = () =>
  refuse('invalid', {
    da: 'Et bilag i filen mangler eller er ændret undervejs. Bed afsenderen om at sende den igen.',
    en: 'An attachment in the file is missing or was changed on the way. Ask the sender to send it again.',
  });

const ofAnother = () =>
  refuse('conflict', {
    da: 'Noget i filen hører til en anden sag. Intet er ændret.',
    en: 'Something in the file belongs to another case. Nothing is changed.',
  });
