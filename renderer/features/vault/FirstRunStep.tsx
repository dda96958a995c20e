import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Doorway } from './Doorway';

type FirstRunStepProps = {
  step: number;
  title: string;
  lede: string;
  ready: boolean;
  pending?: boolean;
  nextLabel?: string;
  onNext: () => void;
  onBack?: () => void;
  children: ReactNode;
};

/** One question of the first start, with the way back to the one before. */
export function FirstRunStep({
  step,
  title,
  lede,
  ready,
  pending = false,
  nextLabel,
  onNext,
  onBack,
  children,
}: FirstRunStepProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !pending) onNext();
  };
  return (
    <Doorway kicker={t('vault.first.step', { step })} title={title} lede={lede}>
      <form onSubmit={submit}>
        <Stack mt="md">
          {children}
          <Group justify="space-between" mt="sm">
            {onBack ? (
              <Button variant="default" onClick={onBack} disabled={pending}>
                {t('common.back')}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" disabled={!ready} loading={pending}>
              {nextLabel ?? t('common.next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Doorway>
  );
}
