import { kindNames } from '@shared/domain/talk-kinds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayMonth } from '../../ui/day-month';
import { longDate, weekdayTime } from '../../ui/format';
import { RatingWords } from '../../ui/RatingWords';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import type { Today } from './TodayPage';

/** Talks of the week, those that were held and not closed, and how far the season is. */
export function WeekSheet({ data }: { data: Today }) {
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
