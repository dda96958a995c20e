import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { StateWord } from '../../ui/StateWord';

/** The programme on paper, as PDF and as one page to share (R002-23). */
export function ProgrammeOut({ schoolYear }: { schoolYear: string }) {
  const { t } = useTranslation();
  const pdf = useOrder('documents', 'programme');
  const print = useOrder('documents', 'programme');
  const page = useOrder('programme', 'share');
  return (
    <>
      <Failure error={pdf.error ?? print.error ?? page.error} />
      <span role="status">
        {(pdf.data?.carriedOut || page.data?.carriedOut) && (
          <StateWord tone="good">{t('common.saved')}</StateWord>
        )}
      </span>
      <Button variant="subtle" loading={page.isPending} onClick={() => page.mutate({ schoolYear })}>
        {t('programme.share')}
      </Button>
      <Button
        variant="subtle"
        loading={print.isPending}
        onClick={() => print.mutate({ schoolYear, way: 'print' })}
      >
        {t('programme.print')}
      </Button>
      <Button
        variant="default"
        loading={pdf.isPending}
        onClick={() => pdf.mutate({ schoolYear, way: 'save' })}
      >
        {t('programme.savePdf')}
      </Button>
    </>
  );
}
