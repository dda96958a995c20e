import { Modal } from '@mantine/core';
import type { NoteSubject } from '@shared/contract/notes';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../ui/drafts';
import { NoteForm, type NoteValues } from './NoteForm';
import './notes.css';

type NoteDialogProps = { about: NoteSubject; onClose: () => void };

/** A new note about somebody who is known already. Closing keeps what is typed; only "Annullér" throws it away. */
export function NoteDialog({ about, onClose }: NoteDialogProps) {
  const { t } = useTranslation();
  const subject = 'employeeId' in about ? `employee ${about.employeeId}` : `team ${about.teamId}`;
  const kept = useDraft<NoteValues>(`note about ${subject}`);
  return (
    <Modal opened onClose={onClose} title={t('notes.new')} size="lg">
      {kept.isReady && <NoteForm about={about} kept={kept} onSaved={onClose} onCancel={onClose} />}
    </Modal>
  );
}
