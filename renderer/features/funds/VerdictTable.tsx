import type { FundAssessmentAnswer } from '@shared/contract/fund-assessment';
import { fundRuleNames } from '@shared/domain/funds/rule-text';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { outcomeTones } from './words';

const order = ['refused', 'unknown', 'warning', 'met'] as const;

/** Every rule with what it says here and where it is from; what stands in the way first. */
export function VerdictTable({
  verdicts,
  label,
}: Pick<FundAssessmentAnswer, 'verdicts'> & { label: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = verdicts.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return (
    <table className="table fund-verdicts" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('funds.state')}</th>
          <th scope="col">{t('funds.verdicts.rule')}</th>
          <th scope="col">{t('funds.verdicts.says')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rule, outcome, text, source }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may stand twice, and the list has no state
          <tr key={index}>
            <td>
              <StateWord tone={outcomeTones[outcome]}>{t(`funds.verdicts.outcomes.${outcome}`)}</StateWord>
            </td>
            <td>{rule === 'validity' ? t('funds.verdicts.validity') : fundRuleNames[rule][language]}</td>
            <td>
              {text[language]} <div className="soft small">{source}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
