import { Button } from '@mantine/core';
import type { FundApplication } from '@shared/contract/funds';
import { isSettled } from '@shared/domain/funds/application-steps';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Days } from '../../ui/Days';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { sentenceCase } from '../../ui/sentence-case';
import { useRemoval } from '../../ui/use-removal';
import { AmountsSheet } from './AmountsSheet';
import { CalendarSheet } from './CalendarSheet';
import { DraftDialog } from './DraftDialog';
import { FactsSheet } from './FactsSheet';
import { GrantsSheet } from './GrantsSheet';
import { StepsSheet } from './StepsSheet';
import { VerdictTable } from './VerdictTable';
import { useFundWords } from './words';
import './funds.css';

/** One application: where it stands, what is to be done by when, the money, and what every rule says. */
export function ApplicationPage() {
  const { applicationId } = useParams({ from: '/funds/$applicationId' });
  const found = useCall('funds', 'get', { applicationId });
  if (!found.data) return <Failure error={found.error} />;
  return <Application key={applicationId} one={found.data} />;
}

function Application({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const { language, day } = useFundWords();
  const { id: applicationId, state, assessment, set } = one;
  const isDecided = isSettled(state);
  return (
    <Page
      kicker={
        <>
          <Link to="/funds" className="plain-link">
            {t('funds.page.kicker')}
          </Link>
          {` · ${[one.fundName, set.area].filter(Boolean).join(' · ')}`}
        </>
      }
      title={one.employeeName}
      lede={<Lede one={one} />}
      actions={<Actions one={one} />}
    >
      {!isDecided && assessment.outdated && <p className="state-partly">{assessment.outdated[language]}</p>}
      <div className="two-flows">
        <div>
          <StepsSheet one={one} />
          <FactsSheet one={one} />
        </div>
        <div>
          <AmountsSheet one={one} />
          <CalendarSheet one={one} />
        </div>
      </div>
      <Sheet title={t('funds.verdicts.title')}>
        <p className="soft">
          {t('funds.verdicts.caption')}{' '}
          {t(one.areRulesFrozen ? 'funds.verdicts.frozen' : 'funds.verdicts.follows')}
        </p>
        <VerdictTable verdicts={assessment.verdicts} label={t('funds.verdicts.title')} />
        <p className="soft small">
          {set.source} {t('funds.verdicts.checked', { date: day(set.lastCheckedOn) })},{' '}
          {t('funds.verdicts.from', { date: day(set.validFrom) })}.
        </p>
      </Sheet>
      <GrantsSheet employeeId={one.employeeId} key={applicationId} />
    </Page>
  );
}

/** How it stands, and the next day to keep. */
function Lede({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const { language, deadline } = useFundWords();
  return (
    <>
      {one.title}. {t(`funds.page.lede.${one.state}`)}
      {one.deadline && (
        <>
          {' '}
          {sentenceCase(deadline(one.deadline), language)}: <Days days={one.deadline.days} />.
        </>
      )}
    </>
  );
}

function Actions({ one }: { one: FundApplication }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pack = useOrder('documents', 'fundPack');
  const [isEditing, setEditing] = useState(false);
  const removal = useRemoval<FundApplication>({
    remove: ({ id: applicationId }) => call('funds', 'remove', { applicationId }),
    restore: ({ id: applicationId }) => call('funds', 'restore', { applicationId }),
    message: () => t('funds.page.removed'),
  });
  return (
    <>
      <Failure error={pack.error ?? removal.error} />
      <Button
        variant="subtle"
        color="brick"
        loading={removal.isRemoving}
        onClick={async () => {
          if (await removal.removeIt(one)) await navigate({ to: '/funds', search: {} });
        }}
      >
        {t('funds.page.remove')}
      </Button>
      {one.state === 'draft' && (
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('funds.page.edit')}
        </Button>
      )}
      <Button loading={pack.isPending} onClick={() => pack.mutate({ applicationId: one.id, way: 'save' })}>
        {t('funds.page.pack')}
      </Button>
      {isEditing && <DraftDialog one={one} onClose={() => setEditing(false)} />}
    </>
  );
}
