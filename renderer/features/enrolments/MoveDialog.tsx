import { Modal, Textarea } from '@mantine/core';
import { type EnrolmentMove, enrolmentStateNames } from '@shared/domain/enrolment-moves';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { beginIn } from '../../ui/first-field';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { ConflictList } from './ConflictsSheet';
import type { OneEnrolment } from './words';

type MoveDialogProps = { one: OneEnrolment; move: EnrolmentMove; label: string; onClose: () => void };

/** One step: its day, and why where that is asked. What it would break stands there before anybody presses the button. */
export function MoveDialog({ one, move, label, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { today } = useSchoolYear();
  const kept = useDraft<{ onDate: string | null; reason: string }>(`enrolment move ${one.id} ${move.to}`);
  const values = kept.draft ?? { onDate: today, reason: '' };
  const order = useOrder('enrolments', 'move');
  const fields = order.error?.fields ?? {};
  const binds = move.direction === 'on' && (move.to === 'approved' || move.to === 'enrolled');
  const conflicts = binds ? one.conflicts : [];
  const broken = conflicts.some(({ breaksRule }) => breaksRule);
  const asksWhy = move.needsReason || broken;
  const close = () => {
    kept.drop();
    onClose();
  };
  const submit = () =>
    order.mutate(
      { id: one.id, state: move.to, onDate: values.onDate ?? '', reason: values.reason },
      {
        onSuccess: ({ stepId }) => {
          close();
          offerUndo({
            message: t('enrolments.moved', {
              title: one.title,
              state: enrolmentStateNames[move.to][language],
            }),
            label: t('common.undo'),
            undo: () => call('enrolments', 'undoMove', { id: one.id, stepId }),
          });
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={label}>
      {kept.isReady && (
        <form
          ref={beginIn}
          className="field-stack"
          noValidate
          onKeyDown={submitOnCtrlEnter}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DraftLine draft={kept} />
          {conflicts.length > 0 && <ConflictList conflicts={conflicts} />}
          <DateField
            label={t('enrolments.moveOn')}
            value={values.onDate}
            onChange={(onDate) => kept.keep({ ...values, onDate })}
            error={fields.onDate}
            isFirst={!asksWhy}
            required
          />
          <Textarea
            label={t(
              broken ? 'enrolments.reasonAnyway' : asksWhy ? 'enrolments.moveReason' : 'enrolments.reason',
            )}
            description={asksWhy ? t('enrolments.moveReasonHint') : t('common.optional')}
            value={values.reason}
            onChange={(event) => kept.keep({ ...values, reason: event.currentTarget.value })}
            error={fields.reason}
            maxLength={1000}
            autosize
            minRows={2}
            data-autofocus={asksWhy || undefined}
            required={asksWhy}
          />
          <Failure error={order.error && { message: order.error.message }} />
          <FormFoot submit={label} isSaving={order.isPending} onCancel={close} />
        </form>
      )}
    </Modal>
  );
}
