import { Modal, Select, Stack } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { listbox } from '../../ui/listbox';
import { offerUndo } from '../../ui/undo';

/** Stands for "whoever leads the school", as null does for the machine. */
const school = 'school';

type Props = { employeeIds: readonly string[]; title: string; onSet?: () => void; onClose: () => void };

/** Who becomes the leader of these employees, and from which day. */
export function SetLeaderDialog({ employeeIds, title, onSet, onClose }: Props) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const found = useCall('leaders', 'list', {});
  const set = useOrder('leaders', 'set');
  const undo = useOrder('leaders', 'undo');
  const [leader, setLeader] = useState<string | null>(null);
  const [fromDate, setFromDate] = useState<string | null>(today);
  const [asked, setAsked] = useState(false);
  const fields = set.error?.fields ?? {};
  const head = found.data?.leaders[0];
  const isSame = set.data?.changed === 0;

  const submit = () => {
    setAsked(true);
    if (!leader || !fromDate) return;
    const leaderId = leader === school ? null : leader;
    set.mutate(
      { who: { employeeIds: [...employeeIds] }, leaderId, fromDate },
      {
        onSuccess: ({ changed, undoId }) => {
          if (undoId === null) return;
          onSet?.();
          onClose();
          offerUndo({
            message: t('leaders.set', { count: changed }),
            label: t('common.undo'),
            undo: () => undo.mutateAsync({ undoId }),
          });
        },
      },
    );
  };

  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <p className="soft leader-text">{t('leaders.setText')}</p>
          <Select
            {...listbox}
            label={t('leaders.newLeader')}
            data={[
              { value: school, label: t('leaders.schoolLeaderChoice', { name: head?.name ?? '' }) },
              ...(found.data ? otherLeaders(found.data, employeeIds) : []),
            ]}
            nothingFoundMessage={t('leaders.noMatch')}
            searchable
            data-autofocus
            required
            value={leader}
            onChange={setLeader}
            error={fields.leaderId ?? (asked && !leader ? t('leaders.missingLeader') : undefined)}
          />
          <DateField
            label={t('leaders.fromDate')}
            required
            value={fromDate}
            onChange={setFromDate}
            error={fields.fromDate ?? (asked && !fromDate ? t('leaders.missingDate') : undefined)}
          />
        </Stack>
        {Object.keys(fields).length === 0 && <Failure error={found.error ?? set.error} />}
        {isSame && (
          <p className="soft" role="status">
            {t('leaders.nothingChanged')}
          </p>
        )}
        <FormFoot submit={t('common.save')} isSaving={set.isPending} onCancel={onClose} />
      </form>
    </Modal>
  );
}

/** Those who lead already, then everybody else; never those who are to be led. */
function otherLeaders({ leaders, people }: OutputOf<'leaders', 'list'>, employeeIds: readonly string[]) {
  const leading = leaders
    .filter(({ isSchoolLeader, hasLeft }) => !isSchoolLeader && !hasLeft)
    .flatMap(({ id, name }) => (id ? [{ value: id, label: name }] : []));
  const known = new Set(leading.map(({ value }) => value));
  const rest = people
    .filter(({ employeeId }) => !known.has(employeeId))
    .map(({ employeeId, name }) => ({ value: employeeId, label: name }));
  return [...leading, ...rest].filter(({ value }) => !employeeIds.includes(value));
}
