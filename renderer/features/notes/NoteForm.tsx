import { Textarea } from '@mantine/core';
import type { NoteSubject } from '@shared/contract/notes';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { DraftLine } from '../../ui/DraftLine';
import type { Draft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { submitOnCtrlEnter } from '../../ui/submit-on-ctrl-enter';

/** The form while somebody writes: the day is today until she chooses another. */
export type NoteValues = { about: string | null; writtenOn?: string | null; text: string };

type NoteFormProps = {
  /** Whom it is about; null until that is chosen. */
  about: NoteSubject | null;
  kept: Draft<NoteValues>;
  /** What stands above the day and the words. */
  children?: (asked: boolean) => ReactNode;
  onSaved: () => void;
  onCancel: () => void;
};

/** A new note: the day, and what was seen or heard. Ctrl+Enter saves. */
export function NoteForm({ about, kept, children, onSaved, onCancel }: NoteFormProps) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const add = useOrder('notes', 'add');
  const [asked, setAsked] = useState(false);
  const values: NoteValues = { about: null, text: '', ...kept.draft };
  const writtenOn = values.writtenOn === undefined ? today : values.writtenOn;
  const isBlank = values.text.trim() === '';
  const errors = add.error?.fields ?? {};

  const submit = () => {
    setAsked(true);
    if (!about || !writtenOn || isBlank || add.isPending) return;
    const { text } = values;
    add.mutate(
      { about, writtenOn, text },
      {
        onSuccess: () => {
          kept.drop();
          onSaved();
        },
      },
    );
  };

  return (
    <form
      className="note-form"
      noValidate
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children?.(asked)}
      <DateField
        label={t('notes.date')}
        value={writtenOn}
        onChange={(day) => kept.keep({ ...values, writtenOn: day })}
        maxDate={today ?? undefined}
        error={errors.writtenOn ?? (asked && !writtenOn ? t('notes.dateMissing') : undefined)}
        required
      />
      <Textarea
        label={t('notes.text')}
        description={t('notes.textHint')}
        descriptionProps={{ className: 'soft small' }}
        data-autofocus={!children || undefined}
        // The form may come after its dialog has looked for what to focus.
        autoFocus={!children}
        autosize
        minRows={4}
        maxRows={16}
        value={values.text}
        onChange={(event) => kept.keep({ ...values, text: event.currentTarget.value })}
        error={errors.text ?? (asked && isBlank ? t('notes.textMissing') : undefined)}
        required
      />
      <DraftLine draft={kept} />
      {add.error && Object.keys(errors).length === 0 && <Failure error={add.error} />}
      <FormFoot
        submit={t('notes.save')}
        isSaving={add.isPending}
        onCancel={() => {
          kept.drop();
          onCancel();
        }}
      >
        <span className="soft small">{t('notes.saveHint')}</span>
      </FormFoot>
    </form>
  );
}
