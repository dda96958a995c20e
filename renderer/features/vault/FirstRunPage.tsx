import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import type { InputOf } from '@shared/contract';
import { longestRetentionWithoutReason } from '@shared/domain/retention';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { WholeNumberField } from '../../ui/WholeNumberField';
import { Doorway } from './Doorway';
import { isReady, NewPassphrase, nothingTyped } from './NewPassphrase';
import { RecoveryCodeStep } from './RecoveryCodeStep';

type School = InputOf<'vault', 'create'>['school'];

const empty: School = {
  name: '',
  municipality: '',
  profile: 'folkeskole',
  leaderName: '',
  leaderTitle: '',
  retentionYears: 5,
  retentionReason: '',
};

/** The first start in four questions: which school, who are you, a passphrase, and the recovery code on paper. */
export function FirstRunPage() {
  const [step, setStep] = useState(1);
  const [school, setSchool] = useState(empty);
  const create = useOrder('vault', 'create');
  const client = useQueryClient();
  const change = (part: Partial<School>) => setSchool((now) => ({ ...now, ...part }));

  if (create.data) {
    // The leader is in already; the pages open when she has the code on paper.
    return (
      <RecoveryCodeStep
        code={create.data.recoveryCode}
        onDone={() => void client.invalidateQueries({ queryKey: ['vault'] })}
      />
    );
  }
  if (step === 1) return <SchoolStep school={school} change={change} onNext={() => setStep(2)} />;
  if (step === 2) {
    return <LeaderStep school={school} change={change} onNext={() => setStep(3)} onBack={() => setStep(1)} />;
  }
  return (
    <PassphraseStep
      error={create.error}
      pending={create.isPending}
      onCreate={(passphrase) => create.mutate({ passphrase, school })}
      onBack={() => setStep(2)}
    />
  );
}

type StepProps = { school: School; change: (part: Partial<School>) => void; onNext: () => void };

function SchoolStep({ school, change, onNext }: StepProps) {
  const { t } = useTranslation();
  return (
    <Step
      step={1}
      title={t('vault.first.schoolTitle')}
      lede={t('vault.first.schoolLede')}
      onNext={onNext}
      ready={school.name.trim() !== ''}
    >
      <TextInput
        label={t('vault.first.schoolName')}
        value={school.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        autoFocus
      />
      <TextInput
        label={t('vault.first.municipality')}
        description={t('common.optional')}
        value={school.municipality}
        onChange={(event) => change({ municipality: event.currentTarget.value })}
      />
      <fieldset className="plain-fieldset">
        <legend>{t('vault.first.profile')}</legend>
        <SegmentedControl
          fullWidth
          value={school.profile}
          onChange={(profile) => change({ profile: profile as School['profile'] })}
          data={[
            { value: 'folkeskole', label: t('vault.first.folkeskole') },
            { value: 'erhvervsskole', label: t('vault.first.erhvervsskole') },
          ]}
        />
      </fieldset>
    </Step>
  );
}

function LeaderStep({ school, change, onNext, onBack }: StepProps & { onBack: () => void }) {
  const { t } = useTranslation();
  const needsReason = school.retentionYears > longestRetentionWithoutReason;
  const ready =
    school.leaderName.trim() !== '' &&
    school.leaderTitle.trim() !== '' &&
    (!needsReason || school.retentionReason.trim() !== '');
  return (
    <Step
      step={2}
      title={t('vault.first.youTitle')}
      lede={t('vault.first.youLede')}
      onNext={onNext}
      onBack={onBack}
      ready={ready}
    >
      <TextInput
        label={t('vault.first.leaderName')}
        value={school.leaderName}
        onChange={(event) => change({ leaderName: event.currentTarget.value })}
        autoFocus
      />
      <TextInput
        label={t('vault.first.leaderTitle')}
        placeholder={t('vault.first.leaderTitleExample')}
        value={school.leaderTitle}
        onChange={(event) => change({ leaderTitle: event.currentTarget.value })}
      />
      <WholeNumberField
        label={t('vault.first.retentionYears')}
        description={t('vault.first.retentionHint')}
        min={1}
        max={30}
        value={school.retentionYears}
        onChange={(retentionYears) => change({ retentionYears })}
      />
      {needsReason && (
        <TextInput
          label={t('vault.first.retentionReason')}
          value={school.retentionReason}
          onChange={(event) => change({ retentionReason: event.currentTarget.value })}
        />
      )}
    </Step>
  );
}

type PassphraseStepProps = {
  error: { message: string } | null;
  pending: boolean;
  onCreate: (passphrase: string) => void;
  onBack: () => void;
};

function PassphraseStep({ error, pending, onCreate, onBack }: PassphraseStepProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(nothingTyped);
  return (
    <Step
      step={3}
      title={t('vault.first.passphraseTitle')}
      lede={t('vault.first.passphraseLede')}
      onNext={() => onCreate(typed.passphrase)}
      onBack={onBack}
      ready={isReady(typed)}
      pending={pending}
      nextLabel={pending ? t('vault.first.creating') : t('vault.first.create')}
    >
      <NewPassphrase
        labels={{ passphrase: t('vault.first.passphrase'), repeat: t('vault.first.repeat') }}
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      <Failure error={error} />
    </Step>
  );
}

type StepFrame = {
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

function Step({ step, title, lede, ready, pending = false, nextLabel, onNext, onBack, children }: StepFrame) {
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
