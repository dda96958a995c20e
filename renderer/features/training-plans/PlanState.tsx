import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { PlanStatusWord } from '../../ui/PlanStatusWord';
import { Sheet } from '../../ui/Sheet';

type PlanKey = { employeeId: string; schoolYear: string };

/** How the year's plan stands, what is missing, and the one thing to do about it. */
export function PlanState({ employeeId, schoolYear }: PlanKey) {
  const { t } = useTranslation();
  const query = useCall('trainingPlans', 'get', { employeeId, schoolYear });
  if (!query.data) return <Failure error={query.error} />;
  const { status, problems } = query.data;
  return (
    <Sheet title={t('trainingPlans.state')} aside={<PlanStatusWord status={status} />}>
      <p className="soft">{t(`trainingPlans.${status === 'missing' ? 'missingState' : status}Text`)}</p>
      {status === 'draft' && problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <PlanAction employeeId={employeeId} schoolYear={schoolYear} />
    </Sheet>
  );
}

/** Agree on a draft once nothing is missing, or open a plan that is agreed or signed. */
export function PlanAction({ employeeId, schoolYear }: PlanKey) {
  const { t } = useTranslation();
  const query = useCall('trainingPlans', 'get', { employeeId, schoolYear });
  const agree = useOrder('trainingPlans', 'agree');
  const reopen = useOrder('trainingPlans', 'reopen');
  const { plan, status, problems } = query.data ?? {};
  if (!plan || (status === 'draft' && problems && problems.length > 0)) return null;
  const { id: planId } = plan;
  return (
    <>
      {status === 'draft' ? (
        <Button loading={agree.isPending} onClick={() => agree.mutate({ planId })}>
          {t('trainingPlans.agree')}
        </Button>
      ) : (
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate({ planId })}>
          {t('trainingPlans.reopen')}
        </Button>
      )}
      <Failure error={agree.error ?? reopen.error} />
    </>
  );
}
