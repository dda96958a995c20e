import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { DocumentTable } from './DocumentTable';

/** Everything the school has signed or issued, and the check of a PDF somebody hands in. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const list = useCall('documents', 'list', {});
  const check = useOrder('documents', 'check');
  const isHr = useCall('school', 'get', {}).data?.profile === 'hr';
  const rows = list.data?.documents ?? [];
  const found = check.data;
  const isUnknownToHr = isHr && found?.verdict === 'unknown';
  return (
    <Page
      title={t('documents.title')}
      lede={
        rows.length > 0
          ? t('documents.lede', { count: rows.length })
          : t(isHr ? 'documents.office.ledeNone' : 'documents.ledeNone')
      }
      actions={
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate({})}>
          {t('documents.check')}
        </Button>
      }
    >
      <Failure error={list.error ?? check.error} />
      {found && (
        <Alert
          role="status"
          mb="md"
          color={found.verdict === 'unchanged' ? 'petrol' : 'brick'}
          variant="light"
          title={t(`documents.${found.verdict}`)}
          withCloseButton
          onClose={() => check.reset()}
        >
          {t(isUnknownToHr ? 'documents.office.unknownText' : `documents.${found.verdict}Text`, {
            file: found.fileName,
            what: found.document ? t(`documents.kinds.${found.document.kind}`) : '',
            version: found.document?.version ?? '',
          })}
        </Alert>
      )}
      <Sheet>
        {list.data && rows.length === 0 ? (
          <Empty title={t('documents.emptyTitle')}>
            {t(isHr ? 'documents.office.emptyText' : 'documents.emptyText')}
          </Empty>
        ) : (
          <DocumentTable rows={rows} whose={isHr ? t('documents.office.whose') : t('documents.whose')} />
        )}
      </Sheet>
    </Page>
  );
}
