import { useParams } from '@tanstack/react-router';
import { EmployeeAgreements } from '../features/agreements/AgreementsSheet';
import { EmployeeDocuments } from '../features/documents/EmployeeDocuments';
import { EmployeePage, type EmployeeSlot } from '../features/employees/EmployeePage';
import { HistoryLink } from '../features/history/HistoryLink';
import { EmployeeLeader } from '../features/leaders/EmployeeLeader';
import { EmployeeNotes } from '../features/notes/NotesSheet';
import { EmployeeLeaves } from '../features/season/EmployeeLeaves';
import { OwnTalkWish } from '../features/season/OwnTalkWish';
import { EmployeeTalks } from '../features/talks/EmployeeTalks';
import { EmployeePlan } from '../features/training-plans/EmployeePlan';

/** What other features show about an employee, in the order of the page. */
const slots: readonly EmployeeSlot[] = [
  { key: 'leader', place: 'fact', Component: EmployeeLeader },
  { key: 'talks', place: 'sheet', Component: EmployeeTalks },
  { key: 'ownTalkWish', place: 'sheet', Component: OwnTalkWish },
  { key: 'agreements', place: 'sheet', Component: EmployeeAgreements },
  { key: 'notes', place: 'sheet', Component: EmployeeNotes },
  { key: 'trainingPlan', place: 'sheet', Component: EmployeePlan },
  { key: 'leaves', place: 'sheet', Component: EmployeeLeaves },
  { key: 'documents', place: 'sheet', Component: EmployeeDocuments },
  { key: 'history', place: 'action', Component: HistoryLink },
];

/** One employee's page, put together from the features that know something about her. */
export function EmployeeRoute() {
  const { employeeId } = useParams({ from: '/employees/$employeeId' });
  return <EmployeePage key={employeeId} employeeId={employeeId} slots={slots} />;
}
