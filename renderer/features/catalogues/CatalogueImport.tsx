import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { type OfferMatching, offerColumns, offerFieldNames } from '@shared/domain/catalogue-import/columns';
import { list as listed } from '@shared/domain/list-text';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { ColumnMatch } from '../../ui/ColumnMatch';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { Working } from '../../ui/Working';
import { CataloguePreview } from './CataloguePreview';
import type { Catalogue } from './CataloguesPage';
import { countsText } from './offer-words';

export type ChosenFile = NonNullable<OutputOf<'catalogues', 'choose'>>;
export type Preview = OutputOf<'catalogues', 'preview'>;
type Applied = OutputOf<'catalogues', 'apply'>;

const steps = ['choose', 'match', 'preview', 'done'] as const;
type Step = (typeof steps)[number];

/**
 * From a provider's file to offers. Columns are matched the first time; after that the file goes straight to what it
 * would change. Nothing is written before that has been approved.
 */
export function CatalogueImport({ catalogue, onClose }: { catalogue: Catalogue; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [step, setStep] = useState<Step>('choose');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [columns, setColumns] = useState<OfferMatching>({});
  const [plan, setPlan] = useState<Preview | null>(null);
  const [applied, setApplied] = useState<Applied | null>(null);
  const choose = useOrder('catalogues', 'choose');
  const preview = useOrder('catalogues', 'preview');
  const apply = useOrder('catalogues', 'apply');
  useForgetOnLeaving(file?.ticket ?? null);

  const show = (ticket: string, matching: OfferMatching) =>
    preview.mutate(
      { ticket, columns: matching },
      {
        onSuccess: (answer) => {
          setPlan(answer);
          setStep('preview');
        },
        // What was remembered does not fit after all: the person sees why.
        onError: () => setStep('match'),
      },
    );
  const chooseFile = () =>
    choose.mutate(
      { catalogueId: catalogue.id },
      {
        onSuccess: (chosen) => {
          if (!chosen) return;
          preview.reset();
          apply.reset();
          setFile(chosen);
          setColumns(chosen.columns);
          if (chosen.isMatched) show(chosen.ticket, chosen.columns);
          else setStep('match');
        },
      },
    );
  const importAll = (ticket: string) =>
    apply.mutate(
      { ticket, columns },
      {
        onSuccess: (answer) => {
          setApplied(answer);
          setStep('done');
        },
      },
    );

  return (
    <Page
      kicker={
        <button type="button" className="link-button ca-back" onClick={onClose}>
          {t('catalogues.title')}
        </button>
      }
      title={t('catalogues.importTitle', { name: catalogue.name })}
      lede={file && t('catalogues.fileRows', { file: file.fileName, count: file.rowCount })}
      actions={
        file &&
        step !== 'done' && (
          <Button variant="default" onClick={chooseFile} loading={choose.isPending}>
            {t('catalogues.chooseAnother')}
          </Button>
        )
      }
    >
      <ol className="steps" aria-label={t('catalogues.stepsLabel')}>
        {steps.map((one, index) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {index + 1} {t(`catalogues.steps.${one}`)}
          </li>
        ))}
      </ol>
      <Failure error={choose.error} />
      <Working busy={choose.isPending}>{t('catalogues.reading')}</Working>
      {step === 'choose' && (
        <Sheet title={t('catalogues.chooseTitle')}>
          <p className="reading-text">{t('catalogues.chooseText')}</p>
          <p className="reading-text soft">
            {catalogue.isMatched ? t('catalogues.chooseRemembered') : t('catalogues.chooseFirst')}
          </p>
          <Button mt="sm" onClick={chooseFile} loading={choose.isPending || preview.isPending}>
            {t('catalogues.chooseFile')}
          </Button>
        </Sheet>
      )}
      {step === 'match' && file && (
        <Match
          file={file}
          columns={columns}
          onChange={setColumns}
          error={preview.error}
          isBusy={preview.isPending}
          onNext={() => show(file.ticket, columns)}
        />
      )}
      {step === 'preview' && file && plan && (
        <CataloguePreview
          plan={plan}
          error={apply.error}
          isBusy={apply.isPending}
          onBack={() => setStep('match')}
          onApply={() => importAll(file.ticket)}
        />
      )}
      {step === 'done' && applied && (
        <Sheet title={t('catalogues.doneTitle')}>
          <p className="reading-text" role="status">
            {applied.importId ? `${countsText(applied, t, language)}.` : t('catalogues.doneNothing')}
          </p>
          <Button mt="sm" onClick={onClose}>
            {t('catalogues.seeOffers')}
          </Button>
        </Sheet>
      )}
    </Page>
  );
}

type MatchProps = {
  file: ChosenFile;
  columns: OfferMatching;
  onChange: (columns: OfferMatching) => void;
  error: { message: string; fields?: Readonly<Record<string, string>> } | null;
  isBusy: boolean;
  onNext: () => void;
};

function Match({ file, columns, onChange, error, isBusy, onNext }: MatchProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lost = file.lost.map((field) => offerFieldNames[field][language]);
  return (
    <Sheet title={t('catalogues.matchTitle')}>
      <p className="reading-text soft">{t('catalogues.matchText')}</p>
      {lost.length > 0 && (
        <p className="reading-text state-partly">
          {t('catalogues.lost', { count: lost.length, fields: listed(lost, language) })}
        </p>
      )}
      <ColumnMatch
        {...offerColumns}
        header={file.header}
        firstRows={file.firstRows}
        matching={columns}
        onChange={onChange}
        faults={error?.fields ?? {}}
      />
      <Failure error={error && { message: error.message }} />
      <div className="form-foot">
        <Working busy={isBusy}>{t('catalogues.comparing')}</Working>
        <Button onClick={onNext} loading={isBusy}>
          {t('catalogues.showChanges')}
        </Button>
      </div>
    </Sheet>
  );
}

/** The list leaves the machine's memory with the page. */
function useForgetOnLeaving(ticket: string | null) {
  const latest = useRef(ticket);
  latest.current = ticket;
  useEffect(
    () => () => {
      // A refusal only says that the list is gone already.
      if (latest.current) call('catalogues', 'cancel', { ticket: latest.current }).catch(() => undefined);
    },
    [],
  );
}
