import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { kindNames } from '@shared/domain/talk-kinds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { BookedTalks } from './BookedTalks';
import { DueTable } from './DueTable';
import './season.css';

type Units = OutputOf<'season', 'due'>['units'];

/** Who is due in a school year and why, and the season as it is booked (R003-06). */
export function SeasonPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolYear } = useSchoolYear();
  const due = useCall('season', 'due', { schoolYear }, { keepPrevious: true });
  const { data } = due;
  const needed = data?.employees.filter((row) => row.needsTalk) ?? [];
  const settled = data?.employees.filter((row) => !row.needsTalk) ?? [];
  const openUnits = data?.units.filter(({ state }) => state === 'due').length ?? 0;
  return (
    <Page
      kicker={
        data &&
        t('season.kicker', {
          first: longDate(data.season.first, language),
          last: longDate(data.season.last, language),
        })
      }
      title={t('season.title')}
      lede={
        data &&
        [
          t('season.lede', { count: needed.length }),
          openUnits > 0 && t('season.ledeUnits', { count: openUnits }),
        ]
          .filter(Boolean)
          .join(' ')
      }
      actions={
        <>
          <Button component={Link} to="/season/frame" variant="default">
            {t('season.frame')}
          </Button>
          <Button component={Link} to="/season/plan">
            {t('season.plan')}
          </Button>
        </>
      }
    >
      <Failure error={due.error} />
      {data && data.employees.length === 0 && (
        <Sheet>
          <Empty title={t('season.empty')}>{t('season.emptyText')}</Empty>
        </Sheet>
      )}
      {data && data.employees.length > 0 && (
        <>
          <Sheet title={t('season.needed')}>
            {needed.length === 0 ? (
              <p className="soft">{t('season.neededNone')}</p>
            ) : (
              <DueTable rows={needed} schoolYear={schoolYear} label={t('season.needed')} />
            )}
          </Sheet>
          {data.units.length > 0 && <UnitsSheet units={data.units} />}
          <BookedTalks schoolYear={schoolYear} />
          {settled.length > 0 && (
            <Sheet title={t('season.settled')}>
              <DueTable rows={settled} schoolYear={schoolYear} label={t('season.settled')} />
            </Sheet>
          )}
        </>
      )}
    </Page>
  );
}

const unitTones: Readonly<Record<Units[number]['state'], Tone>> = {
  due: 'partly',
  planned: 'now',
  held: 'good',
};

function UnitsSheet({ units }: { units: Units }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Sheet title={t('season.units')}>
      <table className="table" aria-label={t('season.units')}>
        <thead>
          <tr>
            <th scope="col">{t('season.unit')}</th>
            <th scope="col">{t('season.kind')}</th>
            <th scope="col">{t('season.state')}</th>
            <th scope="col">{t('season.why')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ teamId, name, kind, members, state, reason }) => (
            <tr key={`${teamId} ${kind}`}>
              <td>
                <strong>{name}</strong>
                <div className="soft small">{t('season.members', { count: members })}</div>
              </td>
              <td>{kindNames[kind][language]}</td>
              <td>
                <StateWord tone={unitTones[state]}>{t(`season.unitStates.${state}`)}</StateWord>
              </td>
              <td>{reason[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
