import { Button, Modal, Select } from '@mantine/core';
import type { NoteSubject } from '@shared/contract/notes';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { listbox } from '../../ui/listbox';
import { useLanguage } from '../../ui/use-language';
import { NoteForm, type NoteValues } from './NoteForm';
import { NoteList } from './NoteList';
import './notes.css';

/** "Ny note" about anybody, wherever it is at hand; Alt+N opens it from anywhere on the page. */
export function NewNoteButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== 'KeyN') return;
      if (document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)} aria-keyshortcuts="Alt+N" title="Alt+N">
        {t('notes.new')}
      </Button>
      {isOpen && <AnybodyDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** `employee <id>` or `team <id>`, as the list of choices names them. */
const subjectOf = (choice: string | null): NoteSubject | null => {
  const [kind, id] = choice?.split(' ') ?? [];
  if (!id) return null;
  return kind === 'team' ? { teamId: id } : { employeeId: id };
};

function AnybodyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const employees = useCall('employees', 'list', {});
  const teams = useCall('teams', 'list', {});
  const kept = useDraft<NoteValues>('note about anybody');
  const values: NoteValues = { about: null, text: '', ...kept.draft };
  const about = subjectOf(values.about);
  const choices = (kind: 'employee' | 'team', rows: readonly { id: string; name: string }[] = []) =>
    rows.map(({ id, name }) => ({ value: `${kind} ${id}`, label: name }));
  return (
    <Modal opened onClose={onClose} title={t('notes.new')} size="lg">
      <Failure error={employees.error ?? teams.error} />
      {kept.isReady && (
        <NoteForm about={about} kept={kept} onSaved={onClose} onCancel={onClose}>
          {(asked) => (
            <Select
              {...listbox}
              data-autofocus
              label={t('notes.about')}
              placeholder={t('notes.aboutHint')}
              data={[
                { group: t('notes.employees'), items: choices('employee', employees.data) },
                { group: t('notes.teams'), items: choices('team', teams.data) },
              ]}
              nothingFoundMessage={t('notes.noMatch')}
              searchable
              value={values.about}
              onChange={(chosen) => kept.keep({ ...values, about: chosen })}
              error={asked && !about ? t('notes.aboutMissing') : undefined}
              required
            />
          )}
        </NoteForm>
      )}
      {about && <Waiting about={about} />}
    </Modal>
  );
}

/** What is noted already and waits for the next talk, so that nothing is written twice. */
function Waiting({ about }: { about: NoteSubject }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('notes', 'forSubject', { about });
  const { notes = [], nextTalkOn } = list.data ?? {};
  const open = notes.filter((note) => !note.talk);
  return (
    <section className="note-waiting">
      <p className="soft small">
        {nextTalkOn ? t('notes.ledeOn', { date: longDate(nextTalkOn, language) }) : t('notes.lede')}{' '}
        {t('teamId' in about ? 'notes.insightTeam' : 'notes.insight')}
      </p>
      {open.length > 0 && (
        <>
          <h3>{t('notes.waiting')}</h3>
          <NoteList notes={open} label={t('notes.waiting')} />
        </>
      )}
    </section>
  );
}
