import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { Matching } from '@shared/domain/staff-import/columns';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { Working } from '../../ui/Working';
import { ImportBanner } from './ImportBanner';
import { ImportMatch } from './ImportMatch';
import { ImportPreview } from './ImportPreview';
import './employees.css';
import '../../ui/table-import.css';

export type ChosenList = NonNullable<OutputOf<'staffImports', 'choose'>>;
export type Preview = OutputOf<'staffImports', 'preview'>;
type Applied = OutputOf<'staffImports', 'apply'>;

const steps = ['stepChoose', 'stepMatch', 'stepPreview', 'stepDone'] as const;
type Step = (typeof steps)[number];

/** From a file to employees in four steps; nothing is written before the third has been approved. */
export function ImportPage() {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('stepChoose');
  const [list, setList] = useState<ChosenList | null>(null);
  const [matching, setMatching] = useState<Matching>({});
  const [plan, setPlan] = useState<Preview | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  const choose = useOrder('staffImports', 'choose');
  const preview = useOrder('staffImports', 'preview');
  const apply = useOrder('staffImports', 'apply');
  useForgetOnLeaving(list?.token ?? null);

  const chooseFile = () =>
    choose.mutate(
      {},
      {
        onSuccess: (chosen) => {
          if (!chosen) return;
          preview.reset();
          apply.reset();
          setList(chosen);
          setMatching(chosen.suggestion);
          setStep('stepMatch');
        },
      },
    );
  const showChanges = (token: string) =>
    preview.mutate(
      { token, matching },
      {
        onSuccess: (answer) => {
          setPlan(answer);
          setStep('stepPreview');
        },
      },
    );
  const importAll = (token: string) =>
    apply.mutate(
      { token, matching },
      {
        onSuccess: (answer) => {
          setApplied(answer);
          setStep('stepDone');
        },
      },
    );

  return (
    <Page
      kicker={
        <Link to="/employees" className="plain-link">
          {t('employees.title')}
        </Link>
      }
      title={t('staffImports.title')}
      lede={list && t('staffImports.fileRows', { file: list.fileName, count: list.rowCount })}
      actions={
        list &&
        step !== 'stepDone' && (
          <Button variant="default" onClick={chooseFile} loading={choose.isPending}>
            {t('staffImports.chooseAnother')}
          </Button>
        )
      }
    >
      <Steps at={step} />
      <Failure error={choose.error} />
      <Working busy={choose.isPending}>{t('staffImports.reading')}</Working>
      {step === 'stepChoose' && <Choose onChoose={chooseFile} choosing={choose.isPending} />}
      {step === 'stepMatch' && list && (
        <ImportMatch
          list={list}
          matching={matching}
          onChange={setMatching}
          error={preview.error}
          busy={preview.isPending}
          onNext={() => showChanges(list.token)}
        />
      )}
      {step === 'stepPreview' && list && plan && (
        <ImportPreview
          plan={plan}
          error={apply.error}
          busy={apply.isPending}
          onBack={() => setStep('stepMatch')}
          onApply={() => importAll(list.token)}
        />
      )}
      {step === 'stepDone' && applied && <Done applied={applied} />}
    </Page>
  );
}

/** The list leaves the machine's memory with the page. */
function useForgetOnLeaving(token: string | null) {
  const latest = useRef(token);
  latest.current = token;
  useEffect(
    () => () => {
      // A refusal only says that the list is gone already.
      if (latest.current) call('staffImports', 'cancel', { token: latest.current }).catch(() => undefined);
    },
    [],
  );
}

function Steps({ at }: { at: Step }) {
  const { t } = useTranslation();
  return (
    <ol className="steps" aria-label={t('staffImports.steps')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {index + 1} {t(`staffImports.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Choose({ onChoose, choosing }: { onChoose: () => void; choosing: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Sheet title={t('staffImports.chooseTitle')}>
        <p className="reading-text">{t('staffImports.chooseText')}</p>
        <p className="reading-text soft">{t('staffImports.chooseNumber')}</p>
        <Button onClick={onChoose} loading={choosing} mt="sm">
          {t('staffImports.choose')}
        </Button>
      </Sheet>
      <div className="sheet-note">
        <ImportBanner always />
      </div>
    </>
  );
}

function Done({ applied }: { applied: Applied }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Sheet title={t('staffImports.doneTitle')}>
      <p className="reading-text" role="status">
        {applied.importId
          ? t('staffImports.doneText', { created: applied.created, updated: applied.updated })
          : t('staffImports.doneNothing')}
      </p>
      {applied.created > 0 && (
        <p>
          <Link to="/employees/teams" className="plain-link">
            {t('staffImports.nextSpider')}
          </Link>
        </p>
      )}
      {applied.importId && <ImportBanner always />}
      <Button mt="sm" onClick={() => void navigate({ to: '/employees' })}>
        {t('staffImports.seeEmployees')}
      </Button>
    </Sheet>
  );
}
