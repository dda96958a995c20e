import { Button, Group, Modal, Radio, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { SignaturePad } from './SignaturePad';

type SignDialogProps = { planId: string; party: 'employee' | 'leader'; name: string; onClose: () => void };

/** One party signs: drawn or typed, with the words the signature stands for (U15). */
export function SignDialog({ planId, party, name, onClose }: SignDialogProps) {
  const { t } = useTranslation();
  const sign = useOrder('documents', 'sign');
  const [method, setMethod] = useState<'drawn' | 'typed'>('drawn');
  const [drawing, setDrawing] = useState('');
  const [typed, setTyped] = useState(name);
  const [wording, setWording] = useState<'agree' | 'seenAndReceived' | null>(null);
  const ready = wording !== null && (method === 'typed' ? typed.trim() !== '' : drawing !== '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    sign.mutate(
      { planId, party, method, name: method === 'typed' ? typed : name, drawing, wording },
      { onSuccess: onClose },
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('documents.signing.signTitle', { name })}>
      <form onSubmit={submit}>
        <Stack>
          <SegmentedControl
            value={method}
            onChange={(value) => setMethod(value as typeof method)}
            data={[
              { value: 'drawn', label: t('documents.signing.draw') },
              { value: 'typed', label: t('documents.signing.type') },
            ]}
          />
          {method === 'drawn' ? (
            <SignaturePad
              label={t('documents.signing.drawLabel')}
              clearLabel={t('documents.signing.clear')}
              onChange={setDrawing}
            />
          ) : (
            <TextInput
              label={t('documents.signing.typedName')}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <Radio.Group
            label={t('documents.signing.wording')}
            value={wording}
            onChange={(value) => setWording(value as typeof wording)}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="agree" label={t('documents.signing.agree')} />
              <Radio value="seenAndReceived" label={t('documents.signing.seenAndReceived')} />
            </Stack>
          </Radio.Group>
          <Failure error={sign.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!ready} loading={sign.isPending}>
              {t('documents.signing.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
