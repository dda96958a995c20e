import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { DraftActions } from '../../ui/DraftActions';
import { DraftLine } from '../../ui/DraftLine';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { SaveWord } from '../../ui/SaveWord';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { DomainSheet } from './DomainSheet';
import { SpiderPreview } from './SpiderPreview';
import { useSpiderEditing } from './use-spider-editing';
import './spiders.css';

type Spider = OutputOf<'spiders', 'get'>;

/** One version of a spider: a draft to write in, or a published one to read. */
export function SpiderEditorPage() {
  const { versionId } = useParams({ strict: false }) as { versionId: string };
  return <OneVersion key={versionId} versionId={versionId} />;
}

function OneVersion({ versionId }: { versionId: string }) {
  const spider = useCall('spiders', 'get', { versionId });
  // An answer from before the last save must not become the text that is edited.
  const isFresh = useRef(false);
  if (spider.data && !spider.isFetching) isFresh.current = true;
  if (!spider.data || !isFresh.current) return <Failure error={spider.error} />;
  return <Editor key={String(spider.data.version.publishedAt)} versionId={versionId} spider={spider.data} />;
}

function Editor({ versionId, spider }: { versionId: string; spider: Spider }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, version } = spider;
  const isDraft = version.publishedAt === null;
  const { draft, change, saveNow, kept, ...saving } = useSpiderEditing(versionId, spider.content, isDraft);
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
          <SaveWord state={saving.state} />
          {isDraft ? (
            <Draft versionId={versionId} spider={spider} saveNow={saveNow} />
          ) : (
            <PublishedActions spider={spider} />
          )}
        </>
      }
    >
      <DraftLine draft={kept} onReset={(back) => change(back ?? spider.content)} />
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

type DraftProps = { versionId: string; spider: Spider; saveNow: () => Promise<boolean> };

function Draft({ versionId, spider, saveNow }: DraftProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { number } = spider.version;
  return (
    <DraftActions
      words={{
        discard: t('spiders.editor.discard'),
        publish: t('spiders.editor.publish', { number }),
        publishTitle: t('spiders.editor.publishTitle', { number, name: spider.name }),
        publishText: t('spiders.editor.publishText'),
      }}
      saveNow={saveNow}
      publish={() => call('spiders', 'publish', { versionId })}
      discard={async () => {
        const thrown = await call('spiders', 'discardDraft', { versionId });
        await navigate({ to: '/spiders' });
        offerUndo({
          message: t('spiders.editor.discarded'),
          label: t('common.undo'),
          undo: () => call('spiders', 'restoreDraft', thrown),
        });
      }}
    />
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
