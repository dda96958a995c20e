import { Button } from '@mantine/core';
import { moneyText } from '@shared/domain/money';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { decimal, shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { CertificateSheet } from './CertificateSheet';
import { ConflictsSheet } from './ConflictsSheet';
import { EnrolDialog } from './EnrolDialog';
import { OutcomesSheet } from './OutcomesSheet';
import { SpidersAround } from './SpidersAround';
import { StandingSheet } from './StandingSheet';
import { TransferSheet } from './TransferSheet';
import { datesText, EnrolmentWord, type OneEnrolment } from './words';
import './enrolments.css';

/** One enrolment: where it stands, what is in the way, what it costs, what it gave, and how it comes to use. */
export function EnrolmentPage() {
  const { enrolmentId } = useParams({ from: '/enrolments/$enrolmentId' });
  return <OneEnrolmentPage key={enrolmentId} id={enrolmentId} />;
}

function OneEnrolmentPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const found = useCall('enrolments', 'get', { id });
  const [isEditing, setEditing] = useState(false);
  const one = found.data;
  const kicker = (
    <Link to="/enrolments" className="plain-link">
      {t('enrolments.title')}
    </Link>
  );
  if (!one) {
    return (
      <Page kicker={kicker} title={t('enrolments.title')}>
        <Failure error={found.error} />
      </Page>
    );
  }
  return (
    <Page
      kicker={kicker}
      title={one.title}
      lede={
        <>
          <Link to="/employees/$employeeId" params={{ employeeId: one.employeeId }} className="plain-link">
            {one.employeeName}
          </Link>
          {' · '}
          <EnrolmentWord state={one.state} />
          {` · ${datesText(one, language, t)}`}
        </>
      }
      actions={
        <>
          {mayBeApplied(one) && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/funds" search={{ employee: one.employeeId, enrolment: one.id }} {...props} />
              )}
            >
              {t('enrolments.findFund')}
            </Button>
          )}
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('common.edit')}
          </Button>
        </>
      }
    >
      <Failure error={found.error} />
      <div className="two-flows">
        <div>
          <StandingSheet one={one} />
          {one.state === 'completed' && <OutcomesSheet key={one.outcomes.length} one={one} />}
          <TransferSheet one={one} />
        </div>
        <div>
          <ConflictsSheet one={one} />
          <FactsSheet one={one} />
          <CertificateSheet one={one} />
        </div>
      </div>
      {one.spiders && (
        <Sheet title={t('enrolments.spiders')}>
          <SpidersAround spiders={one.spiders} employeeId={one.employeeId} />
        </Sheet>
      )}
      {isEditing && (
        <EnrolDialog
          enrolment={one}
          onClose={() => setEditing(false)}
          onRemoved={() => void navigate({ to: '/enrolments' })}
        />
      )}
    </Page>
  );
}

/** A fund is asked before the activity begins, and nothing has been granted yet. */
const mayBeApplied = ({ state, fundOre }: OneEnrolment) =>
  fundOre === 0 && (state === 'wished' || state === 'approved' || state === 'enrolled');

function FactsSheet({ one }: { one: OneEnrolment }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = (ore: number) => moneyText(ore, language);
  const plan = (
    <Link to="/training-plans/$employeeId" params={{ employeeId: one.employeeId }} className="plain-link">
      {one.agreement}
    </Link>
  );
  const facts = [
    [t('enrolments.provider'), one.provider],
    [t('enrolments.dates'), datesText(one, language, t)],
    [t('enrolments.days'), one.days.map((day) => shortDate(day, language)).join(', ')],
    [t('enrolments.place'), one.place],
    [t('enrolments.fee'), one.feeOre > 0 && money(one.feeOre)],
    [t('enrolments.materials'), one.materialsOre > 0 && money(one.materialsOre)],
    [
      t('enrolments.substitutes'),
      one.substituteDays > 0 &&
        t('enrolments.substituteSum', {
          days: decimal(one.substituteDays, language),
          price: money(one.substituteDayOre),
        }),
    ],
    [t('enrolments.gross'), <strong key="gross">{money(one.grossOre)}</strong>],
    [t('enrolments.fromFund'), one.fundOre > 0 && money(one.fundOre)],
    [t('enrolments.net'), one.fundOre > 0 && <strong key="net">{money(one.netOre)}</strong>],
    [t('enrolments.paidBy'), one.budgetName],
    [t('enrolments.goal'), one.priorityName],
    [t('enrolments.plan'), one.agreement && plan],
  ] as const;
  return (
    <Sheet title={t('enrolments.facts')}>
      <dl className="enrolment-facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </Sheet>
  );
}
