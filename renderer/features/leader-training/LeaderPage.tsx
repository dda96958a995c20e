import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { decimal, shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { fullStop } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { EntryDialog } from './EntryDialog';
import { EntryTable } from './EntryTable';
import { PostsDialog } from './PostsDialog';
import { leaveText, Standing } from './words';
import './leader-training.css';

export type Ledger = OutputOf<'leaderTraining', 'ledger'>;
export type LedgerEntry = Ledger['entries'][number];

/** One leader: clock, sum, every module with its certificate, posts and own plan (R002-11, R002-17). */
export function LeaderPage() {
  const { employeeId } = useParams({ from: '/leader-training/$employeeId' });
  return <OneLeader key={employeeId} employeeId={employeeId} />;
}

function OneLeader({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const found = useCall('leaderTraining', 'ledger', { employeeId });
  const [open, setOpen] = useState<LedgerEntry | 'new' | null>(null);
  const ledger = found.data;
  const kicker = (
    <Link to="/leader-training" className="plain-link">
      {t('leaderTraining.title')}
    </Link>
  );
  if (!ledger) {
    return (
      <Page kicker={kicker} title={t('leaderTraining.ledger')}>
        <Failure error={found.error} />
      </Page>
    );
  }
  return (
    <Page
      kicker={kicker}
      title={ledger.name}
      lede={ledger.role}
      actions={
        <>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/employees/$employeeId" params={{ employeeId }} {...props} />}
          >
            {t('leaderTraining.toEmployee')}
          </Button>
          <Button onClick={() => setOpen('new')}>{t('leaderTraining.addModule')}</Button>
        </>
      }
    >
      <div className="columns">
        <StandingSheet ledger={ledger} />
        <PlanSheet ledger={ledger} />
      </div>
      <Sheet title={t('leaderTraining.ledger')}>
        {ledger.entries.length > 0 && <p className="soft">{t('leaderTraining.ledgerText')}</p>}
        <EntryTable entries={ledger.entries} onEdit={setOpen} />
      </Sheet>
      {(ledger.shareBacks.length > 0 || ledger.courses.length > 0) && <Around ledger={ledger} />}
      {open && (
        <EntryDialog
          employeeId={employeeId}
          entry={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

/** The clock, the sum, and what they rest on. */
function StandingSheet({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { requirement, clock, leaves, parts } = ledger;
  const date = (day: string) => shortDate(day, language);
  return (
    <Sheet title={t('leaderTraining.requirement')}>
      <Standing ledger={ledger} />
      {parts.length > 0 && (
        <ul className="lt-parts" aria-label={t('leaderTraining.parts')}>
          {parts.map(({ name, hasModule }) => (
            <li key={name}>
              {name} ·{' '}
              <StateWord tone={hasModule ? 'good' : 'quiet'}>
                {t(hasModule ? 'leaderTraining.partHas' : 'leaderTraining.partLacks')}
              </StateWord>
            </li>
          ))}
        </ul>
      )}
      {leaves.map((leave) => (
        <p key={leave.fromDate} className="soft small">
          {leaveText(leave, language, t)}
        </p>
      ))}
      {requirement && clock && (
        <p className="soft small">
          {t('leaderTraining.rule', {
            ects: decimal(requirement.ects, language),
            count: requirement.beginWithinMonths,
            basis: t(`leaderTraining.bases.${requirement.basis}`),
          })}
          . {fullStop(requirement.source)}{' '}
          {t('leaderTraining.ruleChecked', { date: date(requirement.lastCheckedOn) })}{' '}
          {t(`leaderTraining.${clockReason(clock, requirement.validFrom)}`, { date: date(clock.startsOn) })}
        </p>
      )}
    </Sheet>
  );
}

/** What the first day of the clock rests on. */
function clockReason({ startsOn, isAssumed }: NonNullable<Ledger['clock']>, validFrom: string) {
  if (startsOn === validFrom) return 'clockRule';
  return isAssumed ? 'clockAssumed' : 'clockFrom';
}

/** Posts at the school, and when she expects to be done. */
function PlanSheet({ ledger }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const save = useOrder('leaderTraining', 'savePlan');
  const { employeeId, posts, employmentDate, plannedCompletionOn } = ledger;
  return (
    <Sheet
      title={t('leaderTraining.posts')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t('leaderTraining.postsEdit')}
        </Button>
      }
    >
      {posts.length === 0 ? (
        <p>{t('leaderTraining.postsNone', { date: shortDate(employmentDate, language) })}</p>
      ) : (
        <ul className="lt-list">
          {posts.map(({ categoryName, fromDate }) => (
            <li key={fromDate}>
              {t('leaderTraining.postsSince', {
                category: categoryName,
                date: shortDate(fromDate, language),
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="soft small">{t('leaderTraining.postsText')}</p>
      <DateField
        label={t('leaderTraining.planDate')}
        description={t('leaderTraining.planText')}
        value={plannedCompletionOn}
        onChange={(day) => save.mutate({ employeeId, plannedCompletionOn: day })}
        error={save.error?.fields.plannedCompletionOn ?? save.error?.message}
      />
      {isOpen && <PostsDialog ledger={ledger} onClose={() => setOpen(false)} />}
    </Sheet>
  );
}

/** What she has told at the leadership meetings, and the school's own courses she is on. */
function Around({ ledger: { shareBacks, courses } }: { ledger: Ledger }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const date = (day: string | null) => (day ? shortDate(day, language) : t('leaderTraining.courseNoDate'));
  return (
    <div className="columns lt-around">
      {shareBacks.length > 0 && (
        <Sheet title={t('leaderTraining.shareBack')}>
          <ul className="lt-list">
            {shareBacks.map(({ id, topic, meetingOn, doneAt }) => (
              <li key={id}>
                {topic}
                <span className="soft">
                  {' · '}
                  {meetingOn ? shortDate(meetingOn, language) : t('leaderTraining.shareBackMeetingNone')}
                </span>
                {doneAt && (
                  <>
                    {' · '}
                    <StateWord tone="good">{t('leaderTraining.done')}</StateWord>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Sheet>
      )}
      {courses.length > 0 && (
        <Sheet title={t('leaderTraining.courses')}>
          <ul className="lt-list">
            {courses.map(({ id, title, heldOn, attended }) => (
              <li key={id}>
                {title}
                <span className="soft">
                  {' · '}
                  {date(heldOn)} · {t(attended ? 'leaderTraining.wasThere' : 'leaderTraining.isInvited')}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </div>
  );
}
