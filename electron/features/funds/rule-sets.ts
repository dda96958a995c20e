import { randomUUID } from 'node:crypto';
import type { funds as contract, FundSetRow } from '@shared/contract/funds';
import { addDays, addMonths, localDate } from '@shared/domain/dates';
import { dayText } from '@shared/domain/day-text';
import { periodCovers, periodsOverlap } from '@shared/domain/employment';
import { type FundRuleSet, isOutdated, setPeriod, twice } from '@shared/domain/funds/fund-rules';
import { fundRuleNames } from '@shared/domain/funds/rule-text';
import { refuse, refuseField } from '@shared/domain/text';
import { and, count, eq, isNotNull, isNull, max } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { fundRows, ruleSets, type StoredSet, theFund, theRuleSet } from '../../data/queries/funds';
import { fundApplications, fundRuleSets, funds } from '../../data/schema/funds';
import type { Handlers } from '../context';
import { gone } from './refusals';

type Own =
  | 'rules'
  | 'saveFund'
  | 'removeFund'
  | 'restoreFund'
  | 'saveRules'
  | 'checkedToday'
  | 'endRules'
  | 'removeRules'
  | 'restoreRules';

/** Months after which a set that was checked is to be compared with its source again. */
const checkAgainMonths = 12;

const [fundEntry, setEntry] = [audited('fund'), audited('fundRules')];
const states = ['inForce', 'coming', 'ended'] as const;

/** Funds and their dated rules: data with a source, the school's own to change. */
export const ruleSetHandlers: Pick<Handlers<typeof contract>, Own> = {
  rules({ db, now }) {
    const date = localDate(now());
    const drafts = draftCounts(db);
    const sets = ruleSets(db).map((set) => ({ fundId: set.fundId, row: rowOf(set, date, drafts) }));
    return {
      date,
      funds: fundRows(db).map(({ id, name, kind }) => ({
        id,
        name,
        kind,
        sets: sets
          .filter(({ fundId }) => fundId === id)
          .map(({ row }) => row)
          .sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state)),
      })),
    };
  },

  saveFund(context, { id: given, ...values }) {
    const id = given ?? randomUUID();
    return context.write(fundEntry('saved', id, Object.keys(values)), (db) => {
      if (given) {
        theFund(db, given);
        db.update(funds).set(values).where(eq(funds.id, id)).run();
      } else {
        const last = db
          .select({ position: max(funds.position) })
          .from(funds)
          .get();
        db.insert(funds)
          .values({ id, ...values, position: (last?.position ?? -1) + 1 })
          .run();
      }
      return { id };
    });
  },

  removeFund(context, { id }) {
    return context.write(fundEntry('removed', id), (db) => {
      theFund(db, id);
      db.update(funds).set({ removedAt: context.now().toISOString() }).where(eq(funds.id, id)).run();
      return {};
    });
  },

  restoreFund(context, { id }) {
    return context.write(fundEntry('restored', id), (db) => {
      theFund(db, id, { removed: true });
      db.update(funds).set({ removedAt: null }).where(eq(funds.id, id)).run();
      return {};
    });
  },

  saveRules(context, { id: given, replaces, fundId, rules, ...values }) {
    const id = given ?? randomUUID();
    refuseDates({ ...values, rules }, localDate(context.now()));
    const doubled = twice(rules);
    if (doubled) {
      const name = fundRuleNames[doubled];
      refuseField('rules', {
        da: `Reglen »${name.da}« står to gange. Fjern den ene.`,
        en: `The rule “${name.en}” stands twice. Remove one of them.`,
      });
    }
    return context.write(setEntry('saved', id, ['rules', ...Object.keys(values)]), (db) => {
      theFund(db, fundId);
      if (replaces) endBefore(db, replaces, values.validFrom);
      const row = { ...values, fundId, rules: JSON.stringify(rules) };
      if (given) {
        theRuleSet(db, given);
        db.update(fundRuleSets).set(row).where(eq(fundRuleSets.id, id)).run();
      } else {
        db.insert(fundRuleSets)
          .values({ id, ...row })
          .run();
      }
      refuseTwo(db, id);
      return { id };
    });
  },

  checkedToday(context, { id }) {
    const lastCheckedOn = localDate(context.now());
    const checkAgainOn = addMonths(lastCheckedOn, checkAgainMonths);
    return context.write(setEntry('checked', id, ['lastCheckedOn', 'checkAgainOn']), (db) => {
      theRuleSet(db, id);
      db.update(fundRuleSets).set({ lastCheckedOn, checkAgainOn }).where(eq(fundRuleSets.id, id)).run();
      return { lastCheckedOn, checkAgainOn };
    });
  },

  endRules(context, { id, validTo }) {
    return context.write(setEntry('ended', id, ['validTo']), (db) => {
      const set = theRuleSet(db, id);
      if (validTo !== null && validTo < set.validFrom) refuseOrder();
      db.update(fundRuleSets).set({ validTo }).where(eq(fundRuleSets.id, id)).run();
      refuseTwo(db, id);
      return {};
    });
  },

  removeRules(context, { id }) {
    return context.write(setEntry('removed', id), (db) => {
      theRuleSet(db, id);
      const removedAt = context.now().toISOString();
      db.update(fundRuleSets).set({ removedAt }).where(eq(fundRuleSets.id, id)).run();
      return {};
    });
  },

  restoreRules(context, { id }) {
    return context.write(setEntry('restored', id), (db) => {
      const { changes } = db
        .update(fundRuleSets)
        .set({ removedAt: null })
        .where(and(eq(fundRuleSets.id, id), isNotNull(fundRuleSets.removedAt)))
        .run();
      if (changes === 0) throw gone.rules;
      refuseTwo(db, id);
      return {};
    });
  },
};

function rowOf(
  { fundId: _, ...set }: StoredSet,
  today: string,
  drafts: ReadonlyMap<string, number>,
): FundSetRow {
  const isInForce = periodCovers(setPeriod(set), today);
  const state = isInForce ? 'inForce' : set.validFrom > today ? 'coming' : 'ended';
  return {
    ...set,
    state,
    isOutdated: state !== 'ended' && isOutdated(set, today),
    drafts: drafts.get(set.id) ?? 0,
  };
}

function draftCounts(db: Database): Map<string, number> {
  const rows = db
    .select({ id: fundApplications.ruleSetId, n: count() })
    .from(fundApplications)
    .where(and(eq(fundApplications.state, 'draft'), isNull(fundApplications.removedAt)))
    .groupBy(fundApplications.ruleSetId)
    .all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

function refuseOrder(): never {
  return refuseField('validTo', {
    da: 'Slutdatoen ligger før startdatoen. Ret den ene af dem.',
    en: 'The end date lies before the start date. Change one of them.',
  });
}

function refuseDates(set: FundRuleSet, today: string): void {
  if (set.validTo !== null && set.validTo < set.validFrom) refuseOrder();
  if (set.lastCheckedOn > today)
    refuseField('lastCheckedOn', {
      da: 'Datoen ligger i fremtiden. Skriv den dag, reglerne sidst er sammenholdt med kilden.',
      en: 'The date lies in the future. Give the day the rules were last compared with the source.',
    });
  if (set.checkAgainOn <= set.lastCheckedOn)
    refuseField('checkAgainOn', {
      da: 'Næste kontrol skal ligge efter den sidste.',
      en: 'The next check must lie after the last.',
    });
  for (const rule of set.rules) {
    if (rule.kind === 'windows' && rule.windows.some(({ opensOn, closesOn }) => closesOn < opensOn))
      refuseField('rules', {
        da: 'Et ansøgningsvindue lukker, før det åbner. Ret datoerne.',
        en: 'An application window closes before it opens. Change the dates.',
      });
    if (rule.kind === 'answer' && rule.toDays < rule.fromDays)
      refuseField('rules', {
        da: 'Svaret kan ikke komme senest, før det kan komme tidligst. Byt om på dagene.',
        en: 'The answer cannot come at the latest before it can at the earliest. Swap the days.',
      });
  }
}

/** The old version holds to the day before the new one. */
function endBefore(db: Database, id: string, validFrom: string): void {
  const old = theRuleSet(db, id);
  const validTo = addDays(validFrom, -1);
  if (validTo < old.validFrom) {
    const day = dayText(old.validFrom);
    refuseField('validFrom', {
      da: `Den nye udgave skal gælde fra en dag efter ${day.da}, hvor den gamle begynder.`,
      en: `The new version must hold from a day after ${day.en}, when the old one begins.`,
    });
  }
  if (old.validTo !== null && old.validTo < validFrom) return;
  db.update(fundRuleSets).set({ validTo }).where(eq(fundRuleSets.id, id)).run();
}

/** An area has one set at a time, or nobody could say which rules hold. */
function refuseTwo(db: Database, id: string): void {
  const all = ruleSets(db);
  const own = all.find((set) => set.id === id);
  if (!own) return;
  const other = all.find(
    (set) =>
      set.id !== id &&
      set.fundId === own.fundId &&
      set.area.toLocaleLowerCase('da') === own.area.toLocaleLowerCase('da') &&
      periodsOverlap(setPeriod(set), setPeriod(own)),
  );
  if (!other) return;
  const since = dayText(other.validFrom);
  const text = {
    da: `Området har allerede regler fra ${since.da}. Afslut dem først, eller lav en ny udgave af dem.`,
    en: `The area already has rules from ${since.en}. End them first, or make a new version of them.`,
  };
  throw refuse('conflict', text, { validFrom: text });
}
