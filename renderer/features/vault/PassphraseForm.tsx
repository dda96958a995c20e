import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { CodeOnPaper } from './CodeOnPaper';
import { isReady, NewPassphrase, nothingTyped } from './NewPassphrase';

/** A new passphrase, or a new recovery code in place of the old one; both ask for the present passphrase. */
export function PassphraseForm() {
  const { t } = useTranslation();
  const change = useOrder('vault', 'changePassphrase');
  const renew = useOrder('vault', 'newRecoveryCode');
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(nothingTyped);
  const clear = () => {
    setCurrent('');
    setTyped(nothingTyped);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!current || !isReady(typed) || change.isPending) return;
    renew.reset();
    change.mutate({ current, next: typed.passphrase }, { onSuccess: clear });
  };
  const newCode = () => {
    change.reset();
    renew.mutate({ passphrase: current }, { onSuccess: clear });
  };
  return (
    <Sheet title={t('vault.passphraseForm.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <PasswordInput
            label={t('vault.passphraseForm.current')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            autoComplete="current-password"
          />
          <Group grow align="start">
            <NewPassphrase
              labels={{
                passphrase: t('vault.passphraseForm.next'),
                repeat: t('vault.passphraseForm.repeat'),
              }}
              value={typed}
              error={change.error?.fields.next}
              onChange={setTyped}
            />
          </Group>
          <Failure error={change.error?.fields.next ? renew.error : (change.error ?? renew.error)} />
          {change.isSuccess && (
            <span role="status">
              <StateWord tone="good">{t('vault.passphraseForm.changed')}</StateWord>
            </span>
          )}
          <Group justify="flex-end">
            <Button type="submit" disabled={!current || !isReady(typed)} loading={change.isPending}>
              {t('vault.passphraseForm.change')}
            </Button>
          </Group>
          <p className="soft small">{t('vault.passphraseForm.newCodeText')}</p>
          <div>
            <Button variant="default" disabled={!current} loading={renew.isPending} onClick={newCode}>
              {t('vault.passphraseForm.newCode')}
            </Button>
          </div>
          {renew.data && (
            <>
              <p role="status">{t('vault.passphraseForm.codeNow')}</p>
              <CodeOnPaper code={renew.data.recoveryCode} />
            </>
          )}
        </Stack>
      </form>
    </Sheet>
  );
}
