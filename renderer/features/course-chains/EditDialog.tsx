import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { DraftLine } from '../../ui/DraftLine';
import type { Draft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';

type EditDialogProps<T> = {
  title: string;
  kept: Draft<T>;
  /** Why the machine refused, as a whole; what belongs to a field stands at the field. */
  error: { message: string; fields?: Readonly<Record<string, string>> } | null;
  isSaving: boolean;
  isDisabled?: boolean;
  submit: string;
  /** Wider where long lines stand side by side. */
  width?: number | string;
  onSubmit: () => void;
  /** Closing keeps what is typed. */
  onClose: () => void;
  children: ReactNode;
};

/** The frame of every form here: what was typed earlier, the fields, what went wrong, and the buttons. */
export function EditDialog<T>(props: EditDialogProps<T>) {
  const {
    title,
    kept,
    error,
    isSaving,
    isDisabled,
    submit,
    width = 'lg',
    onSubmit,
    onClose,
    children,
  } = props;
  const hasFields = Object.keys(error?.fields ?? {}).length > 0;
  return (
    <Modal opened onClose={onClose} title={title} size={width}>
      {kept.isReady && (
        <form
          className="cc-form"
          noValidate
          onKeyDown={submitOnCtrlEnter}
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <DraftLine draft={kept} />
          {children}
          <Failure error={error && !hasFields ? { message: error.message } : null} />
          <FormFoot
            submit={submit}
            isSaving={isSaving}
            isDisabled={isDisabled}
            onCancel={() => {
              kept.drop();
              onClose();
            }}
          />
        </form>
      )}
    </Modal>
  );
}
