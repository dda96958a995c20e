import { useParams } from '@tanstack/react-router';
import { CaseExchangeSheet } from '../features/case-exchange/CaseExchangeSheet';
import { MeritCasePage } from '../features/merit/MeritCasePage';

/** One application with how it travels to HR and back. */
export function MeritCaseRoute() {
  const { caseId } = useParams({ from: '/merit/$caseId' });
  return <MeritCasePage key={caseId} caseId={caseId} exchange={<CaseExchangeSheet caseId={caseId} />} />;
}
