import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { DocumentTable } from './DocumentTable';

/** One person's documents, for her page. */
export function EmployeeDocuments({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const list = useCall('documents', 'list', { employeeId });
  if (!list.data) return <Failure error={list.error} />;
  return (
    <Sheet title={t('documents.sheet.title')}>
      {list.data.documents.length === 0 ? (
        <p className="soft">{t('documents.sheet.none')}</p>
      ) : (
        <DocumentTable rows={list.data.documents} />
      )}
    </Sheet>
  );
}
