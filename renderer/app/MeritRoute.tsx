import { useTranslation } from 'react-i18next';
import { InboxPage } from '../features/case-exchange/InboxPage';
import { ReadFile } from '../features/case-exchange/ReadFile';
import { MeritPage } from '../features/merit/MeritPage';
import { useCall } from './call';

/** A school's own applications; in a file of HR the inbox of those that came from schools. */
export function MeritRoute() {
  const { t } = useTranslation();
  const school = useCall('school', 'get', {});
  if (!school.data) return null;
  if (school.data.profile === 'hr') return <InboxPage />;
  return <MeritPage readAnswer={<ReadFile label={t('caseExchange.sheet.readAnswer')} variant="default" />} />;
}
