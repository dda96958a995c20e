import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PointsField } from '../../ui/PointsField';

type Module = { title: string; provider: string; ects: number | '' };
type ModuleFieldsProps = {
  values: Module;
  set: (change: Partial<Module>) => void;
  /** What the machine says of each field. */
  fields: Readonly<Record<string, string>>;
  /** Whether it was handed in: what is missing is said only then. */
  asked: boolean;
  /** The days, beside the points. */
  children: ReactNode;
};

/** What a module is, whoever takes it: name, place and points. */
export function ModuleFields({ values, set, fields, asked, children }: ModuleFieldsProps) {
  const { t } = useTranslation();
  const { title, provider, ects } = values;
  const isBlank = title.trim() === '';
  return (
    <>
      <TextInput
        label={t('leaderTraining.moduleTitle')}
        value={title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={fields.title ?? (asked && isBlank ? t('leaderTraining.moduleTitleMissing') : undefined)}
        maxLength={200}
        required
      />
      <TextInput
        label={t('leaderTraining.provider')}
        value={provider}
        onChange={(event) => set({ provider: event.currentTarget.value })}
        error={fields.provider}
        maxLength={200}
      />
      <div className="lt-fields">
        <PointsField
          label={t('leaderTraining.ects')}
          value={ects}
          onChange={(points) => set({ ects: points })}
          error={fields.ects ?? (asked && ects === '' ? t('leaderTraining.ectsMissing') : undefined)}
        />
        {children}
      </div>
    </>
  );
}
