import { SegmentedControl, TextInput } from '@mantine/core';
import type { InputOf } from '@shared/contract';
import { hrChiefTitle } from '@shared/domain/hr-office';
import { isSamePerson } from '@shared/domain/merit-case';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { FirstRunStep } from './FirstRunStep';
import { isReady, NewPassphrase, nothingTyped } from './NewPassphrase';
import { RecoveryCodeStep } from './RecoveryCodeStep';
import { RetentionFields, retentionIsReady } from './RetentionFields';

type School = InputOf<'vault', 'create'>['school'];

const empty: School = {
  name: '',
  municipality: '',
  profile: 'folkeskole',
  leaderName: '',
  leaderTitle: '',
  developmentChiefName: '',
  retentionYears: 5,
  retentionReason: '',
};

/** What becomes of the answers when somebody changes her mind about who is to use the file. */
const office = { profile: 'hr', leaderTitle: hrChiefTitle } as const;
const aSchool = { profile: 'folkeskole', leaderTitle: '', developmentChiefName: '' } as const;

/** The first start in four questions: which school or office, who are you, a passphrase, and the recovery code on paper. */
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
    const Who = school.profile === 'hr' ? ChiefsStep : LeaderStep;
    return <Who school={school} change={change} onNext={() => setStep(3)} onBack={() => setStep(1)} />;
  }
  return (
    <PassphraseStep
      isHr={school.profile === 'hr'}
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
  const isHr = school.profile === 'hr';
  return (
    <FirstRunStep
      step={1}
      title={isHr ? t('vault.first.officeTitle') : t('vault.first.schoolTitle')}
      lede={t('vault.first.schoolLede')}
      onNext={onNext}
      ready={school.name.trim() !== ''}
    >
      <fieldset className="plain-fieldset">
        <legend>{t('vault.first.usedBy')}</legend>
        <SegmentedControl
          fullWidth
          value={isHr ? 'hr' : 'school'}
          onChange={(usedBy) => change(usedBy === 'hr' ? office : aSchool)}
          data={[
            { value: 'school', label: t('vault.first.usedBySchool') },
            { value: 'hr', label: t('vault.first.usedByHr') },
          ]}
        />
      </fieldset>
      <TextInput
        label={isHr ? t('vault.first.officeName') : t('vault.first.schoolName')}
        placeholder={isHr ? t('vault.first.officeNameExample') : undefined}
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
      {isHr ? (
        <p className="soft small">{t('vault.first.officeHint')}</p>
      ) : (
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
      )}
    </FirstRunStep>
  );
}

function LeaderStep({ school, change, onNext, onBack }: StepProps & { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <FirstRunStep
      step={2}
      title={t('vault.first.youTitle')}
      lede={t('vault.first.youLede')}
      onNext={onNext}
      onBack={onBack}
      ready={school.leaderName.trim() !== '' && school.leaderTitle.trim() !== '' && retentionIsReady(school)}
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
      <RetentionFields value={school} onChange={change} />
    </FirstRunStep>
  );
}

/** The two who take position on merit: two persons, since neither decides alone (R002-12). */
function ChiefsStep({ school, change, onNext, onBack }: StepProps & { onBack: () => void }) {
  const { t } = useTranslation();
  const [hrChief, developmentChief] = [school.leaderName.trim(), (school.developmentChiefName ?? '').trim()];
  const isSame = hrChief !== '' && isSamePerson(hrChief, developmentChief);
  return (
    <FirstRunStep
      step={2}
      title={t('vault.first.chiefsTitle')}
      lede={t('vault.first.chiefsLede')}
      onNext={onNext}
      onBack={onBack}
      ready={hrChief !== '' && developmentChief !== '' && !isSame && retentionIsReady(school)}
    >
      <TextInput
        label={t('vault.first.hrChiefName')}
        value={school.leaderName}
        onChange={(event) => change({ leaderName: event.currentTarget.value })}
        autoFocus
      />
      <TextInput
        label={t('vault.first.developmentChiefName')}
        value={school.developmentChiefName ?? ''}
        error={isSame ? t('vault.first.twoPersons') : null}
        onChange={(event) => change({ developmentChiefName: event.currentTarget.value })}
      />
      <RetentionFields isHr value={school} onChange={change} />
    </FirstRunStep>
  );
}

type PassphraseStepProps = {
  isHr: boolean;
  error: { message: string } | null;
  pending: boolean;
  onCreate: (passphrase: string) => void;
  onBack: () => void;
};

function PassphraseStep({ isHr, error, pending, onCreate, onBack }: PassphraseStepProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(nothingTyped);
  return (
    <FirstRunStep
      step={3}
      title={t('vault.first.passphraseTitle')}
      lede={t('vault.first.passphraseLede')}
      onNext={() => onCreate(typed.passphrase)}
      onBack={onBack}
      ready={isReady(typed)}
      pending={pending}
      nextLabel={
        pending ? t('vault.first.creating') : isHr ? t('vault.first.createOffice') : t('vault.first.create')
      }
    >
      <NewPassphrase
        labels={{ passphrase: t('vault.first.passphrase'), repeat: t('vault.first.repeat') }}
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      <Failure error={error} />
    </FirstRunStep>
  );
}
