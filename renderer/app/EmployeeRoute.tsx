import { useParams } from '@tanstack/react-router';
import { EmployeePage, type EmployeeSlot } from '../features/employees/EmployeePage';

/** What other features show about an employee, in the order of the page. */
const slots: readonly EmployeeSlot[] = [];

/** One employee's page, put together from the features that know something about her. */
export function EmployeeRoute() {
  const { employeeId } = useParams({ from: '/employees/$employeeId' });
  return <EmployeePage key={employeeId} employeeId={employeeId} slots={slots} />;
}
