import { randomUUID } from 'node:crypto';
import type { CataloguePlan } from '@shared/domain/catalogue-import/plan';
import { danishOrder } from '@shared/domain/danish-order';
import { list } from '@shared/domain/list-text';
import { type Language, refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../data/open';
import { type StoredOffer, writeChanges } from '../../data/queries/catalogues';
import { referencedIds } from '../../data/referenced-rows';
import { catalogueImports, catalogueOffers, catalogues } from '../../data/schema/catalogues';

/** Rows as they were before an import; what it added has no row before. */
const images = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));

type Import = {
  readonly catalogueId: string;
  readonly importId: string;
  readonly plan: CataloguePlan;
  readonly before: readonly StoredOffer[];
};

/** Writes what a plan says and answers the rows it changed as they were, so that all of it can be taken back. */
export function carryOut(db: Database, { catalogueId, importId, plan, before }: Import): StoredOffer[] {
  const byId = new Map(before.map((offer) => [offer.id, offer]));
  const changed: StoredOffer[] = [];
  const put = (id: string, values: Partial<StoredOffer>) => {
    const image = byId.get(id);
    if (image) changed.push(image);
    db.update(catalogueOffers).set(values).where(eq(catalogueOffers.id, id)).run();
  };
  for (const { row: _, ...offer } of plan.added) {
    db.insert(catalogueOffers)
      .values({
        ...offer,
        id: randomUUID(),
        catalogueId,
        addedImportId: importId,
        changedImportId: null,
        changes: '[]',
        goneImportId: null,
      })
      .run();
  }
  for (const { id, offer, changes, isBack } of plan.changed) {
    const { row: _, key: __, ...values } = offer;
    put(id, {
      ...values,
      changedImportId: importId,
      changes: writeChanges({ isBack, lines: changes }),
      goneImportId: null,
    });
  }
  for (const id of plan.gone) put(id, { goneImportId: importId });
  return changed;
}

/** Takes an import back. Only a catalogue's latest keeps what stood before; what is in the programme stands on it. */
export function undoImport(db: Database, importId: string, at: string): void {
  const found = db.select().from(catalogueImports).where(eq(catalogueImports.id, importId)).get();
  if (!found) throw notFound;
  if (found.undoneAt !== null) throw alreadyUndone;
  if (found.before === '') throw notLatest;
  const used = referencedIds(db, 'catalogue_offers', []);
  const added = db
    .select({ id: catalogueOffers.id, title: catalogueOffers.title })
    .from(catalogueOffers)
    .where(eq(catalogueOffers.addedImportId, importId))
    .all();
  const inTheWay = added.filter(({ id }) => used.has(id)).map(({ title }) => title);
  if (inTheWay.length > 0) throw takenSince(inTheWay);
  for (const row of images.parse(JSON.parse(found.before))) {
    db.update(catalogueOffers)
      .set(row as Partial<StoredOffer>)
      .where(eq(catalogueOffers.id, String(row.id)))
      .run();
  }
  for (const { id } of added) db.delete(catalogueOffers).where(eq(catalogueOffers.id, id)).run();
  db.update(catalogueImports)
    .set({ undoneAt: at, before: '' })
    .where(eq(catalogueImports.id, importId))
    .run();
  const isEmpty = db
    .select({ id: catalogueOffers.id })
    .from(catalogueOffers)
    .where(eq(catalogueOffers.catalogueId, found.catalogueId))
    .limit(1)
    .all();
  // A first import that is taken back may have been matched wrongly: the next one asks again.
  if (isEmpty.length === 0)
    db.update(catalogues).set({ matching: '{}' }).where(eq(catalogues.id, found.catalogueId)).run();
}

function takenSince(titles: readonly string[]) {
  const named = [...new Set(titles)].sort(danishOrder.compare);
  const some = (language: Language, more: string) =>
    list(named.length > 3 ? [...named.slice(0, 3), `${named.length - 3} ${more}`] : named, language);
  return refuse('conflict', {
    da: `Importen kan ikke fortrydes, for ${some('da', 'mere')} er siden taget ind i udviklingsprogrammet.`,
    en: `The import cannot be undone, because ${some('en', 'more')} has since been taken into the development programme.`,
  });
}

const notFound = refuse('not-found', {
  da: 'Importen findes ikke længere.',
  en: 'The import no longer exists.',
});
const alreadyUndone = refuse('conflict', {
  da: 'Importen er allerede fortrudt.',
  en: 'The import has already been undone.',
});
const notLatest = refuse('conflict', {
  da: 'Kun katalogets seneste import kan fortrydes.',
  en: 'Only the latest import of a catalogue can be undone.',
});
