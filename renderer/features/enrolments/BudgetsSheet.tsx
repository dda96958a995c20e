import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { moneyText } from '@shared/domain/money';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { decimal } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { BudgetDialog } from './BudgetDialog';

type Answer = OutputOf<'enrolments', 'budgets'>;
export type Budget = Answer['budgets'][number];

/** What each department and goal may spend in the year, what is bound of it, and what is left (R002-02). */
export function BudgetsSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolYear } = useSchoolYear();
  const found = useCall('enrolments', 'budgets', { schoolYear }, { enabled: schoolYear !== '' });
  const [open, setOpen] = useState<Budget | 'new' | null>(null);
  const { data } = found;
  return (
    <Sheet
      title={t('common.schoolYear', { year: schoolYear })}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
          {t('enrolments.budgetAdd')}
        </Button>
      }
    >
      <Failure error={found.error} />
      {data && data.budgets.length === 0 && (
        <Empty title={t('enrolments.budgetsNone', { year: schoolYear })}>
          {t('enrolments.budgetsNoneText')}
        </Empty>
      )}
      {data && data.budgets.length > 0 && <p className="soft">{t('enrolments.budgetsText')}</p>}
      <ul className="enrolment-list">
        {data?.budgets.map((budget) => (
          <BudgetLine key={budget.id} budget={budget} onEdit={() => setOpen(budget)} />
        ))}
      </ul>
      {data && data.without.count > 0 && (
        <p className="soft">
          {t('enrolments.without', {
            count: data.without.count,
            amount: moneyText(data.without.netOre, language),
          })}
        </p>
      )}
      {data && open && (
        <BudgetDialog
          schoolYear={schoolYear}
          budget={open === 'new' ? null : open}
          teams={data.teams}
          priorities={data.priorities}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}

/** One budget: a bar for the eye, the same in words for everybody. */
function BudgetLine({ budget, onEdit }: { budget: Budget; onEdit: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, teamName, priorityName, amountOre, substituteDays, sums } = budget;
  const money = (ore: number) => moneyText(ore, language);
  const number = (days: number) => decimal(days, language);
  const isOver = sums.leftOre < 0;
  const whole = Math.max(amountOre, sums.spentOre + sums.enrolledOre + sums.approvedOre, 1);
  const parts = [
    ['spent', sums.spentOre, t('enrolments.spent')],
    ['enrolled', sums.enrolledOre, t('enrolments.enrolledSum')],
    ['approved', sums.approvedOre, t('enrolments.approvedSum')],
  ] as const;
  const bound = parts.filter(([, ore]) => ore > 0);
  const area = [teamName, priorityName].filter(Boolean).join(' · ') || t('enrolments.wholeSchool');
  return (
    <li>
      <div className="enrolment-line">
        <span>
          <strong>{name}</strong>
          {area !== name && <span className="soft"> · {area}</span>}
        </span>
        <span>
          {isOver ? (
            <StateWord tone="late">
              {t('enrolments.over')}: {money(-sums.leftOre)}
            </StateWord>
          ) : (
            <>
              {t('enrolments.left')}: {money(sums.leftOre)}
            </>
          )}{' '}
          <span className="soft">{t('enrolments.ofAmount', { amount: money(amountOre) })}</span>
        </span>
      </div>
      <div className="enrolment-bar" aria-hidden>
        {bound.map(([key, ore]) => (
          <span
            key={key}
            className={`enrolment-${isOver && key === 'approved' ? 'over' : key}`}
            style={{ width: `${(100 * ore) / whole}%` }}
          />
        ))}
      </div>
      <div className="enrolment-line">
        <ul className="enrolment-key small">
          {bound.length === 0 && <li className="soft">{t('enrolments.nothingBound')}</li>}
          {bound.map(([key, ore, word]) => (
            <li key={key}>
              <i className={`enrolment-${key}`} aria-hidden />
              {word}: {money(ore)}
            </li>
          ))}
          {sums.wishedOre > 0 && (
            <li className="soft">
              {t('enrolments.wishedSum')}: {money(sums.wishedOre)}
            </li>
          )}
          {sums.fundOre > 0 && (
            <li className="soft">
              {t('enrolments.fundSum')}: {money(sums.fundOre)}
            </li>
          )}
          {substituteDays !== null ? (
            <li>
              {t('enrolments.daysUsed', { used: number(sums.usedDays), all: number(substituteDays) })}
              {sums.leftDays !== null && sums.leftDays < 0 && (
                <>
                  {' · '}
                  <StateWord tone="late">
                    {t('enrolments.daysOver', { days: number(-sums.leftDays) })}
                  </StateWord>
                </>
              )}
            </li>
          ) : (
            sums.usedDays > 0 && (
              <li className="soft">{t('enrolments.daysUsedOnly', { used: number(sums.usedDays) })}</li>
            )
          )}
        </ul>
        <Button
          className="flush-right"
          size="compact-xs"
          variant="subtle"
          aria-label={t('enrolments.budgetEdit', { name })}
          onClick={onEdit}
        >
          {t('common.edit')}
        </Button>
      </div>
    </li>
  );
}
