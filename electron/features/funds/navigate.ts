import type { funds as contract } from '@shared/contract/funds';
import { localDate } from '@shared/domain/dates';
import { periodCovers } from '@shared/domain/employment';
import { assessFund, type FundAssessment } from '@shared/domain/funds/assess-fund';
import { setPeriod } from '@shared/domain/funds/fund-rules';
import { refuseField } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { otherApplications } from '../../data/queries/fund-applications';
import { openings } from '../../data/queries/fund-openings';
import { fundRows, grantsOf, ruleSets } from '../../data/queries/funds';
import { staffOn, theEmployee } from '../../data/queries/staff';
import { enrolments } from '../../data/schema/enrolments';
import { agreements } from '../../data/schema/talks';
import type { Handlers } from '../context';

type Own = 'people' | 'openings' | 'navigate';

/** From a line of a plan to the funds that fit, and why others do not (DOMAIN 4.7). */
export const navigateHandlers: Pick<Handlers<typeof contract>, Own> = {
  people: ({ db, now }) => ({
    people: staffOn(db, localDate(now())).map(({ id, name, categoryName }) => ({ id, name, categoryName })),
    funds: fundRows(db).map(({ id, name }) => ({ id, name })),
  }),

  openings: ({ db, now }, { employeeId }) => openings(db, employeeId, localDate(now())),

  navigate({ db, now }, { employeeId, agreementId, enrolmentId, startsOn, facts: stated, costs }) {
    const today = localDate(now());
    theEmployee(db, employeeId);
    const origin = theOrigin(db, { employeeId, agreementId, enrolmentId });
    const funds = new Map(fundRows(db).map((fund) => [fund.id, fund]));
    const hits = ruleSets(db)
      // What holds today, and what will when it starts: the rules themselves say that it is too early.
      .filter((set) => periodCovers(setPeriod(set), today) || periodCovers(setPeriod(set), startsOn))
      .flatMap(({ rules, ...head }) => {
        const fund = funds.get(head.fundId);
        if (!fund) return [];
        const set = { ...head, rules };
        const facts = {
          ...stated,
          startsOn,
          costs,
          hasPlanLine: origin.agreementId !== null,
          sentOn: null,
          uploadedOn: null,
          otherApplications: otherApplications(db, { employeeId, fundId: fund.id, set, on: today }),
        };
        const grants = grantsOf(db, { employeeId, fundId: fund.id });
        const { fundId: _, ...shown } = head;
        return [
          {
            fundId: fund.id,
            fundName: fund.name,
            fundKind: fund.kind,
            set: shown,
            assessment: assessFund(set, facts, { today, grants }),
          },
        ];
      });
    return { date: today, hits: hits.toSorted((a, b) => inOrder(a.assessment, b.assessment)) };
  },
};

/** What fits first, then what pays most, then what has fewest open questions; never a judgement of the person. */
function inOrder(a: FundAssessment, b: FundAssessment): number {
  const open = ({ verdicts }: FundAssessment) =>
    verdicts.filter(({ outcome }) => outcome === 'unknown' || outcome === 'warning').length;
  const refusals = ({ verdicts }: FundAssessment) =>
    verdicts.filter(({ outcome }) => outcome === 'refused').length;
  return (
    Number(b.fits) - Number(a.fits) ||
    refusals(a) - refusals(b) ||
    b.amounts.fundOre - a.amounts.fundOre ||
    open(a) - open(b)
  );
}

/** The plan line and the enrolment an application springs from; refused when they are not hers. */
export function theOrigin(
  db: Database,
  {
    employeeId,
    agreementId,
    enrolmentId,
  }: { employeeId: string; agreementId: string | null; enrolmentId: string | null },
): { agreementId: string | null; enrolmentId: string | null } {
  const notHers = (field: string) =>
    refuseField(field, {
      da: 'Linjen findes ikke længere hos medarbejderen. Vælg igen.',
      en: 'The employee no longer has that line. Choose again.',
    });
  const enrolment =
    enrolmentId === null
      ? null
      : db
          .select({ agreementId: enrolments.agreementId })
          .from(enrolments)
          .where(
            and(
              eq(enrolments.id, enrolmentId),
              eq(enrolments.employeeId, employeeId),
              isNull(enrolments.removedAt),
            ),
          )
          .get();
  if (enrolment === undefined) notHers('enrolmentId');
  const lineId = agreementId ?? enrolment?.agreementId ?? null;
  if (lineId === null) return { agreementId: null, enrolmentId };
  const agreement = db
    .select({ id: agreements.id })
    .from(agreements)
    .where(
      and(eq(agreements.id, lineId), eq(agreements.employeeId, employeeId), isNull(agreements.removedAt)),
    )
    .get();
  if (agreement) return { agreementId: lineId, enrolmentId };
  // A line that was removed behind an enrolment's back is no line; one that was chosen here is a slip.
  if (agreementId !== null) notHers('agreementId');
  return { agreementId: null, enrolmentId };
}
