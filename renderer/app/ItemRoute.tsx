import { useNavigate } from '@tanstack/react-router';
import { EnrolDialog } from '../features/enrolments/EnrolDialog';
import { ItemPage } from '../features/programme/ItemPage';

/** One activity of the programme, and the way from it to somebody's wish. */
export function ItemRoute() {
  const navigate = useNavigate();
  return (
    <ItemPage
      wish={(activity, onClose) => (
        <EnrolDialog
          activity={activity}
          onClose={onClose}
          onSaved={(enrolmentId) =>
            void navigate({ to: '/enrolments/$enrolmentId', params: { enrolmentId } })
          }
        />
      )}
    />
  );
}
