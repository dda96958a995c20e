import { Modal } from '@mantine/core';
import type { Agreement } from '@shared/contract/agreements';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { AgreementForm } from './AgreementForm';
import { againValues, emptyForm, type FormValues, valuesOf } from './form-values';

export type AgreementDialogProps = {
  employeeId: string;
  schoolYear: string;
  talkId: string | null;
  /** The agreement to change; without it a new one. */
  agreement?: Agreement | undefined;
  /** A promise to make anew. */
  again?: Agreement | undefined;
  /** Whether a new agreement begins as a line of the training plan, or must be one. */
  plan: 'suggested' | 'possible' | 'required';
  onClose: () => void;
};

/** The form of one agreement in a dialog. Closing it keeps what is typed; only "Fortryd" throws it away. */
export function AgreementDialog(props: AgreementDialogProps) {
  const { employeeId, schoolYear, talkId, agreement, again, plan, onClose } = props;
  const { t } = useTranslation();
  const choices = useCall('agreements', 'choices', { employeeId, schoolYear });
  const key = ['agreement', agreement?.id ?? again?.id ?? 'new', talkId ?? employeeId, schoolYear].join(' ');
  const { draft, keep, drop } = useDraft<FormValues>(key);
  const isNew = !agreement;
  const isFixed = choices.data?.plan?.status === 'agreed' || choices.data?.plan?.status === 'signed';
  const start = agreement
    ? valuesOf(agreement)
    : { ...(again ? againValues(again) : emptyForm), isInPlan: plan !== 'possible' && !isFixed };

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
      {choices.data && (
        <AgreementForm
          values={draft ?? start}
          onChange={keep}
          choices={choices.data}
          isPlanRequired={plan === 'required'}
          where={{ id: agreement?.id, employeeId, schoolYear, talkId }}
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
