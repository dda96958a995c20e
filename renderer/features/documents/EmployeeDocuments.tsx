import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { DocumentTable } from './DocumentTable';

/** One person's documents, for her page. They are made at talks and plans, so there is nothing to say before. */
export function EmployeeDocuments({ employeeId }: { employeeId: string }) {
  const { t } = useTranslation();
  const list = useCall('documents', 'list', { employeeId });
  if (!list.data) return <Failure error={list.error} />;
  if (list.data.documents.length === 0) return null;
  return (
    <Sheet title={t('documents.sheet.title')}>
      <DocumentTable rows={list.data.documents} />
    </Sheet>
  );
}
