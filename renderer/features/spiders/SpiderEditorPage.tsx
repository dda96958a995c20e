import { Button, Modal } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { SpiderDraft } from '@shared/contract/spiders';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { offerUndo } from '../../ui/undo';
import { useAutosave } from '../../ui/use-autosave';
import { useLanguage } from '../../ui/use-language';
import { DomainSheet } from './DomainSheet';
import { SpiderPreview } from './SpiderPreview';
import './spiders.css';

type Spider = OutputOf<'spiders', 'get'>;

/** One version of a spider: a draft to write in, or a published one to read. */
export function SpiderEditorPage() {
  const { versionId } = useParams({ strict: false }) as { versionId: string };
  const spider = useCall('spiders', 'get', { versionId });
  if (!spider.data) return <Failure error={spider.error} />;
  return (
    <Editor
      key={versionId + String(spider.data.version.publishedAt)}
      versionId={versionId}
      spider={spider.data}
    />
  );
}

function Editor({ versionId, spider }: { versionId: string; spider: Spider }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, version } = spider;
  const isDraft = version.publishedAt === null;
  // What is typed here is ahead of the machine; its answers must not overwrite it.
  const [draft, setDraft] = useState<SpiderDraft>(spider.content);
  const saving = useAutosave((content: SpiderDraft) => call('spiders', 'saveDraft', { versionId, content }));
  const change = (next: SpiderDraft) => {
    setDraft(next);
    saving.change(next);
  };
  const state = {
    idle: '',
    waiting: t('common.saving'),
    saving: t('common.saving'),
    saved: t('common.saved'),
    failed: t('common.notSaved'),
  };
  return (
    <Page
      kicker={
        <Link className="plain-link" to="/spiders">
          {t('spiders.editor.kicker')}
        </Link>
      }
      title={name}
      lede={
        version.publishedAt
          ? t('spiders.editor.publishedLede', {
              number: version.number,
              date: shortDate(version.publishedAt.slice(0, 10), language),
            })
          : t('spiders.editor.draftLede', { number: version.number })
      }
      actions={
        <>
          <span className="small soft" role="status">
            {state[saving.state]}
          </span>
          {isDraft ? (
            <DraftActions versionId={versionId} spider={spider} flush={saving.flush} />
          ) : (
            <PublishedActions spider={spider} />
          )}
        </>
      }
    >
      <Failure error={saving.error} />
      <div className="spider-editor">
        <div>
          {draft.domains.map((domain, index) => (
            <DomainSheet
              // biome-ignore lint/suspicious/noArrayIndexKey: a domain is its place until it is named
              key={index}
              draft={draft}
              index={index}
              domain={domain}
              readOnly={!isDraft}
              onChange={change}
            />
          ))}
          {isDraft && draft.domains.length < 8 && (
            <Button
              variant="default"
              mt="md"
              onClick={() => change({ ...draft, domains: [...draft.domains, { name: '', competences: [] }] })}
            >
              {t('spiders.editor.addDomain')}
            </Button>
          )}
        </div>
        <SpiderPreview draft={draft} name={name} />
      </div>
    </Page>
  );
}

function DraftActions({
  versionId,
  spider,
  flush,
}: {
  versionId: string;
  spider: Spider;
  flush: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const publish = useOrder('spiders', 'publish');
  const discard = useOrder('spiders', 'discardDraft');
  const [asking, setAsking] = useState(false);
  const { number } = spider.version;
  const discardIt = async () => {
    await flush();
    const thrown = await discard.mutateAsync({ versionId });
    await navigate({ to: '/spiders' });
    offerUndo({
      message: t('spiders.editor.discarded'),
      label: t('common.undo'),
      undo: () => call('spiders', 'restoreDraft', thrown),
    });
  };
  return (
    <>
      <Button variant="default" loading={discard.isPending} onClick={() => void discardIt()}>
        {t('spiders.editor.discard')}
      </Button>
      <Button onClick={() => setAsking(true)}>{t('spiders.editor.publish', { number })}</Button>
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={t('spiders.editor.publishTitle', { number, name: spider.name })}
        >
          <p>{t('spiders.editor.publishText')}</p>
          <Failure error={publish.error} />
          <div className="page-actions dialog-actions">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button
              data-autofocus
              loading={publish.isPending}
              onClick={() =>
                void flush().then(() => publish.mutate({ versionId }, { onSuccess: () => setAsking(false) }))
              }
            >
              {t('spiders.editor.publish', { number })}
            </Button>
          </div>
        </Modal>
      )}
    </>
  );
}

function PublishedActions({ spider }: { spider: Spider }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = useOrder('spiders', 'startVersion');
  return (
    <Button
      loading={start.isPending}
      onClick={() =>
        start.mutate(
          { templateId: spider.templateId },
          {
            onSuccess: ({ versionId }) => void navigate({ to: '/spiders/$versionId', params: { versionId } }),
          },
        )
      }
    >
      {spider.draftId ? t('spiders.editor.toDraft') : t('spiders.editor.newVersion')}
    </Button>
  );
}
