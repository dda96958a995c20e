import { useParams } from '@tanstack/react-router';
import { EmployeeAgreements } from '../features/agreements/AgreementsSheet';
import { EmployeeModules } from '../features/course-chains/EmployeeModules';
import { EmployeeDocuments } from '../features/documents/EmployeeDocuments';
import { EmployeePage, type EmployeeSlot } from '../features/employees/EmployeePage';
import { EmployeeEnrolments } from '../features/enrolments/EmployeeEnrolments';
import { HistoryLink } from '../features/history/HistoryLink';
import { EmployeeLedger } from '../features/leader-training/EmployeeLedger';
import { EmployeeLeader } from '../features/leaders/EmployeeLeader';
import { EmployeeNotes } from '../features/notes/NotesSheet';
import { EmployeeLeaves } from '../features/season/EmployeeLeaves';
import { OwnTalkWish } from '../features/season/OwnTalkWish';
import { EmployeeTalks } from '../features/talks/EmployeeTalks';
import { EmployeePlan } from '../features/training-plans/EmployeePlan';

/** What other features show about an employee, in the order of the page: what happens left, what is so right. */
const slots: readonly EmployeeSlot[] = [
  { key: 'leader', place: 'fact', Component: EmployeeLeader },
  { key: 'talks', place: 'main', Component: EmployeeTalks },
  { key: 'ownTalkWish', place: 'side', Component: OwnTalkWish },
  { key: 'agreements', place: 'main', Component: EmployeeAgreements },
  { key: 'trainingPlan', place: 'side', Component: EmployeePlan },
  { key: 'enrolments', place: 'main', Component: EmployeeEnrolments },
  { key: 'leaderTraining', place: 'side', Component: EmployeeLedger },
  { key: 'teamModules', place: 'main', Component: EmployeeModules },
  { key: 'notes', place: 'side', Component: EmployeeNotes },
  { key: 'documents', place: 'main', Component: EmployeeDocuments },
  { key: 'leaves', place: 'side', Component: EmployeeLeaves },
  { key: 'history', place: 'action', Component: HistoryLink },
];

/** One employee's page, put together from the features that know something about her. */
export function EmployeeRoute() {
  const { employeeId } = useParams({ from: '/employees/$employeeId' });
  return <EmployeePage key={employeeId} employeeId={employeeId} slots={slots} />;
}
