import { useParams } from '@tanstack/react-router';
import { EmployeeAgreements } from '../features/agreements/AgreementsSheet';
import { EmployeeDocuments } from '../features/documents/EmployeeDocuments';
import { EmployeePage, type EmployeeSlot } from '../features/employees/EmployeePage';
import { EmployeeTalks } from '../features/talks/EmployeeTalks';
import { EmployeePlan } from '../features/training-plans/EmployeePlan';

/** What other features show about an employee, in the order of the page. */
const slots: readonly EmployeeSlot[] = [
  { key: 'talks', place: 'sheet', Component: EmployeeTalks },
  { key: 'agreements', place: 'sheet', Component: EmployeeAgreements },
  { key: 'trainingPlan', place: 'sheet', Component: EmployeePlan },
  { key: 'documents', place: 'sheet', Component: EmployeeDocuments },
];

/** One employee's page, put together from the features that know something about her. */
export function EmployeeRoute() {
  const { employeeId } = useParams({ from: '/employees/$employeeId' });
  return <EmployeePage key={employeeId} employeeId={employeeId} slots={slots} />;
}
