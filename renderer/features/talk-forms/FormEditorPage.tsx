import { Button, Textarea } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { FormDraft } from '@shared/contract/talk-forms';
import { mostAreas } from '@shared/domain/talk-areas';
import { formLimits, formProblems } from '@shared/domain/talk-forms/written-form';
import { kindNames, type TalkKind } from '@shared/domain/talk-kinds';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { DraftActions } from '../../ui/DraftActions';
import { DraftLine } from '../../ui/DraftLine';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { SaveWord } from '../../ui/SaveWord';
import { Sheet } from '../../ui/Sheet';
import { offerUndo } from '../../ui/undo';
import { type Edit, useDraftEditing } from '../../ui/use-draft-editing';
import { useLanguage } from '../../ui/use-language';
import { AreaSheet } from './AreaSheet';
import { addArea, insertArea, moveArea, removeArea } from './edit-form';
import { FormPreview } from './FormPreview';
import './talk-forms.css';

type Form = OutputOf<'talkForms', 'get'>;

/** One version of a form: a draft to write in, or a published one to read. */
export function FormEditorPage() {
  const { versionId } = useParams({ strict: false }) as { versionId: string };
  return <OneVersion key={versionId} versionId={versionId} />;
}

function OneVersion({ versionId }: { versionId: string }) {
  const form = useCall('talkForms', 'get', { versionId });
  // An answer from before the last save must not become the text that is edited.
  const isFresh = useRef(false);
  if (form.data && !form.isFetching) isFresh.current = true;
  if (!form.data || !isFresh.current) return <Failure error={form.error} />;
  return <Editor key={String(form.data.version.publishedAt)} versionId={versionId} form={form.data} />;
}

function Editor({ versionId, form }: { versionId: string; form: Form }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, kind, unit, version } = form;
  const isDraft = version.publishedAt === null;
  const { draft, change, saveNow, kept, ...saving } = useDraftEditing<FormDraft>({
    key: `talk-form ${versionId}`,
    content: form.content,
    isDraft,
    load: async () => (await call('talkForms', 'get', { versionId })).content,
    save: (content) => call('talkForms', 'saveDraft', { versionId, content }),
  });
  const about = {
    kind: kindNames[kind][language],
    unit: unit?.name ?? t('talkForms.wholeSchoolWithin'),
    number: version.number,
  };
  return (
    <Page
      kicker={
        <Link className="plain-link" to="/talks/forms">
          {t('talkForms.title')}
        </Link>
      }
      title={name}
      lede={
        version.publishedAt
          ? t('talkForms.editor.publishedLede', {
              ...about,
              date: shortDate(version.publishedAt.slice(0, 10), language),
            })
          : t('talkForms.editor.draftLede', about)
      }
      actions={
        <>
          <SaveWord state={saving.state} />
          {isDraft ? (
            <Draft versionId={versionId} form={form} saveNow={saveNow} />
          ) : (
            <Published form={form} />
          )}
        </>
      }
    >
      <DraftLine draft={kept} onReset={(back) => change(back ?? form.content)} />
      <Failure error={saving.error} />
      {isDraft ? (
        <div className="form-editor">
          <Fields kind={kind} draft={draft} onChange={change} />
          <div className="form-side">
            <ToDo kind={kind} draft={draft} />
            <Sheet title={t('talkForms.preview.title')}>
              <FormPreview form={draft} />
            </Sheet>
          </div>
        </div>
      ) : (
        <Sheet className="reading-width">
          <FormPreview form={draft} isPage />
        </Sheet>
      )}
    </Page>
  );
}

type FieldsProps = { kind: TalkKind; draft: FormDraft; onChange: Edit<FormDraft> };

function Fields({ kind, draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const nameOf = (index: number) =>
    draft.areas[index]?.title || t('talkForms.editor.area', { number: index + 1 });
  const move = (from: number, step: -1 | 1) => {
    const to = from + step;
    if (to < 0 || to >= draft.areas.length) return;
    const field = (document.activeElement as HTMLElement | null)?.dataset.field;
    flushSync(() => onChange((now) => moveArea(now, from, step)));
    setSaid(t('talkForms.editor.moved', { name: nameOf(from), number: to + 1 }));
    focusOn(to, field);
  };
  const remove = (index: number) => {
    const removed = draft.areas[index];
    if (!removed) return;
    onChange((now) => removeArea(now, index));
    offerUndo({
      message: t('talkForms.editor.areaRemoved', { name: nameOf(index) }),
      label: t('common.undo'),
      undo: () => onChange((now) => insertArea(now, index, removed)),
    });
  };
  const add = () => {
    const added = addArea(draft);
    flushSync(() => onChange(added.draft));
    focusOn(added.at, 'title');
  };
  return (
    <div>
      <Sheet title={t('talkForms.editor.invitation')}>
        <Textarea
          autosize
          minRows={3}
          label={t('talkForms.editor.purpose')}
          description={t('talkForms.editor.purposeHint')}
          value={draft.purpose}
          maxLength={formLimits.invitation}
          onChange={({ currentTarget: { value } }) => onChange((now) => ({ ...now, purpose: value }))}
        />
        <Textarea
          mt="sm"
          autosize
          minRows={2}
          label={t('talkForms.editor.notForDiscussion')}
          value={draft.notForDiscussion}
          maxLength={formLimits.invitation}
          onChange={({ currentTarget: { value } }) =>
            onChange((now) => ({ ...now, notForDiscussion: value }))
          }
        />
      </Sheet>
      {draft.areas.map((area, index) => (
        <AreaSheet
          // biome-ignore lint/suspicious/noArrayIndexKey: an area is its place
          key={index}
          kind={kind}
          area={area}
          index={index}
          count={draft.areas.length}
          onChange={onChange}
          onMove={(step) => move(index, step)}
          onRemove={() => remove(index)}
        />
      ))}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {draft.areas.length < mostAreas && (
        <Button variant="default" mt="md" onClick={add}>
          {t('talkForms.editor.add')}
        </Button>
      )}
      <p className="small soft">{t('talkForms.editor.moveHint')}</p>
    </div>
  );
}

/** The eye and the keyboard follow an area to its new place. */
function focusOn(index: number, field: string | undefined): void {
  const area = document.querySelector<HTMLElement>(`[data-area="${index}"]`);
  area?.querySelector<HTMLElement>(`[data-field="${field ?? 'title'}"]`)?.focus();
}

/** What is still missing, said while it is being written and not first when publishing fails. */
function ToDo({ kind, draft }: { kind: TalkKind; draft: FormDraft }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toDo = formProblems(kind, draft.areas).map((problem) => problem[language]);
  if (draft.purpose.trim() === '') toDo.push(t('talkForms.editor.noPurpose'));
  if (toDo.length === 0) return null;
  return (
    <Sheet title={t('talkForms.editor.toDo')}>
      <ul className="form-questions">
        {toDo.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Sheet>
  );
}

type DraftProps = { versionId: string; form: Form; saveNow: () => Promise<boolean> };

function Draft({ versionId, form, saveNow }: DraftProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { number } = form.version;
  return (
    <DraftActions
      words={{
        discard: t('talkForms.editor.discard'),
        publish: t('talkForms.editor.publish', { number }),
        publishTitle: t('talkForms.editor.publishTitle', { number, name: form.name }),
        publishText: t('talkForms.editor.publishText'),
      }}
      saveNow={saveNow}
      publish={() => call('talkForms', 'publish', { versionId })}
      discard={async () => {
        const thrown = await call('talkForms', 'discardDraft', { versionId });
        await navigate({ to: '/talks/forms' });
        offerUndo({
          message: t('talkForms.editor.discarded'),
          label: t('common.undo'),
          undo: () => call('talkForms', 'restoreDraft', thrown),
        });
      }}
    />
  );
}

function Published({ form }: { form: Form }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = useOrder('talkForms', 'startVersion');
  const open = ({ versionId }: { versionId: string }) =>
    void navigate({ to: '/talks/forms/$versionId', params: { versionId } });
  return (
    <>
      <Failure error={start.error} />
      <Button
        loading={start.isPending}
        onClick={() => start.mutate({ formId: form.formId }, { onSuccess: open })}
      >
        {form.draftId ? t('talkForms.editor.toDraft') : t('talkForms.editor.newVersion')}
      </Button>
    </>
  );
}
