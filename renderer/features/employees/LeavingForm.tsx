import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import type { Employee } from './employment-text';

type Props = { opened: boolean; onClose: () => void; employee: Employee };

/** The last working day, set or taken back. */
export function LeavingForm({ opened, onClose, employee }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('employees.leaveTitle', { name: employee.name })}>
      <Fields employee={employee} onClose={onClose} />
    </Modal>
  );
}

function Fields({ employee, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const [leavingDate, setLeavingDate] = useState(employee.leavingDate);
  const save = useOrder('employees', 'setLeaving');
  const leave = (date: string | null) =>
    save.mutate({ id: employee.id, leavingDate: date }, { onSuccess: onClose });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        leave(leavingDate);
      }}
    >
      <p className="reading-text soft">{t('employees.leaveText', { name: employee.name })}</p>
      <DateField
        isFirst
        label={t('employees.leavingDate')}
        value={leavingDate}
        onChange={setLeavingDate}
        error={save.error?.fields.leavingDate}
      />
      {!save.error?.fields.leavingDate && <Failure error={save.error} />}
      <FormFoot
        submit={t('common.save')}
        isSaving={save.isPending}
        isDisabled={leavingDate === employee.leavingDate}
        onCancel={onClose}
      >
        {employee.leavingDate && (
          <Button variant="subtle" onClick={() => leave(null)}>
            {t('employees.leaveClear')}
          </Button>
        )}
      </FormFoot>
    </form>
  );
}
