import type { FundPackPrint } from '@shared/contract/print-fund-pack';
import { fundRuleKinds } from '@shared/domain/funds/fund-rules';
import { fundRuleNames, ruleText } from '@shared/domain/funds/rule-text';
import { eq } from 'drizzle-orm';
import type { Database } from '../open';
import { schools } from '../schema/school';
import { agreements } from '../schema/talks';
import { assessApplication, theApplication } from './fund-applications';
import { leaderOf } from './leaders';
import { theEmployee } from './staff';

/** Everything the attachment of an application prints, reckoned on `today`. Refuses `not-found`. */
export function fundPackContent(db: Database, applicationId: string, today: string): FundPackPrint {
  const one = theApplication(db, applicationId);
  const { name: employeeName, title, categoryName } = theEmployee(db, one.employeeId);
  const leader = leaderOf(db, one.employeeId, today);
  const school = db.select().from(schools).get();
  const line =
    one.planLine === '' || one.agreementId === null
      ? undefined
      : db
          .select({
            activity: agreements.activity,
            competence: agreements.competence,
            dueOn: agreements.dueOn,
          })
          .from(agreements)
          .where(eq(agreements.id, one.agreementId))
          .get();
  const { validFrom, validTo, source, lastCheckedOn, rules, area } = one.set;
  const order = (kind: (typeof rules)[number]['kind']) => fundRuleKinds.indexOf(kind);
  return {
    schoolName: school?.name ?? '',
    municipality: school?.municipality ?? '',
    retentionYears: school?.retentionYears ?? 0,
    employeeName,
    employeeRole: title || categoryName,
    leaderName: leader.name,
    leaderTitle: leader.title,
    fundName: one.fundName,
    area,
    madeOn: today,
    title: one.title,
    provider: one.provider,
    startsOn: one.startsOn,
    facts: one.stated,
    planLine: line ?? null,
    costs: [...one.costs],
    assessment: assessApplication(db, one, today),
    rules: rules
      .toSorted((a, b) => order(a.kind) - order(b.kind))
      .map((rule) => ({ name: fundRuleNames[rule.kind], text: ruleText(rule), source: rule.source })),
    set: { validFrom, validTo, source, lastCheckedOn },
    steps: one.steps.map(({ state, onDate }) => ({ state, onDate })),
  };
}
