import type { InputOf } from '@shared/contract';
import { localDate } from '@shared/domain/dates';
import { missingWords } from '@shared/domain/promises';
import { refuse, type Text } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../open';
import { agreements, talks } from '../schema/talks';
import { dropPlanLine, planOfLine, savePlanLine, touchPlanOf } from './plan-lines';
import { refuseIfFixed } from './plans';
import { earlierPromises, keepFollowUpWhole, refuseBeforeFollowUp } from './promises';
import { theEmployee } from './staff';
import { subjectKey, theTeam } from './subjects';
import { refuseIfClosed, theOpenTalk } from './the-talk';

type AgreementWords = Omit<InputOf<'agreements', 'save'>, 'id'>;
type NamedWords = AgreementWords & { readonly id: string };

/**
 * Makes an agreement under `id`, and with `plan` its line of the year's plan, in the transaction of the caller. Refuses
 * what is not whole (R003-01), a closed talk, an agreed or signed plan, and a talk that has not followed up yet.
 */
export function makeAgreement(db: Database, input: NamedWords, now: Date): void {
  const talk = input.talkId ? theOpenTalk(db, input.talkId) : null;
  if (talk && subjectKey(talk) !== subjectKey(input)) throw refuse('invalid', otherSubject);
  refuseBadSubject(db, input);
  if (talk) refuseBeforeFollowUp(earlierPromises(db, talk));
  refuseIfIncomplete(input, [localDate(now), talk?.heldOn ?? ''].sort().find(Boolean));
  const { plan, ...words } = input;
  const row = { ...words, schoolYear: talk?.schoolYear ?? input.schoolYear };
  const born = { state: 'open', stateReason: '', createdAt: now.toISOString() } as const;
  db.insert(agreements)
    .values({ ...row, ...born })
    .run();
  writePlanPart(db, row, plan, now);
}

/** Changes an agreement that stands. It keeps its talk and its year; refuses what is fixed or settled. */
export function changeAgreement(db: Database, input: NamedWords, now: Date): void {
  const before = theAgreement(db, input.id);
  refuseIfFixedAgreement(db, before);
  refuseIfSettled(db, before);
  if (subjectKey(before) !== subjectKey(input)) throw refuse('invalid', otherSubject);
  refuseBadSubject(db, input);
  refuseIfIncomplete(input, null);
  const { plan, ...words } = input;
  // A promise outlives the talk it was made in, should that be removed.
  const row = { ...words, talkId: before.talkId, schoolYear: before.schoolYear };
  db.update(agreements).set(row).where(eq(agreements.id, input.id)).run();
  writePlanPart(db, row, plan, now);
}

/** Takes an agreement away; its line of the plan goes with it. Refuses what is fixed or settled. */
export function removeAgreement(db: Database, id: string, now: Date): void {
  const before = theAgreement(db, id);
  refuseIfFixedAgreement(db, before);
  refuseIfSettled(db, before);
  db.update(agreements).set({ removedAt: now.toISOString() }).where(eq(agreements.id, id)).run();
  touchPlanOf(db, id, now);
}

export function restoreAgreement(db: Database, id: string, now: Date): void {
  const before = theAgreement(db, id, { removed: true });
  refuseIfFixedAgreement(db, before);
  db.update(agreements).set({ removedAt: null }).where(eq(agreements.id, id)).run();
  touchPlanOf(db, id, now);
  keepFollowUpWhole(db, before);
}

function writePlanPart(
  db: Database,
  row: Omit<NamedWords, 'plan'>,
  plan: NamedWords['plan'],
  now: Date,
): void {
  const { employeeId } = row;
  if (plan && employeeId) savePlanLine(db, { ...row, employeeId, plan }, now);
  else dropPlanLine(db, row.id, now);
  keepFollowUpWhole(db, row);
}

const otherSubject: Text = {
  da: 'Aftalen hører til en anden medarbejder eller et andet team.',
  en: 'The agreement belongs to another employee or another team.',
};

/** A promise is one employee's or one team's, and a team has no training plan. */
function refuseBadSubject(db: Database, { employeeId, teamId, plan }: AgreementWords): void {
  if ((employeeId === null) === (teamId === null)) {
    throw refuse('invalid', {
      da: 'En aftale laves med én medarbejder eller ét team.',
      en: 'An agreement is made with one employee or one team.',
    });
  }
  if (employeeId) theEmployee(db, employeeId);
  else theTeam(db, teamId ?? '');
  if (teamId && plan) {
    throw refuse('invalid', {
      da: 'Et team har ingen uddannelsesplan. Gem aftalen uden plads i planen.',
      en: 'A team has no training plan. Save the agreement without a place in the plan.',
    });
  }
}

type AgreementRow = typeof agreements.$inferSelect;

/** An agreement that stands, or one that was removed; refuses `not-found`. */
export function theAgreement(db: Database, id: string, { removed = false } = {}): AgreementRow {
  const row = db.select().from(agreements).where(eq(agreements.id, id)).get();
  if (!row || (row.removedAt !== null) !== removed) {
    throw refuse('not-found', { da: 'Aftalen findes ikke længere.', en: 'The agreement no longer exists.' });
  }
  return row;
}

/** An agreement of a closed talk, or a line of a plan that is agreed or signed, stays as it was written. */
function refuseIfFixedAgreement(db: Database, row: AgreementRow): void {
  if (row.talkId) {
    const talk = db.select({ closedAt: talks.closedAt }).from(talks).where(eq(talks.id, row.talkId)).get();
    if (talk) refuseIfClosed(talk);
  }
  const plan = planOfLine(db, row.id);
  if (plan) refuseIfFixed(plan);
}

/** What a closed talk has followed up stays as that talk marked it. */
export function refuseIfSettled(db: Database, row: AgreementRow): void {
  if (!row.markedInTalkId) return;
  const talk = db
    .select({ closedAt: talks.closedAt })
    .from(talks)
    .where(eq(talks.id, row.markedInTalkId))
    .get();
  if (!talk?.closedAt) return;
  throw refuse('conflict', {
    da: 'En lukket samtale har fulgt op på aftalen. Genåbn samtalen for at ændre det.',
    en: 'A closed talk has followed up on the agreement. Reopen the talk to change that.',
  });
}

/** The four of R003-01, and for a plan line the task it springs from (R000-10); a new promise lies ahead. */
function refuseIfIncomplete(input: AgreementWords, earliest: string | null | undefined): void {
  const fields: Record<string, Text> = missingWords(input);
  if (earliest && input.dueOn && input.dueOn < earliest) {
    fields.dueOn = {
      da: 'Datoen er passeret. Vælg en senere.',
      en: 'The date has passed. Choose a later one.',
    };
  }
  if (input.plan?.taskName === '') {
    fields.taskName = {
      da: 'Skriv den opgave, behovet udspringer af.',
      en: 'Enter the task the need arises from.',
    };
  }
  if (Object.keys(fields).length === 0) return;
  throw refuse(
    'invalid',
    {
      da: 'Aftalen kan ikke gemmes endnu. Ret de markerede felter.',
      en: 'The agreement cannot be saved yet. Correct the marked fields.',
    },
    fields,
  );
}
