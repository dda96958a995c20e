import { assessFund, type FundAssessment } from '@shared/domain/funds/assess-fund';
import { appliedOn } from '@shared/domain/funds/fund-calendar';
import {
  type CostLine,
  type FundFacts,
  type StatedFacts,
  statedFacts,
} from '@shared/domain/funds/fund-facts';
import { type FundRuleSet, fundRuleSet, ruleOf } from '@shared/domain/funds/fund-rules';
import type { CostKind, FundApplicationState, FundKind } from '@shared/domain/funds/fund-words';
import { groupBy } from '@shared/domain/group-by';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../open';
import { employees } from '../schema/employees';
import { fundApplicationSteps, fundApplications, fundCostLines, funds } from '../schema/funds';
import { agreements } from '../schema/talks';
import { grantsOf, theRuleSet } from './funds';

/** What is kept when an application is sent: the set as it stood, and the fund’s name. */
export const rulesAsSent = fundRuleSet.extend({ fundName: z.string() });

export type FundStep = {
  readonly state: FundApplicationState;
  readonly onDate: string;
  readonly reason: string;
};

/** An application with the rules that hold for it. */
export type WholeApplication = {
  readonly id: string;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly fundId: string;
  readonly fundName: string;
  readonly fundKind: FundKind;
  readonly set: FundRuleSet & { readonly id: string };
  readonly areRulesFrozen: boolean;
  readonly agreementId: string | null;
  readonly enrolmentId: string | null;
  /** The plan line it fulfils, in words; empty without one or when it has been removed. */
  readonly planLine: string;
  readonly title: string;
  readonly provider: string;
  readonly startsOn: string;
  readonly stated: StatedFacts;
  readonly costs: readonly (CostLine & { readonly note: string })[];
  readonly state: FundApplicationState;
  readonly grantedOre: number | null;
  /** Oldest first; the first is the draft. */
  readonly steps: readonly FundStep[];
};

/** Applications of people who are there, oldest first; of one person or one alone when asked. */
export function wholeApplications(
  db: Database,
  only: { id?: string; employeeId?: string } = {},
): WholeApplication[] {
  const one = only.id === undefined ? undefined : eq(fundApplications.id, only.id);
  const hers = only.employeeId === undefined ? undefined : eq(fundApplications.employeeId, only.employeeId);
  const rows = db
    .select({
      row: fundApplications,
      employeeName: employees.name,
      fund: funds,
      planLine: agreements.activity,
    })
    .from(fundApplications)
    .innerJoin(employees, eq(employees.id, fundApplications.employeeId))
    .innerJoin(funds, eq(funds.id, fundApplications.fundId))
    .leftJoin(agreements, and(eq(agreements.id, fundApplications.agreementId), isNull(agreements.removedAt)))
    .where(and(isNull(fundApplications.removedAt), isNull(employees.removedAt), one, hers))
    .orderBy(asc(fundApplications.createdAt), sql`${fundApplications}.rowid`)
    .all();
  const costs = groupBy(costRows(db, only.id), ({ applicationId }) => applicationId);
  const steps = groupBy(stepRows(db, only.id), ({ applicationId }) => applicationId);
  return rows.map(({ row, employeeName, fund, planLine }) => {
    const frozen = row.rulesAsSent === null ? null : rulesAsSent.parse(JSON.parse(row.rulesAsSent));
    const { fundName, ...asSent } = frozen ?? { fundName: fund.name };
    const set = frozen
      ? { ...(asSent as FundRuleSet), id: row.ruleSetId }
      : theRuleSet(db, row.ruleSetId, { removed: true });
    return {
      id: row.id,
      employeeId: row.employeeId,
      employeeName,
      fundId: row.fundId,
      fundName,
      fundKind: fund.kind,
      set,
      areRulesFrozen: frozen !== null,
      agreementId: row.agreementId,
      enrolmentId: row.enrolmentId,
      planLine: planLine ?? '',
      title: row.title,
      provider: row.provider,
      startsOn: row.startsOn,
      stated: statedFacts.parse(JSON.parse(row.facts)),
      costs: (costs.get(row.id) ?? []).map(({ kind, amountOre, note }) => ({ kind, amountOre, note })),
      state: row.state,
      grantedOre: row.grantedOre,
      steps: (steps.get(row.id) ?? []).map(({ state, onDate, reason }) => ({ state, onDate, reason })),
    };
  });
}

/** One application; refuses `not-found`. */
export function theApplication(db: Database, id: string): WholeApplication {
  const [found] = wholeApplications(db, { id });
  if (found) return found;
  throw refuse('not-found', {
    da: 'Ansøgningen findes ikke længere. Gå tilbage til listen.',
    en: 'The application no longer exists. Go back to the list.',
  });
}

type CostRow = { applicationId: string; kind: CostKind; amountOre: number; note: string };
const costRows = (db: Database, id: string | undefined): CostRow[] =>
  db
    .select()
    .from(fundCostLines)
    .where(id === undefined ? undefined : eq(fundCostLines.applicationId, id))
    .orderBy(asc(fundCostLines.position))
    .all();

/** Of two steps in the same moment the later written is the later. */
const stepRows = (db: Database, id: string | undefined) =>
  db
    .select()
    .from(fundApplicationSteps)
    .where(id === undefined ? undefined : eq(fundApplicationSteps.applicationId, id))
    .orderBy(asc(fundApplicationSteps.at), sql`${fundApplicationSteps}.rowid`)
    .all();

/** Whether the fund wants a signed form uploaded before it answers. */
export const wantsUpload = ({ set }: Pick<WholeApplication, 'set'>): boolean =>
  ruleOf(set.rules, 'upload') !== undefined;

const dayOf = (steps: readonly FundStep[], state: FundApplicationState): string | null =>
  steps.findLast((step) => step.state === state)?.onDate ?? null;

const decisions: readonly FundApplicationState[] = ['granted', 'refused', 'cancelled'];

/** The day the fund decided, or the school gave up; null while it is open. */
export const decidedOn = ({ steps }: Pick<WholeApplication, 'steps'>): string | null =>
  steps.find(({ state }) => decisions.includes(state))?.onDate ?? null;

/** Everything the rules ask for of an application. */
export function factsOf(db: Database, one: WholeApplication, today: string): FundFacts {
  const dates = {
    startsOn: one.startsOn,
    sentOn: dayOf(one.steps, 'sent'),
    uploadedOn: dayOf(one.steps, 'uploaded'),
  };
  return {
    ...one.stated,
    ...dates,
    costs: one.costs,
    // A line that is removed later takes nothing from what is decided.
    hasPlanLine: one.planLine !== '' || (one.agreementId !== null && decidedOn(one) !== null),
    otherApplications: otherApplications(db, { ...one, on: appliedOn(one.set.rules, dates, today) }),
  };
}

/**
 * How many of her other applications to the fund were sent in the same window; where the dates of the windows are not known,
 * those that are not decided yet.
 */
export function otherApplications(
  db: Database,
  about: { id?: string; employeeId: string; fundId: string; set: FundRuleSet; on: string },
): number {
  const rule = ruleOf(about.set.rules, 'windows');
  if (!rule && !ruleOf(about.set.rules, 'maxApplications')) return 0;
  const window = rule?.windows.find(({ opensOn, closesOn }) => opensOn <= about.on && about.on <= closesOn);
  const rows = db
    .select({
      id: fundApplications.id,
      state: fundApplications.state,
      sentOn: fundApplicationSteps.onDate,
    })
    .from(fundApplications)
    .innerJoin(
      fundApplicationSteps,
      and(
        eq(fundApplicationSteps.applicationId, fundApplications.id),
        eq(fundApplicationSteps.state, 'sent'),
      ),
    )
    .where(
      and(
        eq(fundApplications.employeeId, about.employeeId),
        eq(fundApplications.fundId, about.fundId),
        isNull(fundApplications.removedAt),
      ),
    )
    .all();
  return rows.filter(({ id, state, sentOn }) => {
    if (id === about.id || state === 'cancelled') return false;
    if (window) return window.opensOn <= sentOn && sentOn <= window.closesOn;
    return state === 'sent' || state === 'uploaded';
  }).length;
}

/**
 * What the rules say of an application. Open ones are held against today; one that is decided against the day of its decision
 * and the rules and grants of then, so that nothing which comes later changes it.
 */
export function assessApplication(db: Database, one: WholeApplication, today: string): FundAssessment {
  const decided = decidedOn(one);
  const day = decided ?? today;
  const grants = grantsOf(db, {
    employeeId: one.employeeId,
    fundId: one.fundId,
    except: one.id,
    before: decided ?? undefined,
  });
  return assessFund(one.set, factsOf(db, one, day), { today: day, grants });
}
