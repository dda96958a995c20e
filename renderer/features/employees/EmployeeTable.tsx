import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { moveBetweenRows } from '../../ui/move-between-rows';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { type EmployeeRow, employmentWord, partTimeText } from './employment-text';

/** More rows than this nobody reads; painting them would cost every keystroke of a search. */
const mostRows = 300;

/** One line an employee; arrows go from name to name, Enter opens. */
export const EmployeeTable = memo(function EmployeeTable({
  employees,
}: {
  employees: readonly EmployeeRow[];
}) {
  const { t } = useTranslation();
  const shown = employees.slice(0, mostRows);
  return (
    <>
      <table className="table" aria-label={t('employees.rows')} onKeyDown={moveBetweenRows('.employee-link')}>
        <thead>
          <tr>
            <th scope="col">{t('common.name')}</th>
            <th scope="col">{t('employees.role')}</th>
            <th scope="col">{t('employees.team')}</th>
            <th scope="col">{t('employees.employed')}</th>
            <th scope="col">{t('employees.state')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((employee) => (
            <Row key={employee.id} employee={employee} />
          ))}
        </tbody>
      </table>
      {employees.length > shown.length && (
        <p className="soft small">
          {t('employees.firstOnly', { shown: shown.length, count: employees.length })}
        </p>
      )}
    </>
  );
});

const Row = memo(function Row({ employee }: { employee: EmployeeRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const word = employmentWord(employee, t, language);
  const role = [employee.title || employee.categoryName, ...employee.functions].join(', ');
  const partTime = partTimeText(employee.employmentPercent, t, language);
  return (
    <tr className="employee-row" data-testid="employee-row">
      <td>
        <Link to="/employees/$employeeId" params={{ employeeId: employee.id }} className="employee-link">
          {employee.name}
        </Link>{' '}
        <span className="soft small">{employee.employeeNumber}</span>
      </td>
      <td>{role}</td>
      <td>{employee.teams.map((team) => team.name).join(', ')}</td>
      <td>
        {shortDate(employee.employmentDate, language)}
        {partTime && <span className="soft"> · {partTime}</span>}
      </td>
      <td>
        <StateWord tone={word.tone}>{word.text}</StateWord>
      </td>
    </tr>
  );
});
