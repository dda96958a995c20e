import { Alert, Button, Group } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { longMoment } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { ReadFile } from './ReadFile';
import { SendDialog } from './SendDialog';
import './case-exchange.css';

type OfCase = OutputOf<'caseExchange', 'ofCase'>;

/** On the page of a case: whether the others have it as it stands, the file to send, and what has travelled. */
export function CaseExchangeSheet({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const isHr = useCall('school', 'get', {}).data?.profile === 'hr';
  const exchange = useCall('caseExchange', 'ofCase', { caseId });
  const [isSending, setSending] = useState(false);
  const [savedFile, setSavedFile] = useState<string | null>(null);
  if (!exchange.data) return <Failure error={exchange.error} />;
  const { sends, isUnsent, travelled } = exchange.data;
  // A school that decides for itself, and a draft, have nothing to send or read.
  if (!isHr && !sends && travelled.length === 0) return null;
  return (
    <Sheet title={t('caseExchange.sheet.title')}>
      <p>
        <HowItStands ofCase={exchange.data} isHr={isHr} />
      </p>
      {savedFile && (
        <Alert role="status" color="petrol" variant="light" my="sm">
          {t('caseExchange.sheet.saved', { file: savedFile })}
        </Alert>
      )}
      <Group gap="xs">
        {sends && (
          <Button variant={isUnsent ? 'filled' : 'default'} onClick={() => setSending(true)}>
            {!isUnsent
              ? t('caseExchange.sheet.sendAgain')
              : sends === 'meritCase'
                ? t('caseExchange.sheet.sendCase')
                : t('caseExchange.sheet.sendAnswer')}
          </Button>
        )}
        {!isHr && travelled.length > 0 && (
          <ReadFile label={t('caseExchange.sheet.readAnswer')} variant="default" />
        )}
      </Group>
      {travelled.length > 0 && <Travelled travelled={travelled} />}
      {isSending && sends && (
        <SendDialog
          caseId={caseId}
          ofCase={{ ...exchange.data, sends }}
          onClose={() => setSending(false)}
          onSaved={(file) => {
            setSending(false);
            setSavedFile(file);
          }}
        />
      )}
    </Sheet>
  );
}

function HowItStands({ ofCase: { sends, isUnsent, travelled }, isHr }: { ofCase: OfCase; isHr: boolean }) {
  const { t } = useTranslation();
  if (sends === null) {
    const isAnswered = travelled.at(-1)?.direction === 'in';
    const why = isHr
      ? t('caseExchange.sheet.nothingHr')
      : isAnswered
        ? t('caseExchange.sheet.answerRead')
        : t('caseExchange.sheet.nothing');
    return <span className="soft">{why}</span>;
  }
  if (sends === 'meritCase') {
    return isUnsent ? (
      <StateWord tone="partly">{t('caseExchange.sheet.caseUnsent')}</StateWord>
    ) : (
      <StateWord tone="quiet">{t('caseExchange.sheet.caseSent')}</StateWord>
    );
  }
  return isUnsent ? (
    <StateWord tone="partly">{t('caseExchange.sheet.answerUnsent')}</StateWord>
  ) : (
    <StateWord tone="good">{t('caseExchange.sheet.answerSent')}</StateWord>
  );
}

/** Every file about the case, the newest first. */
function Travelled({ travelled }: Pick<OfCase, 'travelled'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="case-exchange-travelled small">
      {[...travelled].reverse().map(({ direction, seq, at, partnerName }) => (
        <li key={`${direction} ${seq} ${at}`}>
          <span>
            {partnerName === null
              ? t('caseExchange.sheet.outPassphrase', { seq })
              : direction === 'out'
                ? t('caseExchange.sheet.out', { name: partnerName, seq })
                : t('caseExchange.sheet.in', { name: partnerName, seq })}
          </span>
          <span className="soft">{longMoment(at, language)}</span>
        </li>
      ))}
    </ul>
  );
}
