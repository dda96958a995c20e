import { Button, Checkbox } from '@mantine/core';
import { isoWeek } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import { kindNames } from '@shared/domain/talk-kinds';
import { weekRange } from '@shared/domain/week';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { dayMonth } from '../../ui/day-month';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { CalendarButtons } from './CalendarButtons';
import { dayAndTime } from './season-words';

/** The season as it is booked, week by week: what lies fast, and the calendar files. */
export function BookedTalks({ schoolYear }: { schoolYear: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('talks', 'list', { schoolYear }, { keepPrevious: true });
  const fix = useOrder('season', 'setFixed');
  const talks = (list.data?.talks ?? []).filter(({ closedAt }) => closedAt === null);
  const weeks = [...groupBy(talks, (talk) => weekRange(talk.heldOn).first)];
  const allFixed = talks.every(({ isFixed }) => isFixed);
  return (
    <Sheet
      title={t('season.booked')}
      aside={
        talks.length > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={fix.isPending}
            onClick={() => fix.mutate({ talkIds: talks.map(({ id }) => id), isFixed: !allFixed })}
          >
            {allFixed ? t('season.unfixAll') : t('season.fixAll')}
          </Button>
        )
      }
    >
      <Failure error={list.error ?? fix.error} />
      {list.data && talks.length === 0 && <Empty title={t('season.bookedNone')} />}
      {talks.length > 0 && (
        <>
          <p className="soft">{t('season.fixedText')}</p>
          <table className="table" aria-label={t('season.booked')}>
            <thead>
              <tr>
                <th scope="col">{t('season.when')}</th>
                <th scope="col">{t('season.who')}</th>
                <th scope="col">{t('season.leader')}</th>
                <th scope="col">{t('season.fixed')}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map(([monday, rows]) => (
                <Fragment key={monday}>
                  <WeekHead monday={monday} columns={4} />
                  {rows.map((talk) => (
                    <tr key={talk.id}>
                      <td className="season-when">
                        {dayAndTime(talk.heldOn, talk.startsAt, language)}
                        {!talk.startsAt && <div className="soft small">{t('season.noTime')}</div>}
                      </td>
                      <td>
                        <Link to="/talks/$talkId" params={{ talkId: talk.id }} className="plain-link">
                          {talk.withName}
                        </Link>
                        <div className="soft small">{kindNames[talk.kind][language]}</div>
                      </td>
                      <td className="soft">{talk.leaderName}</td>
                      <td>
                        <Checkbox
                          size="xs"
                          aria-label={t('season.fixedFor', { name: talk.withName })}
                          checked={talk.isFixed}
                          disabled={fix.isPending}
                          onChange={(event) =>
                            fix.mutate({ talkIds: [talk.id], isFixed: event.currentTarget.checked })
                          }
                        />
                      </td>
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
          <div className="season-note">
            <CalendarButtons schoolYear={schoolYear} />
          </div>
        </>
      )}
    </Sheet>
  );
}

/** "Uge 49 · 30. nov. – 6. dec." over the rows of a week. */
export function WeekHead({ monday, columns }: { monday: string; columns: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr>
      <th scope="rowgroup" colSpan={columns} className="season-week">
        {t('season.weekHead', {
          week: isoWeek(monday),
          first: dayMonth(monday, language),
          last: dayMonth(weekRange(monday).last, language),
        })}
      </th>
    </tr>
  );
}
