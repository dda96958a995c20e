import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ComponentType, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { EmployeeForm } from './EmployeeForm';
import { type Employee, employmentWord, partTimeText, roleText } from './employment-text';
import { LeavingForm } from './LeavingForm';
import { TeachingSheet } from './TeachingSheet';
import { TeamSheet } from './TeamSheet';
import './employees.css';

/**
 * Something another feature shows on an employee's page: sheets of its own in the wide flow or the narrow one, a button
 * at the top, or a line among her facts (`dt` and `dd`).
 */
export type EmployeeSlot = {
  readonly key: string;
  readonly place: 'main' | 'side' | 'action' | 'fact';
  readonly Component: ComponentType<{ employeeId: string }>;
};

/** One employee: who she is, where she belongs, what she teaches, and what other features know about her. */
export function EmployeePage({ employeeId, slots }: { employeeId: string; slots: readonly EmployeeSlot[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useCall('employees', 'get', { id: employeeId });
  const [open, setOpen] = useState<'facts' | 'leaving' | null>(null);
  const employee = found.data;
  const kicker = (
    <Link to="/employees" className="plain-link">
      {t('employees.title')}
    </Link>
  );
  if (!employee) {
    return (
      <Page kicker={kicker} title={t('employees.title')}>
        <Failure error={found.error} />
      </Page>
    );
  }

  const word = employmentWord(employee, t, language);
  const lede = [
    roleText(employee, language),
    ...employee.teams.map((team) => team.name),
    employee.state === 'current'
      ? t('employees.employedSince', { year: employee.employmentDate.slice(0, 4) })
      : word.text,
    ...(employee.state === 'current' && employee.leavingDate ? [word.text] : []),
  ].join(' · ');
  const inPlace = (place: EmployeeSlot['place']) =>
    slots
      .filter((slot) => slot.place === place)
      .map(({ key, Component }) => <Component key={key} employeeId={employeeId} />);

  return (
    <Page
      kicker={kicker}
      title={employee.name}
      lede={lede}
      actions={
        <>
          <Button variant="default" onClick={() => setOpen('leaving')}>
            {t('employees.leave')}
          </Button>
          {inPlace('action')}
        </>
      }
    >
      <div className="two-flows">
        <div>{inPlace('main')}</div>
        <div className="flow-side">
          {inPlace('side')}
          <Facts employee={employee} more={inPlace('fact')} onEdit={() => setOpen('facts')} />
          <TeamSheet employee={employee} />
        </div>
        <div>
          <TeachingSheet employee={employee} />
        </div>
      </div>
      <EmployeeForm opened={open === 'facts'} onClose={() => setOpen(null)} employee={employee} />
      <LeavingForm opened={open === 'leaving'} onClose={() => setOpen(null)} employee={employee} />
    </Page>
  );
}

function Facts(props: { employee: Employee; more: ReactNode; onEdit: () => void }) {
  const { employee, more, onEdit } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const facts = [
    [t('employees.number'), employee.employeeNumber],
    [t('employees.category'), employee.categoryName],
    [t('employees.ownTitle'), employee.title],
    [t('employees.employmentDate'), shortDate(employee.employmentDate, language)],
    [t('employees.leavingDate'), employee.leavingDate ? shortDate(employee.leavingDate, language) : ''],
    [
      t('employees.employmentPercent'),
      partTimeText(employee.employmentPercent, t, language) || t('employees.percent', { percent: 100 }),
    ],
    [t('employees.note'), employee.note],
  ] as const;
  return (
    <Sheet
      title={t('employees.facts')}
      aside={
        <Button size="compact-sm" variant="default" onClick={onEdit} aria-label={t('employees.editTitle')}>
          {t('common.edit')}
        </Button>
      }
    >
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <FactRow key={label} label={label} value={value} />
          ))}
        {more}
      </dl>
      <RemoveEmployee employee={employee} />
    </Sheet>
  );
}

function FactRow({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** For somebody entered by mistake. With anything recorded the machine refuses and names the way out. */
function RemoveEmployee({ employee }: { employee: Employee }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, name } = employee;
  const { removeIt, isRemoving, error } = useRemoval<Employee>({
    remove: () => call('employees', 'remove', { id }),
    restore: () => call('employees', 'restore', { id }),
    message: () => t('employees.removed', { name }),
  });
  const remove = async () => {
    if (await removeIt(employee)) void navigate({ to: '/employees' });
  };
  return (
    <>
      <Button
        mt="md"
        className="flush-left"
        size="compact-sm"
        variant="subtle"
        color="brick"
        loading={isRemoving}
        onClick={() => void remove()}
      >
        {t('employees.removeEmployee')}
      </Button>
      <Failure error={error} />
    </>
  );
}
