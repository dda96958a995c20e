import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftLine } from './DraftLine';
import type { Draft } from './drafts';
import { Failure } from './Failure';
import { FormFoot } from './FormFoot';
import { beginIn } from './first-field';
import { submitOnCtrlEnter } from './submit-on-ctrl-enter';

type EditDialogProps<T> = {
  title: string;
  /** What is typed and kept until it is handed in; left out where it is a word or two. */
  kept?: Draft<T>;
  /** Why the machine refused. What belongs to a field stands at the field and is not said again here. */
  error: { message: string; fields?: Readonly<Record<string, string>> } | null | undefined;
  isSaving: boolean;
  onSubmit: () => void;
  /** Closing keeps what is typed; the button that cancels throws it away. */
  onClose: () => void;
  /** Removing what is changed here, at the left of the buttons; answers whether it is gone. */
  removal?: { removeIt: () => Promise<boolean>; isRemoving: boolean } | null;
  submitLabel?: string;
  isDisabled?: boolean;
  children: ReactNode;
};

/** The frame of a form in a dialog: what was typed earlier, the fields, what went wrong, and the buttons. */
export function EditDialog<T>(props: EditDialogProps<T>) {
  const { title, kept, error, isSaving, onSubmit, onClose, removal, submitLabel, isDisabled, children } =
    props;
  const { t } = useTranslation();
  const isReady = kept?.isReady ?? true;
  const leave = () => {
    kept?.drop();
    onClose();
  };
  const isAtFields = Object.keys(error?.fields ?? {}).length > 0;
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {isReady && (
        <form
          ref={beginIn}
          noValidate
          onKeyDown={submitOnCtrlEnter}
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <div className="field-stack">
            {kept && <DraftLine draft={kept} />}
            {children}
          </div>
          {error && !isAtFields && <Failure error={{ message: error.message }} />}
          <FormFoot
            submit={submitLabel ?? t('common.save')}
            isSaving={isSaving}
            isDisabled={isDisabled}
            onCancel={leave}
          >
            {removal && (
              <Button
                variant="subtle"
                color="brick"
                className="flush-left"
                loading={removal.isRemoving}
                onClick={async () => {
                  if (await removal.removeIt()) leave();
                }}
              >
                {t('common.remove')}
              </Button>
            )}
          </FormFoot>
        </form>
      )}
    </Modal>
  );
}
