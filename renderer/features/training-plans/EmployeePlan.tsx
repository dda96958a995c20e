import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { PlanStatusWord } from '../../ui/PlanStatusWord';
import { Sheet } from '../../ui/Sheet';

/** One person's plan of the chosen school year, for her page. */
export function EmployeePlan({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const { schoolYear } = useSchoolYear();
  const query = useCall('trainingPlans', 'get', { employeeId, schoolYear });
  if (!query.data) return <Failure error={query.error} />;
  const { status, lines } = query.data;
  return (
    <Sheet title={t('trainingPlans.sheet')} aside={<PlanStatusWord status={status} />}>
      <p className="soft">
        {t('common.schoolYear', { year: schoolYear })}.{' '}
        {t('trainingPlans.sheetLines', { count: lines.length })}
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line.id}>
              {line.competence} – <span className="soft">{line.activity}</span>
            </li>
          ))}
        </ul>
      )}
      <Link to="/training-plans/$employeeId" params={{ employeeId }} className="plain-link">
        {status === 'missing' ? t('trainingPlans.create') : t('trainingPlans.openPlan')}
      </Link>
    </Sheet>
  );
}
