import { Button, Group, NativeSelect } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { ProgrammeTabs } from '../../app/ProgrammeTabs';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useRemoval } from '../../ui/use-removal';
import { ChainDialog } from './ChainDialog';
import { ModuleGrid } from './ModuleGrid';
import { RoundsSheet } from './RoundsSheet';
import { StepsSheet } from './StepsSheet';
import './course-chains.css';

export type Chain = OutputOf<'courseChains', 'get'>;

/** Courses in an order: who introduces them, which modules the teams have solved, and what follows (R004-05 … R004-08). */
export function ChainsPage() {
  const { t } = useTranslation();
  const list = useCall('courseChains', 'list', {});
  const begin = useOrder('courseChains', 'begin');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const chains = list.data?.chains ?? [];
  const shown = chains.find(({ id }) => id === chosen) ?? chains[0];
  const beginIt = () => begin.mutate({}, { onSuccess: ({ id }) => setChosen(id) });
  const beginButton = (
    <Button variant={chains.length === 0 ? 'filled' : 'subtle'} loading={begin.isPending} onClick={beginIt}>
      {t('courseChains.begin')}
    </Button>
  );
  return (
    <Page
      title={t('courseChains.title')}
      lede={shown && <Standing chain={shown} />}
      actions={
        chains.length > 0 && (
          <>
            {beginButton}
            <Button onClick={() => setNew(true)}>{t('courseChains.new')}</Button>
          </>
        )
      }
    >
      <ProgrammeTabs />
      <Failure error={list.error ?? begin.error} />
      {list.data && chains.length === 0 && (
        <Sheet>
          <Empty
            title={t('courseChains.noneTitle')}
            action={
              <Group gap="xs">
                {beginButton}
                <Button variant="default" onClick={() => setNew(true)}>
                  {t('courseChains.beginEmpty')}
                </Button>
              </Group>
            }
          >
            {t('courseChains.noneText')}
          </Empty>
        </Sheet>
      )}
      {chains.length > 1 && shown && (
        <search className="filter-row">
          <NativeSelect
            label={t('courseChains.chain')}
            value={shown.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={chains.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </search>
      )}
      {shown && <ChainView key={shown.id} chainId={shown.id} />}
      {isNew && <ChainDialog chain={null} onClose={() => setNew(false)} onSaved={setChosen} />}
    </Page>
  );
}

/** How far the teams have come, in a sentence. */
function Standing({
  chain: { solved, teams },
}: {
  chain: OutputOf<'courseChains', 'list'>['chains'][number];
}) {
  const { t } = useTranslation();
  if (solved === 0) return t('courseChains.noneSolved');
  return t('courseChains.solvedBy', { count: solved, teams: t('courseChains.teams', { count: teams }) });
}

function ChainView({ chainId }: { chainId: string }) {
  const { t } = useTranslation();
  const found = useCall('courseChains', 'get', { id: chainId });
  const [isEditing, setEditing] = useState(false);
  const { removeIt, isRemoving, error } = useRemoval<Chain>({
    remove: ({ id }) => call('courseChains', 'remove', { id }),
    restore: ({ id }) => call('courseChains', 'restore', { id }),
    message: ({ title }) => t('courseChains.removed', { title }),
  });
  const chain = found.data;
  if (!chain) return <Failure error={found.error} />;
  return (
    <>
      <Sheet
        title={chain.title}
        aside={
          <div className="row-actions">
            <Button size="compact-sm" variant="subtle" onClick={() => setEditing(true)}>
              {t('common.edit')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              loading={isRemoving}
              onClick={() => void removeIt(chain)}
            >
              {t('common.remove')}
            </Button>
          </div>
        }
      >
        <Failure error={error} />
        {chain.purpose !== '' && <p className="reading-text cc-purpose">{chain.purpose}</p>}
      </Sheet>
      <ModuleGrid chain={chain} />
      <StepsSheet chain={chain} />
      <RoundsSheet chain={chain} />
      {isEditing && <ChainDialog chain={chain} onClose={() => setEditing(false)} onSaved={() => undefined} />}
    </>
  );
}
