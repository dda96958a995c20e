import { Button } from '@mantine/core';
import type { Note } from '@shared/contract/notes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { AutosaveText } from '../../ui/AutosaveText';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import './notes.css';

type NoteListProps = { notes: readonly Note[]; label: string; readOnly?: boolean };

/** Notes with their day and writer. One that no closed talk has taken up can be changed and removed. */
export function NoteList({ notes, label, readOnly = false }: NoteListProps) {
  return (
    <ul className="note-list" aria-label={label}>
      {notes.map((note) => (
        <li key={note.id}>
          <OneNote note={note} readOnly={readOnly || note.talk !== null} />
        </li>
      ))}
    </ul>
  );
}

function OneNote({ note, readOnly }: { note: Note; readOnly: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const date = longDate(note.writtenOn, language);
  const taken = note.talk && t('notes.takenUp', { date: longDate(note.talk.heldOn, language) });
  return (
    <>
      <div className="note-head">
        <span>
          <strong>{date}</strong>
          <span className="soft small">
            {[t('notes.by', { name: note.author }), taken].filter(Boolean).map((word) => ` · ${word}`)}
          </span>
        </span>
        {!readOnly && (
          <NoteActions note={note} date={date} isEditing={isEditing} onEdit={() => setEditing(!isEditing)} />
        )}
      </div>
      {isEditing && !readOnly ? <NoteFields note={note} /> : <p className="note-text">{note.text}</p>}
    </>
  );
}

type NoteActionsProps = { note: Note; date: string; isEditing: boolean; onEdit: () => void };

function NoteActions({ note, date, isEditing, onEdit }: NoteActionsProps) {
  const { t } = useTranslation();
  const { removeIt, isRemoving, error } = useRemoval<Note>({
    remove: ({ id }) => call('notes', 'remove', { id }),
    restore: ({ id }) => call('notes', 'restore', { id }),
    message: () => t('notes.removed', { date }),
  });
  return (
    <span className="note-actions">
      <Button
        size="compact-xs"
        variant="subtle"
        aria-expanded={isEditing}
        aria-label={isEditing ? undefined : t('notes.editOne', { date })}
        onClick={onEdit}
      >
        {isEditing ? t('notes.done') : t('common.edit')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t('notes.removeOne', { date })}
        loading={isRemoving}
        onClick={() => void removeIt(note)}
      >
        {t('common.remove')}
      </Button>
      <Failure error={error} />
    </span>
  );
}

/** Day and words of a note, each saved by itself. */
function NoteFields({ note }: { note: Note }) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const save = useOrder('notes', 'save');
  const [day, setDay] = useState<string | null>(note.writtenOn);
  const { id } = note;
  const change = (writtenOn: string | null) => {
    setDay(writtenOn);
    if (writtenOn) save.mutate({ id, writtenOn });
  };
  return (
    <div className="note-form">
      <AutosaveText
        draftKey={`note ${id}`}
        label={t('notes.text')}
        value={note.text}
        minRows={3}
        save={(text) => call('notes', 'save', { id, text })}
      />
      <DateField
        label={t('notes.date')}
        value={day}
        onChange={change}
        maxDate={today ?? undefined}
        error={save.error?.fields.writtenOn ?? save.error?.message}
        required
      />
    </div>
  );
}
