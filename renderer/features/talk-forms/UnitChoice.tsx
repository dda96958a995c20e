import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';

type UnitChoiceProps = {
  unitId: string | null;
  /** The unit a form already has, which may be gone from the school. */
  present?: { id: string; name: string } | null;
  onChange: (unitId: string | null) => void;
};

/** Which unit uses a form: the whole school or one team. */
export function UnitChoice({ unitId, present, onChange }: UnitChoiceProps) {
  const { t } = useTranslation();
  const teams = useCall('teams', 'list', {}).data ?? [];
  const isGone = present && !teams.some(({ id }) => id === present.id);
  return (
    <NativeSelect
      label={t('talkForms.unit')}
      description={t('talkForms.dialog.unitHint')}
      value={unitId ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      data={[
        { value: '', label: t('talkForms.wholeSchool') },
        ...(isGone ? [{ value: present.id, label: present.name }] : []),
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
