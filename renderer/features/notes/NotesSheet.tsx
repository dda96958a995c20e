import { Button } from '@mantine/core';
import type { NoteSubject } from '@shared/contract/notes';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { NoteDialog } from './NoteDialog';
import { NoteList } from './NoteList';
import './notes.css';

/** What has been noted about an employee, for her page. */
export function EmployeeNotes({ employeeId }: { employeeId: string }) {
  return <SubjectNotes about={{ employeeId }} />;
}

/** What has been noted about a team, for its page. */
export function TeamNotes({ teamId }: { teamId: string }) {
  return <SubjectNotes about={{ teamId }} />;
}

/** Newest first; those a closed talk took up among them, as they stood then. */
function SubjectNotes({ about }: { about: NoteSubject }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('notes', 'forSubject', { about });
  const { notes = [], nextTalkOn } = list.data ?? {};
  return (
    <Sheet title={t('notes.title')} aside={<AddNote about={about} />}>
      <Rules>
        {nextTalkOn ? t('notes.ledeOn', { date: longDate(nextTalkOn, language) }) : t('notes.lede')}{' '}
        {t('teamId' in about ? 'notes.insightTeam' : 'notes.insight')}
      </Rules>
      <Failure error={list.error} />
      {list.data && notes.length === 0 && <p className="soft">{t('notes.none')}</p>}
      {notes.length > 0 && <NoteList notes={notes} label={t('notes.title')} />}
    </Sheet>
  );
}

/** The notes a talk takes up, for its first area: those that wait while it is open, afterwards those it took. */
export function TalkNotes({ talkId }: { talkId: string }) {
  const { t } = useTranslation();
  const list = useCall('notes', 'forTalk', { talkId });
  const { data } = list;
  if (!data) return <Failure error={list.error} />;
  const { notes, employeeId, teamId, isClosed } = data;
  const about = employeeId ? { employeeId } : teamId ? { teamId } : null;
  return (
    <Sheet title={t('notes.talkTitle')} aside={about && !isClosed && <AddNote about={about} />}>
      {!isClosed && <Rules>{t(teamId ? 'notes.insightTeam' : 'notes.insight')}</Rules>}
      {notes.length === 0 && <p className="soft">{t(isClosed ? 'notes.noneTaken' : 'notes.noneTalk')}</p>}
      {notes.length > 0 && <NoteList notes={notes} label={t('notes.talkTitle')} readOnly={isClosed} />}
    </Sheet>
  );
}

function AddNote({ about }: { about: NoteSubject }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('notes.new')}
      </Button>
      {isOpen && <NoteDialog about={about} onClose={() => setOpen(false)} />}
    </>
  );
}

function Rules({ children }: { children: ReactNode }) {
  return <p className="soft small note-rules">{children}</p>;
}
