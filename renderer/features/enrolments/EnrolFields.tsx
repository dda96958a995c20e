import { NativeSelect, Select } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { HalvesField } from '../../ui/HalvesField';
import { listbox } from '../../ui/listbox';
import { MoneyField } from '../../ui/MoneyField';
import { useLanguage } from '../../ui/use-language';
import { datesText } from './words';

type Choices = OutputOf<'enrolments', 'choices'>;
type Item = Choices['items'][number];
/** What the form holds while it is being filled in. */
export type Values = {
  employeeId: string | null;
  itemId: string | null;
  runId: string | null;
  agreementId: string | null;
  title: string;
  provider: string;
  startsOn: string | null;
  endsOn: string | null;
  feeOre: number | null;
  materialsOre: number | null;
  substituteDays: number | '';
  substituteDayOre: number | null;
  budgetId: string | null;
  priorityId: string | null;
  isPast: boolean;
  completedOn: string | null;
  reason: string;
};

type PartProps = {
  choices: Choices;
  values: Values;
  set: (change: Partial<Values>) => void;
  fields: Readonly<Record<string, string>>;
};

/** Who, and which activity of the programme with which holding. */
export function Subject(props: PartProps & { fixedPerson: string | undefined; missing: boolean }) {
  const { choices, values, set, fields, fixedPerson, missing } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const item = choices.items.find(({ id }) => id === values.itemId);
  const choose = (itemId: string | null) => {
    const next = choices.items.find(({ id }) => id === itemId);
    set(next ? { ...ofItem(next), runId: null } : { itemId: null, runId: null });
  };
  return (
    <>
      {fixedPerson === undefined ? (
        <Select
          {...listbox}
          label={t('enrolments.person')}
          placeholder={t('enrolments.choosePerson')}
          data={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage={t('enrolments.nobody')}
          searchable
          data-autofocus={values.employeeId === null || undefined}
          value={values.employeeId}
          onChange={(employeeId) => set({ employeeId, agreementId: null })}
          error={fields.employeeId ?? (missing ? t('enrolments.personMissing') : undefined)}
          required
        />
      ) : (
        <p>
          <strong>{fixedPerson}</strong>
        </p>
      )}
      <Select
        {...listbox}
        label={t('enrolments.item')}
        description={t('enrolments.itemHint')}
        data={choices.items.map(({ id, title, provider }) => ({
          value: id,
          label: provider ? `${title} · ${provider}` : title,
        }))}
        limit={60}
        nothingFoundMessage={t('enrolments.noItem')}
        searchable
        clearable
        value={values.itemId}
        onChange={choose}
        error={fields.itemId}
      />
      {item && item.runs.length > 0 && (
        <NativeSelect
          label={t('enrolments.run')}
          description={values.runId === null ? undefined : t('enrolments.runDates')}
          value={values.runId ?? ''}
          onChange={(event) => {
            const run = item.runs.find(({ id }) => id === event.currentTarget.value);
            set({
              runId: run?.id ?? null,
              ...(run ? { startsOn: run.startsOn, endsOn: run.endsOn } : {}),
            });
          }}
          data={[
            { value: '', label: t('enrolments.noRun') },
            ...item.runs.map((run) => ({
              value: run.id,
              label: [
                datesText(run, language, t),
                run.place,
                run.seats !== null && t('enrolments.runSeats', { taken: run.taken, seats: run.seats }),
                run.state === 'cancelled' && t('enrolments.runCancelled'),
              ]
                .filter(Boolean)
                .join(' · '),
            })),
          ]}
          error={fields.runId}
        />
      )}
    </>
  );
}

/** Fee, materials and substitutes. */
export function Costs({ values, set, fields }: Omit<PartProps, 'choices'>) {
  const { t } = useTranslation();
  return (
    <div className="enrolment-fields">
      <MoneyField
        label={t('enrolments.fee')}
        value={values.feeOre}
        onChange={(feeOre) => set({ feeOre })}
        error={fields.feeOre}
      />
      <MoneyField
        label={t('enrolments.materials')}
        value={values.materialsOre}
        onChange={(materialsOre) => set({ materialsOre })}
        error={fields.materialsOre}
      />
      <HalvesField
        label={t('enrolments.substituteDays')}
        value={values.substituteDays}
        onChange={(substituteDays) => set({ substituteDays })}
        error={fields.substituteDays}
        max={400}
      />
      <MoneyField
        label={t('enrolments.substituteDay')}
        value={values.substituteDayOre}
        onChange={(substituteDayOre) => set({ substituteDayOre })}
        error={fields.substituteDayOre}
      />
    </div>
  );
}

/** What pays, what it serves, and the line of the plan it fulfils. */
export function Payers({ choices, values, set, fields }: PartProps) {
  const { t } = useTranslation();
  const lines = useCall(
    'enrolments',
    'linesOf',
    { employeeId: values.employeeId ?? '-' },
    { enabled: values.employeeId !== null },
  );
  const none = { value: '', label: t('enrolments.none') };
  return (
    <div className="enrolment-fields">
      <NativeSelect
        label={t('enrolments.paidBy')}
        value={values.budgetId ?? ''}
        onChange={(event) => set({ budgetId: event.currentTarget.value || null })}
        data={[
          none,
          ...choices.budgets.map(({ id, name, schoolYear }) => ({
            value: id,
            label: `${name} ${schoolYear}`,
          })),
        ]}
        error={fields.budgetId}
      />
      <NativeSelect
        label={t('enrolments.goal')}
        value={values.priorityId ?? ''}
        onChange={(event) => set({ priorityId: event.currentTarget.value || null })}
        data={[none, ...choices.priorities.map(({ id, name }) => ({ value: id, label: name }))]}
        error={fields.priorityId}
      />
      {lines.data && lines.data.lines.length > 0 && (
        <NativeSelect
          label={t('enrolments.planLine')}
          value={values.agreementId ?? ''}
          onChange={(event) => {
            const line = lines.data.lines.find(({ id }) => id === event.currentTarget.value);
            set({
              agreementId: line?.id ?? null,
              ...(line && values.title.trim() === '' ? { title: line.activity } : {}),
            });
          }}
          data={[
            none,
            ...lines.data.lines.map(({ id, activity, schoolYear }) => ({
              value: id,
              label: `${activity} (${schoolYear})`,
            })),
          ]}
          error={fields.agreementId}
        />
      )}
    </div>
  );
}

/** What the programme knows of an activity. */
export const ofItem = (item: Item): Partial<Values> => ({
  itemId: item.id,
  title: item.title,
  provider: item.provider,
  ...(item.feeOre === null ? {} : { feeOre: item.feeOre }),
  ...(item.materialsOre === null ? {} : { materialsOre: item.materialsOre }),
});
