import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { InputOf } from '@shared/contract';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { decimal } from '../../ui/format';
import { HalvesField } from '../../ui/HalvesField';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import type { OneEnrolment } from './words';

type Outcome = InputOf<'enrolments', 'addOutcome'>['outcome'];
type Known = OneEnrolment['outcomes'][number];
const bases = ['formal', 'assessed'] as const;

/** Asks what a completed activity adds; each answer is written down by itself and can be taken back. */
export function OutcomesSheet({ one }: { one: OneEnrolment }) {
  const { t } = useTranslation();
  const { id, outcomes, offers } = one;
  const add = useOrder('enrolments', 'addOutcome');
  const give = (outcome: Outcome) => add.mutate({ id, outcome });
  const hasPoints = outcomes.some(({ kind }) => kind === 'ects');
  const fields = add.error?.fields ?? {};
  // Once something is answered the questions stand aside; “none of it” has to be taken back first.
  const [isAdding, setAdding] = useState(false);
  const asks = outcomes.length === 0 || isAdding;
  return (
    <Sheet
      title={t('enrolments.outcomes')}
      aside={
        !asks &&
        !outcomes.some(({ kind }) => kind === 'nothing') && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('enrolments.addMore')}
          </Button>
        )
      }
    >
      {outcomes.length === 0 && <p className="soft">{t('enrolments.outcomesAsk')}</p>}
      <ul className="enrolment-list">
        {outcomes.map((outcome) => (
          <OutcomeLine key={outcome.id} enrolmentId={id} outcome={outcome} />
        ))}
      </ul>
      {asks && (
        <Qualification offers={offers} error={fields.subject} isSaving={add.isPending} onGive={give} />
      )}
      {asks && offers.takesEcts && !hasPoints && (
        <Points ects={offers.ects} error={fields.ects} isSaving={add.isPending} onGive={give} />
      )}
      {asks &&
        offers.modules.map(({ stepId, teamId, title, teamName }) => (
          <div key={`${stepId} ${teamId}`} className="enrolment-line">
            <span>{t('enrolments.foundModule', { title, team: teamName })}</span>
            <Button
              variant="default"
              loading={add.isPending}
              onClick={() => give({ kind: 'teamModule', stepId, teamId })}
            >
              {t('enrolments.addModule')}
            </Button>
          </div>
        ))}
      {outcomes.length === 0 && (
        <Button mt="md" variant="default" onClick={() => give({ kind: 'nothing' })}>
          {t('enrolments.nothing')}
        </Button>
      )}
      <Failure error={Object.keys(fields).length === 0 ? add.error : null} />
    </Sheet>
  );
}

function OutcomeLine({ enrolmentId, outcome }: { enrolmentId: string; outcome: Known }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const removal = useRemoval<Known>({
    remove: (gone) => call('enrolments', 'removeOutcome', { outcomeId: gone.id }),
    restore: (gone) => {
      const again = asInput(gone);
      return again
        ? call('enrolments', 'addOutcome', { id: enrolmentId, outcome: again })
        : Promise.resolve();
    },
    message: () => t('enrolments.takenBack'),
  });
  const { kind, subject, basis, ects, module } = outcome;
  return (
    <li>
      <div className="enrolment-line">
        <span>
          {kind === 'qualification' &&
            basis &&
            t('enrolments.outcomeQualification', { subject, basis: t(`enrolments.bases.${basis}`) })}
          {kind === 'ects' && t('enrolments.outcomeEcts', { points: decimal(ects ?? 0, language) })}
          {kind === 'teamModule' &&
            module &&
            t('enrolments.outcomeModule', { title: module.title, team: module.teamName })}
          {kind === 'nothing' && t('enrolments.outcomeNothing')}
        </span>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={removal.isRemoving}
          onClick={() => void removal.removeIt(outcome)}
        >
          {t('enrolments.takeBack')}
        </Button>
      </div>
      <Failure error={removal.error} />
    </li>
  );
}

function asInput({ kind, subject, basis, ects, module }: Known): Outcome | null {
  if (kind === 'nothing') return { kind };
  if (kind === 'teamModule') return module && { kind, stepId: module.stepId, teamId: module.teamId };
  if (kind === 'ects') return ects === null ? null : { kind, ects };
  return basis === null ? null : { kind, subject, basis };
}

type GiveProps = {
  error: string | undefined;
  isSaving: boolean;
  onGive: (outcome: Outcome) => void;
};

function Qualification({ offers, error, isSaving, onGive }: GiveProps & { offers: OneEnrolment['offers'] }) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState(offers.subject);
  const [basis, setBasis] = useState(offers.basis);
  const [asked, setAsked] = useState(false);
  const isBlank = subject.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isBlank) onGive({ kind: 'qualification', subject, basis });
  };
  return (
    <form className="enrolment-outcome" noValidate onSubmit={submit}>
      <h3 className="sub-title">{t('enrolments.foundQualification')}</h3>
      <TextInput
        label={t('enrolments.subject')}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        error={error ?? (asked && isBlank ? t('enrolments.subjectMissing') : undefined)}
        maxLength={80}
      />
      <NativeSelect
        label={t('enrolments.basis')}
        data={bases.map((one) => ({ value: one, label: t(`enrolments.bases.${one}`) }))}
        value={basis}
        onChange={(event) => setBasis(event.currentTarget.value === 'assessed' ? 'assessed' : 'formal')}
      />
      <Button type="submit" variant="default" loading={isSaving}>
        {t('enrolments.addQualification')}
      </Button>
    </form>
  );
}

function Points({ ects, error, isSaving, onGive }: GiveProps & { ects: number | null }) {
  const { t } = useTranslation();
  const [points, setPoints] = useState<number | ''>(ects ?? '');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (points !== '') onGive({ kind: 'ects', ects: points });
  };
  return (
    <form className="enrolment-outcome" noValidate onSubmit={submit}>
      <h3 className="sub-title">{t('enrolments.foundEcts')}</h3>
      <HalvesField
        label={t('enrolments.ects')}
        value={points}
        onChange={setPoints}
        error={error ?? (asked && points === '' ? t('enrolments.ectsMissing') : undefined)}
        max={300}
      />
      <Button type="submit" variant="default" loading={isSaving}>
        {t('enrolments.addEcts')}
      </Button>
    </form>
  );
}
