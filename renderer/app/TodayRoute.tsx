import { useNavigate } from '@tanstack/react-router';
import { NewNoteButton } from '../features/notes/NewNote';
import { NewTalkButton } from '../features/talks/NewTalk';
import { TodayPage } from '../features/today/TodayPage';

/** The Today page with a quick note and the button that plans a talk; a planned talk opens. */
export function TodayRoute() {
  const navigate = useNavigate();
  return (
    <TodayPage
      newNote={<NewNoteButton />}
      newTalk={
        <NewTalkButton
          onPlanned={({ id }) => void navigate({ to: '/talks/$talkId', params: { talkId: id } })}
        />
      }
    />
  );
}
