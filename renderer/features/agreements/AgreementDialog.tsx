import { Modal } from '@mantine/core';
import type { Agreement } from '@shared/contract/agreements';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { AgreementForm } from './AgreementForm';
import { againValues, emptyForm, type FormValues, type PlanUse, type Subject, valuesOf } from './form-values';

export type AgreementDialogProps = {
  subject: Subject;
  schoolYear: string;
  talkId: string | null;
  /** The agreement to change; without it a new one. */
  agreement?: Agreement | undefined;
  /** A promise to make anew. */
  again?: Agreement | undefined;
  plan: PlanUse;
  onClose: () => void;
};

/** The form of one agreement in a dialog. Closing it keeps what is typed; only "Fortryd" throws it away. */
export function AgreementDialog(props: AgreementDialogProps) {
  const { subject, schoolYear, talkId, agreement, again, plan, onClose } = props;
  const { employeeId, teamId } = subject;
  const { t } = useTranslation();
  const choices = useCall('agreements', 'choices', { employeeId, teamId, schoolYear });
  const key = [
    'agreement',
    agreement?.id ?? again?.id ?? 'new',
    talkId ?? employeeId ?? teamId,
    schoolYear,
  ].join(' ');
  const kept = useDraft<FormValues>(key);
  const { draft, isReady, keep, drop } = kept;
  const isNew = !agreement;
  const isFixed = choices.data?.plan?.status === 'agreed' || choices.data?.plan?.status === 'signed';
  const start = agreement
    ? valuesOf(agreement)
    : {
        ...(again ? againValues(again) : emptyForm),
        isInPlan: plan !== 'possible' && plan !== 'none' && !isFixed,
      };

  return (
    <Modal
      opened
      onClose={onClose}
      size={940}
      title={
        isNew
          ? plan === 'required'
            ? t('agreements.newLine')
            : t('agreements.new')
          : t('agreements.editTitle')
      }
    >
      <Failure error={choices.error} />
      <DraftLine draft={kept} />
      {choices.data && isReady && (
        <AgreementForm
          values={{ ...start, ...draft }}
          onChange={keep}
          choices={choices.data}
          plan={plan}
          where={{ id: agreement?.id, employeeId, teamId, schoolYear, talkId }}
          onSaved={() => {
            drop();
            onClose();
          }}
          onCancel={() => {
            drop();
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
