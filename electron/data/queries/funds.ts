import { danishOrder } from '@shared/domain/danish-order';
import { countsAsGrant } from '@shared/domain/funds/application-steps';
import type { Grant } from '@shared/domain/funds/fund-money';
import { type FundRuleSet, fundRuleSet } from '@shared/domain/funds/fund-rules';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../open';
import { earlierGrants, fundApplicationSteps, fundApplications, fundRuleSets, funds } from '../schema/funds';

export type FundRow = typeof funds.$inferSelect;
/** A stored set with its rules read and checked. */
export type StoredSet = FundRuleSet & { readonly id: string; readonly fundId: string };

/** Funds that are not removed, in their own order. */
export function fundRows(db: Database): FundRow[] {
  return db.select().from(funds).where(isNull(funds.removedAt)).orderBy(asc(funds.position)).all();
}

/** A fund; refuses `not-found` when it is gone. */
export function theFund(db: Database, id: string, { removed = false } = {}): FundRow {
  const found = db.select().from(funds).where(eq(funds.id, id)).get();
  if (found && (removed || found.removedAt === null)) return found;
  throw refuse('not-found', { da: 'Fonden findes ikke længere.', en: 'The fund no longer exists.' });
}

/** Rule sets that are not removed, of funds that are not removed: by fund, area, and the newest first. */
export function ruleSets(db: Database): StoredSet[] {
  return db
    .select({ set: fundRuleSets, position: funds.position })
    .from(fundRuleSets)
    .innerJoin(funds, eq(funds.id, fundRuleSets.fundId))
    .where(and(isNull(fundRuleSets.removedAt), isNull(funds.removedAt)))
    .all()
    .sort(
      (a, b) =>
        a.position - b.position ||
        danishOrder.compare(a.set.area, b.set.area) ||
        (a.set.validFrom < b.set.validFrom ? 1 : -1),
    )
    .map(({ set }) => readSet(set));
}

/** One set, also a removed one where an application still points to it. */
export function theRuleSet(db: Database, id: string, { removed = false } = {}): StoredSet {
  const found = db.select().from(fundRuleSets).where(eq(fundRuleSets.id, id)).get();
  if (found && (removed || found.removedAt === null)) return readSet(found);
  throw refuse('not-found', {
    da: 'Regelsættet findes ikke længere. Vælg et andet.',
    en: 'The rule set no longer exists. Choose another.',
  });
}

function readSet({ id, fundId, rules, removedAt: _, ...set }: typeof fundRuleSets.$inferSelect): StoredSet {
  return { id, fundId, ...fundRuleSet.parse({ ...set, rules: JSON.parse(rules) }) };
}

/**
 * What a person has had from a fund: earlier grants and applications that were granted, with the day of each. `decidedBy`
 * leaves out what came after an application was decided, so that its own answer never changes.
 */
export function grantsOf(
  db: Database,
  {
    employeeId,
    fundId,
    except,
    before,
  }: {
    employeeId: string;
    fundId: string;
    /** The application that asks. */
    except?: string | undefined;
    /** Only grants of this day and earlier. */
    before?: string | undefined;
  },
): Grant[] {
  const earlier = db
    .select({ grantedOn: earlierGrants.grantedOn, amountOre: earlierGrants.amountOre })
    .from(earlierGrants)
    .where(
      and(
        eq(earlierGrants.employeeId, employeeId),
        eq(earlierGrants.fundId, fundId),
        isNull(earlierGrants.removedAt),
      ),
    )
    .all();
  const own = db
    .select({
      id: fundApplications.id,
      state: fundApplications.state,
      amountOre: fundApplications.grantedOre,
      grantedOn: fundApplicationSteps.onDate,
    })
    .from(fundApplications)
    .innerJoin(
      fundApplicationSteps,
      and(
        eq(fundApplicationSteps.applicationId, fundApplications.id),
        eq(fundApplicationSteps.state, 'granted'),
      ),
    )
    .where(
      and(
        eq(fundApplications.employeeId, employeeId),
        eq(fundApplications.fundId, fundId),
        isNull(fundApplications.removedAt),
      ),
    )
    .all()
    .flatMap(({ id, state, amountOre, grantedOn }) =>
      id !== except && countsAsGrant(state) && amountOre !== null ? [{ grantedOn, amountOre }] : [],
    );
  return [...earlier, ...own].filter(({ grantedOn }) => before === undefined || grantedOn <= before);
}
