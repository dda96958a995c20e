import { randomUUID } from 'node:crypto';
import type { season as contract } from '@shared/contract/season';
import { localDate } from '@shared/domain/dates';
import { needsTalk } from '@shared/domain/due-talks';
import { periodsOverlap } from '@shared/domain/employment';
import {
  kindInYear,
  patternText,
  readPattern,
  unitTypes,
  usualRights,
  writePattern,
} from '@shared/domain/talk-frequency';
import { refuse } from '@shared/domain/text';
import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { duesIn, rightsOf } from '../../data/queries/due';
import { dayInYear, theEmployee } from '../../data/queries/staff';
import { membersOn, teamsByName, theTeam } from '../../data/queries/subjects';
import { seasonOf } from '../../data/queries/talks';
import { leaves } from '../../data/schema/employees';
import { ownTalkWishes, talkFrequencyRules } from '../../data/schema/season';
import type { Handlers } from '../context';

type Own =
  | 'rules'
  | 'saveRule'
  | 'removeRule'
  | 'due'
  | 'forEmployee'
  | 'setWish'
  | 'leaves'
  | 'saveLeave'
  | 'removeLeave'
  | 'restoreLeave';

/** The school itself has no team. */
const ruleOfUnit = (teamId: string | null) =>
  teamId === null ? isNull(talkFrequencyRules.teamId) : eq(talkFrequencyRules.teamId, teamId);

/** Who is due by which rule, who wishes a talk of her own, and who has been away (R003-06, DOMAIN 0.11). */
export const ruleHandlers: Pick<Handlers<typeof contract>, Own> = {
  rules({ db }) {
    const kept = db.select().from(talkFrequencyRules).all();
    const unit = (teamId: string | null, name: string) => {
      const rule = kept.find((one) => one.teamId === teamId);
      if (!rule) return { teamId, name, rule: null };
      const { pattern, startYear, rights } = rule;
      return { teamId, name, rule: { pattern: readPattern(pattern), startYear, rights } };
    };
    const units = teamsByName(db).filter(({ type }) => unitTypes.includes(type));
    return { units: [unit(null, ''), ...units.map(({ id, name }) => unit(id, name))], usualRights };
  },

  saveRule(context, { teamId, pattern, startYear, rights }) {
    const entry = (entityId: string) => ({
      action: 'season.rule-saved',
      entity: 'talkFrequencyRule',
      entityId,
      fields: ['pattern', 'startYear', 'rights'],
    });
    context.write(entry, (db) => {
      if (teamId !== null && !unitTypes.includes(theTeam(db, teamId).type)) {
        throw refuse('invalid', {
          da: 'Fagteams og netværk holder ikke TUS og GRUS. Vælg et team eller en afdeling.',
          en: 'Subject teams and networks hold no TUS or GRUS. Choose a team or a department.',
        });
      }
      const values = { pattern: writePattern(pattern), startYear, rights };
      const kept = db.select().from(talkFrequencyRules).where(ruleOfUnit(teamId)).get();
      const id = kept?.id ?? randomUUID();
      db.insert(talkFrequencyRules)
        .values({ id, teamId, ...values })
        .onConflictDoUpdate({ target: talkFrequencyRules.id, set: values })
        .run();
      return id;
    });
    return {};
  },

  removeRule(context, { teamId }) {
    return context.write(
      {
        action: 'season.rule-removed',
        entity: 'talkFrequencyRule',
        entityId: teamId ?? 'school',
        fields: [],
      },
      (db) => {
        db.delete(talkFrequencyRules).where(ruleOfUnit(teamId)).run();
        return {};
      },
    );
  },

  due(context, { schoolYear }) {
    const { db } = context;
    const today = localDate(context.now());
    const { employees, units } = duesIn(db, schoolYear, today);
    const day = dayInYear(schoolYear, today);
    return {
      season: seasonOf(db, schoolYear),
      employees: employees.map(({ employeeId, name, categoryName, lastHeldOn, unit, wishesOwn, due }) => ({
        ...due,
        employeeId,
        name,
        categoryName,
        unitName: unit?.name ?? '',
        lastHeldOn,
        needsTalk: needsTalk(due),
        canWish: due.kind !== 'MUS',
        wishesOwn,
      })),
      units: units.map(({ teamId, name, kind, due }) => ({
        teamId,
        name,
        kind,
        members: membersOn(db, teamId, day).length,
        ...due,
      })),
    };
  },

  forEmployee(context, { employeeId, schoolYear }) {
    const { db } = context;
    theEmployee(db, employeeId);
    const found = duesIn(db, schoolYear, localDate(context.now())).employees.find(
      (one) => one.employeeId === employeeId,
    );
    const rule = found?.rule;
    const day = dayInYear(schoolYear, localDate(context.now()));
    return {
      due: found?.due ?? null,
      rhythm: patternText(rule?.pattern ?? ['MUS']),
      unitName: found?.unit?.name ?? '',
      rights: rightsOf(db, employeeId, day) || usualRights[context.language()],
      canWish: rule !== undefined && kindInYear(rule, schoolYear) !== 'MUS',
      wishesOwn: found?.wishesOwn ?? false,
    };
  },

  setWish(context, { employeeId, schoolYear, wishesOwn }) {
    const action = wishesOwn ? 'season.own-talk-wished' : 'season.wish-withdrawn';
    return context.write(
      { action, entity: 'employee', entityId: employeeId, fields: ['ownTalkWish'] },
      (db) => {
        theEmployee(db, employeeId);
        if (wishesOwn) {
          const wishedOn = localDate(context.now());
          db.insert(ownTalkWishes).values({ employeeId, schoolYear, wishedOn }).onConflictDoNothing().run();
        } else {
          db.delete(ownTalkWishes)
            .where(and(eq(ownTalkWishes.employeeId, employeeId), eq(ownTalkWishes.schoolYear, schoolYear)))
            .run();
        }
        return {};
      },
    );
  },

  leaves: ({ db }, { employeeId }) => ({
    leaves: db
      .select({ id: leaves.id, fromDate: leaves.fromDate, toDate: leaves.toDate })
      .from(leaves)
      .where(and(eq(leaves.employeeId, employeeId), isNull(leaves.removedAt)))
      .orderBy(desc(leaves.fromDate))
      .all(),
  }),

  saveLeave(context, { id: known, employeeId, fromDate, toDate }) {
    const id = known ?? randomUUID();
    const fields = ['fromDate', 'toDate'];
    return context.write({ action: 'leave.saved', entity: 'leave', entityId: id, fields }, (db) => {
      theEmployee(db, employeeId);
      if (toDate !== null && toDate < fromDate) {
        const text = {
          da: 'Den sidste dag ligger før den første. Ret en af dem.',
          en: 'The last day is before the first. Change one of them.',
        };
        throw refuse('invalid', text, { toDate: text });
      }
      refuseOverlap(db, { id, employeeId, fromDate, toDate });
      const period = { fromDate, toDate };
      if (known === undefined) {
        const createdAt = context.now().toISOString();
        db.insert(leaves)
          .values({ id, employeeId, ...period, createdAt })
          .run();
        return { id };
      }
      const { changes } = db
        .update(leaves)
        .set(period)
        .where(and(eq(leaves.id, id), eq(leaves.employeeId, employeeId), isNull(leaves.removedAt)))
        .run();
      if (changes === 0) throw noLeave;
      return { id };
    });
  },

  removeLeave(context, { id }) {
    return context.write({ action: 'leave.removed', entity: 'leave', entityId: id }, (db) => {
      const removedAt = context.now().toISOString();
      const { changes } = db.update(leaves).set({ removedAt }).where(eq(leaves.id, id)).run();
      if (changes === 0) throw noLeave;
      return {};
    });
  },

  restoreLeave(context, { id }) {
    return context.write({ action: 'leave.restored', entity: 'leave', entityId: id }, (db) => {
      const leave = db.select().from(leaves).where(eq(leaves.id, id)).get();
      if (!leave) throw noLeave;
      refuseOverlap(db, leave);
      db.update(leaves).set({ removedAt: null }).where(eq(leaves.id, id)).run();
      return {};
    });
  },
};

const noLeave = refuse('not-found', {
  da: 'Fraværet findes ikke længere.',
  en: 'The leave no longer exists.',
});

/** One absence at a time: two that overlap are one that was written twice. */
function refuseOverlap(
  db: Database,
  leave: { id: string; employeeId: string; fromDate: string; toDate: string | null },
): void {
  const others = db
    .select()
    .from(leaves)
    .where(and(eq(leaves.employeeId, leave.employeeId), isNull(leaves.removedAt), ne(leaves.id, leave.id)))
    .all();
  if (!others.some((other) => periodsOverlap(other, leave))) return;
  const text = {
    da: 'Perioden falder sammen med et fravær, der allerede er skrevet. Ret det i stedet.',
    en: 'The period overlaps a leave that is already written. Change that one instead.',
  };
  throw refuse('conflict', text, { fromDate: text });
}
