import { NativeSelect } from '@mantine/core';
import { shiftSchoolYear } from '@shared/domain/school-year';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from './call';
import { ErrorBoundary } from './ErrorBoundary';
import { useSchoolYear } from './school-year';

const linkGroups = [
  [
    ['/', 'today'],
    ['/employees', 'employees'],
    ['/talks', 'talks'],
    ['/spiders', 'spiders'],
    ['/training-plans', 'trainingPlans'],
  ],
  [
    ['/documents', 'documents'],
    ['/settings', 'settings'],
  ],
] as const;

/** Navigation on the left, one page on the right. Only what works is in the navigation. */
export function Layout() {
  const { t } = useTranslation();
  const school = useCall('school', 'get', {});
  return (
    <div className="layout">
      <aside className="side">
        <div className="side-name">Spind</div>
        <div className="side-school">{school.data?.name}</div>
        <SchoolYearSelect />
        <nav aria-label={t('common.navigation')}>
          {linkGroups.map((group, index) => (
            <div key={group[0][0]}>
              {index > 0 && <hr className="side-rule" />}
              {group.map(([to, key]) => (
                <Link key={to} to={to} className="side-link" activeOptions={{ exact: to === '/' }}>
                  {t(`layout.${key}`)}
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <div className="side-foot">
          <LockAndBackup />
        </div>
      </aside>
      <main className="page" id="content" tabIndex={-1}>
        <ErrorBoundary>
          <Outlet />
        </ErrorBoundary>
      </main>
    </div>
  );
}

function SchoolYearSelect() {
  const { t } = useTranslation();
  const { schoolYear, current, choose } = useSchoolYear();
  const years = [1, 0, -1, -2, -3].map((step) => shiftSchoolYear(current, step));
  return (
    <NativeSelect
      mb="sm"
      aria-label={t('layout.schoolYear')}
      value={schoolYear}
      onChange={(event) => choose(event.currentTarget.value)}
      data={years.map((year) => ({ value: year, label: t('common.schoolYear', { year }) }))}
    />
  );
}

function LockAndBackup() {
  const { t } = useTranslation();
  const backups = useCall('backups', 'latest', {});
  return (
    <>
      <button type="button" className="link-button" onClick={() => void window.spind.call('vault', 'lock', {})}>
        {t('common.lock')}
      </button>
      <div>{backups.data?.at ? t('layout.backedUp', { when: backups.data.at }) : t('layout.notBackedUp')}</div>
    </>
  );
}
