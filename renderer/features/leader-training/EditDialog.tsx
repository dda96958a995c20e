import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftLine } from '../../ui/DraftLine';
import type { Draft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';

type EditDialogProps<T> = {
  title: string;
  kept: Draft<T>;
  /** Why the machine refused, as a whole; what belongs to a field stands at the field. */
  error: { message: string } | null;
  isSaving: boolean;
  onSubmit: () => void;
  /** Closing keeps what is typed. */
  onClose: () => void;
  /** What stands at the left of the buttons: removing, mostly. */
  aside?: ReactNode;
  submitLabel?: string;
  children: ReactNode;
};

/** The frame of every form here: what was typed earlier, the fields, what went wrong, and the buttons. */
export function EditDialog<T>(props: EditDialogProps<T>) {
  const { title, kept, error, isSaving, onSubmit, onClose, aside, submitLabel, children } = props;
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {kept.isReady && (
        <form
          className="lt-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <DraftLine draft={kept} />
          {children}
          <Failure error={error && { message: error.message }} />
          <Group justify="space-between" mt="md">
            {aside ?? <span />}
            <Group>
              <Button
                variant="default"
                onClick={() => {
                  kept.drop();
                  onClose();
                }}
              >
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={isSaving}>
                {submitLabel ?? t('common.save')}
              </Button>
            </Group>
          </Group>
        </form>
      )}
    </Modal>
  );
}
