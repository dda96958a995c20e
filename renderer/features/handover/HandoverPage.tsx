import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { CarryOut } from './CarryOut';
import { PackActions } from './PackActions';
import { PastHandovers } from './PastHandovers';
import { UnitTable } from './UnitTable';
import { firstDayAfter, WhoForm } from './WhoForm';
import './handover.css';

/** A leader stops: what the next one takes over, as a pack, and the change itself. */
export function HandoverPage() {
  const { t } = useTranslation();
  const { leader } = useSearch({ from: '/settings/handover' });
  const navigate = useNavigate();
  const { today } = useSchoolYear();
  const leaders = useCall('leaders', 'list', {}).data?.leaders;
  const [toLeaderId, setTo] = useState<string | null>(null);
  const [chosenDay, setDay] = useState<string | null>(null);
  const from = useCall('employees', 'get', { id: leader ?? '' }, { enabled: leader !== undefined }).data;
  const onDate = chosenDay ?? firstDayAfter(from?.leavingDate ?? null, today);
  const question = leader && onDate ? { leaderId: leader, toLeaderId, onDate } : null;
  const start = (id: string | null) => {
    setTo(null);
    setDay(null);
    void navigate({ to: '/settings/handover', search: id ? { leader: id } : {} });
  };
  return (
    <Page
      kicker={
        <Link to="/settings" className="plain-link">
          {t('settings.title')}
        </Link>
      }
      title={t('handover.title')}
      lede={t('handover.lede')}
      actions={question && <PackActions key={JSON.stringify(question)} question={question} />}
    >
      <div className="handover-columns">
        <div>
          <WhoForm
            leaders={leaders ?? []}
            leaderId={leader ?? null}
            toLeaderId={toLeaderId}
            onDate={onDate}
            onFrom={start}
            onTo={setTo}
            onDay={setDay}
          />
          {question && <Preview question={question} onDone={() => start(null)} />}
        </div>
        {!question && (
          <Sheet>
            <Empty title={t('handover.nobodyTitle')}>{t('handover.nobodyText')}</Empty>
          </Sheet>
        )}
        {question && <Pack question={question} />}
      </div>
      <PastHandovers />
    </Page>
  );
}

export type Question = { leaderId: string; toLeaderId: string | null; onDate: string };

function Preview({ question, onDone }: { question: Question; onDone: () => void }) {
  const preview = useCall('handover', 'preview', question, { keepPrevious: true });
  return (
    <>
      <Failure error={preview.error} />
      {preview.data && <CarryOut question={question} preview={preview.data} onDone={onDone} />}
    </>
  );
}

function Pack({ question }: { question: Question }) {
  const { t } = useTranslation();
  const preview = useCall('handover', 'preview', question, { keepPrevious: true });
  if (!preview.data) return null;
  const { units } = preview.data.pack;
  return (
    <Sheet title={t('handover.pack')}>
      {units.length === 0 ? (
        <Empty title={t('handover.emptyTitle')}>{t('handover.emptyText')}</Empty>
      ) : (
        <UnitTable units={units} />
      )}
      <p className="soft small">{t('handover.privacy')}</p>
    </Sheet>
  );
}
