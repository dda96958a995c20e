import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CaseExchangeSheet } from '../features/case-exchange/CaseExchangeSheet';
import { MeritCasePage } from '../features/merit/MeritCasePage';
import { useCall } from './call';

/** One application with how it travels to HR and back. The list it stands on is HR's inbox or the school's own. */
export function MeritCaseRoute() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/merit/$caseId' });
  const isHr = useCall('school', 'get', {}).data?.profile === 'hr';
  return (
    <MeritCasePage
      key={caseId}
      caseId={caseId}
      list={isHr ? t('caseExchange.inbox.title') : t('merit.title')}
      exchange={<CaseExchangeSheet caseId={caseId} />}
    />
  );
}
