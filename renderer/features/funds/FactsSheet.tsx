import type { FundApplication } from '@shared/contract/funds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { useStatedFacts } from '../../ui/use-stated-facts';
import { useFundWords } from './words';

/** What is applied for, and what was said about it. */
export function FactsSheet({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const { day } = useFundWords();
  const stated = useStatedFacts()(one.facts);
  const { employeeId, enrolmentId } = one;
  const rows = [
    [
      t('funds.who'),
      <Link key="who" to="/employees/$employeeId" params={{ employeeId }} className="plain-link">
        {one.employeeName}
      </Link>,
    ],
    [
      t('funds.facts.titleLabel'),
      enrolmentId ? (
        <Link key="what" to="/enrolments/$enrolmentId" params={{ enrolmentId }} className="plain-link">
          {one.title}
        </Link>
      ) : (
        one.title
      ),
    ],
    [t('funds.facts.provider'), one.provider],
    [t('funds.facts.startsOn'), day(one.startsOn)],
    [
      t('funds.page.planLine'),
      one.planLine ? (
        <Link key="plan" to="/training-plans/$employeeId" params={{ employeeId }} className="plain-link">
          {one.planLine}
        </Link>
      ) : (
        t('funds.page.noPlanLine')
      ),
    ],
    ...stated,
  ] as const;
  return (
    <Sheet title={t('funds.page.facts')}>
      <dl className="fund-facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Sheet>
  );
}
