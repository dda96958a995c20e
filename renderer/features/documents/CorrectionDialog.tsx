import { Modal, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';

/** What was wrong in a signed document, told beside it (U18). */
export function CorrectionDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useOrder('documents', 'addCorrection');
  const kept = useDraft<string>(`correction ${documentId}`);
  const text = kept.draft ?? '';
  const leave = () => {
    kept.drop();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('documents.correctTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ documentId, text }, { onSuccess: leave });
        }}
      >
        <p className="soft">{t('documents.correctText')}</p>
        <Textarea
          label={t('documents.correctionLabel')}
          value={text}
          onChange={(event) => kept.keep(event.currentTarget.value)}
          autosize
          minRows={3}
          data-autofocus
        />
        <DraftLine draft={kept} />
        <Failure error={add.error} />
        <FormFoot
          submit={t('common.save')}
          isSaving={add.isPending}
          isDisabled={text.trim() === ''}
          onCancel={leave}
        />
      </form>
    </Modal>
  );
}
