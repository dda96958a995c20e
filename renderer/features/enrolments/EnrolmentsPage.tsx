import { Button, Checkbox, NativeSelect, Tabs, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { enrolmentStateNames } from '@shared/domain/enrolment-moves';
import { enrolmentStates } from '@shared/domain/enrolment-states';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { BudgetsSheet } from './BudgetsSheet';
import { EnrolDialog } from './EnrolDialog';
import { EnrolmentTable } from './EnrolmentTable';
import { useEnrolmentFilter, useFoundEnrolments, withoutBudget } from './enrolment-filter';
import './enrolments.css';

type List = OutputOf<'enrolments', 'list'>;
const none: List['rows'] = [];

/** Who wishes for what, who is on what, and what it costs: found by words and choices, opened by mouse or keyboard. */
export function EnrolmentsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isEnrolling, setEnrolling] = useState(false);
  const list = useCall('enrolments', 'list', {});
  const rows = list.data?.rows ?? none;
  const found = useFoundEnrolments(rows);
  const filter = useEnrolmentFilter();
  return (
    <Page
      title={t('enrolments.title')}
      lede={
        list.data && (
          <span role="status">
            {found.length === rows.length
              ? t('enrolments.count', { count: rows.length })
              : t('enrolments.found', { count: found.length, all: rows.length })}
          </span>
        )
      }
      actions={
        <>
          <Button variant="default" onClick={() => void navigate({ to: '/enrolments/seats' })}>
            {t('enrolments.seats')}
          </Button>
          <Button onClick={() => setEnrolling(true)}>{t('enrolments.enrol')}</Button>
        </>
      }
    >
      <Failure error={list.error} />
      <Tabs defaultValue="list" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="list">{t('enrolments.tabs.list')}</Tabs.Tab>
          <Tabs.Tab value="budgets">{t('enrolments.tabs.budgets')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list">
          {list.data && rows.length === 0 && (
            <Sheet>
              <Empty title={t('enrolments.emptyTitle')}>{t('enrolments.emptyText')}</Empty>
            </Sheet>
          )}
          {list.data && rows.length > 0 && (
            <>
              <Filters list={list.data} />
              <Sheet>
                {found.length > 0 ? (
                  <EnrolmentTable rows={found} />
                ) : (
                  <Empty
                    title={t('enrolments.noneFoundTitle')}
                    action={
                      <Button variant="default" onClick={filter.reset}>
                        {t('enrolments.showAll')}
                      </Button>
                    }
                  >
                    {t('enrolments.noneFoundText')}
                  </Empty>
                )}
              </Sheet>
            </>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="budgets">
          <BudgetsSheet />
        </Tabs.Panel>
      </Tabs>
      {isEnrolling && (
        <EnrolDialog
          onClose={() => setEnrolling(false)}
          onSaved={(enrolmentId) =>
            void navigate({ to: '/enrolments/$enrolmentId', params: { enrolmentId } })
          }
        />
      )}
    </Page>
  );
}

function Filters({ list: { rows, teams, budgets } }: { list: List }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const filter = useEnrolmentFilter();
  const { set } = filter;
  const years = useMemo(
    () => [...new Set(rows.map(({ schoolYear }) => schoolYear))].sort().reverse(),
    [rows],
  );
  const group = (isDepartment: boolean) =>
    teams
      .filter((team) => team.isDepartment === isDepartment)
      .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <search className="filter-row">
      <TextInput
        type="search"
        label={t('common.search')}
        placeholder={t('enrolments.searchHint')}
        value={filter.search}
        onChange={(event) => set({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          const first = document.querySelector<HTMLAnchorElement>('.enrolment-link');
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            first?.focus();
          }
          if (event.key === 'Enter') first?.click();
        }}
      />
      <NativeSelect
        label={t('enrolments.state')}
        value={filter.state}
        onChange={(event) => set({ state: event.currentTarget.value })}
        data={[
          { value: '', label: t('enrolments.allStates') },
          ...enrolmentStates.map((state) => ({ value: state, label: enrolmentStateNames[state][language] })),
        ]}
      />
      <NativeSelect
        label={t('enrolments.year')}
        value={filter.schoolYear}
        onChange={(event) => set({ schoolYear: event.currentTarget.value })}
        data={[{ value: '', label: t('enrolments.allYears') }, ...years]}
      />
      <NativeSelect
        label={t('enrolments.team')}
        value={filter.teamId}
        onChange={(event) => set({ teamId: event.currentTarget.value })}
        data={[
          { value: '', label: t('enrolments.allTeams') },
          { group: t('enrolments.departments'), items: group(true) },
          { group: t('enrolments.teams'), items: group(false) },
        ]}
      />
      <NativeSelect
        label={t('enrolments.budget')}
        value={filter.budgetId}
        onChange={(event) => set({ budgetId: event.currentTarget.value })}
        data={[
          { value: '', label: t('enrolments.allBudgets') },
          ...budgets.map(({ id, name, schoolYear }) => ({ value: id, label: `${name} ${schoolYear}` })),
          { value: withoutBudget, label: t('enrolments.noBudget') },
        ]}
      />
      <Checkbox
        className="filter-check"
        label={t('enrolments.onlyConflicts')}
        checked={filter.onlyConflicts}
        onChange={(event) => set({ onlyConflicts: event.currentTarget.checked })}
      />
    </search>
  );
}
