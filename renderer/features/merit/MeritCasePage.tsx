import type { MeritCaseAnswer } from '@shared/contract/merit';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { AutosaveText } from '../../ui/AutosaveText';
import { Failure } from '../../ui/Failure';
import { decimal, longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { CaseActions } from './CaseActions';
import { CoverageSheet } from './CoverageSheet';
import { EvidenceSheet } from './EvidenceSheet';
import { useWaits } from './merit-words';
import { PositionsSheet } from './PositionsSheet';
import { PrecedentsSheet } from './PrecedentsSheet';
import { RoundsSheet } from './RoundsSheet';
import './merit.css';

type MeritCasePageProps = {
  caseId: string;
  /** What the list is called that the case stands on. */
  list: string;
  /** How the case travels to HR and back, from another feature. */
  exchange?: ReactNode;
};

/** One application: what is applied for with which papers, what the two say, and what came before. */
export function MeritCasePage({ caseId, list, exchange }: MeritCasePageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useCall('merit', 'get', { caseId });
  const lede = useLede();
  const one = found.data;
  if (!one) return <Failure error={found.error} />;
  return (
    <Page
      kicker={
        <>
          <Link className="plain-link" to="/merit">
            {list}
          </Link>
          {one.schoolName && ` · ${one.schoolName}`}
          {' · '}
          {t('merit.kicker', { title: one.applicantTitle, ects: decimal(one.applied, language) })}
        </>
      }
      title={one.applicantName}
      lede={lede(one)}
      actions={<CaseActions one={one} />}
    >
      {one.state !== 'draft' && <PositionsSheet one={one} />}
      {exchange}
      <Application one={one} />
      <EvidenceSheet one={one} />
      <CoverageSheet one={one} />
      <PrecedentsSheet caseId={caseId} key={one.evidence.map(({ id }) => id).join()} />
      <RoundsSheet one={one} />
    </Page>
  );
}

/** How the case stands, and what is to be done about it, in one sentence. */
function useLede() {
  const { t } = useTranslation();
  const language = useLanguage();
  const waitsOf = useWaits();
  return (one: MeritCaseAnswer): string => {
    const { state } = one;
    const waits = waitsOf(one);
    if (state === 'submitted' && waits) {
      const { who, days } = waits;
      if (days === 0) return t('merit.ledes.submittedToday', { who });
      return t('merit.ledes.submitted', { Who: sentenceCase(who, language), count: days });
    }
    if (state === 'submitted') return t('merit.states.submitted');
    if (state === 'moreInformation' && one.employeeId === null) return t('merit.ledes.moreInformationHr');
    return t(`merit.ledes.${state}`, {
      date: one.decidedOn ? longDate(one.decidedOn, language) : '',
      ects: decimal(one.ects ?? 0, language),
      applied: decimal(one.applied, language),
    });
  };
}

function Application({ one }: { one: MeritCaseAnswer }) {
  const { t } = useTranslation();
  const { id: caseId, application, isWritable } = one;
  return (
    <Sheet title={t('merit.application')}>
      {isWritable ? (
        <AutosaveText
          draftKey={`merit application ${caseId}`}
          label={t('merit.applicationLabel')}
          value={application}
          minRows={5}
          save={(text) => call('merit', 'saveApplication', { caseId, application: text })}
        />
      ) : (
        <p className="merit-text">{application || t('merit.applicationNone')}</p>
      )}
    </Sheet>
  );
}
