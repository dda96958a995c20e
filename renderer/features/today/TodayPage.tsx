import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Days } from '../../ui/Days';
import { isLate } from '../../ui/due-tones';
import { Failure } from '../../ui/Failure';
import { weekdayDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { RatingWords } from '../../ui/RatingWords';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { Begin } from './Begin';
import { numberWord } from './number-words';
import { PlansSheet } from './PlansSheet';
import { ShortList } from './ShortList';
import { TrainingSheets } from './TrainingSheets';
import { WeekSheet } from './WeekSheet';
import './today.css';

export type Today = OutputOf<'today', 'get'>;

/** What is on this week, what is late, what comes next. The buttons that plan a talk and write a note come from outside. */
export function TodayPage({ newTalk, newNote }: { newTalk: ReactNode; newNote: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = useCall('today', 'get', {});
  const { data } = query;
  if (!data) return <Failure error={query.error} />;
  const isNew = data.setup.talks === 0;
  const day = weekdayDate(data.date, language);
  return (
    <Page
      kicker={t('today.kicker', { day: sentenceCase(day, language), week: data.week })}
      title={t('today.title')}
      lede={isNew ? t('today.ledeNew') : <Lede data={data} />}
      actions={
        !isNew && (
          <>
            {newNote}
            {newTalk}
          </>
        )
      }
    >
      <Failure error={query.error} />
      {isNew && <Begin setup={data.setup} newTalk={newTalk} />}
      {!isNew && (
        <div className="today-columns">
          <div className="today-stack">
            <WeekSheet data={data} />
            <Deadlines rows={data.deadlines} />
            <Due rows={data.due} />
          </div>
          <div className="today-stack">
            <TrainingSheets data={data} />
            {data.missingRatings.length > 0 && <MissingRatings rows={data.missingRatings} />}
            <PlansSheet plans={data.plans} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Lede({ data }: { data: Today }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const talks = data.weekTalks.length;
  const over =
    data.notClosed.length +
    data.missingRatings.filter((row) => row.days < 0).length +
    data.deadlines.filter((row) => row.days < 0).length +
    data.leaderTraining.filter((row) => row.days < 0).length +
    data.funds.filter((row) => row.days < 0).length +
    data.transfer.filter((row) => row.days < 0).length +
    data.due.filter((row) => isLate(row.state)).length;
  return (
    <>
      {t('today.ledeTalks', { count: talks, number: numberWord(talks, language) })}{' '}
      {t('today.ledeOver', { count: over, number: numberWord(over, language) })}
    </>
  );
}

function Deadlines({ rows }: { rows: Today['deadlines'] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('today.deadlines')}>
      {rows.length === 0 && <p className="soft">{t('today.noDeadlines')}</p>}
      <ShortList rows={rows} size={7} keyOf={(row) => row.agreementId}>
        {(row) => (
          <>
            <Days days={row.days} />
            <div>
              {row.employeeId ? (
                <Link
                  to="/employees/$employeeId"
                  params={{ employeeId: row.employeeId }}
                  className="plain-link"
                >
                  {row.subjectName}
                </Link>
              ) : (
                <Link to="/teams/$teamId" params={{ teamId: row.teamId ?? '' }} className="plain-link">
                  {row.subjectName}
                </Link>
              )}
              <div className="soft">
                {row.activity} ·{' '}
                {t('today.promisedBy', {
                  who: t(
                    `agreements.promisers.${row.teamId && row.giver === 'employee' ? 'team' : row.giver}`,
                  ),
                })}
              </div>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}

function MissingRatings({ rows }: { rows: Today['missingRatings'] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('today.ratings')}>
      <ShortList rows={rows} size={5} keyOf={(row) => row.talkId}>
        {(row) => (
          <>
            <Days days={row.days} />
            <div>
              <Link
                to="/talks/$talkId"
                params={{ talkId: row.talkId }}
                search={{ area: 3 }}
                className="plain-link"
              >
                {row.employeeName}
              </Link>
              <div className="soft">
                <RatingWords ratings={row.ratings} />
              </div>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}

function Due({ rows }: { rows: Today['due'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Sheet
      title={t('today.due')}
      aside={
        rows.length > 0 && (
          <Link to="/season" className="plain-link">
            {t('today.planTalks')}
          </Link>
        )
      }
    >
      {rows.length === 0 && <p className="soft">{t('today.noDue')}</p>}
      <ShortList rows={rows} size={4} keyOf={(row) => row.employeeId}>
        {(row) => (
          <>
            <StateWord tone={isLate(row.state) ? 'late' : 'quiet'}>
              {t(`season.states.${row.state}`)}
            </StateWord>
            <div>
              <strong>{row.employeeName}</strong>
              <div className="soft">{row.reason[language]}</div>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}
