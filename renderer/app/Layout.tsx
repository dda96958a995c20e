import { NativeSelect } from '@mantine/core';
import { daysBetween } from '@shared/domain/dates';
import { shiftSchoolYear } from '@shared/domain/school-year';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchButton } from '../features/search/SearchButton';
import { clock, shortDate } from '../ui/format';
import { Page } from '../ui/Page';
import { useLanguage } from '../ui/use-language';
import { call, useCall } from './call';
import { ErrorBoundary } from './ErrorBoundary';
import { hrLinkGroups, isHrPage } from './hr-pages';
import { lockAfterSaving } from './lock';
import { useSchoolYear } from './school-year';
import { useIdleLock } from './use-idle-lock';
import { useKeptFocus } from './use-kept-focus';

const linkGroups = [
  [
    ['/', 'today'],
    ['/employees', 'employees'],
    ['/talks', 'talks'],
    ['/season', 'season'],
    ['/spiders', 'spiders'],
    ['/training-plans', 'trainingPlans'],
    ['/programme', 'programme'],
    ['/enrolments', 'enrolments'],
    ['/funds', 'funds'],
    ['/leader-training', 'leaderTraining'],
    ['/merit', 'merit'],
    ['/overview', 'overview'],
  ],
  [
    ['/documents', 'documents'],
    ['/settings', 'settings'],
  ],
] as const;

/** Days after which an old backup is said in colour: one is taken each day the program is opened. */
const staleBackupDays = 3;

/** Navigation on the left, one page on the right. Only what works is in the navigation. */
export function Layout() {
  const { t } = useTranslation();
  const school = useCall('school', 'get', {});
  const isHr = school.data?.profile === 'hr';
  const groups = isHr ? hrLinkGroups : linkGroups;
  useIdleLock();
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // A new page begins at its top, wherever the last one was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it waits for
  useEffect(() => content.current?.scrollTo(0, 0), [pathname]);
  useKeptFocus(content);
  return (
    <div className="layout">
      <button type="button" className="skip-link" onClick={() => document.getElementById('content')?.focus()}>
        {t('common.skipToContent')}
      </button>
      <aside className="side">
        <div className="side-name">Spind</div>
        <div className="side-school">{school.data?.name}</div>
        <SearchButton
          pagesOnly={isHr}
          pages={groups.flat().map(([to, key]) => ({ to, label: t(`layout.${key}`) }))}
        />
        {!isHr && <SchoolYearSelect />}
        <nav aria-label={t('common.navigation')}>
          {groups.map((group, index) => (
            <div key={group[0][0]}>
              {index > 0 && <hr className="side-rule" />}
              {group.map(([to, key]) => (
                <Link
                  key={to}
                  to={to}
                  className="side-link"
                  activeOptions={{ exact: to === '/' || (isHr && to === '/settings') }}
                >
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
      <main className="page" id="content" tabIndex={-1} ref={content}>
        <ErrorBoundary>{isHr && !isHrPage(pathname) ? <NotHere /> : <Outlet />}</ErrorBoundary>
      </main>
    </div>
  );
}

/** An address of a school's world, asked for in a file of HR. */
function NotHere() {
  const { t } = useTranslation();
  return (
    <Page title={t('layout.notHereTitle')} lede={t('layout.notHere')}>
      <Link to="/merit" className="plain-link">
        {t('layout.toInbox')}
      </Link>
    </Page>
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
  const language = useLanguage();
  const { today } = useSchoolYear();
  const latest = useCall('backups', 'latest', {}).data?.backup;
  const isStale = latest && today && daysBetween(latest.date, today) > staleBackupDays;
  const time = latest ? clock(latest.time.slice(0, 5), language) : '';
  return (
    <>
      <div className="side-foot-row">
        <button type="button" className="link-button" onClick={() => void lockAfterSaving()}>
          {t('common.lock')}
        </button>
        <button
          type="button"
          className="link-button"
          title={t('layout.otherLanguageLabel')}
          onClick={() => void call('preferences', 'set', { language: language === 'da' ? 'en' : 'da' })}
        >
          {t('layout.otherLanguage')}
        </button>
      </div>
      <div className={isStale ? 'state-late' : undefined}>
        {!latest && t('layout.notBackedUp')}
        {latest &&
          (latest.date === today
            ? t('layout.backedUpToday', { time })
            : t('layout.backedUp', { date: shortDate(latest.date, language), time }))}
      </div>
    </>
  );
}
