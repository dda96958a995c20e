import { SegmentedControl, TextInput } from '@mantine/core';
import { type PlanStatus, planStatuses } from '@shared/domain/plan-status';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { PlanStatusWord } from '../../ui/PlanStatusWord';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import './training-plans.css';

/** Everybody's plan for the school year: how it stands, and the one thing to do (R000-03). */
export function TrainingPlansPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolYear } = useSchoolYear();
  const list = useCall('trainingPlans', 'list', { schoolYear }, { keepPrevious: true });
  const [status, setStatus] = useState<PlanStatus | 'all'>('all');
  const [search, setSearch] = useState('');
  const plans = list.data?.plans ?? [];
  const count = (wanted: PlanStatus) => plans.filter((plan) => plan.status === wanted).length;
  const words = search.trim().toLocaleLowerCase(language);
  const shown = plans.filter(
    (plan) =>
      (status === 'all' || plan.status === status) &&
      `${plan.name} ${plan.categoryName}`.toLocaleLowerCase(language).includes(words),
  );
  const all = plans.length;
  const lede = () => {
    if (all === 0) return t('trainingPlans.ledeNone', { year: schoolYear });
    if (count('signed') === all) return t('trainingPlans.ledeAll', { all });
    return t('trainingPlans.lede', { signed: count('signed'), all, missing: count('missing') });
  };

  return (
    <Page
      kicker={t('common.schoolYear', { year: schoolYear })}
      title={t('trainingPlans.title')}
      lede={list.data && lede()}
    >
      <Failure error={list.error} />
      {list.data && all === 0 && (
        <Sheet>
          <Empty
            title={t('trainingPlans.emptyTitle')}
            action={
              <Link to="/employees" className="plain-link">
                {t('trainingPlans.emptyLink')}
              </Link>
            }
          >
            {t('trainingPlans.emptyText')}
          </Empty>
        </Sheet>
      )}
      {all > 0 && (
        <Sheet>
          <div className="plan-filter">
            <SegmentedControl
              size="xs"
              aria-label={t('trainingPlans.filter')}
              value={status}
              onChange={(value) => setStatus(value as PlanStatus | 'all')}
              data={[
                { value: 'all', label: t('trainingPlans.all', { count: all }) },
                ...planStatuses.map((value) => ({
                  value,
                  label: t('trainingPlans.filterWith', {
                    status: t(`trainingPlans.statuses.${value}`),
                    count: count(value),
                  }),
                })),
              ]}
            />
            <TextInput
              size="xs"
              aria-label={t('common.search')}
              placeholder={t('trainingPlans.searchHint')}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </div>
          {shown.length === 0 ? (
            <p className="soft">{t('trainingPlans.noneFound')}</p>
          ) : (
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('common.name')}</th>
                  <th scope="col">{t('trainingPlans.category')}</th>
                  <th scope="col">{t('trainingPlans.status')}</th>
                  <th scope="col">{t('trainingPlans.lines')}</th>
                  <th scope="col">{t('trainingPlans.talk')}</th>
                  <th scope="col">{t('trainingPlans.action')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((plan) => (
                  <tr key={plan.employeeId}>
                    <td>
                      <strong>{plan.name}</strong>
                    </td>
                    <td className="soft">{plan.categoryName}</td>
                    <td>
                      <PlanStatusWord status={plan.status} />
                    </td>
                    <td>{plan.status === 'missing' ? '' : plan.lines}</td>
                    <td className="soft">
                      {plan.talkOn ? shortDate(plan.talkOn, language) : t('trainingPlans.noTalk')}
                    </td>
                    <td>
                      <Link
                        to="/training-plans/$employeeId"
                        params={{ employeeId: plan.employeeId }}
                        className="plain-link"
                        aria-label={`${t(`trainingPlans.nextStep.${plan.status}`)}: ${plan.name}`}
                      >
                        {t(`trainingPlans.nextStep.${plan.status}`)}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Sheet>
      )}
    </Page>
  );
}
