import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { PlanStatusWord } from '../../ui/PlanStatusWord';
import { Sheet } from '../../ui/Sheet';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { PlanAction, PlanState } from './PlanState';
import { TeachingGoals } from './TeachingGoals';
import './training-plans.css';

export type PlanOfYear = OutputOf<'trainingPlans', 'get'>;

/** What other features put into the plan; composed in renderer/app. */
export type PlanSlots = {
  lines: (plan: PlanOfYear, schoolYear: string) => ReactNode;
  signing: (planId: string) => ReactNode;
};

/** One person's plan for the chosen school year. */
export function TrainingPlanPage({ employeeId, slots }: { employeeId: string; slots: PlanSlots }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolYear } = useSchoolYear();
  const query = useCall('trainingPlans', 'get', { employeeId, schoolYear });
  const open = useOrder('trainingPlans', 'open');
  const { data } = query;
  if (!data) return <Failure error={query.error} />;
  const { plan } = data;
  return (
    <Page
      kicker={
        <>
          <Link to="/training-plans" className="plain-link">
            {t('trainingPlans.title')}
          </Link>
          {' · '}
          {t('common.schoolYear', { year: schoolYear })}
        </>
      }
      title={data.employeeName}
      lede={
        <>
          {sentenceCase(data.role, language)}
          {plan?.talkOn && ` · ${t('trainingPlans.fromTalk', { date: longDate(plan.talkOn, language) })}`}
          {plan && ` · ${t('trainingPlans.version', { version: plan.version })}`}
          {' · '}
          <PlanStatusWord status={data.status} />
        </>
      }
      actions={
        plan ? (
          <PlanAction employeeId={employeeId} schoolYear={schoolYear} />
        ) : (
          <Button loading={open.isPending} onClick={() => open.mutate({ employeeId, schoolYear })}>
            {t('trainingPlans.create')}
          </Button>
        )
      }
    >
      <Failure error={open.error} />
      {!plan && (
        <Sheet>
          <Empty title={t('trainingPlans.missingTitle', { year: schoolYear })}>
            {t('trainingPlans.missingText')}
          </Empty>
        </Sheet>
      )}
      {plan && (
        <>
          <TeachingGoals employeeId={employeeId} schoolYear={schoolYear} />
          {slots.lines(data, schoolYear)}
          {data.status === 'draft' && data.problems.length > 0 ? (
            <PlanState employeeId={employeeId} schoolYear={schoolYear} />
          ) : (
            slots.signing(plan.id)
          )}
        </>
      )}
      {data.legalBasis && (
        <Sheet title={t('trainingPlans.legalBasis')}>
          <blockquote className="legal-basis">{data.legalBasis}</blockquote>
          <p className="soft small">
            {t('trainingPlans.legalSource', {
              source: data.legalBasisSource,
              date: data.legalBasisCheckedOn ? longDate(data.legalBasisCheckedOn, language) : '–',
            })}
          </p>
        </Sheet>
      )}
    </Page>
  );
}
