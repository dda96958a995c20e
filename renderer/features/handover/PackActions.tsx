import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { StateWord } from '../../ui/StateWord';
import type { Question } from './HandoverPage';

/** The pack as PDF, on paper and as a data file. */
export function PackActions({ question }: { question: Question }) {
  const { t } = useTranslation();
  const pdf = useOrder('documents', 'handover');
  const print = useOrder('documents', 'handover');
  const data = useOrder('handover', 'dataFile');
  return (
    <>
      <Failure error={pdf.error ?? print.error ?? data.error} />
      <span role="status">
        {(pdf.data?.carriedOut || data.data?.carriedOut) && (
          <StateWord tone="good">{t('common.saved')}</StateWord>
        )}
      </span>
      <Button variant="subtle" loading={data.isPending} onClick={() => data.mutate(question)}>
        {t('handover.saveData')}
      </Button>
      <Button
        variant="default"
        loading={print.isPending}
        onClick={() => print.mutate({ ...question, way: 'print' })}
      >
        {t('handover.print')}
      </Button>
      <Button loading={pdf.isPending} onClick={() => pdf.mutate({ ...question, way: 'save' })}>
        {t('handover.savePdf')}
      </Button>
    </>
  );
}
