import { randomUUID } from 'node:crypto';
import type { season as contract } from '@shared/contract/season';
import { addDays, daysBetween, localDate } from '@shared/domain/dates';
import { toMinutes } from '@shared/domain/season-plan/book';
import type { LeaderHours } from '@shared/domain/season-plan/types';
import { usualHours } from '@shared/domain/season-plan/usual-hours';
import { talkKinds, usualMinutes } from '@shared/domain/talk-kinds';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { leadersOn } from '../../data/queries/leaders';
import { dayInYear, theEmployee } from '../../data/queries/staff';
import { ratingLeadDays, seasonOf, talkMinutes } from '../../data/queries/talks';
import { closedDays, leaderHours, talkLengths } from '../../data/schema/season';
import type { Handlers } from '../context';

type Own = 'frame' | 'saveLengths' | 'saveHours' | 'addClosedDays' | 'removeClosedDays';

/** What the planner keeps to: how long talks take, when leaders have time, which days are closed. */
export const frameHandlers: Pick<Handlers<typeof contract>, Own> = {
  frame(context, { schoolYear }) {
    const { db } = context;
    const today = localDate(context.now());
    const season = seasonOf(db, schoolYear);
    const lengths = talkMinutes(db);
    const hours = hoursByLeader(db);
    return {
      lengths: talkKinds.map((kind) => ({ kind, minutes: lengths[kind], usualMinutes: usualMinutes[kind] })),
      leaders: leadersOn(db, dayInYear(schoolYear, today)).map(({ id, name }) => {
        const own = hours.get(id);
        return { id, name, hours: [...(own ?? usualHours)], isUsual: own === undefined };
      }),
      closedDays: db.select().from(closedDays).orderBy(asc(closedDays.date)).all(),
      first: firstPlannable(db, season.first, today),
      last: season.last,
    };
  },

  saveLengths(context, { lengths }) {
    const fields = lengths.map(({ kind }) => kind);
    return context.write(
      { action: 'season.lengths-saved', entity: 'school', entityId: 'school', fields },
      (db) => {
        for (const { kind, minutes } of lengths) {
          if (minutes === usualMinutes[kind]) db.delete(talkLengths).where(eq(talkLengths.kind, kind)).run();
          else
            db.insert(talkLengths)
              .values({ kind, minutes })
              .onConflictDoUpdate({ target: talkLengths.kind, set: { minutes } })
              .run();
        }
        return {};
      },
    );
  },

  saveHours(context, { leaderId, hours }) {
    const entry = { action: 'season.hours-saved', entity: 'employee', entityId: leaderId, fields: ['hours'] };
    return context.write(entry, (db) => {
      theEmployee(db, leaderId);
      if (hours.some(({ startsAt, endsAt }) => startsAt >= endsAt)) {
        const text = {
          da: 'En tid slutter, før den begynder. Ret klokkeslættene.',
          en: 'One of the times ends before it begins. Change the hours.',
        };
        throw refuse('invalid', text, { hours: text });
      }
      const overlap = hours.some((a, index) =>
        hours
          .slice(index + 1)
          .some((b) => a.weekday === b.weekday && a.startsAt < b.endsAt && b.startsAt < a.endsAt),
      );
      if (overlap) {
        const text = {
          da: 'To tider på samme ugedag overlapper. Slå dem sammen.',
          en: 'Two times on the same weekday overlap. Make them one.',
        };
        throw refuse('invalid', text, { hours: text });
      }
      db.delete(leaderHours).where(eq(leaderHours.leaderId, leaderId)).run();
      const rows = hours.map((one) => ({ id: randomUUID(), leaderId, ...one }));
      if (rows.length > 0) db.insert(leaderHours).values(rows).run();
      return {};
    });
  },

  addClosedDays(context, { first, last, name }) {
    const days = daysBetween(first, last) + 1;
    if (days < 1 || days > longestClosing) {
      const text = {
        da: `Vælg en periode på mellem én og ${longestClosing} dage.`,
        en: `Choose a period of one to ${longestClosing} days.`,
      };
      throw refuse('invalid', text, { last: text });
    }
    const entry = {
      action: 'season.days-closed',
      entity: 'school',
      entityId: 'school',
      fields: ['closedDays'],
    };
    return context.write(entry, (db) => {
      const dates = Array.from({ length: days }, (_, day) => addDays(first, day));
      const before = db
        .select({ date: closedDays.date })
        .from(closedDays)
        .where(and(gte(closedDays.date, first), lte(closedDays.date, last)))
        .all()
        .map(({ date }) => date);
      for (const date of dates) {
        db.insert(closedDays)
          .values({ date, name })
          .onConflictDoUpdate({ target: closedDays.date, set: { name } })
          .run();
      }
      return { added: dates.filter((date) => !before.includes(date)) };
    });
  },

  removeClosedDays(context, { dates }) {
    const entry = {
      action: 'season.days-opened',
      entity: 'school',
      entityId: 'school',
      fields: ['closedDays'],
    };
    return context.write(entry, (db) => {
      if (dates.length > 0) db.delete(closedDays).where(inArray(closedDays.date, dates)).run();
      return {};
    });
  },
};

/** A summer holiday and a bit. */
const longestClosing = 92;

/** Hours as leaders have written them; whoever has written none is not in the map. */
function hoursByLeader(db: Database): Map<string, Omit<LeaderHours, 'leaderId'>[]> {
  const found = new Map<string, Omit<LeaderHours, 'leaderId'>[]>();
  const rows = db.select().from(leaderHours).all();
  const inOrder = rows.sort((a, b) => a.weekday - b.weekday || toMinutes(a.startsAt) - toMinutes(b.startsAt));
  for (const { leaderId, weekday, startsAt, endsAt } of inOrder)
    found.set(leaderId, [...(found.get(leaderId) ?? []), { weekday, startsAt, endsAt }]);
  return found;
}

/** Hours of these leaders for the planner, and who of them the usual hours were used for. */
export function hoursFor(
  db: Database,
  leaderIds: readonly string[],
): { hours: LeaderHours[]; usual: string[] } {
  const own = hoursByLeader(db);
  return {
    hours: leaderIds.flatMap((leaderId) =>
      (own.get(leaderId) ?? usualHours).map((hours) => ({ leaderId, ...hours })),
    ),
    usual: leaderIds.filter((leaderId) => !own.has(leaderId)),
  };
}

/** First day that leaves time for both ratings, not before the season. */
export function firstPlannable(db: Database, seasonFirst: string, today: string): string {
  const soonest = addDays(today, Math.max(ratingLeadDays(db), 1));
  return soonest > seasonFirst ? soonest : seasonFirst;
}
