import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { Agreement } from '@shared/contract/agreements';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { AgreementDialog } from './AgreementDialog';
import { AgreementTable } from './AgreementTable';
import type { PlanUse, Subject } from './form-values';
import { PromiseWord } from './PromiseWord';
import './agreements.css';

type TalkAgreementsProps = {
  talkId: string;
  subject: Subject;
  schoolYear: string;
  isClosed: boolean;
  /** Whether new agreements begin as lines of the plan: in the area with which the talk ends they do. */
  plan: Exclude<PlanUse, 'required'>;
  /** What else can be done with a promise. */
  more?: (row: Agreement) => ReactNode;
};

/** The agreements made in one talk, and the way to a new one. */
export function TalkAgreements(props: TalkAgreementsProps) {
  const { talkId, subject, schoolYear, isClosed, plan, more } = props;
  const { t } = useTranslation();
  const list = useCall('agreements', 'forTalk', { talkId });
  const [isAdding, setAdding] = useState(false);
  const rows = list.data?.agreements ?? [];
  return (
    <Sheet
      title={t('agreements.title')}
      aside={
        !isClosed && (
          <Button
            size="compact-sm"
            variant={rows.length > 0 ? 'default' : 'filled'}
            onClick={() => setAdding(true)}
          >
            {t('agreements.new')}
          </Button>
        )
      }
    >
      <Failure error={list.error} />
      {list.data && rows.length === 0 && (
        <Empty title={t('agreements.none')}>{t('agreements.noneText')}</Empty>
      )}
      {rows.length > 0 && <AgreementTable rows={rows} plan={plan} readOnly={isClosed} more={more} />}
      {isAdding && (
        <AgreementDialog
          subject={subject}
          schoolYear={schoolYear}
          talkId={talkId}
          plan={plan}
          onClose={() => setAdding(false)}
        />
      )}
    </Sheet>
  );
}

type PlanLinesProps = {
  employeeId: string;
  schoolYear: string;
  isFixed: boolean;
  /** What else can be done with a line. */
  more?: (row: Agreement) => ReactNode;
};

/** The lines of a year's plan; a new one makes the plan when there is none. */
export function PlanLines({ employeeId, schoolYear, isFixed, more }: PlanLinesProps) {
  const { t } = useTranslation();
  const plan = useCall('trainingPlans', 'get', { employeeId, schoolYear });
  const [isAdding, setAdding] = useState(false);
  const rows = plan.data?.lines ?? [];
  return (
    <Sheet
      title={t('agreements.inPlan')}
      aside={
        !isFixed && (
          <Button
            size="compact-sm"
            variant={rows.length > 0 ? 'default' : 'filled'}
            onClick={() => setAdding(true)}
          >
            {t('agreements.newLine')}
          </Button>
        )
      }
    >
      <Failure error={plan.error} />
      {plan.data && rows.length === 0 && (
        <Empty title={t('agreements.noneLines')}>{t('agreements.noneText')}</Empty>
      )}
      {rows.length > 0 && <AgreementTable rows={rows} plan="required" more={more} />}
      {isAdding && (
        <AgreementDialog
          subject={{ employeeId, teamId: null }}
          schoolYear={schoolYear}
          talkId={null}
          plan="required"
          onClose={() => setAdding(false)}
        />
      )}
    </Sheet>
  );
}

/** Everything promised to and by one person, for her page. */
export function EmployeeAgreements({ employeeId }: { employeeId: string }) {
  return <AllAgreements list={useCall('agreements', 'forEmployee', { employeeId })} />;
}

/** Everything promised to and by a team, for its page. */
export function TeamAgreements({ teamId }: { teamId: string }) {
  return <AllAgreements list={useCall('agreements', 'forTeam', { teamId })} />;
}

type AllAgreementsProps = {
  list: { data: OutputOf<'agreements', 'forTeam'> | undefined; error: Error | null };
};

function AllAgreements({ list }: AllAgreementsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = list.data?.agreements ?? [];
  return (
    <Sheet title={t('agreements.all')}>
      <Failure error={list.error} />
      {list.data && rows.length === 0 && <p className="soft">{t('agreements.noneAll')}</p>}
      <ul className="agreement-list">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <strong>{row.competence}</strong>
              <div className="soft">
                {[row.activity, row.who, t('agreements.due', { date: shortDate(row.dueOn, language) })].join(
                  ' · ',
                )}
              </div>
              {row.stateReason && <div className="soft small">{row.stateReason}</div>}
            </div>
            <PromiseWord state={row.state} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
