import { Button, PasswordInput, Stack } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { RatingAnswer } from '@shared/contract/ratings';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { useIdleLock } from '../../app/use-idle-lock';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { SaveWord } from '../../ui/SaveWord';
import { Sheet } from '../../ui/Sheet';
import { useAutosave } from '../../ui/use-autosave';
import { useLanguage } from '../../ui/use-language';
import { byDomain } from './by-domain';
import { LevelChoice } from './LevelChoice';
import './ratings.css';

type Form = OutputOf<'ratings', 'form'>;

/** The machine lent to one employee: her own form, and nothing else (DOMAIN 4.4). */
export function SelfRatingPage() {
  // She may have left the machine with her code given; then nobody else may read on.
  useIdleLock();
  const form = useCall('ratings', 'form', {});
  const step = form.data && stepOf(form.data);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(step);
  // What she pressed is gone with its step: the reader and the keyboard go on at the top of the next.
  useEffect(() => {
    if (shown.current && shown.current !== step) main.current?.focus();
    shown.current = step;
  }, [step]);
  if (!form.data || !step) {
    return form.error ? (
      <main className="self-page">
        <div className="self-column">
          <Failure error={form.error} />
          <HandBack primary />
        </div>
      </main>
    ) : null;
  }
  const Step = steps[step];
  return (
    <main className="self-page" ref={main} tabIndex={-1}>
      <div className="self-column">
        <Step form={form.data} />
      </div>
    </main>
  );
}

function stepOf(form: Form): keyof typeof steps {
  if (form.isRevealed || (form.isLocked && form.isOpen)) return 'locked';
  return form.isOpen ? 'answers' : 'pin';
}

const steps = { pin: PinStep, answers: AnswerStep, locked: LockedStep };

function PinStep({ form }: { form: Form }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const choose = useOrder('ratings', 'choosePin');
  const open = useOrder('ratings', 'openWithPin');
  const [pin, setPin] = useState('');
  const [repeat, setRepeat] = useState('');
  const first = form.employeeName.split(' ')[0] ?? form.employeeName;
  const { message, fields = {} } = choose.error ?? open.error ?? {};
  // Said once: at the field it is about, else above the button.
  const failure = message && Object.keys(fields).length === 0 ? { message } : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.hasPin) open.mutate({ pin }, { onError: () => setPin('') });
    else choose.mutate({ pin, repeat });
  };
  return (
    <Page
      title={t('ratings.self.hello', { name: first })}
      lede={t('ratings.self.lede', { date: longDate(form.heldOn, language) })}
      actions={<HandBack />}
    >
      <Sheet title={t('ratings.self.howTitle')}>
        <ul>
          <li>{form.hasPin ? t('ratings.self.how1Chosen') : t('ratings.self.how1')}</li>
          <li>{t('ratings.self.how2', { leader: form.leaderName })}</li>
          <li>{t('ratings.self.how3')}</li>
        </ul>
        <form onSubmit={submit}>
          <Stack maw={360}>
            <PasswordInput
              label={form.hasPin ? t('ratings.self.enterPin') : t('ratings.self.choosePin')}
              description={
                form.hasPin
                  ? t('ratings.self.forgottenHint', { leader: form.leaderName })
                  : t('ratings.self.choosePinHint')
              }
              error={fields.pin}
              maxLength={64}
              value={pin}
              autoComplete="off"
              autoFocus
              onChange={(event) => setPin(event.currentTarget.value)}
            />
            {!form.hasPin && (
              <PasswordInput
                label={t('ratings.self.repeatPin')}
                error={fields.repeat}
                maxLength={64}
                value={repeat}
                autoComplete="off"
                onChange={(event) => setRepeat(event.currentTarget.value)}
              />
            )}
            <Failure error={failure} />
            <Button
              type="submit"
              disabled={!pin || (!form.hasPin && !repeat)}
              loading={choose.isPending || open.isPending}
            >
              {form.hasPin ? t('ratings.self.continue') : t('ratings.self.begin')}
            </Button>
          </Stack>
        </form>
      </Sheet>
    </Page>
  );
}

function AnswerStep({ form }: { form: Form }) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState(form.answers);
  const lock = useOrder('ratings', 'lock');
  const isUnsaved = useRef(false);
  const saving = useAutosave(async (all: (RatingAnswer | null)[]) => {
    isUnsaved.current = true;
    await call('ratings', 'save', { answers: all });
    isUnsaved.current = false;
  });
  /** Saves what is typed; false when that failed, so that nothing final is done without it. */
  const saveNow = async () => {
    await saving.flush();
    return !isUnsaved.current;
  };
  const done = answers.filter(Boolean).length;
  const change = (index: number, answer: RatingAnswer) => {
    const next = answers.map((one, at) => (at === index ? answer : one));
    setAnswers(next);
    saving.change(next);
  };
  const lockIt = async () => {
    if (await saveNow()) lock.mutate({});
  };
  return (
    <Page
      title={form.employeeName}
      lede={t('ratings.self.formLede')}
      actions={<HandBack saveNow={saveNow} />}
    >
      {byDomain(form.axes).map(({ domain, rows }) => (
        <Sheet key={domain} title={domain}>
          {rows.map(({ axis, index }) => (
            <LevelChoice
              key={axis.competenceId}
              form="words"
              axis={axis}
              answer={answers[index] ?? null}
              onChange={(answer) => change(index, answer)}
            />
          ))}
        </Sheet>
      ))}
      <Failure error={lock.error ?? saving.error} />
      <div className="rating-bar">
        <div className="rating-progress">
          <span>{t('ratings.self.progress', { done, all: answers.length })}</span>
          <SaveWord state={saving.state} />
          {done === answers.length && <span className="soft small">{t('ratings.self.lockHint')}</span>}
        </div>
        <Button disabled={done < answers.length} loading={lock.isPending} onClick={() => void lockIt()}>
          {t('ratings.self.lock')}
        </Button>
      </div>
    </Page>
  );
}

function LockedStep({ form }: { form: Form }) {
  const { t } = useTranslation();
  const withdraw = useOrder('ratings', 'withdraw');
  return (
    <Page
      title={t('ratings.self.lockedTitle')}
      lede={
        form.isRevealed
          ? t('ratings.self.revealedText', { leader: form.leaderName })
          : t('ratings.self.lockedText')
      }
    >
      <Failure error={withdraw.error} />
      <div className="page-actions">
        <HandBack primary />
        {!form.isRevealed && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({})}>
            {t('ratings.self.withdraw')}
          </Button>
        )}
      </div>
    </Page>
  );
}

/** Ends the loan; what was typed is sealed first. When that fails she is told, and decides herself to leave without it. */
function HandBack({ saveNow, primary = false }: { saveNow?: () => Promise<boolean>; primary?: boolean }) {
  const { t } = useTranslation();
  const handBack = useOrder('ratings', 'handBack');
  const [hasFailed, setFailed] = useState(false);
  const leave = async () => {
    const isSaved = !saveNow || (await saveNow());
    if (isSaved || hasFailed) handBack.mutate({});
    else setFailed(true);
  };
  return (
    <Button variant={primary ? 'filled' : 'default'} onClick={() => void leave()}>
      {hasFailed ? t('ratings.self.handBackUnsaved') : t('ratings.self.handBack')}
    </Button>
  );
}
