import { Button, Group } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { SpiderChart } from '../../ui/SpiderChart';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import { NewSpiderDialog } from './NewSpiderDialog';
import './spiders.css';

type Template = OutputOf<'spiders', 'list'>['templates'][number];

/** All spiders of the school as small pictures, with who is rated on them. */
export function SpidersPage() {
  const { t } = useTranslation();
  const list = useCall('spiders', 'list', {});
  const [making, setMaking] = useState(false);
  const templates = list.data?.templates ?? [];
  const add = <Button onClick={() => setMaking(true)}>{t('spiders.new')}</Button>;
  return (
    <Page
      title={t('spiders.title')}
      lede={list.data && t('spiders.lede', { count: templates.length })}
      actions={add}
    >
      <Failure error={list.error} />
      {list.data && templates.length === 0 && (
        <Empty title={t('spiders.emptyTitle')} action={add}>
          {t('spiders.emptyText')}
        </Empty>
      )}
      <div className="spider-cards">
        {templates.map((template) => (
          <SpiderCard key={template.id} template={template} />
        ))}
      </div>
      {making && <NewSpiderDialog templates={templates} onClose={() => setMaking(false)} />}
    </Page>
  );
}

function SpiderCard({ template }: { template: Template }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, published, draft, usedBy, axes, scaleMax } = template;
  const shown = draft ?? published;
  const state = published?.publishedAt
    ? t('spiders.published', {
        number: published.number,
        date: shortDate(published.publishedAt.slice(0, 10), language),
      })
    : t('spiders.onlyDraft');
  const { removeIt, error } = useRemoval<Template>({
    remove: ({ id: templateId }) => call('spiders', 'remove', { templateId }),
    restore: ({ id: templateId }) => call('spiders', 'restore', { templateId }),
    message: () => t('spiders.removed', { name }),
  });
  return (
    <section className="sheet spider-card" aria-label={name}>
      <SpiderChart
        compact
        axes={axes}
        layers={[{ kind: 'target', levels: axes.map(({ target }) => ({ state: 'rated', level: target })) }]}
        scale={{ min: 1, max: scaleMax }}
        width={104}
        height={104}
        title={t('spiders.thumbnail', { name })}
        description=""
        names={{}}
      />
      <div className="spider-card-text">
        <h2 className="sheet-title">
          {shown ? (
            <Link
              className="plain-link"
              to="/spiders/$versionId"
              params={{ versionId: (published ?? shown).id }}
            >
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <div className="small soft">{state}</div>
        <div className="small soft">
          {usedBy.length > 0 ? t('spiders.usedBy', { categories: usedBy.join(', ') }) : t('spiders.notUsed')}
        </div>
        <Failure error={error} />
        <Group gap="xs" mt={4}>
          {draft && published && (
            <Link className="plain-link small" to="/spiders/$versionId" params={{ versionId: draft.id }}>
              {t('spiders.draft', { number: draft.number })}
            </Link>
          )}
          {usedBy.length === 0 && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('spiders.remove', { name })}
              onClick={() => void removeIt(template)}
            >
              {t('common.remove')}
            </Button>
          )}
        </Group>
      </div>
    </section>
  );
}
