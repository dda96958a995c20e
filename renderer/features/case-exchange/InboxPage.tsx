import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord, type Tone } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { ReadFile } from './ReadFile';

type InboxCase = OutputOf<'caseExchange', 'inbox'>['cases'][number];

/** HR's first page: cases from schools, and which of them wait for somebody here. */
export function InboxPage() {
  const { t } = useTranslation();
  const inbox = useCall('caseExchange', 'inbox', {});
  const { waiting = 0, toSend = 0 } = inbox.data?.counts ?? {};
  const lede = [
    waiting > 0 ? t('caseExchange.inbox.lede', { count: waiting }) : t('caseExchange.inbox.ledeNone'),
    toSend > 0 && t('caseExchange.inbox.toSend', { count: toSend }),
  ];
  return (
    <Page
      title={t('caseExchange.inbox.title')}
      lede={inbox.data && lede.filter(Boolean).join(' ')}
      actions={<ReadFile label={t('caseExchange.read.button')} />}
    >
      <Failure error={inbox.error} />
      {inbox.data && (
        <Sheet>
          {inbox.data.cases.length === 0 ? (
            <Empty title={t('caseExchange.inbox.emptyTitle')}>{t('caseExchange.inbox.emptyText')}</Empty>
          ) : (
            <CaseTable cases={inbox.data.cases} />
          )}
        </Sheet>
      )}
    </Page>
  );
}

function CaseTable({ cases }: { cases: readonly InboxCase[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const date = (day: string | null) => (day ? shortDate(day, language) : '');
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('caseExchange.inbox.school')}</th>
          <th scope="col">{t('caseExchange.inbox.applicant')}</th>
          <th scope="col">{t('caseExchange.inbox.received')}</th>
          <th scope="col">{t('caseExchange.inbox.state')}</th>
          <th scope="col" className="figure">
            {t('caseExchange.inbox.waits')}
          </th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.caseId}>
            <td>{one.schoolName}</td>
            <td>
              <Link to="/merit/$caseId" params={{ caseId: one.caseId }} className="plain-link">
                {one.applicantName}
              </Link>
              {one.appliedOn && (
                <div className="soft small">
                  {t('caseExchange.inbox.applied', { date: date(one.appliedOn) })}
                </div>
              )}
            </td>
            <td>{date(one.receivedOn)}</td>
            <td>
              <CaseState one={one} />
            </td>
            <td className="figure">
              {one.daysWaiting !== null &&
                (one.daysWaiting > 0 ? t('common.daysLeft', { count: one.daysWaiting }) : t('common.today'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tones: Readonly<Record<InboxCase['next'], Tone>> = {
  positions: 'now',
  meeting: 'late',
  sendAnswer: 'partly',
  school: 'quiet',
  nothing: 'quiet',
};

/** What is to be done, and under it how the case stands. */
function CaseState({ one }: { one: InboxCase }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const roles = one.missing.map((role) => t(`merit.theRoles.${role}`));
  const [a, b] = roles;
  const who = a && b ? t('caseExchange.inbox.and', { a, b }) : a;
  const state = t(`merit.states.${one.state}`);
  const { next, answeredOn } = one;
  if (next === 'nothing') {
    return (
      <>
        <StateWord tone={one.state === 'withdrawn' ? 'quiet' : 'good'}>
          {sentenceCase(state, language)}
        </StateWord>
        {answeredOn && (
          <div className="soft small">
            {t('caseExchange.inbox.answered', { date: shortDate(answeredOn, language) })}
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <StateWord tone={tones[next]}>{t(`caseExchange.inbox.next.${next}`)}</StateWord>
      <div className="soft small">
        {who ? t('caseExchange.inbox.missing', { who }) : sentenceCase(state, language)}
      </div>
    </>
  );
}
