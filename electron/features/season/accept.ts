import type { season as contract } from '@shared/contract/season';
import { periodCovers } from '@shared/domain/employment';
import { schoolYearOf } from '@shared/domain/school-year';
import { areAtOnce, everybody } from '@shared/domain/season-plan/book';
import { refuse } from '@shared/domain/text';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { leavesByEmployee } from '../../data/queries/due';
import { planTalk } from '../../data/queries/plan-talk';
import { keepFollowUpWhole } from '../../data/queries/promises';
import { membersOn, subjectName } from '../../data/queries/subjects';
import { employees } from '../../data/schema/employees';
import { closedDays } from '../../data/schema/season';
import { agreements, ratings, sealedRatings, talkNotes, talks } from '../../data/schema/talks';
import type { Handlers } from '../context';
import { type Appointment, appointments } from './proposal';

type Own = 'accept' | 'undoAccept' | 'setFixed';

/** From proposal to calendar: all of it or none, and back again. */
export const acceptHandlers: Pick<Handlers<typeof contract>, Own> = {
  accept(context, { schoolYear, talks: accepted }) {
    const entry = {
      action: 'season.accepted',
      entity: 'season',
      entityId: schoolYear,
      fields: ['heldOn', 'startsAt', 'leaderId'],
    };
    return context.write(entry, (db) => {
      const away = leavesByEmployee(db);
      const created: string[] = [];
      const moved: {
        id: string;
        heldOn: string;
        startsAt: string;
        minutes: number;
        leaderId: string | null;
        leaderName: string;
      }[] = [];
      for (const { talkId, ...talk } of accepted) {
        if (schoolYearOf(talk.heldOn) !== schoolYear || !nameOf(db, talk.leaderId)) throw stale();
        if (talkId === null) {
          const participants = talk.teamId
            ? membersOn(db, talk.teamId, talk.heldOn)
                .map(({ id }) => id)
                .filter((id) => id !== talk.leaderId)
                .filter((id) => !away.get(id)?.some((leave) => periodCovers(leave, talk.heldOn)))
            : undefined;
          const details = { ...talk, place: '', participants };
          created.push(planTalk(db, details, { now: context.now(), language: context.language() }));
          continue;
        }
        const before = theLooseTalk(db, talkId);
        if (before.schoolYear !== schoolYear) throw stale();
        const { heldOn, startsAt, minutes, leaderId, leaderName } = before;
        moved.push({ id: talkId, heldOn, startsAt, minutes, leaderId, leaderName });
        const place = { heldOn: talk.heldOn, startsAt: talk.startsAt, minutes: talk.minutes };
        const leader = { leaderId: talk.leaderId, leaderName: nameOf(db, talk.leaderId) };
        db.update(talks)
          .set({ ...place, ...leader })
          .where(eq(talks.id, talkId))
          .run();
        keepFollowUpWhole(db, before);
      }
      refuseClashes(db, [...created, ...moved.map(({ id }) => id)]);
      return { created, moved };
    });
  },

  undoAccept(context, { created, moved }) {
    const ids = [...created, ...moved.map(({ id }) => id)];
    const entry = {
      action: 'season.acceptance-undone',
      entity: 'season',
      entityId: ids[0] ?? '',
      fields: ['heldOn', 'startsAt', 'removedAt'],
    };
    return context.write(entry, (db) => {
      for (const id of created) {
        theLooseTalk(db, id, tooLate);
        refuseBegun(db, id);
        db.update(talks).set({ removedAt: context.now().toISOString() }).where(eq(talks.id, id)).run();
      }
      for (const { id, ...before } of moved) {
        const talk = theLooseTalk(db, id, tooLate);
        if (schoolYearOf(before.heldOn) !== talk.schoolYear) throw tooLate();
        const leaderId = before.leaderId !== null && nameOf(db, before.leaderId) ? before.leaderId : null;
        db.update(talks)
          .set({ ...before, leaderId })
          .where(eq(talks.id, id))
          .run();
        keepFollowUpWhole(db, talk);
      }
      return {};
    });
  },

  setFixed(context, { talkIds, isFixed }) {
    const action = isFixed ? 'season.talks-fixed' : 'season.talks-unfixed';
    const entry = { action, entity: 'talk', entityId: talkIds[0] ?? '', fields: ['isFixed'] };
    return context.write(entry, (db) => {
      if (talkIds.length > 0) {
        db.update(talks)
          .set({ isFixed })
          .where(and(inArray(talks.id, talkIds), isNull(talks.closedAt)))
          .run();
      }
      return {};
    });
  },
};

const nameOf = (db: Database, employeeId: string): string =>
  db
    .select({ name: employees.name })
    .from(employees)
    .where(and(eq(employees.id, employeeId), isNull(employees.removedAt)))
    .get()?.name ?? '';

/** What was proposed no longer fits what the school looks like. */
const stale = () =>
  refuse('conflict', {
    da: 'Noget er ændret, siden forslaget blev lavet. Lav et nyt forslag. Intet er booket.',
    en: 'Something has changed since the proposal was made. Make a new one. Nothing has been booked.',
  });

const tooLate = () =>
  refuse('conflict', {
    da: 'Der er arbejdet videre med samtalerne, så de kan ikke fortrydes samlet. Flyt eller fjern dem enkeltvis.',
    en: 'Work has gone on with the talks, so they cannot be undone together. Move or remove them one by one.',
  });

/** What somebody has written in a talk does not go with it. */
function refuseBegun(db: Database, id: string): void {
  const begun = [talkNotes, ratings, sealedRatings, agreements].some(
    (table) => db.select({ id: table.talkId }).from(table).where(eq(table.talkId, id)).get() !== undefined,
  );
  if (begun) throw tooLate();
}

/** A talk that can still move: there, open, and not fixed. */
function theLooseTalk(db: Database, id: string, otherwise = stale) {
  const talk = db.select().from(talks).where(eq(talks.id, id)).get();
  if (!talk || talk.removedAt || talk.closedAt || talk.isFixed) throw otherwise();
  return talk;
}

/** Refuses when one of these talks shares a person and a time with any other, or lies on a closed day. */
function refuseClashes(db: Database, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const days = db.select({ day: talks.heldOn }).from(talks).where(inArray(talks.id, ids)).all();
  const dates = days.map(({ day }) => day).sort();
  const all = appointments(db, dates[0] ?? '', dates.at(-1) ?? '');
  const shut = db.select().from(closedDays).where(inArray(closedDays.date, dates)).get();
  if (shut) throw stale();
  const ours = new Set(ids);
  for (const one of all.filter(({ talkId }) => ours.has(talkId))) {
    const other = all.find((two) => two.talkId !== one.talkId && clash(one, two));
    if (!other) continue;
    const [a, b] = [subjectName(db, one), subjectName(db, other)];
    throw refuse('conflict', {
      da: `Samtalerne med ${a} og ${b} kan ikke ligge på samme tid: en skal være begge steder. Lav et nyt forslag. Intet er booket.`,
      en: `The talks with ${a} and ${b} cannot be at the same time: somebody would be in two places. Make a new proposal. Nothing has been booked.`,
    });
  }
}

/** Beside a talk without a time the planner keeps the whole day free, a person need not. */
function clash(a: Appointment, b: Appointment): boolean {
  if (!areAtOnce(a, b)) return false;
  const others = everybody(b.leaderId, b.people);
  return everybody(a.leaderId, a.people).some((id) => others.includes(id));
}
