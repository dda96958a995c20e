import { Button } from '@mantine/core';
import type { FundApplicationRow } from '@shared/contract/funds';
import { isSettled } from '@shared/domain/funds/application-steps';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Days } from '../../ui/Days';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { NavigatorDialog } from './NavigatorDialog';
import { stateTones, useFundWords } from './words';
import './funds.css';

/** Every application with its state, the next day to keep and the fund's part; and the way to a new one. */
export function FundsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ from: '/funds' });
  const list = useCall('funds', 'list', {});
  const [isAsked, setAsked] = useState(false);
  const isFinding = isAsked || search.employee !== undefined;
  const { data } = list;
  const open = data?.applications.filter(({ state }) => !isSettled(state)).length ?? 0;
  const lede = () => {
    if (!data) return undefined;
    if (data.applications.length === 0) return t('funds.ledeNone');
    return open === 0 ? t('funds.ledeSettled') : t('funds.lede', { count: open });
  };
  const find = (
    <Button onClick={() => setAsked(true)} disabled={!data}>
      {t('funds.find')}
    </Button>
  );
  return (
    <Page
      title={t('funds.title')}
      lede={lede()}
      actions={
        <>
          <Button variant="default" renderRoot={(props) => <Link to="/funds/rules" {...props} />}>
            {t('funds.toRules')}
          </Button>
          {find}
        </>
      }
    >
      <Failure error={list.error} />
      {data && data.outdatedSets > 0 && (
        <p className="state-partly">
          {t('funds.outdatedSets', { count: data.outdatedSets })}{' '}
          <Link to="/funds/rules" className="plain-link">
            {t('funds.seeRules')}
          </Link>
        </p>
      )}
      {data && (
        <Sheet>
          {data.applications.length === 0 ? (
            <Empty title={t('funds.emptyTitle')}>{t('funds.emptyText')}</Empty>
          ) : (
            <ApplicationTable rows={data.applications} />
          )}
        </Sheet>
      )}
      {isFinding && (
        <NavigatorDialog
          start={search}
          onClose={() => {
            setAsked(false);
            // What sent somebody here is done with; going back must not open it anew.
            if (search.employee !== undefined) void navigate({ to: '/funds', search: {}, replace: true });
          }}
        />
      )}
    </Page>
  );
}

function ApplicationTable({ rows }: { rows: readonly FundApplicationRow[] }) {
  const { t } = useTranslation();
  return (
    <table className="table fund-applications" aria-label={t('funds.title')}>
      <thead>
        <tr>
          <th scope="col">{t('funds.whoAndWhat')}</th>
          <th scope="col">{t('funds.fund')}</th>
          <th scope="col">{t('funds.state')}</th>
          <th scope="col">{t('funds.next')}</th>
          <th scope="col" className="figure">
            {t('funds.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { row: FundApplicationRow }) {
  const { t } = useTranslation();
  const { money, day, deadline } = useFundWords();
  return (
    <tr>
      <th scope="row">
        <Link to="/funds/$applicationId" params={{ applicationId: row.id }} className="plain-link">
          {row.employeeName}
        </Link>
        <div className="fund-activity">
          {row.title}
          <div className="soft small">{t('funds.starts', { date: day(row.startsOn) })}</div>
        </div>
      </th>
      <td>
        {row.fundName}
        {row.area !== '' && <div className="soft small">{row.area}</div>}
      </td>
      <td>
        <StateWord tone={stateTones[row.state]}>{t(`funds.states.${row.state}`)}</StateWord>
        {row.isRefusedByRules && <div className="state-late small">{t('funds.refusedByRules')}</div>}
        {row.isOutdated && <div className="state-partly small">{t('funds.outdated')}</div>}
      </td>
      <td>
        {row.deadline ? (
          <>
            <Days days={row.deadline.days} />
            <div className="soft small">{deadline(row.deadline)}</div>
          </>
        ) : (
          <span className="soft">{t('funds.noDeadline')}</span>
        )}
      </td>
      <td className="figure">
        {money(row.fundOre)}
        <div className="soft small">{t('funds.of', { amount: money(row.totalOre) })}</div>
      </td>
    </tr>
  );
}
