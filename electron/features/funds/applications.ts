import { randomUUID } from 'node:crypto';
import type { InputOf } from '@shared/contract';
import type { funds as contract, FundApplication } from '@shared/contract/funds';
import { localDate } from '@shared/domain/dates';
import { dayText } from '@shared/domain/day-text';
import {
  applicationStateNames,
  countsAsGrant,
  nextStates,
  statesWithReason,
} from '@shared/domain/funds/application-steps';
import { isOutdated } from '@shared/domain/funds/fund-rules';
import { refuse, refuseField } from '@shared/domain/text';
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import {
  assessApplication,
  decidedOn,
  theApplication,
  type WholeApplication,
  wantsUpload,
  wholeApplications,
} from '../../data/queries/fund-applications';
import { fundDeadline } from '../../data/queries/fund-deadlines';
import { ruleSets, theFund, theRuleSet } from '../../data/queries/funds';
import { theEmployee } from '../../data/queries/staff';
import { fundApplicationSteps, fundApplications, fundCostLines } from '../../data/schema/funds';
import type { Handlers } from '../context';
import { theOrigin } from './navigate';
import { gone } from './refusals';

type Own = 'list' | 'get' | 'createDraft' | 'saveDraft' | 'step' | 'undoStep' | 'remove' | 'restore';
type Step = InputOf<'funds', 'step'>;

const entry = audited('fundApplication');

/** Applications from draft to answer, each step with its day. */
export const applicationHandlers: Pick<Handlers<typeof contract>, Own> = {
  list({ db, now }) {
    const date = localDate(now());
    const applications = wholeApplications(db).map((one) => rowOf(db, one, date));
    const day = (one: (typeof applications)[number]) => one.deadline?.on ?? '9999';
    return {
      date,
      applications: applications.sort(
        (a, b) => day(a).localeCompare(day(b)) || b.startsOn.localeCompare(a.startsOn),
      ),
      outdatedSets: ruleSets(db).filter(
        (set) => isOutdated(set, date) && set.validFrom <= date && (set.validTo ?? date) >= date,
      ).length,
    };
  },

  get: ({ db, now }, { applicationId }) => answerOf(db, theApplication(db, applicationId), localDate(now())),

  createDraft(context, { employeeId, ruleSetId, agreementId, enrolmentId, facts, costs, ...activity }) {
    const applicationId = randomUUID();
    const fields = ['ruleSetId', 'facts', 'costs', ...Object.keys(activity)];
    return context.write(entry('drafted', applicationId, fields), (db) => {
      theEmployee(db, employeeId);
      const { fundId } = theRuleSet(db, ruleSetId);
      const origin = theOrigin(db, { employeeId, agreementId, enrolmentId });
      const createdAt = context.now().toISOString();
      db.insert(fundApplications)
        .values({
          id: applicationId,
          employeeId,
          fundId,
          ruleSetId,
          ...origin,
          ...activity,
          facts: JSON.stringify(facts),
          state: 'draft',
          createdAt,
        })
        .run();
      keepCosts(db, applicationId, costs);
      addStep(db, { applicationId, state: 'draft', onDate: localDate(context.now()), reason: '' }, createdAt);
      return { applicationId };
    });
  },

  saveDraft(context, { applicationId, ruleSetId, agreementId, facts, costs, ...activity }) {
    const fields = ['ruleSetId', 'facts', 'costs', ...Object.keys(activity)];
    return context.write(entry('saved', applicationId, fields), (db) => {
      const one = theApplication(db, applicationId);
      refuseUnlessDraft(one);
      const { fundId } = theRuleSet(db, ruleSetId);
      // Where it came from stays as it was, also when the enrolment is gone by now.
      const origin = theOrigin(db, { employeeId: one.employeeId, agreementId, enrolmentId: null });
      db.update(fundApplications)
        .set({
          fundId,
          ruleSetId,
          agreementId: origin.agreementId,
          ...activity,
          facts: JSON.stringify(facts),
        })
        .where(eq(fundApplications.id, applicationId))
        .run();
      keepCosts(db, applicationId, costs);
      return {};
    });
  },

  step(context, input) {
    const { applicationId, state } = input;
    const now = context.now();
    return context.write(entry(state, applicationId, ['state', 'onDate', 'reason']), (db) => {
      const one = theApplication(db, applicationId);
      refuseStep(one, input, localDate(now));
      const grantedOre = state === 'granted' ? input.grantedOre : one.grantedOre;
      const frozen = state === 'sent' ? JSON.stringify(frozenRules(db, one)) : undefined;
      db.update(fundApplications)
        .set({ state, grantedOre, ...(frozen ? { rulesAsSent: frozen } : {}) })
        .where(eq(fundApplications.id, applicationId))
        .run();
      const { onDate, reason } = input;
      addStep(db, { applicationId, state, onDate, reason }, now.toISOString());
      return {};
    });
  },

  undoStep(context, { applicationId }) {
    return context.write(entry('step-undone', applicationId, ['state']), (db) => {
      const one = theApplication(db, applicationId);
      const before = one.steps.at(-2);
      if (!before) {
        throw refuse('conflict', {
          da: 'Ansøgningen er en kladde, så der er ikke noget trin at tage tilbage.',
          en: 'The application is a draft, so there is no step to take back.',
        });
      }
      const last = db
        .select({ id: fundApplicationSteps.id })
        .from(fundApplicationSteps)
        .where(eq(fundApplicationSteps.applicationId, applicationId))
        .orderBy(desc(fundApplicationSteps.at), sql`${fundApplicationSteps}.rowid desc`)
        .limit(1)
        .get();
      db.delete(fundApplicationSteps)
        .where(eq(fundApplicationSteps.id, last?.id ?? ''))
        .run();
      db.update(fundApplications)
        .set({
          state: before.state,
          ...(one.state === 'granted' ? { grantedOre: null } : {}),
          // A draft follows the rules of today again.
          ...(before.state === 'draft' ? { rulesAsSent: null } : {}),
        })
        .where(eq(fundApplications.id, applicationId))
        .run();
      return {};
    });
  },

  remove(context, { applicationId }) {
    return context.write(entry('removed', applicationId), (db) => {
      theApplication(db, applicationId);
      const removedAt = context.now().toISOString();
      db.update(fundApplications).set({ removedAt }).where(eq(fundApplications.id, applicationId)).run();
      return {};
    });
  },

  restore(context, { applicationId }) {
    return context.write(entry('restored', applicationId), (db) => {
      const { changes } = db
        .update(fundApplications)
        .set({ removedAt: null })
        .where(and(eq(fundApplications.id, applicationId), isNotNull(fundApplications.removedAt)))
        .run();
      if (changes === 0) throw gone.application;
      return {};
    });
  },
};

function rowOf(db: Database, one: WholeApplication, today: string) {
  const assessment = assessApplication(db, one, today);
  const { amounts, fits, outdated } = assessment;
  const isDecided = decidedOn(one) !== null;
  return {
    id: one.id,
    employeeId: one.employeeId,
    employeeName: one.employeeName,
    fundName: one.fundName,
    area: one.set.area,
    title: one.title,
    startsOn: one.startsOn,
    state: one.state,
    totalOre: amounts.totalOre,
    fundOre: one.grantedOre ?? amounts.fundOre,
    isDecided,
    isRefusedByRules: !isDecided && !fits,
    isOutdated: !isDecided && outdated !== null,
    deadline: fundDeadline(one, assessment, today),
  };
}

function answerOf(db: Database, one: WholeApplication, today: string): FundApplication {
  const assessment = assessApplication(db, one, today);
  const { stated, set, steps, costs, ...rest } = one;
  const { id, area, validFrom, validTo, source, lastCheckedOn, checkAgainOn, rules } = set;
  return {
    ...rest,
    set: { id, area, validFrom, validTo, source, lastCheckedOn, checkAgainOn, rules },
    facts: stated,
    costs: [...costs],
    assessment,
    deadline: fundDeadline(one, assessment, today),
    steps: [...steps],
    nextStates: nextStates(one.state, { wantsUpload: wantsUpload(one) }),
    canUndo: steps.length > 1,
  };
}

/** The set as it stands, with the fund’s name: what was known when it was sent. */
function frozenRules(db: Database, one: WholeApplication) {
  const { area, validFrom, validTo, source, lastCheckedOn, checkAgainOn, rules } = theRuleSet(
    db,
    one.set.id,
    {
      removed: true,
    },
  );
  const fundName = theFund(db, one.fundId, { removed: true }).name;
  return { fundName, area, validFrom, validTo, source, lastCheckedOn, checkAgainOn, rules };
}

function refuseUnlessDraft({ state }: WholeApplication): void {
  if (state === 'draft') return;
  throw refuse('conflict', {
    da: 'Ansøgningen er sendt, så den kan ikke rettes. Tag trinnet tilbage, hvis den ikke er sendt alligevel.',
    en: 'The application is sent, so it cannot be changed. Take the step back if it has not been sent after all.',
  });
}

function refuseStep(one: WholeApplication, { state, onDate, reason, grantedOre }: Step, today: string): void {
  if (!nextStates(one.state, { wantsUpload: wantsUpload(one) }).includes(state)) {
    const [now, next] = [applicationStateNames[one.state], applicationStateNames[state]];
    throw refuse('conflict', {
      da: `Ansøgningen står som »${now.da}« og kan ikke blive »${next.da}«. Genindlæs siden.`,
      en: `The application stands as “${now.en}” and cannot become “${next.en}”. Load the page again.`,
    });
  }
  if (onDate > today)
    refuseField('onDate', {
      da: 'Datoen ligger i fremtiden. Skriv den dag, det skete.',
      en: 'The date lies in the future. Give the day it happened.',
    });
  const last = one.steps.at(-1);
  // A draft may be written down after it was sent; every later step follows the one before.
  if (last && last.state !== 'draft' && onDate < last.onDate) {
    const day = dayText(last.onDate);
    refuseField('onDate', {
      da: `Datoen ligger før trinnet før, ${day.da}.`,
      en: `The date lies before the step before it, ${day.en}.`,
    });
  }
  if (statesWithReason.includes(state) && reason === '')
    refuseField('reason', { da: 'Skriv hvorfor.', en: 'Say why.' });
  if (countsAsGrant(state) && state === 'granted' && grantedOre === null)
    refuseField('grantedOre', { da: 'Skriv, hvor meget der er bevilget.', en: 'Give how much was granted.' });
  if (state === 'sent' && one.costs.length === 0)
    refuseField('costs', {
      da: 'Skriv mindst én udgift, før ansøgningen sendes.',
      en: 'Give at least one cost before the application is sent.',
    });
}

function keepCosts(
  db: Database,
  applicationId: string,
  costs: InputOf<'funds', 'createDraft'>['costs'],
): void {
  db.delete(fundCostLines).where(eq(fundCostLines.applicationId, applicationId)).run();
  for (const [position, cost] of costs.entries())
    db.insert(fundCostLines)
      .values({ id: randomUUID(), applicationId, position, ...cost })
      .run();
}

function addStep(
  db: Database,
  step: Omit<typeof fundApplicationSteps.$inferInsert, 'id' | 'at'>,
  at: string,
): void {
  db.insert(fundApplicationSteps)
    .values({ id: randomUUID(), ...step, at })
    .run();
}
