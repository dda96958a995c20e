import { InboxPage } from '../features/case-exchange/InboxPage';
import { MeritPage } from '../features/merit/MeritPage';
import { useCall } from './call';

/** A school's own applications; in a file of HR the inbox of those that came from schools. */
export function MeritRoute() {
  const school = useCall('school', 'get', {});
  if (!school.data) return null;
  return school.data.profile === 'hr' ? <InboxPage /> : <MeritPage />;
}
