import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { isoWeek } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import { kindNames } from '@shared/domain/talk-kinds';
import { weekRange } from '@shared/domain/week';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { dayMonth } from '../../ui/day-month';
import { isLate } from '../../ui/due-tones';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { clock, longDate, weekdayTime } from '../../ui/format';
import { Page } from '../../ui/Page';
import { RatingWords } from '../../ui/RatingWords';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { NewTalkButton, NewTalkDialog } from './NewTalk';
import { TalkWord } from './TalkWord';
import './talks.css';

type List = OutputOf<'talks', 'list'>;

/** The talks of a school year by week, and who has none; `preparation` is what goes out before them. */
export function TalksPage({ preparation }: { preparation: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { schoolYear, today } = useSchoolYear();
  const list = useCall('talks', 'list', { schoolYear }, { keepPrevious: true });
  const { data } = list;
  const ahead = data?.talks.filter((talk) => talk.closedAt === null) ?? [];
  const closed = data?.talks.filter((talk) => talk.closedAt !== null) ?? [];
  return (
    <Page
      kicker={
        data &&
        t('talks.kicker', {
          first: longDate(data.season.first, language),
          last: longDate(data.season.last, language),
        })
      }
      title={t('talks.title')}
      lede={data && (data.all > 0 ? t('talks.lede', data) : t('talks.ledeNone'))}
      actions={
        <>
          <Button variant="default" component={Link} to="/talks/forms">
            {t('talks.forms')}
          </Button>
          <NewTalkButton />
        </>
      }
    >
      <Failure error={list.error} />
      {data && (
        <>
          {data.talks.length === 0 && (
            <Sheet>
              <Empty title={t('talks.emptyTitle', { year: schoolYear })}>{t('talks.emptyText')}</Empty>
            </Sheet>
          )}
          {ahead.length > 0 && (
            <Sheet title={t('talks.ahead')}>
              <TalkTable talks={ahead} today={today} label={t('talks.ahead')} />
            </Sheet>
          )}
          {preparation}
          <Without rows={data.without} />
          {closed.length > 0 && (
            <Sheet title={t('talks.closedTitle')}>
              <TalkTable talks={closed} today={today} label={t('talks.closedTitle')} />
            </Sheet>
          )}
        </>
      )}
    </Page>
  );
}

type TalkTableProps = { talks: List['talks']; today: string | null; label: string };

function TalkTable({ talks, today, label }: TalkTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const weeks = [...groupBy(talks, (talk) => weekRange(talk.heldOn).first)];
  // What is closed needs no word about its ratings.
  const isClosed = talks.every((talk) => talk.closedAt !== null);
  return (
    <table className="table table-even talk-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('talks.when')}</th>
          <th scope="col">{t('talks.who')}</th>
          <th scope="col">{t('talks.place')}</th>
          <th scope="col">{t('talks.state')}</th>
          {!isClosed && <th scope="col">{t('talks.ratings')}</th>}
        </tr>
      </thead>
      <tbody>
        {weeks.map(([monday, rows]) => (
          <Fragment key={monday}>
            <tr>
              <th scope="rowgroup" colSpan={isClosed ? 4 : 5} className="week-head">
                {t('talks.weekHead', {
                  week: isoWeek(monday),
                  first: dayMonth(monday, language),
                  last: dayMonth(weekRange(monday).last, language),
                })}
              </th>
            </tr>
            {rows.map((talk) => (
              <tr key={talk.id}>
                <td>
                  {weekdayTime(talk.heldOn, '', language)} {dayMonth(talk.heldOn, language)}
                  {talk.startsAt && <div className="soft small">{clock(talk.startsAt, language)}</div>}
                </td>
                <td>
                  <Link to="/talks/$talkId" params={{ talkId: talk.id }} className="plain-link">
                    {talk.withName}
                  </Link>
                  <div className="soft small">
                    {[talk.kind !== 'MUS' && kindNames[talk.kind][language], talk.categoryName]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </td>
                <td className="soft">{talk.place}</td>
                <td>
                  <TalkWord {...talk} today={today} />
                </td>
                {!isClosed && (
                  <td className="soft">{talk.employeeId && <RatingWords ratings={talk.ratings} />}</td>
                )}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Without({ rows }: { rows: List['without'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Sheet title={t('talks.without')}>
      {rows.length === 0 ? (
        <p className="soft">{t('talks.withoutNone')}</p>
      ) : (
        <table className="table talk-without">
          <thead>
            <tr>
              <th scope="col">{t('talks.employee')}</th>
              <th scope="col">{t('talks.why')}</th>
              <th scope="col" className="row-end">
                <span className="visually-hidden">{t('talks.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.employeeId}>
                <td>
                  <strong>{row.name}</strong>
                  <div className="soft small">{row.categoryName}</div>
                </td>
                <td>
                  <StateWord tone={isLate(row.state) ? 'late' : 'quiet'}>
                    {t(`season.states.${row.state}`)}
                  </StateWord>
                  <div className="soft small">{row.reason[language]}</div>
                </td>
                <td className="row-end">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('talks.planFor', { name: row.name })}
                    onClick={() => setChosen(row.employeeId)}
                  >
                    {t('talks.plan')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen && (
        <NewTalkDialog
          employeeId={chosen}
          onPlanned={() => setChosen(null)}
          onClose={() => setChosen(null)}
        />
      )}
    </Sheet>
  );
}
