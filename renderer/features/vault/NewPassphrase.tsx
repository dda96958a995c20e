import { PasswordInput } from '@mantine/core';
import { passphraseLength, passphraseStrength } from '@shared/domain/passphrase-strength';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type TypedTwice = { readonly passphrase: string; readonly repeat: string };
export const nothingTyped: TypedTwice = { passphrase: '', repeat: '' };

/** Whether the two are the same and the machine will take them. */
export function isReady({ passphrase, repeat }: TypedTwice): boolean {
  return passphrase === repeat && !['short', 'monotonous'].includes(passphraseStrength(passphrase));
}

type NewPassphraseProps = {
  labels: { readonly passphrase: string; readonly repeat: string };
  value: TypedTwice;
  onChange: (value: TypedTwice) => void;
  error?: ReactNode;
  autoFocus?: boolean;
};

/** A new passphrase typed twice, with a word on how hard it is to guess. */
export function NewPassphrase({ labels, value, onChange, error, autoFocus = false }: NewPassphraseProps) {
  const { t } = useTranslation();
  const { passphrase, repeat } = value;
  const count = passphraseLength(passphrase);
  return (
    <>
      <PasswordInput
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={labels.passphrase}
        description={
          <span aria-live="polite">{t(`vault.strength.${passphraseStrength(passphrase)}`, { count })}</span>
        }
        error={error}
        value={passphrase}
        onChange={(event) => onChange({ passphrase: event.currentTarget.value, repeat })}
        autoComplete="new-password"
        autoFocus={autoFocus}
      />
      <PasswordInput
        label={labels.repeat}
        error={repeat !== '' && !passphrase.startsWith(repeat) ? t('vault.first.notTheSame') : null}
        value={repeat}
        onChange={(event) => onChange({ passphrase, repeat: event.currentTarget.value })}
        autoComplete="new-password"
      />
    </>
  );
}
