import type { HistoryEntry } from '@shared/contract/history';
import type { PromiseState } from '@shared/domain/promises';
import { kindNames } from '@shared/domain/talk-kinds';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { longDate } from '../../ui/format';
import { PlanStatusWord } from '../../ui/PlanStatusWord';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

const promiseTones: Readonly<Record<PromiseState, Tone>> = {
  open: 'now',
  kept: 'good',
  partly: 'partly',
  notKept: 'late',
  dropped: 'quiet',
};

/** What happened, in words; where there is a page about it, the words lead there. */
export function EntryText({ employeeId, entry }: { employeeId: string; entry: HistoryEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (entry.kind) {
    case 'talk': {
      const words = {
        kind: kindNames[entry.talkKind][language],
        leader: entry.leaderName,
        team: entry.teamName ?? '',
      };
      const key = !entry.leaderName ? 'talkNoLeader' : entry.teamName ? 'talkWithTeam' : 'talkWith';
      return <TalkLink talkId={entry.talkId}>{t(`history.${key}`, words)}</TalkLink>;
    }
    case 'ratings':
      return (
        <>
          {t('history.ratingsShown', { spider: entry.spiderName, count: entry.competences })}
          <span className="soft"> · {t('history.wording', { number: entry.versionNumber })}</span>
        </>
      );
    case 'promise':
      return (
        <>
          <div>
            {t(`history.promisedBy.${entry.giver}`)}:{' '}
            {entry.talkId ? (
              <TalkLink talkId={entry.talkId}>{entry.competence}</TalkLink>
            ) : (
              <strong>{entry.competence}</strong>
            )}
          </div>
          <div className="soft small">
            {[entry.activity, entry.who, t('history.dueOn', { date: longDate(entry.dueOn, language) })]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      );
    case 'plan':
      return (
        <Link to="/training-plans/$employeeId" params={{ employeeId }} className="plain-link">
          {t('history.plan', { year: entry.planYear })}
        </Link>
      );
    case 'signature': {
      const kind = entry.documentKind === 'trainingPlan' && !entry.planYear ? 'other' : entry.documentKind;
      return t(`history.signed.${kind}`, { name: entry.name, year: entry.planYear ?? '' });
    }
    case 'course':
      return (
        <>
          {entry.enrolmentId ? (
            <Link
              to="/enrolments/$enrolmentId"
              params={{ enrolmentId: entry.enrolmentId }}
              className="plain-link"
            >
              {entry.title}
            </Link>
          ) : (
            <strong>{entry.title}</strong>
          )}
          <span className="soft">
            {entry.provider && ` · ${entry.provider}`}
            {entry.ects !== null &&
              ` · ${t('history.ects', { points: entry.ects.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB') })}`}
          </span>
        </>
      );
    case 'teamModule':
      return (
        <>
          <strong>{entry.title}</strong>
          <span className="soft"> · {entry.chainTitle}</span>
        </>
      );
    case 'employment':
      return t(entry.change === 'began' ? 'history.began' : 'history.stopped');
    case 'team':
      return t(entry.change === 'joined' ? 'history.joined' : 'history.leftTeam', { team: entry.teamName });
    case 'leader':
      return t('history.newLeader', { name: entry.leaderName });
    case 'leave':
      return t('history.leave');
  }
}

/** What came of it, or how it stands; empty where there is nothing to say. */
export function EntryOutcome({ entry, today }: { entry: HistoryEntry; today: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  switch (entry.kind) {
    case 'talk':
      if (entry.isClosed) return <StateWord tone="quiet">{t('history.talkHeld')}</StateWord>;
      return (
        <StateWord tone="now">
          {t(today !== null && entry.on > today ? 'history.talkPlanned' : 'history.talkOpen')}
        </StateWord>
      );
    case 'promise':
      return (
        <>
          <StateWord tone={promiseTones[entry.state]}>{t(`agreements.states.${entry.state}`)}</StateWord>
          {entry.stateReason && <span className="soft">: {entry.stateReason}</span>}
          {entry.markedOn && (
            <div className="soft small">
              {t('history.markedOn', { date: longDate(entry.markedOn, language) })}
            </div>
          )}
        </>
      );
    case 'plan':
      return (
        <>
          <PlanStatusWord status={entry.status} />
          <span className="soft">
            {' · '}
            {t('history.planLines', { count: entry.lines })}
            {entry.version > 1 && ` · ${t('history.planVersion', { number: entry.version })}`}
          </span>
        </>
      );
    case 'signature':
      return <span className="soft">{t(`history.wordings.${entry.wording}`)}</span>;
    case 'course':
      return (
        <StateWord tone={entry.isDone ? 'good' : entry.isFailed ? 'quiet' : 'now'}>
          {t(
            entry.isDone
              ? 'history.courseDone'
              : entry.isFailed
                ? 'history.courseFailed'
                : 'history.courseBegun',
          )}
        </StateWord>
      );
    case 'teamModule':
      return <StateWord tone="good">{t('history.solvedWith', { team: entry.teamName })}</StateWord>;
    case 'leader':
    case 'leave':
      return (
        entry.until && (
          <span className="soft">{t('history.until', { date: longDate(entry.until, language) })}</span>
        )
      );
    default:
      return null;
  }
}

function TalkLink({ talkId, children }: { talkId: string; children: ReactNode }) {
  return (
    <Link to="/talks/$talkId" params={{ talkId }} className="plain-link">
      {children}
    </Link>
  );
}
