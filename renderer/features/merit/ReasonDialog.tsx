import { Textarea } from '@mantine/core';
import type { MeritCaseAnswer } from '@shared/contract/merit';
import type { MeritMove } from '@shared/domain/merit-states';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';

type ReasonDialogProps = { one: MeritCaseAnswer; move: MeritMove; onClose: () => void };

/** Asks why, and does the move. What is typed stays until it is done or thrown away. */
export function ReasonDialog({ one, move, onClose }: ReasonDialogProps) {
  const { t } = useTranslation();
  const { id: caseId, round } = one;
  const kept = useDraft<string>(`merit ${move} ${caseId} ${round}`);
  const order = useOrder('merit', 'move');
  if (move === 'submit' || move === 'takeBack') return null;
  const leave = () => {
    kept.drop();
    onClose();
  };
  return (
    <EditDialog
      title={t(`merit.reasons.${move}.title`)}
      kept={kept}
      error={order.error}
      isSaving={order.isPending}
      submitLabel={t(`merit.moves.${move}`)}
      onSubmit={() => order.mutate({ caseId, round, move, reason: kept.draft ?? '' }, { onSuccess: leave })}
      onClose={onClose}
    >
      <Textarea
        label={t(`merit.reasons.${move}.label`)}
        description={t(`merit.reasons.${move}.hint`)}
        autosize
        minRows={4}
        maxRows={16}
        value={kept.draft ?? ''}
        onChange={(event) => kept.keep(event.currentTarget.value)}
        error={order.error?.fields.reason}
        required
      />
    </EditDialog>
  );
}
