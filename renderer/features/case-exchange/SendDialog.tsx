import { Alert, PasswordInput, Radio, Select, Stack } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { EditDialog } from '../../ui/EditDialog';
import { listbox } from '../../ui/listbox';

type OfCase = OutputOf<'caseExchange', 'ofCase'>;
type Receiver = OfCase['receivers'][number];

type SendDialogProps = {
  caseId: string;
  ofCase: OfCase & { sends: NonNullable<OfCase['sends']> };
  onSaved: (file: string) => void;
  onClose: () => void;
};

/** Who shall be able to open the file: somebody on the list or, the first time, whoever has the passphrase. */
export function SendDialog({ caseId, ofCase, onSaved, onClose }: SendDialogProps) {
  const { t } = useTranslation();
  const { sends, receivers, receiverId } = ofCase;
  const isAnswer = sends === 'meritDecision';
  const sendCase = useOrder('caseExchange', 'sendCase');
  const sendAnswer = useOrder('caseExchange', 'sendAnswer');
  const order = isAnswer ? sendAnswer : sendCase;
  const [way, setWay] = useState<'partner' | 'passphrase'>(
    isAnswer || receivers.length > 0 ? 'partner' : 'passphrase',
  );
  const [partnerId, setPartnerId] = useState(receiverId);
  const [passphrase, setPassphrase] = useState('');
  const receiver = way === 'partner' ? receivers.find((one) => one.partnerId === partnerId) : undefined;
  const ready = way === 'partner' ? receiver !== undefined : passphrase.length >= 12;

  const submit = () => {
    if (!ready || order.isPending) return;
    const onSuccess = ({ saved, fileName }: { saved: boolean; fileName: string }) =>
      saved && onSaved(fileName);
    if (isAnswer) return sendAnswer.mutate({ caseId }, { onSuccess });
    const to = receiver ? { partnerId: receiver.partnerId } : { passphrase };
    sendCase.mutate({ caseId, to }, { onSuccess });
  };

  return (
    <EditDialog
      title={isAnswer ? t('caseExchange.send.titleAnswer') : t('caseExchange.send.titleCase')}
      error={order.error && { message: order.error.message }}
      isSaving={order.isPending}
      isDisabled={!ready}
      submitLabel={t('caseExchange.send.write')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{t('caseExchange.send.text')}</p>
      {!isAnswer && (
        <Radio.Group
          label={t('caseExchange.send.how')}
          value={way}
          onChange={(chosen) => setWay(chosen as typeof way)}
        >
          <Stack gap={4} mt={4}>
            <Radio
              value="partner"
              label={t('caseExchange.send.toPartner')}
              disabled={receivers.length === 0}
            />
            <Radio value="passphrase" label={t('caseExchange.send.toPassphrase')} />
          </Stack>
        </Radio.Group>
      )}
      {receivers.length === 0 && <NobodyThere isAnswer={isAnswer} />}
      {way === 'partner' && receivers.length > 0 && (
        <PartnerChoice receivers={receivers} value={partnerId} onChange={setPartnerId} />
      )}
      {receiver?.trust === 'new' && (
        <Alert color="brick" variant="light">
          {t('caseExchange.send.warning')}
        </Alert>
      )}
      {way === 'passphrase' && (
        <PasswordInput
          label={t('caseExchange.send.passphrase')}
          description={t('caseExchange.send.passphraseHint')}
          value={passphrase}
          autoComplete="off"
          error={order.error?.fields.passphrase ?? order.error?.fields['to.passphrase']}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      )}
    </EditDialog>
  );
}

function NobodyThere({ isAnswer }: { isAnswer: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="soft small">
      {isAnswer ? t('caseExchange.send.noSchool') : t('caseExchange.send.noPartner')}{' '}
      <Link to="/settings/exchange" className="plain-link">
        {t('caseExchange.send.toExchange')}
      </Link>
    </p>
  );
}

type PartnerChoiceProps = {
  receivers: readonly Receiver[];
  value: string | null;
  onChange: (partnerId: string | null) => void;
};

function PartnerChoice({ receivers, value, onChange }: PartnerChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      {...listbox}
      label={t('caseExchange.send.receiver')}
      data={receivers.map(({ partnerId, name, trust }) => ({
        value: partnerId,
        label:
          trust === 'compared'
            ? t('caseExchange.send.compared', { name })
            : t('caseExchange.send.new', { name }),
      }))}
      allowDeselect={false}
      value={value}
      onChange={onChange}
    />
  );
}
