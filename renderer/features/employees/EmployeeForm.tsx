import { Autocomplete, Modal, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { sameText } from '@shared/domain/table-import/cells';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailure, useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { useLanguage } from '../../ui/use-language';
import type { Employee } from './employment-text';

type Props = { opened: boolean; onClose: () => void; employee?: Employee };

/** Basic facts of a new or known employee. A category or team that nobody has yet is made on the way. */
export function EmployeeForm({ opened, onClose, employee }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={employee ? t('employees.editTitle') : t('employees.newTitle')}
    >
      <KeptFields onClose={onClose} employee={employee} />
    </Modal>
  );
}

/** The fields on what was typed here before, and anew when that is thrown away. */
function KeptFields({ onClose, employee }: Omit<Props, 'opened'>) {
  const kept = useDraft<Values>(`employee ${employee?.id ?? 'new'}`);
  const [turn, setTurn] = useState(0);
  const leave = () => {
    kept.drop();
    onClose();
  };
  return (
    <>
      <DraftLine draft={kept} onReset={() => setTurn(turn + 1)} />
      {kept.isReady && (
        <Fields key={turn} onClose={leave} employee={employee} typed={kept.draft} onType={kept.keep} />
      )}
    </>
  );
}

/** The hint under the field, so that fields side by side stand on one line. */
const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

type Values = {
  name: string;
  employeeNumber: string;
  categoryName: string;
  title: string;
  teamName: string;
  employmentDate: string | null;
  leavingDate: string | null;
  employmentPercent: number | string;
  note: string;
};

type FieldsProps = Omit<Props, 'opened'> & { typed: Values | undefined; onType: (values: Values) => void };

function Fields({ onClose, employee, typed, onType }: FieldsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { categories, teams, failure, saving, save } = useSaveEmployee(employee);
  const filled = (value: unknown) => (value === null || value === '' ? t('employees.required') : null);
  const form = useForm<Values>({
    initialValues: {
      name: employee?.name ?? '',
      employeeNumber: employee?.employeeNumber ?? '',
      categoryName: employee?.categoryName ?? '',
      title: employee?.title ?? '',
      teamName: '',
      employmentDate: employee?.employmentDate ?? null,
      leavingDate: employee?.leavingDate ?? null,
      employmentPercent: employee?.employmentPercent ?? 100,
      note: employee?.note ?? '',
      ...typed,
    },
    onValuesChange: onType,
    validate: {
      name: (value) => filled(value.trim()),
      employeeNumber: (value) => filled(value.trim()),
      categoryName: (value) => filled(value.trim()),
      employmentDate: filled,
      employmentPercent: filled,
    },
  });

  async function submit(values: Values) {
    const fields = await save(values);
    if (fields) form.setErrors({ ...fields, categoryName: fields.categoryId ?? fields.categoryName });
    else onClose();
  }

  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <div className="field-stack">
        <TextInput label={t('common.name')} required data-autofocus {...form.getInputProps('name')} />
        <div className="field-pair">
          <TextInput label={t('employees.number')} required {...form.getInputProps('employeeNumber')} />
          <NumberInput
            label={t('employees.employmentPercent')}
            required
            hideControls
            min={0}
            max={100}
            decimalScale={2}
            decimalSeparator={language === 'da' ? ',' : '.'}
            suffix=" %"
            {...form.getInputProps('employmentPercent')}
          />
          <Autocomplete
            label={t('employees.category')}
            description={t('employees.categoryHint')}
            inputWrapperOrder={hintBelow}
            required
            data={categories.map((one) => one.name)}
            {...form.getInputProps('categoryName')}
          />
          <TextInput
            label={t('employees.ownTitle')}
            description={t('employees.ownTitleHint')}
            inputWrapperOrder={hintBelow}
            {...form.getInputProps('title')}
          />
          {!employee && (
            <Autocomplete
              label={t('employees.team')}
              description={t('employees.teamHint')}
              inputWrapperOrder={hintBelow}
              data={teams.map((one) => one.name)}
              {...form.getInputProps('teamName')}
            />
          )}
        </div>
        <div className="field-pair">
          <DateField
            label={t('employees.employmentDate')}
            required
            value={form.values.employmentDate}
            onChange={(date) => form.setFieldValue('employmentDate', date)}
            error={form.errors.employmentDate}
          />
          <DateField
            label={t('employees.leavingDate')}
            value={form.values.leavingDate}
            onChange={(date) => form.setFieldValue('leavingDate', date)}
            error={form.errors.leavingDate}
          />
        </div>
        <Textarea label={t('employees.note')} autosize minRows={2} {...form.getInputProps('note')} />
      </div>
      <Failure error={failure} />
      <FormFoot
        submit={employee ? t('common.save') : t('employees.create')}
        isSaving={saving}
        onCancel={onClose}
      />
    </form>
  );
}

/** Saves, and answers the fields at fault when the machine says no; a refusal without fields is `failure`. */
function useSaveEmployee(employee: Employee | undefined) {
  const navigate = useNavigate();
  const known = useCall('categories', 'list', {});
  const knownTeams = useCall('teams', 'list', {});
  const saveEmployee = useOrder('employees', 'save');
  const saveCategory = useOrder('categories', 'save');
  const saveTeam = useOrder('teams', 'save');
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [saving, setSaving] = useState(false);
  const categories = known.data?.categories ?? [];
  const teams = knownTeams.data ?? [];

  async function save(values: Values): Promise<Readonly<Record<string, string>> | null> {
    const { categoryName, teamName, employmentDate, employmentPercent, ...rest } = values;
    setSaving(true);
    setFailure(null);
    try {
      const category =
        categories.find((one) => sameText(one.name, categoryName)) ??
        (await saveCategory.mutateAsync({ name: categoryName, spiderTemplateId: null }));
      const team =
        teamName.trim() === ''
          ? null
          : (teams.find((one) => sameText(one.name, teamName)) ??
            (await saveTeam.mutateAsync({ name: teamName, type: 'team' })));
      const { id } = await saveEmployee.mutateAsync({
        ...rest,
        ...(employee && { id: employee.id }),
        categoryId: category.id,
        employmentDate: employmentDate ?? '',
        employmentPercent: Number(employmentPercent),
        teamId: team?.id ?? null,
      });
      if (!employee) void navigate({ to: '/employees/$employeeId', params: { employeeId: id } });
      return null;
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      const fields = error.fields;
      if (Object.keys(fields).length === 0) setFailure(error);
      return fields;
    } finally {
      setSaving(false);
    }
  }
  return { categories, teams, failure, saving, save };
}
