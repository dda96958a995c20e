import { randomUUID } from 'node:crypto';
import type { InputOf } from '@shared/contract';
import type { programme as contract } from '@shared/contract/programme';
import { refuse, type Text } from '@shared/domain/text';
import { and, count, eq, isNull, notInArray } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { theItem, theRun } from '../../data/queries/programme';
import { enrolments } from '../../data/schema/enrolments';
import { courseRunDays, courseRuns, programmeItems } from '../../data/schema/programme';
import type { Context, Handlers } from '../context';

type RunHandlers = Pick<Handlers<typeof contract>, 'saveRun' | 'setRunState' | 'removeRun' | 'restoreRun'>;

/** Writing the holdings of an item: when, where, for how many. */
export const runHandlers: RunHandlers = {
  saveRun(context, input) {
    const { days, ...facts } = input;
    const id = input.id ?? randomUUID();
    refuseBadRun(input);
    return context.write(entry(input.id ? 'saved' : 'made', id, Object.keys(input)), (db) => {
      theItem(db, input.itemId);
      if (input.id) {
        if (theRun(db, id).itemId !== input.itemId) throw otherItem;
        db.update(courseRuns).set(facts).where(eq(courseRuns.id, id)).run();
      } else {
        const born = { id, state: 'open', createdAt: context.now().toISOString() } as const;
        db.insert(courseRuns)
          .values({ ...facts, ...born })
          .run();
      }
      db.delete(courseRunDays).where(eq(courseRunDays.runId, id)).run();
      for (const day of new Set(days)) db.insert(courseRunDays).values({ runId: id, day }).run();
      touch(context, db, input.itemId);
      return { id };
    });
  },

  setRunState(context, { id, state }) {
    return context.write(entry('marked', id, ['state']), (db) => {
      const { itemId } = theRun(db, id);
      db.update(courseRuns).set({ state }).where(eq(courseRuns.id, id)).run();
      touch(context, db, itemId);
      return {};
    });
  },

  removeRun(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      const { itemId } = theRun(db, id);
      refuseWhileEnrolled(db, id);
      db.update(courseRuns)
        .set({ removedAt: context.now().toISOString() })
        .where(eq(courseRuns.id, id))
        .run();
      touch(context, db, itemId);
      return {};
    });
  },

  restoreRun(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { itemId } = theRun(db, id, { removed: true });
      db.update(courseRuns).set({ removedAt: null }).where(eq(courseRuns.id, id)).run();
      touch(context, db, itemId);
      return {};
    });
  },
};

const entry = (action: string, id: string, fields: string[] = []) => ({
  action: `courseRun.${action}`,
  entity: 'courseRun',
  entityId: id,
  fields: fields.filter((field) => field !== 'id'),
});

/** A new date is a change of the programme (R002-23). */
function touch(context: Context, db: Database, itemId: string): void {
  const updatedAt = context.now().toISOString();
  db.update(programmeItems).set({ updatedAt }).where(eq(programmeItems.id, itemId)).run();
}

const otherItem = refuse('invalid', {
  da: 'Holdet hører til en anden aktivitet.',
  en: 'The run belongs to another activity.',
});

function refuseBadRun(run: InputOf<'programme', 'saveRun'>): void {
  const { startsOn, endsOn, signUpBy, days, seats, minimumSeats } = run;
  const fields: Record<string, Text> = {};
  if (endsOn < startsOn) {
    fields.endsOn = {
      da: 'Sidste dag ligger før første dag.',
      en: 'The last day lies before the first.',
    };
  } else if (days.some((day) => day < startsOn || day > endsOn)) {
    fields.days = {
      da: 'En af dagene ligger uden for perioden.',
      en: 'One of the days lies outside the period.',
    };
  }
  if (signUpBy !== null && signUpBy > startsOn) {
    fields.signUpBy = {
      da: 'Fristen ligger efter første dag.',
      en: 'The deadline lies after the first day.',
    };
  }
  if (seats !== null && minimumSeats !== null && minimumSeats > seats) {
    fields.minimumSeats = {
      da: 'Der skal flere til, end der er plads til.',
      en: 'It takes more people than there are seats.',
    };
  }
  const [first] = Object.values(fields);
  if (first) throw refuse('invalid', first, fields);
}

function refuseWhileEnrolled(db: Database, runId: string): void {
  const row = db
    .select({ n: count() })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.runId, runId),
        isNull(enrolments.removedAt),
        notInArray(enrolments.state, ['cancelled']),
      ),
    )
    .get();
  const n = row?.n ?? 0;
  if (n === 0) return;
  throw refuse('conflict', {
    da: `Holdet har ${n === 1 ? 'én tilmelding' : `${n} tilmeldinger`}. Aflys holdet i stedet.`,
    en: `The run has ${n === 1 ? 'one enrolment' : `${n} enrolments`}. Cancel the run instead.`,
  });
}
