import { randomUUID } from 'node:crypto';
import { employmentState } from '@shared/domain/employment';
import { schoolYearOf } from '@shared/domain/school-year';
import { agendaOf, standardForm } from '@shared/domain/talk-areas';
import { horizonMonths, isTeamKind, type TalkKind } from '@shared/domain/talk-kinds';
import { type Language, refuse, type Text } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../open';
import { employees } from '../schema/employees';
import { talkParticipants, talks } from '../schema/talks';
import { leaderOf, schoolLeader } from './leaders';
import { newestVersion, teamIdsOn, theEmployee } from './staff';
import { about, membersOn, type Subject, subjectName, theTeam } from './subjects';
import { areasOf, formFor } from './talk-forms';

export type NewTalk = {
  readonly kind: TalkKind;
  readonly employeeId: string | null;
  readonly teamId: string | null;
  /** Who holds it; null for the responsible leader on the day. */
  readonly leaderId: string | null;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
  /** Employees who take part in a talk with a team; its members on the day when not given. */
  readonly participants?: readonly string[] | undefined;
};

/**
 * Makes a talk on the newest published spider and form, and answers its id. Call inside a transaction. Refuses somebody
 * who is not employed on the day, a kind that does not fit, and a second open talk of the same kind.
 */
export function planTalk(
  db: Database,
  talk: NewTalk,
  { now, language }: { now: Date; language: Language },
): string {
  const { kind, employeeId, teamId, heldOn } = talk;
  if (isTeamKind(kind) !== (teamId !== null) || (employeeId === null) === (teamId === null)) {
    throw refuse('invalid', {
      da: 'TUS og GRUS holdes med et team, MUS og kompetencesamtale med én medarbejder.',
      en: 'TUS and GRUS are held with a team, MUS and competence talk with one employee.',
    });
  }
  const partner = employeeId ? partnerOn(db, employeeId, heldOn) : theTeam(db, teamId ?? '');
  refuseSecondOpen(db, talk);
  const leader = leaderFor(db, talk);
  refuseOwnLeader(leader, employeeId);
  const units = employeeId ? teamIdsOn(db, employeeId, heldOn) : [partner.id];
  const own = formFor(db, kind, units);
  const standard = standardForm(kind);
  const form = { kind, formVersionId: own?.versionId ?? null };
  const id = randomUUID();
  db.insert(talks)
    .values({
      id,
      ...form,
      employeeId,
      teamId,
      leaderName: leader.name,
      leaderId: leader.id,
      schoolYear: schoolYearOf(heldOn),
      heldOn,
      startsAt: talk.startsAt,
      minutes: talk.minutes,
      isFixed: false,
      place: talk.place,
      purpose: own?.purpose ?? standard.purpose[language],
      agenda: agendaOf(areasOf(db, form), language),
      notForDiscussion: own?.notForDiscussion ?? standard.notForDiscussion[language],
      others: '',
      templateVersionId: newestVersion(db, partner.spiderTemplateId)?.id ?? null,
      horizonMonths: horizonMonths[kind],
      emptyPlanReason: '',
      createdAt: now.toISOString(),
    })
    .run();
  if (teamId)
    setParticipants(db, id, talk.participants ?? membersOn(db, teamId, heldOn).map((one) => one.id));
  return id;
}

/** Puts down who takes part in a talk with a team. Refuses when nobody does, or somebody does not exist. */
export function setParticipants(db: Database, talkId: string, participants: readonly string[]): void {
  const chosen = [...new Set(participants)];
  if (chosen.length === 0) {
    const text = {
      da: 'Vælg, hvem der deltager. Teamet har ingen medlemmer den dag.',
      en: 'Choose who takes part. The team has no members on that day.',
    };
    throw refuse('invalid', text, { participants: text });
  }
  for (const employeeId of chosen) theEmployee(db, employeeId);
  db.delete(talkParticipants).where(eq(talkParticipants.talkId, talkId)).run();
  db.insert(talkParticipants)
    .values(chosen.map((employeeId) => ({ talkId, employeeId })))
    .run();
}

function partnerOn(db: Database, employeeId: string, heldOn: string) {
  const employee = theEmployee(db, employeeId);
  if (employmentState(employee, heldOn) === 'current') return employee;
  const text = {
    da: `${employee.name} er ikke ansat den dag. Vælg en anden dato.`,
    en: `${employee.name} is not employed on that day. Choose another date.`,
  };
  throw refuse('invalid', text, { heldOn: text });
}

/** Nobody holds her own talk; that of the school's leader is held with somebody else. */
export function refuseOwnLeader(
  leader: { id: string | null; name: string },
  employeeId: string | null,
): void {
  if (employeeId === null || leader.id !== employeeId) return;
  const text: Text = {
    da: `${leader.name} kan ikke holde sin egen samtale. Vælg en anden leder.`,
    en: `${leader.name} cannot hold her own talk. Choose another leader.`,
  };
  throw refuse('invalid', text, { leaderId: text });
}

/** One talk of a kind at a time: what was agreed in the last must be followed up in the next. */
export function refuseSecondOpen(db: Database, talk: Subject & { id?: string; kind: TalkKind }): void {
  const open = db
    .select({ id: talks.id })
    .from(talks)
    .where(
      and(about(talks, talk), eq(talks.kind, talk.kind), isNull(talks.closedAt), isNull(talks.removedAt)),
    )
    .all()
    .some(({ id }) => id !== talk.id);
  if (!open) return;
  const name = subjectName(db, talk);
  const text: Text = {
    da: `${name} har allerede en samtale, der ikke er lukket. Flyt den, eller luk den først.`,
    en: `${name} already has a talk that is not closed. Move it, or close it first.`,
  };
  throw refuse('conflict', text);
}

function leaderFor(db: Database, { leaderId, employeeId, heldOn }: NewTalk) {
  if (leaderId) {
    const leader = db
      .select({ id: employees.id, name: employees.name })
      .from(employees)
      .where(and(eq(employees.id, leaderId), isNull(employees.removedAt)))
      .get();
    if (leader) return leader;
  }
  return employeeId ? leaderOf(db, employeeId, heldOn) : schoolLeader(db);
}
