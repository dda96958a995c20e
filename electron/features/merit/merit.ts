import { randomUUID } from 'node:crypto';
import type { merit as contract } from '@shared/contract/merit';
import { localDate } from '@shared/domain/dates';
import { isDecided, meritMoveRules, move as moveCase, takePosition } from '@shared/domain/merit-case';
import { precedentsFor } from '@shared/domain/merit-precedents';
import { refuse } from '@shared/domain/text';
import { and, eq, isNull, notInArray } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { isHrFile } from '../../data/queries/hr';
import { addStep, asRulesSee, keepStanding, readCase, type WholeCase } from '../../data/queries/merit-case';
import { decidedCases } from '../../data/queries/merit-precedents';
import { type Applicant, applicantOn, applicantsOn } from '../../data/queries/merit-requirement';
import { refuseIfElsewhere } from '../../data/queries/merit-travel';
import { theEmployee } from '../../data/queries/staff';
import { meritCases, meritPositions } from '../../data/schema/merit';
import type { Handlers } from '../context';
import { answerOf, isRemovable, partiesHere, rowOf } from './answer';
import { evidenceHandlers, refuseIfFixed } from './evidence';

/** Merit for what a leader has learnt already: applied for by her, decided by two (R002-12, DOMAIN 0.4, 4.6). */
export const meritHandlers: Handlers<typeof contract> = {
  ...evidenceHandlers,

  list({ db, now }) {
    const today = localDate(now());
    const cases = db
      .select({ id: meritCases.id })
      .from(meritCases)
      .where(isNull(meritCases.removedAt))
      .all()
      .map(({ id }) => rowOf(db, readCase(db, id), today));
    const closed = ({ state }: { state: (typeof cases)[number]['state'] }) =>
      isDecided(state) || state === 'withdrawn';
    const day = (one: (typeof cases)[number]) => one.decidedOn ?? one.appliedOn ?? '9999';
    // Open ones first, the oldest of them on top; then the closed ones, newest first.
    return {
      isHr: isHrFile(db),
      cases: cases.sort(
        (a, b) =>
          Number(closed(a)) - Number(closed(b)) ||
          (closed(a) ? day(b).localeCompare(day(a)) : day(a).localeCompare(day(b))) ||
          a.id.localeCompare(b.id),
      ),
    };
  },

  get: ({ db, now }, { caseId }) => answerOf(db, readCase(db, caseId), localDate(now())),

  applicants: ({ db, now }) => ({
    applicants: applicantsOn(db, localDate(now())).map(({ employeeId, name, title, requirement }) => ({
      employeeId,
      name,
      title,
      requirementName: requirement.name,
      missing: requirement.applied,
      openCaseId: openCaseOf(db, employeeId),
    })),
  }),

  start(context, { employeeId }) {
    const { db } = context;
    const open = openCaseOf(db, employeeId);
    if (open) return { caseId: open };
    const caseId = randomUUID();
    return context.write(
      { action: 'merit.started', entity: 'meritCase', entityId: caseId, fields: ['requirement'] },
      (tx) => {
        const { name, title, requirementId, requirement } = theApplicant(
          tx,
          employeeId,
          localDate(context.now()),
        );
        tx.insert(meritCases)
          .values({
            id: caseId,
            employeeId,
            applicantName: name,
            applicantTitle: title,
            requirementId,
            requirement: JSON.stringify(requirement),
            application: '',
            state: 'draft',
            round: 1,
            createdAt: context.now().toISOString(),
          })
          .run();
        return { caseId };
      },
    );
  },

  saveApplication(context, { caseId, application }) {
    const entry = { action: 'merit.written', entity: 'meritCase', entityId: caseId, fields: ['application'] };
    return context.write(entry, (db) => {
      refuseIfFixed(readCase(db, caseId));
      db.update(meritCases).set({ application }).where(eq(meritCases.id, caseId)).run();
      return {};
    });
  },

  precedents({ db }, { caseId }) {
    const { evidence } = readCase(db, caseId);
    return { precedents: precedentsFor(evidence, decidedCases(db, caseId)) };
  },

  takePosition(context, { caseId, round, ...said }) {
    const entry = {
      action: 'merit.position',
      entity: 'meritCase',
      entityId: caseId,
      fields: [said.role, 'verdict', 'reason'],
    };
    return context.write(entry, (db) => {
      const one = readCase(db, caseId);
      refuseIfMovedOn(one, round);
      refuseIfElsewhere(db, one);
      const position = takePosition(asRulesSee(one), said).positions.at(-1);
      if (!position) throw movedOn();
      db.insert(meritPositions)
        .values({ id: randomUUID(), caseId, ...position, takenAt: context.now().toISOString() })
        .run();
      return { state: keepStanding(db, caseId, context.now()).state };
    });
  },

  move(context, { caseId, round, move, reason }) {
    const now = context.now();
    const entry = {
      action: `merit.${move}`,
      entity: 'meritCase',
      entityId: caseId,
      fields: ['state', 'reason'],
    };
    return context.write(entry, (db) => {
      const one = readCase(db, caseId);
      refuseIfMovedOn(one, round);
      if (!partiesHere(one).includes(meritMoveRules[move].by)) {
        throw refuse('forbidden', {
          da: 'Det kan kun gøres i den skoles Spind, som ansøgningen kommer fra.',
          en: 'That can only be done in the Spind of the school the application comes from.',
        });
      }
      const next = moveCase(asRulesSee(one), move, reason);
      if (next.state === 'submitted') refuseIfIncomplete(one);
      if (move === 'submit') handIn(db, one, localDate(now));
      addStep(db, { caseId, round: next.round, move, reason: reason.trim() }, now);
      return { state: keepStanding(db, caseId, now).state };
    });
  },

  remove(context, { caseId }) {
    return context.write({ action: 'merit.removed', entity: 'meritCase', entityId: caseId }, (db) => {
      if (!isRemovable(readCase(db, caseId))) {
        throw refuse('conflict', {
          da: 'Ansøgningen har været sendt ind. Træk den tilbage med en begrundelse i stedet.',
          en: 'The application has been submitted. Withdraw it with a reason instead.',
        });
      }
      setRemoved(db, caseId, context.now().toISOString());
      return {};
    });
  },

  restore(context, { caseId }) {
    return context.write({ action: 'merit.restored', entity: 'meritCase', entityId: caseId }, (db) => {
      const row = db.select().from(meritCases).where(eq(meritCases.id, caseId)).get();
      const open = row?.employeeId && openCaseOf(db, row.employeeId);
      if (open) {
        throw refuse('conflict', {
          da: 'Der er begyndt en ny ansøgning imens.',
          en: 'A new application has been begun meanwhile.',
        });
      }
      setRemoved(db, caseId, null);
      readCase(db, caseId);
      return {};
    });
  },
};

const setRemoved = (db: Database, caseId: string, removedAt: string | null) => {
  db.update(meritCases).set({ removedAt }).where(eq(meritCases.id, caseId)).run();
};

/** The case of a leader that is neither decided nor withdrawn. */
function openCaseOf(db: Database, employeeId: string): string | null {
  const open = db
    .select({ id: meritCases.id })
    .from(meritCases)
    .where(
      and(
        eq(meritCases.employeeId, employeeId),
        isNull(meritCases.removedAt),
        notInArray(meritCases.state, ['granted', 'partly', 'refused', 'withdrawn']),
      ),
    )
    .get();
  return open?.id ?? null;
}

/** Who applies against what; refuses where there is no requirement, and where nothing is missing of it. */
function theApplicant(db: Database, employeeId: string, today: string): Applicant {
  const found = applicantOn(db, theEmployee(db, employeeId).id, today);
  if (!found) {
    throw refuse('conflict', {
      da: 'Der er intet ECTS-krav til stillingen. Vælg kategorien under Lederuddannelse først.',
      en: 'There is no ECTS requirement for the post. Choose the category under Leadership training first.',
    });
  }
  if (found.requirement.applied === 0) {
    throw refuse('conflict', {
      da: 'Kravet er allerede opfyldt, så der er ikke noget at søge merit for.',
      en: 'The requirement is already met, so there is nothing to apply for.',
    });
  }
  return found;
}

function refuseIfIncomplete({ application, evidence }: WholeCase): void {
  if (application.trim() === '') {
    const text = {
      da: 'Skriv ansøgningen, før den sendes ind.',
      en: 'Write the application before it is submitted.',
    };
    throw refuse('invalid', text, { application: text });
  }
  if (evidence.length === 0) {
    throw refuse('invalid', {
      da: 'Læg mindst ét papir ved ansøgningen, før den sendes ind.',
      en: 'Add at least one paper to the application before it is submitted.',
    });
  }
}

/** The application quotes the requirement and the post as they stand on the day it is handed in. */
function handIn(db: Database, { id, employeeId }: WholeCase, today: string): void {
  const { title, requirementId, requirement } = theApplicant(db, employeeId ?? '', today);
  // The name stays the one it was begun under: by it an answer finds its case.
  db.update(meritCases)
    .set({
      requirementId,
      requirement: JSON.stringify(requirement),
      applicantTitle: title,
      appliedOn: today,
    })
    .where(eq(meritCases.id, id))
    .run();
}

const movedOn = () =>
  refuse('conflict', {
    da: 'Sagen er gået videre, siden siden blev åbnet. Se, hvad der er sket, og prøv igen.',
    en: 'The case has moved on since the page was opened. See what has happened and try again.',
  });

function refuseIfMovedOn(one: WholeCase, round: number): void {
  if (one.round !== round) throw movedOn();
}
