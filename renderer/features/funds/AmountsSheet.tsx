import type { FundApplication } from '@shared/contract/funds';
import { costKindNames } from '@shared/domain/funds/fund-words';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { useFundWords } from './words';

/** What it costs line by line, who pays what, and what is left of the cap. */
export function AmountsSheet({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const { money, day, language } = useFundWords();
  const { amounts } = one.assessment;
  const { grantedOre } = one;
  const sums = [
    ['total', amounts.totalOre],
    ['applicable', amounts.applicableOre],
    ['fund', amounts.fundOre],
    ['workplace', amounts.workplaceOre],
    ...(grantedOre === null ? [] : ([['granted', grantedOre]] as const)),
    ...(amounts.capLeftOre === null ? [] : ([['capLeft', amounts.capLeftOre]] as const)),
  ] as const;
  return (
    <Sheet title={t('funds.amounts.title')}>
      <table className="fund-sum">
        <tbody>
          {one.costs.map(({ kind, amountOre, note }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and are not changed here
            <tr key={index}>
              <td>
                {costKindNames[kind][language]}
                {note !== '' && <span className="soft"> · {note}</span>}
              </td>
              <td className="figure">{money(amountOre)}</td>
            </tr>
          ))}
          {sums.map(([key, ore]) => (
            <tr key={key} className={key === 'total' || key === 'fund' ? 'line' : undefined}>
              <td>
                {key === 'fund' || key === 'granted' ? (
                  <strong>{t(`funds.amounts.${key}`)}</strong>
                ) : (
                  t(`funds.amounts.${key}`)
                )}
              </td>
              <td className="figure">{money(ore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {amounts.notPaid.map(({ kind, text, source, amountOre }) => (
        <p key={`${kind} ${amountOre}`} className="small">
          <strong>{t('funds.amounts.notPaid')}:</strong> {text[language]}{' '}
          <span className="soft">({source})</span>
        </p>
      ))}
      {amounts.counted.map((grant) => (
        <p key={`${grant.grantedOn} ${grant.amountOre}`} className="soft small">
          {t('funds.amounts.freeOn', {
            amount: money(grant.amountOre),
            granted: day(grant.grantedOn),
            free: day(grant.freeOn),
          })}
        </p>
      ))}
    </Sheet>
  );
}
