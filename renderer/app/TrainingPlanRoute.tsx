import { useParams } from '@tanstack/react-router';
import { PlanLines } from '../features/agreements/AgreementsSheet';
import { SigningPanel } from '../features/documents/SigningPanel';
import { FindFund } from '../features/funds/FindFund';
import { FromProgramme } from '../features/programme/FromProgramme';
import { type PlanSlots, TrainingPlanPage } from '../features/training-plans/TrainingPlanPage';

/** What agreements and documents bring into a plan. */
const slots: PlanSlots = {
  lines: ({ employeeId, status }, schoolYear) => (
    <>
      <PlanLines
        employeeId={employeeId}
        schoolYear={schoolYear}
        isFixed={status === 'agreed' || status === 'signed'}
        more={(line) => <FindFund line={line} />}
      />
      {(status === 'draft' || status === 'missing') && (
        <FromProgramme employeeId={employeeId} talkId={null} schoolYear={schoolYear} />
      )}
    </>
  ),
  signing: (planId) => <SigningPanel planId={planId} />,
};

/** One person's plan for the chosen school year. */
export function TrainingPlanRoute() {
  const { employeeId } = useParams({ from: '/training-plans/$employeeId' });
  return <TrainingPlanPage key={employeeId} employeeId={employeeId} slots={slots} />;
}
