import { MultiSelect, NativeSelect } from '@mantine/core';
import { courseLevelNames, courseLevels } from '@shared/domain/funds/fund-facts';
import type { FundRule } from '@shared/domain/funds/fund-rules';
import { useTranslation } from 'react-i18next';
import { listbox } from '../../ui/listbox';
import { MoneyField } from '../../ui/MoneyField';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { WholeNumberField } from '../../ui/WholeNumberField';

type Cap = Extract<FundRule, { kind: 'cap' }>;
const periods = ['rolling', 'calendarYear'] as const;

/** How much to a person in which time, and whether some levels have more. */
export function CapFields({ rule, onChange }: { rule: Cap; onChange: (rule: Cap) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { higher } = rule;
  return (
    <>
      <MoneyField
        label={t('funds.rules.fields.capOre')}
        value={rule.capOre || null}
        onChange={(capOre) => onChange({ ...rule, capOre: capOre ?? 0 })}
      />
      <NativeSelect
        label={t('funds.rules.fields.period')}
        value={rule.period}
        data={periods.map((period) => ({ value: period, label: t(`funds.rules.fields.periods.${period}`) }))}
        onChange={(event) =>
          onChange({ ...rule, period: event.currentTarget.value === 'rolling' ? 'rolling' : 'calendarYear' })
        }
      />
      {rule.period === 'rolling' && (
        <WholeNumberField
          label={t('funds.rules.fields.months')}
          value={rule.months}
          onChange={(months) => onChange({ ...rule, months })}
          min={1}
          max={60}
        />
      )}
      <MultiSelect
        {...listbox}
        className="wide"
        label={t('funds.rules.fields.higherLevels')}
        data={courseLevels.map((level) => ({
          value: level,
          label: sentenceCase(courseLevelNames[level][language], language),
        }))}
        value={[...(higher?.levels ?? [])]}
        onChange={(chosen) => {
          const levels = courseLevels.filter((level) => chosen.includes(level));
          const more = levels.length === 0 ? null : { levels, capOre: higher?.capOre ?? rule.capOre };
          onChange({ ...rule, higher: more });
        }}
        hidePickedOptions
      />
      {higher && (
        <MoneyField
          label={t('funds.rules.fields.higherOre')}
          value={higher.capOre || null}
          onChange={(capOre) => onChange({ ...rule, higher: { ...higher, capOre: capOre ?? 0 } })}
        />
      )}
    </>
  );
}
