import { TextInput } from '@mantine/core';
import { longestRetentionWithoutReason } from '@shared/domain/retention';
import { useTranslation } from 'react-i18next';
import { WholeNumberField } from '../../ui/WholeNumberField';

type Retention = { retentionYears: number; retentionReason: string };

const needsReason = ({ retentionYears }: Retention) => retentionYears > longestRetentionWithoutReason;

/** Whether years over ten have their written reason (DOMAIN 0.9). */
export const retentionIsReady = (retention: Retention) =>
  !needsReason(retention) || retention.retentionReason.trim() !== '';

/** How long information is kept, and why where that is long. */
export function RetentionFields({
  isHr = false,
  value,
  onChange,
}: {
  /** An office keeps cases, a school keeps what it knows of people. */
  isHr?: boolean;
  value: Retention;
  onChange: (change: Partial<Retention>) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <WholeNumberField
        label={isHr ? t('vault.first.retentionYearsHr') : t('vault.first.retentionYears')}
        description={t('vault.first.retentionHint')}
        min={1}
        max={30}
        value={value.retentionYears}
        onChange={(retentionYears) => onChange({ retentionYears })}
      />
      {needsReason(value) && (
        <TextInput
          label={t('vault.first.retentionReason')}
          value={value.retentionReason}
          onChange={(event) => onChange({ retentionReason: event.currentTarget.value })}
        />
      )}
    </>
  );
}
