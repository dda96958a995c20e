import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import {
  activityKindNames,
  activityKinds,
  activityLevelNames,
  activityLevels,
  focusTagNames,
  focusTags,
} from '@shared/domain/activities';
import { localDate } from '@shared/domain/dates';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { ProgrammeTabs } from '../../app/ProgrammeTabs';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { DemandSheet } from './DemandSheet';
import { ExpertsSheet } from './ExpertsSheet';
import { ItemDialog } from './ItemDialog';
import { ProgrammeOut } from './ProgrammeOut';
import { ProgrammeTable } from './ProgrammeTable';
import { foundRows, type Supply, searched, supplies, useProgrammeFilter } from './programme-filter';
import './programme.css';

type Programme = OutputOf<'programme', 'list'>;

/** What there is to learn here: found by words, level, kind, competence, focus and supply (R002-20 … R002-23). */
export function ProgrammePage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { schoolYear } = useSchoolYear();
  const [isAdding, setAdding] = useState(false);
  const list = useCall('programme', 'list', { schoolYear }, { keepPrevious: true });
  const { data } = list;
  const found = useFound(data?.items ?? []);
  const reset = useProgrammeFilter((filter) => filter.reset);
  const count = data?.items.length ?? 0;
  const lede = data && count > 0 && (
    <span role="status">
      {[
        found.length === count
          ? t('programme.count', { count })
          : t('programme.found', { count: found.length, all: count }),
        data.updatedAt &&
          t('programme.updated', { date: longDate(localDate(new Date(data.updatedAt)), language) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
  return (
    <Page
      title={t('programme.title')}
      lede={lede}
      actions={
        count > 0 && (
          <>
            <ProgrammeOut schoolYear={schoolYear} />
            <Button onClick={() => setAdding(true)}>{t('programme.new')}</Button>
          </>
        )
      }
    >
      <ProgrammeTabs />
      <Failure error={list.error} />
      {children}
      {data && count === 0 && (
        <Sheet>
          <Empty
            title={t('programme.emptyTitle')}
            action={
              <Group gap="xs">
                <Button onClick={() => setAdding(true)}>{t('programme.new')}</Button>
                <Button component={Link} to="/programme/catalogues" variant="default">
                  {t('programme.toCatalogues')}
                </Button>
              </Group>
            }
          >
            {t('programme.emptyText')}
          </Empty>
        </Sheet>
      )}
      {data && count > 0 && (
        <>
          <Filters competences={data.competences} />
          <Sheet>
            {found.length > 0 ? (
              <ProgrammeTable items={found} />
            ) : (
              <Empty
                title={t('programme.noneFoundTitle')}
                action={
                  <Button variant="default" onClick={reset}>
                    {t('programme.showAll')}
                  </Button>
                }
              >
                {t('programme.noneFoundText')}
              </Empty>
            )}
          </Sheet>
        </>
      )}
      {data && (
        <div className="columns pg-columns">
          <DemandSheet schoolYear={schoolYear} />
          <ExpertsSheet />
        </div>
      )}
      {isAdding && (
        <ItemDialog
          onClose={() => setAdding(false)}
          onSaved={(itemId) => void navigate({ to: '/programme/$itemId', params: { itemId } })}
        />
      )}
    </Page>
  );
}

/** The rows the filters let through. The search runs a moment behind the typing, so that typing stays quick. */
function useFound(items: Programme['items']): Programme['items'] {
  const { search, level, kind, lineageId, tag, supply } = useProgrammeFilter();
  const query = useDeferredValue(search);
  const rows = useMemo(() => searched(items), [items]);
  return useMemo(
    () => foundRows(rows, { search: query, level, kind, lineageId, tag, supply }),
    [rows, query, level, kind, lineageId, tag, supply],
  );
}

function Filters({ competences }: Pick<Programme, 'competences'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { search, level, kind, lineageId, tag, supply, set } = useProgrammeFilter();
  const distinct = [...new Map(competences.map((one) => [one.lineageId, one.name]))];
  return (
    <search className="filter-row">
      <TextInput
        type="search"
        label={t('common.search')}
        placeholder={t('programme.searchHint')}
        value={search}
        onChange={(event) => set({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          const first = document.querySelector<HTMLAnchorElement>('.pg-link');
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            first?.focus();
          }
          if (event.key === 'Enter') first?.click();
        }}
      />
      <NativeSelect
        label={t('programme.level')}
        value={level}
        onChange={(event) => set({ level: event.currentTarget.value })}
        data={[
          { value: '', label: t('programme.allLevels') },
          ...activityLevels.map((value) => ({ value, label: activityLevelNames[value][language] })),
        ]}
      />
      <NativeSelect
        label={t('programme.kind')}
        value={kind}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: t('programme.allKinds') },
          ...activityKinds.map((value) => ({ value, label: activityKindNames[value][language] })),
        ]}
      />
      <NativeSelect
        label={t('programme.facts.competences')}
        value={lineageId}
        onChange={(event) => set({ lineageId: event.currentTarget.value })}
        data={[
          { value: '', label: t('programme.allCompetences') },
          ...distinct.map(([value, label]) => ({ value, label })),
        ]}
      />
      <NativeSelect
        label={t('programme.facts.tags')}
        value={tag}
        onChange={(event) => set({ tag: event.currentTarget.value })}
        data={[
          { value: '', label: t('programme.allTags') },
          ...focusTags.map((value) => ({ value, label: focusTagNames[value][language] })),
        ]}
      />
      <NativeSelect
        label={t('programme.supply')}
        value={supply}
        onChange={(event) => set({ supply: event.currentTarget.value as Supply })}
        data={supplies.map((value) => ({ value, label: t(`programme.supplies.${value}`) }))}
      />
    </search>
  );
}
