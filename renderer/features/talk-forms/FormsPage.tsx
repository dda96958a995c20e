import { Button, Modal } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { standardForm } from '@shared/domain/talk-areas';
import { writtenForm } from '@shared/domain/talk-forms/written-form';
import { kindMeanings, kindNames, type TalkKind, talkKinds } from '@shared/domain/talk-kinds';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { FormDetailsDialog } from './FormDetailsDialog';
import { FormPreview } from './FormPreview';
import { NewFormDialog } from './NewFormDialog';
import './talk-forms.css';

export type ListedForm = OutputOf<'talkForms', 'list'>['forms'][number];

/** The forms of every kind of talk: the one that comes with Spind first, then the school's own (R003-09). */
export function FormsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useCall('talkForms', 'list', {});
  const [isMaking, setMaking] = useState(false);
  const forms = list.data?.forms ?? [];
  return (
    <Page
      kicker={
        <Link className="plain-link" to="/talks">
          {t('talkForms.kicker')}
        </Link>
      }
      title={t('talkForms.title')}
      lede={t('talkForms.lede')}
      actions={<Button onClick={() => setMaking(true)}>{t('talkForms.new')}</Button>}
    >
      <Failure error={list.error} />
      {list.data &&
        talkKinds.map((kind) => (
          <Sheet key={kind} title={kindTitle(kind, language)}>
            <FormTable kind={kind} forms={forms.filter((form) => form.kind === kind)} />
          </Sheet>
        ))}
      {isMaking && <NewFormDialog forms={forms} onClose={() => setMaking(false)} />}
    </Page>
  );
}

/** `MUS – Medarbejderudviklingssamtale`. */
function kindTitle(kind: TalkKind, language: 'da' | 'en'): string {
  return `${kindNames[kind][language]} – ${kindMeanings[kind][language].toLocaleLowerCase(language)}`;
}

function FormTable({ kind, forms }: { kind: TalkKind; forms: readonly ListedForm[] }) {
  const { t } = useTranslation();
  return (
    <table className="table form-table">
      <thead>
        <tr>
          <th scope="col">{t('talkForms.form')}</th>
          <th scope="col">{t('talkForms.unit')}</th>
          <th scope="col">{t('talkForms.areas')}</th>
          <th scope="col">{t('talkForms.state')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('talkForms.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <StandardRow kind={kind} isUsed={!forms.some(({ unit, isUsed }) => unit === null && isUsed)} />
        {forms.map((form) => (
          <OwnRow key={form.id} form={form} />
        ))}
      </tbody>
    </table>
  );
}

function StandardRow({ kind, isUsed }: { kind: TalkKind; isUsed: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isShown, setShown] = useState(false);
  const form = writtenForm(standardForm(kind), language);
  const called = { name: t('talkForms.standard'), kind: kindNames[kind][language] };
  return (
    <tr>
      <td>{called.name}</td>
      <td>{t('talkForms.wholeSchool')}</td>
      <Tabs tabs={form.areas.map(({ short }) => short)} />
      <td>
        <Used isUsed={isUsed} />
      </td>
      <td>
        <div className="form-actions">
          <RowButton label={t('talkForms.showName', called)} onClick={() => setShown(true)}>
            {t('talkForms.show')}
          </RowButton>
          <SaveAsFile source={{ kind }} label={t('talkForms.saveAsFileName', called)} />
        </div>
        {isShown && (
          <Modal opened size="lg" onClose={() => setShown(false)} title={`${called.kind}: ${called.name}`}>
            <FormPreview form={form} />
          </Modal>
        )}
      </td>
    </tr>
  );
}

function OwnRow({ form }: { form: ListedForm }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { removeIt, error } = useRemoval<ListedForm>({
    remove: ({ id: formId }) => call('talkForms', 'remove', { formId }),
    restore: ({ id: formId }) => call('talkForms', 'restore', { formId }),
    message: () => t('talkForms.removed', { name }),
  });
  const [isEditing, setEditing] = useState(false);
  const { kind, name, unit, published, draft, tabs, isUsed, talks } = form;
  const shown = published ?? draft;
  const called = { name, kind: kindNames[kind][language] };
  return (
    <tr>
      <td>{shown ? <VersionLink versionId={shown.id}>{name}</VersionLink> : name}</td>
      <td>{unit?.name ?? t('talkForms.wholeSchool')}</td>
      <Tabs tabs={tabs} />
      <td>
        {published?.publishedAt ? (
          <>
            <Used isUsed={isUsed} />
            <div className="small soft">
              {t('talkForms.version', {
                number: published.number,
                date: shortDate(published.publishedAt.slice(0, 10), language),
              })}
            </div>
          </>
        ) : (
          <StateWord tone="quiet">{t('talkForms.onlyDraft')}</StateWord>
        )}
        {published && draft && (
          <div className="small">
            <VersionLink versionId={draft.id}>{t('talkForms.draft', { number: draft.number })}</VersionLink>
          </div>
        )}
        {talks > 0 && <div className="small soft">{t('talkForms.talks', { count: talks })}</div>}
        <Failure error={error} />
      </td>
      <td>
        <div className="form-actions">
          <RowButton label={t('talkForms.detailsName', { name })} onClick={() => setEditing(true)}>
            {t('common.edit')}
          </RowButton>
          {shown && (
            <SaveAsFile source={{ versionId: shown.id }} label={t('talkForms.saveAsFileName', called)} />
          )}
          <RowButton label={t('talkForms.removeName', { name })} onClick={() => void removeIt(form)}>
            {t('common.remove')}
          </RowButton>
        </div>
        {isEditing && <FormDetailsDialog form={form} onClose={() => setEditing(false)} />}
      </td>
    </tr>
  );
}

function VersionLink({ versionId, children }: { versionId: string; children: ReactNode }) {
  return (
    <Link className="plain-link" to="/talks/forms/$versionId" params={{ versionId }}>
      {children}
    </Link>
  );
}

function Tabs({ tabs }: { tabs: readonly string[] }) {
  return <td className="form-tabs">{tabs.filter((tab) => tab !== '').join(' · ')}</td>;
}

function Used({ isUsed }: { isUsed: boolean }) {
  const { t } = useTranslation();
  return isUsed ? (
    <StateWord tone="good">{t('talkForms.used')}</StateWord>
  ) : (
    <StateWord tone="quiet">{t('talkForms.notUsed')}</StateWord>
  );
}

type RowButtonProps = { label: string; isWorking?: boolean; onClick: () => void; children: ReactNode };

function RowButton({ label, isWorking = false, onClick, children }: RowButtonProps) {
  return (
    <Button variant="subtle" size="compact-xs" aria-label={label} loading={isWorking} onClick={onClick}>
      {children}
    </Button>
  );
}

function SaveAsFile({
  source,
  label,
}: {
  source: { kind: TalkKind } | { versionId: string };
  label: string;
}) {
  const { t } = useTranslation();
  const save = useOrder('talkForms', 'exportFile');
  return (
    <>
      <RowButton label={label} isWorking={save.isPending} onClick={() => save.mutate({ source })}>
        {t('talkForms.saveAsFile')}
      </RowButton>
      {save.data?.saved && (
        <span className="small soft" role="status">
          {t('talkForms.fileSaved')}
        </span>
      )}
      <Failure error={save.error} />
    </>
  );
}
