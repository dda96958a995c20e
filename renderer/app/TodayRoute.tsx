import { Navigate, useNavigate } from '@tanstack/react-router';
import { NewNoteButton } from '../features/notes/NewNote';
import { NewTalkButton } from '../features/talks/NewTalk';
import { TodayPage } from '../features/today/TodayPage';
import { useCall } from './call';

/** Where a day begins: the Today page at a school, the inbox in a file of HR. */
export function TodayRoute() {
  const isHr = useCall('school', 'get', {}).data?.profile === 'hr';
  return isHr ? <Navigate to="/merit" replace /> : <SchoolToday />;
}

/** The Today page with a quick note and the button that plans a talk; a planned talk opens. */
function SchoolToday() {
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
