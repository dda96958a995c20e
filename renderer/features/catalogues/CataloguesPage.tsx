import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import type { OfferRow } from '@shared/contract/catalogues';
import { activityQualificationNames, activityQualifications } from '@shared/domain/activities';
import { danishOrder } from '@shared/domain/danish-order';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { ProgrammeTabs } from '../../app/ProgrammeTabs';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { CatalogueDialog } from './CatalogueDialog';
import { CatalogueImport } from './CatalogueImport';
import { CatalogueList } from './CatalogueList';
import { NewsSheet } from './NewsSheet';
import { OfferDialog } from './OfferDialog';
import { OfferTable } from './OfferTable';
import { foundOffers, type Standing, searched, standings, useOfferFilter } from './offer-filter';
import './catalogues.css';
import '../../ui/table-import.css';

export type Catalogue = OutputOf<'catalogues', 'list'>['catalogues'][number];

/** What providers offer: several catalogues side by side, imported, searched and taken into the programme (R001-15). */
export function CataloguesPage() {
  const { t } = useTranslation();
  const list = useCall('catalogues', 'list', {});
  const offers = useCall('catalogues', 'offers', {}, { keepPrevious: true });
  const [dialog, setDialog] = useState<Catalogue | 'new' | null>(null);
  const [importing, setImporting] = useState<string | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const open = useCallback((offerId: string) => setOpened(offerId), []);
  const found = useFound(offers.data?.offers);
  const catalogues = list.data?.catalogues ?? [];
  const standing = catalogues.reduce((sum, one) => sum + one.offers, 0);
  const imported = catalogues.find(({ id }) => id === importing);
  if (imported) return <CatalogueImport catalogue={imported} onClose={() => setImporting(null)} />;
  const hasOffers = (offers.data?.offers.length ?? 0) > 0;
  return (
    <Page
      title={t('catalogues.title')}
      lede={
        hasOffers && (
          <span role="status">{t('catalogues.found', { count: found.length, all: standing })}</span>
        )
      }
      actions={
        catalogues.length > 0 && <Button onClick={() => setDialog('new')}>{t('catalogues.new')}</Button>
      }
    >
      <ProgrammeTabs />
      <Failure error={list.error ?? offers.error} />
      <NewsSheet />
      {list.data && (
        <CatalogueList
          catalogues={catalogues}
          onImport={({ id }) => setImporting(id)}
          onEdit={setDialog}
          onNew={() => setDialog('new')}
        />
      )}
      {hasOffers && (
        <>
          <Filters offers={offers.data?.offers ?? []} catalogues={catalogues} />
          <Sheet>{found.length > 0 ? <OfferTable offers={found} onOpen={open} /> : <NoneFound />}</Sheet>
        </>
      )}
      {dialog && (
        <CatalogueDialog
          catalogue={dialog === 'new' ? null : dialog}
          onClose={() => setDialog(null)}
          onMade={setImporting}
        />
      )}
      {opened && <OfferDialog offerId={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}

function NoneFound() {
  const { t } = useTranslation();
  const reset = useOfferFilter((filter) => filter.reset);
  return (
    <Empty
      title={t('catalogues.noneFoundTitle')}
      action={
        <Button variant="default" onClick={reset}>
          {t('catalogues.showAll')}
        </Button>
      }
    >
      {t('catalogues.noneFoundText')}
    </Empty>
  );
}

/** The rows the filters let through. The search runs a moment behind the typing, so that typing stays quick. */
function useFound(offers: readonly OfferRow[] | undefined): readonly OfferRow[] {
  const { search, catalogueId, subject, qualification, standing } = useOfferFilter();
  const query = useDeferredValue(search);
  const rows = useMemo(() => searched(offers ?? []), [offers]);
  return useMemo(
    () => foundOffers(rows, { search: query, catalogueId, subject, qualification, standing }),
    [rows, query, catalogueId, subject, qualification, standing],
  );
}

function Filters({ offers, catalogues }: { offers: readonly OfferRow[]; catalogues: readonly Catalogue[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { search, catalogueId, subject, qualification, standing, set } = useOfferFilter();
  const subjects = useMemo(
    () => [...new Set(offers.map((one) => one.subject))].filter(Boolean).sort(danishOrder.compare),
    [offers],
  );
  return (
    <search className="filter-row">
      <TextInput
        type="search"
        label={t('common.search')}
        placeholder={t('catalogues.searchHint')}
        value={search}
        onChange={(event) => set({ search: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLButtonElement>('.ca-link')?.focus();
        }}
      />
      <NativeSelect
        label={t('catalogues.catalogue')}
        value={catalogueId}
        onChange={(event) => set({ catalogueId: event.currentTarget.value })}
        data={[
          { value: '', label: t('catalogues.allCatalogues') },
          ...catalogues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t('catalogues.subject')}
        value={subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
        data={[{ value: '', label: t('catalogues.allSubjects') }, ...subjects]}
      />
      <NativeSelect
        label={t('catalogues.gives')}
        value={qualification}
        onChange={(event) => set({ qualification: event.currentTarget.value })}
        data={[
          { value: '', label: t('catalogues.allQualifications') },
          ...activityQualifications.map((value) => ({
            value,
            label: activityQualificationNames[value][language],
          })),
        ]}
      />
      <NativeSelect
        label={t('catalogues.standing')}
        value={standing}
        onChange={(event) => set({ standing: event.currentTarget.value as Standing })}
        data={standings.map((value) => ({ value, label: t(`catalogues.standings.${value}`) }))}
      />
    </search>
  );
}
