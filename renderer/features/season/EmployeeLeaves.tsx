import { Button, Modal } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import './season.css';

type Leave = OutputOf<'season', 'leaves'>['leaves'][number];
type Values = { fromDate: string | null; toDate: string | null };

/** On an employee's page: long absences, from day to day. Why is not asked. */
export function EmployeeLeaves({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('season', 'leaves', { employeeId });
  const [open, setOpen] = useState<Leave | 'new' | null>(null);
  const leaves = list.data?.leaves ?? [];
  const date = (day: string) => shortDate(day, language);
  return (
    <Sheet
      title={t('season.leaves')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
          {t('season.leaveAdd')}
        </Button>
      }
    >
      <Failure error={list.error} />
      {list.data && leaves.length === 0 && <p className="soft">{t('season.leavesText')}</p>}
      {leaves.map((leave) => (
        <div key={leave.id} className="season-line">
          <span>
            {leave.toDate === null
              ? t('season.leaveOpen', { first: date(leave.fromDate) })
              : t('season.leaveRange', { first: date(leave.fromDate), last: date(leave.toDate) })}
          </span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('season.leaveEdit', { date: date(leave.fromDate) })}
            onClick={() => setOpen(leave)}
          >
            {t('common.edit')}
          </Button>
        </div>
      ))}
      {open && (
        <LeaveDialog
          employeeId={employeeId}
          leave={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}

type LeaveDialogProps = { employeeId: string; leave: Leave | null; onClose: () => void };

function LeaveDialog({ employeeId, leave, onClose }: LeaveDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(`leave ${leave?.id ?? `new ${employeeId}`}`);
  const values = kept.draft ?? { fromDate: leave?.fromDate ?? null, toDate: leave?.toDate ?? null };
  const [asked, setAsked] = useState(false);
  const save = useOrder('season', 'saveLeave');
  const removal = useRemoval<Leave>({
    remove: ({ id }) => call('season', 'removeLeave', { id }),
    restore: ({ id }) => call('season', 'restoreLeave', { id }),
    message: () => t('season.leaveRemoved'),
  });
  const close = () => {
    kept.drop();
    onClose();
  };
  const submit = () => {
    setAsked(true);
    const { fromDate, toDate } = values;
    if (!fromDate) return;
    save.mutate({ ...(leave ? { id: leave.id } : {}), employeeId, fromDate, toDate }, { onSuccess: close });
  };
  const removeLeave = async (gone: Leave) => {
    if (await removal.removeIt(gone)) close();
  };
  return (
    <Modal opened onClose={onClose} title={t('season.leaves')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DraftLine draft={kept} />
        <DateField
          label={t('season.leaveFrom')}
          isFirst
          value={values.fromDate}
          onChange={(fromDate) => kept.keep({ ...values, fromDate })}
          error={
            save.error?.fields.fromDate ?? (asked && !values.fromDate ? t('season.dateMissing') : undefined)
          }
          required
        />
        <div className="season-note">
          <DateField
            label={t('season.leaveTo')}
            description={t('season.leaveToHint')}
            value={values.toDate}
            onChange={(toDate) => kept.keep({ ...values, toDate })}
            error={save.error?.fields.toDate}
          />
        </div>
        <Failure error={save.error && { message: save.error.message }} />
        <Failure error={removal.error} />
        <FormFoot submit={t('common.save')} isSaving={save.isPending} onCancel={close}>
          {leave && (
            <Button
              variant="subtle"
              color="brick"
              loading={removal.isRemoving}
              onClick={() => void removeLeave(leave)}
            >
              {t('common.remove')}
            </Button>
          )}
        </FormFoot>
      </form>
    </Modal>
  );
}
