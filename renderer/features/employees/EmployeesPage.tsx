import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { danishOrder } from '@shared/domain/danish-order';
import { foldForSearch, hasAllWords } from '@shared/domain/find-text';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { EmployeeForm } from './EmployeeForm';
import { EmployeeTable } from './EmployeeTable';
import { useEmployeeFilter, withoutTeam } from './employee-filter';
import type { EmployeeRow } from './employment-text';
import { ImportBanner } from './ImportBanner';
import './employees.css';

/** Who is employed here: found by words, team and category, opened by mouse or keyboard. */
export function EmployeesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const filter = useEmployeeFilter();
  const employees = useCall(
    'employees',
    'list',
    { includeFormer: filter.includeFormer },
    { keepPrevious: true },
  );
  const all = employees.data;
  const found = useFound(all ?? []);

  const importButton = (
    <Button onClick={() => void navigate({ to: '/employees/import' })}>{t('employees.import')}</Button>
  );
  const newButton = (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('employees.new')}
    </Button>
  );
  const counted = all && (
    <span role="status">
      {found.length === all.length
        ? t('employees.count', { count: all.length })
        : t('employees.found', { count: found.length, all: all.length })}
    </span>
  );

  return (
    <Page
      title={t('employees.title')}
      lede={counted}
      actions={
        <>
          <Button variant="subtle" onClick={() => void navigate({ to: '/employees/teams' })}>
            {t('employees.teams')}
          </Button>
          {newButton}
          {importButton}
        </>
      }
    >
      <Failure error={employees.error} />
      <ImportBanner />
      {all && all.length === 0 && !filter.includeFormer ? (
        <Sheet>
          <Empty title={t('employees.emptyTitle')}>{t('employees.emptyText')}</Empty>
          <ShowFormer />
        </Sheet>
      ) : (
        all && (
          <>
            <Filters employees={all} />
            <Sheet>
              {found.length > 0 ? (
                <EmployeeTable employees={found} />
              ) : (
                <Empty
                  title={t('employees.noneFoundTitle')}
                  action={
                    <Button variant="default" onClick={filter.reset}>
                      {t('employees.showAll')}
                    </Button>
                  }
                >
                  {t('employees.noneFoundText')}
                </Empty>
              )}
            </Sheet>
          </>
        )
      )}
      <EmployeeForm opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

/** The rows the filters let through. The search runs a moment behind the typing, so that typing stays quick. */
function useFound(employees: readonly EmployeeRow[]): readonly EmployeeRow[] {
  const { search, teamId, categoryId } = useEmployeeFilter();
  const query = useDeferredValue(search);
  const searched = useMemo(
    () =>
      employees.map((row) => ({
        row,
        text: foldForSearch(
          [
            row.name,
            row.employeeNumber,
            row.categoryName,
            row.title,
            ...row.teams.map((team) => team.name),
            ...row.functions,
          ].join(' '),
        ),
      })),
    [employees],
  );
  return useMemo(
    () =>
      searched
        .filter(
          ({ row, text }) =>
            hasAllWords(text, query) &&
            (categoryId === '' || row.categoryId === categoryId) &&
            (teamId === '' ||
              (teamId === withoutTeam
                ? row.teams.length === 0
                : row.teams.some((team) => team.id === teamId))),
        )
        .map(({ row }) => row),
    [searched, query, teamId, categoryId],
  );
}

function Filters({ employees }: { employees: readonly EmployeeRow[] }) {
  const { t } = useTranslation();
  const { search, teamId, categoryId, set } = useEmployeeFilter();
  const teams = useMemo(() => distinct(employees.flatMap((row) => row.teams)), [employees]);
  const categories = useMemo(
    () => distinct(employees.map((row) => ({ id: row.categoryId, name: row.categoryName }))),
    [employees],
  );
  return (
    <search className="filter-row">
      <TextInput
        type="search"
        label={t('common.search')}
        placeholder={t('employees.searchHint')}
        value={search}
        onChange={(event) => set({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          const first = document.querySelector<HTMLAnchorElement>('.employee-link');
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            first?.focus();
          }
          if (event.key === 'Enter') first?.click();
        }}
      />
      <NativeSelect
        label={t('employees.team')}
        value={teamId}
        onChange={(event) => set({ teamId: event.currentTarget.value })}
        data={[
          { value: '', label: t('employees.allTeams') },
          ...teams,
          { value: withoutTeam, label: t('employees.noTeam') },
        ]}
      />
      <NativeSelect
        label={t('employees.category')}
        value={categoryId}
        onChange={(event) => set({ categoryId: event.currentTarget.value })}
        data={[{ value: '', label: t('employees.allCategories') }, ...categories]}
      />
      <ShowFormer />
    </search>
  );
}

function ShowFormer() {
  const { t } = useTranslation();
  const { includeFormer, set } = useEmployeeFilter();
  return (
    <Checkbox
      className="filter-check"
      label={t('employees.showFormer')}
      checked={includeFormer}
      onChange={(event) => set({ includeFormer: event.currentTarget.checked })}
    />
  );
}

function distinct(named: readonly { id: string; name: string }[]): { value: string; label: string }[] {
  return [...new Map(named.map(({ id, name }) => [id, name]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => danishOrder.compare(a.label, b.label));
}
