import type { OutputOf } from '@shared/contract';
import { kindNames } from '@shared/domain/talk-kinds';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Days } from '../../ui/Days';
import { dayMonth } from '../../ui/day-month';
import { isLate } from '../../ui/due-tones';
import { Failure } from '../../ui/Failure';
import { longDate, weekdayDate, weekdayTime } from '../../ui/format';
import { Page } from '../../ui/Page';
import { PlanStatusWord } from '../../ui/PlanStatusWord';
import { RatingWords } from '../../ui/RatingWords';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { Begin } from './Begin';
import { numberWord } from './number-words';
import { ShortList } from './ShortList';
import { TrainingSheets } from './TrainingSheets';
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
            <Week data={data} />
            <Deadlines rows={data.deadlines} />
            <Due rows={data.due} />
          </div>
          <div className="today-stack">
            <TrainingSheets data={data} />
            {data.missingRatings.length > 0 && <MissingRatings rows={data.missingRatings} />}
            <Plans plans={data.plans} />
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

function Week({ data }: { data: Today }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { season, weekTalks, notClosed } = data;
  return (
    <Sheet title={t('today.week')}>
      {weekTalks.length === 0 && notClosed.length === 0 && <p className="soft">{t('today.noTalks')}</p>}
      <ul className="today-list">
        {notClosed.map((talk) => (
          <li key={talk.id} className="today-row">
            <StateWord tone="late">{t('today.notClosed')}</StateWord>
            <div>
              <strong>{talk.withName}</strong>
              <div className="soft">
                {t('today.notClosedSince', { date: longDate(talk.heldOn, language) })}
              </div>
            </div>
            <OpenTalk id={talk.id} name={talk.withName} />
          </li>
        ))}
        {weekTalks.map((talk) => (
          <li key={talk.id} className="today-row">
            <span className="soft">{weekdayTime(talk.heldOn, talk.startsAt, language)}</span>
            <div>
              <strong>{talk.withName}</strong>
              <div className="soft">
                {kindNames[talk.kind][language]}
                {talk.isClosed ? ` · ${t('today.isClosed')}` : <Ratings talk={talk} />}
                {talk.unmarked > 0 && ` · ${t('today.toFollowUp', { count: talk.unmarked })}`}
              </div>
            </div>
            <OpenTalk id={talk.id} name={talk.withName} />
          </li>
        ))}
      </ul>
      <div className="today-bar" aria-hidden>
        <span style={{ width: `${season.all === 0 ? 0 : (100 * season.held) / season.all}%` }} />
      </div>
      <div className="soft small">
        {t('today.season', {
          held: season.held,
          all: season.all,
          first: dayMonth(season.first, language),
          last: dayMonth(season.last, language),
        })}
      </div>
    </Sheet>
  );
}

/** How far both ratings are, where the talk wants any. */
function Ratings({ talk }: { talk: Today['weekTalks'][number] }) {
  if (!talk.ratings.wanted) return null;
  return (
    <>
      {' · '}
      <RatingWords ratings={talk.ratings} />
    </>
  );
}

function OpenTalk({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/talks/$talkId"
      params={{ talkId: id }}
      className="plain-link"
      aria-label={`${t('today.open')}: ${name}`}
    >
      {t('today.open')}
    </Link>
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

function Plans({ plans }: { plans: Today['plans'] }) {
  const { t } = useTranslation();
  const statuses = ['signed', 'agreed', 'draft', 'missing'] as const;
  const all = statuses.reduce((sum, status) => sum + plans[status], 0);
  return (
    <Sheet
      title={t('today.plans')}
      aside={
        <Link to="/training-plans" className="plain-link">
          {t('trainingPlans.all', { count: all })}
        </Link>
      }
    >
      <div className="today-bar" aria-hidden>
        {statuses
          .filter((status) => status !== 'missing' && plans[status] > 0)
          .map((status) => (
            <span key={status} className={status} style={{ width: `${(100 * plans[status]) / all}%` }} />
          ))}
      </div>
      <ul className="today-list today-counts" aria-label={t('today.planCounts')}>
        {statuses.map((status) => (
          <li key={status}>
            <PlanStatusWord status={status} /> {plans[status]}
          </li>
        ))}
      </ul>
      {plans.unsigned.length === 0 && <p className="soft">{t('today.noUnsigned')}</p>}
      <ShortList rows={plans.unsigned} size={4} keyOf={(row) => row.employeeId}>
        {(row) => (
          <>
            <PlanStatusWord status={row.status} />
            <div>
              <Link
                to="/training-plans/$employeeId"
                params={{ employeeId: row.employeeId }}
                className="plain-link"
              >
                {row.employeeName}
              </Link>
              <span className="soft"> · {t('today.lines', { count: row.lines })}</span>
            </div>
          </>
        )}
      </ShortList>
    </Sheet>
  );
}
