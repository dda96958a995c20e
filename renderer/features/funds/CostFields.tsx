import { Button, NativeSelect, TextInput } from '@mantine/core';
import { costKindNames, costKinds } from '@shared/domain/funds/fund-words';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyField } from '../../ui/MoneyField';
import { useLanguage } from '../../ui/use-language';
import type { CostValues } from './activity-values';

const mostCosts = 30;

type CostFieldsProps = { costs: readonly CostValues[]; onChange: (costs: CostValues[]) => void };

/** What it costs, line by line. */
export function CostFields({ costs, onChange }: CostFieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const adding = useRef<HTMLButtonElement>(null);
  const set = (index: number, change: Partial<CostValues>) =>
    onChange(costs.map((line, at) => (at === index ? { ...line, ...change } : line)));
  return (
    <fieldset className="fund-group">
      <legend>{t('funds.facts.costs')}</legend>
      {costs.length === 0 && <p className="soft">{t('funds.facts.costsNone')}</p>}
      {costs.map((line, index) => {
        const number = index + 1;
        const named = (label: string) => `${t('funds.facts.cost', { number })}: ${label}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id, and are added at the end
          <div key={index} className="fund-cost">
            <NativeSelect
              label={t('funds.facts.costKind')}
              aria-label={named(t('funds.facts.costKind'))}
              value={line.kind}
              data={costKinds.map((kind) => ({ value: kind, label: costKindNames[kind][language] }))}
              onChange={(event) =>
                set(index, { kind: costKinds.find((kind) => kind === event.currentTarget.value) ?? 'fee' })
              }
            />
            <MoneyField
              label={t('funds.facts.costAmount')}
              aria-label={named(t('funds.facts.costAmount'))}
              value={line.amountOre}
              onChange={(amountOre) => set(index, { amountOre })}
            />
            <TextInput
              label={t('funds.facts.costNote')}
              aria-label={named(t('funds.facts.costNote'))}
              value={line.note}
              onChange={(event) => set(index, { note: event.currentTarget.value })}
              maxLength={200}
            />
            <Button
              variant="subtle"
              aria-label={t('funds.facts.removeCost', { number })}
              onClick={() => {
                adding.current?.focus();
                onChange(costs.filter((_, at) => at !== index));
              }}
            >
              {t('common.remove')}
            </Button>
          </div>
        );
      })}
      {costs.length < mostCosts && (
        <Button
          ref={adding}
          size="compact-sm"
          variant="default"
          onClick={() => onChange([...costs, { kind: 'materials', amountOre: null, note: '' }])}
        >
          {t('funds.facts.addCost')}
        </Button>
      )}
    </fieldset>
  );
}
