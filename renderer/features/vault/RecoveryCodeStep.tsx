import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeOnPaper } from './CodeOnPaper';
import { Doorway } from './Doorway';

/** How a code is read aloud: letters and digits only, so that hyphens and case do not matter. */
const plain = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** The recovery code, shown once; typing its end back from the paper is the way on. */
export function RecoveryCodeStep({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [proof, setProof] = useState('');
  const end = plain(code).slice(-8);
  const proven = plain(proof) === end;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (proven) onDone();
  };
  return (
    <Doorway
      kicker={t('vault.first.step', { step: 4 })}
      title={t('vault.first.codeTitle')}
      lede={t('vault.first.codeLede')}
    >
      <form onSubmit={submit}>
        <Stack mt="md">
          <CodeOnPaper code={code} autoFocus />
          <TextInput
            label={t('vault.first.proof')}
            description={t('vault.first.proofHint')}
            value={proof}
            error={plain(proof).length >= end.length && !proven ? t('vault.first.proofWrong') : null}
            onChange={(event) => setProof(event.currentTarget.value)}
            autoComplete="off"
          />
          <Group justify="flex-end">
            <Button type="submit" disabled={!proven}>
              {t('vault.first.begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Doorway>
  );
}
