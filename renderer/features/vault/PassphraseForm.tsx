import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import './vault.css';

/** A new passphrase, or a new recovery code in place of the old one; both ask for the present passphrase. */
export function PassphraseForm() {
  const { t } = useTranslation();
  const change = useOrder('vault', 'changePassphrase');
  const renew = useOrder('vault', 'newRecoveryCode');
  const paper = useOrder('vault', 'recoveryPaper');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const clear = () => {
    setCurrent('');
    setNext('');
    setRepeat('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ current, next }, { onSuccess: clear });
  };
  return (
    <Sheet title={t('vault.passphraseForm.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PasswordInput
            label={t('vault.passphraseForm.current')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <Group grow align="start">
            <PasswordInput
              label={t('vault.passphraseForm.next')}
              value={next}
              error={change.error?.fields.next}
              onChange={(event) => setNext(event.currentTarget.value)}
            />
            <PasswordInput
              label={t('vault.passphraseForm.repeat')}
              value={repeat}
              error={repeat !== '' && !next.startsWith(repeat) ? t('vault.first.notTheSame') : null}
              onChange={(event) => setRepeat(event.currentTarget.value)}
            />
          </Group>
          <Failure error={change.error ?? renew.error ?? paper.error} />
          {change.isSuccess && <StateWord tone="good">{t('vault.passphraseForm.changed')}</StateWord>}
          <Group justify="space-between">
            <Button
              variant="default"
              disabled={!current}
              loading={renew.isPending}
              title={t('vault.passphraseForm.newCodeText')}
              onClick={() => renew.mutate({ passphrase: current })}
            >
              {t('vault.passphraseForm.newCode')}
            </Button>
            <Button type="submit" disabled={!current || !next || next !== repeat} loading={change.isPending}>
              {t('vault.passphraseForm.change')}
            </Button>
          </Group>
          {renew.data && (
            <>
              <p>{t('vault.passphraseForm.codeNow')}</p>
              <output className="recovery-code" aria-label={t('vault.first.codeLabel')}>
                {renew.data.recoveryCode}
              </output>
              <Group>
                <Button
                  variant="default"
                  onClick={() => paper.mutate({ code: renew.data.recoveryCode, way: 'print' })}
                >
                  {t('vault.first.printCode')}
                </Button>
                <Button variant="default" onClick={() => paper.mutate({ code: renew.data.recoveryCode, way: 'save' })}>
                  {t('vault.first.saveCode')}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </form>
    </Sheet>
  );
}
