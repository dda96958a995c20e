import { randomUUID } from 'node:crypto';
import type { catalogues as contract } from '@shared/contract/catalogues';
import { offerValueFields } from '@shared/domain/catalogue-import/plan';
import { numberOf } from '@shared/domain/catalogue-import/rows';
import { danishOrder } from '@shared/domain/danish-order';
import { sameText } from '@shared/domain/table-import/cells';
import { refuse, type Text } from '@shared/domain/text';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import {
  latestImports,
  offerRows,
  offerState,
  readChanges,
  theCatalogue,
  theOffer,
} from '../../data/queries/catalogues';
import { adoptOffer, offerNews, putBackFacts } from '../../data/queries/offer-news';
import { likeItems, programmeFromOffer, removeTaken } from '../../data/queries/programme-from-offer';
import { catalogueImports, catalogueOffers, catalogues } from '../../data/schema/catalogues';
import { courseRuns, programmeItems } from '../../data/schema/programme';
import type { Handlers } from '../context';
import { importHandlers, rememberedBy } from './import-file';

const entry = (action: string, entityId: string, fields: string[] = []) => ({
  action: `catalogue.${action}`,
  entity: 'catalogue',
  entityId,
  fields,
});

export const cataloguesHandlers: Handlers<typeof contract> = {
  ...importHandlers,

  list({ db }) {
    const latest = latestImports(db);
    const standing = new Map(
      db
        .select({ id: catalogueOffers.catalogueId, n: count() })
        .from(catalogueOffers)
        .where(isNull(catalogueOffers.goneImportId))
        .groupBy(catalogueOffers.catalogueId)
        .all()
        .map(({ id, n }) => [id, n]),
    );
    return {
      catalogues: standingCatalogues(db).map((catalogue) => {
        const { id, name, kind } = catalogue;
        const last = latest.get(id);
        return {
          id,
          name,
          kind,
          offers: standing.get(id) ?? 0,
          isMatched: Object.keys(rememberedBy(catalogue)).length > 0,
          latest: last
            ? {
                importId: last.id,
                importedAt: last.importedAt,
                added: last.added,
                changed: last.changed,
                gone: last.gone,
                canUndo: last.before !== '',
              }
            : null,
        };
      }),
    };
  },

  save(context, { id: given, name, kind }) {
    const id = given ?? randomUUID();
    return context.write(entry('saved', id, ['name', 'kind']), (db) => {
      if (standingCatalogues(db).some((one) => one.id !== id && sameText(one.name, name)))
        throw refuse('conflict', nameTaken, { name: nameTaken });
      if (given) {
        theCatalogue(db, given);
        db.update(catalogues).set({ name, kind }).where(eq(catalogues.id, id)).run();
      } else {
        const createdAt = context.now().toISOString();
        db.insert(catalogues).values({ id, name, kind, matching: '{}', createdAt }).run();
      }
      return { id };
    });
  },

  remove(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theCatalogue(db, id);
      const removedAt = context.now().toISOString();
      db.update(catalogues).set({ removedAt }).where(eq(catalogues.id, id)).run();
      return {};
    });
  },

  restore(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { name } = theCatalogue(db, id, { removed: true });
      if (standingCatalogues(db).some((one) => sameText(one.name, name))) throw refuse('conflict', nameTaken);
      db.update(catalogues).set({ removedAt: null }).where(eq(catalogues.id, id)).run();
      return {};
    });
  },

  offers: ({ db }) => ({ offers: offerRows(db) }),

  offer({ db }, { id }) {
    const { offer, catalogue } = theOffer(db, id);
    const { key, changes, addedImportId: _, changedImportId, goneImportId, ...values } = offer;
    const { lines } = readChanges(changes);
    const runs = db
      .select({
        runId: courseRuns.id,
        itemId: programmeItems.id,
        title: programmeItems.title,
        startsOn: courseRuns.startsOn,
      })
      .from(courseRuns)
      .innerJoin(programmeItems, eq(programmeItems.id, courseRuns.itemId))
      .where(and(eq(courseRuns.offerId, id), isNull(courseRuns.removedAt), isNull(programmeItems.removedAt)))
      .orderBy(asc(courseRuns.startsOn))
      .all();
    return {
      ...values,
      number: numberOf(key),
      catalogueName: catalogue.name,
      state: offerState(offer, latestImports(db).get(catalogue.id)?.id),
      changes: lines.flatMap(({ field, ...line }) => {
        const known = offerValueFields.find((one) => one === field);
        return known ? [{ field: known, ...line }] : [];
      }),
      changedOn: importedAt(db, changedImportId),
      goneOn: importedAt(db, goneImportId),
      runs,
      likeItems: likeItems(db, offer),
    };
  },

  take(context, taking) {
    const at = context.now().toISOString();
    return context.write(
      ({ itemId }: { itemId: string; runId: string | null }) => ({
        action: 'programmeItem.taken',
        entity: 'programmeItem',
        entityId: itemId,
        fields: ['offerId'],
      }),
      (db) => programmeFromOffer(db, taking, at),
    );
  },

  undoTake(context, taken) {
    const at = context.now().toISOString();
    return context.write(
      {
        action: 'programmeItem.takeUndone',
        entity: 'programmeItem',
        entityId: taken.itemId,
        fields: ['offerId'],
      },
      (db) => {
        removeTaken(db, taken, at);
        return {};
      },
    );
  },

  news: ({ db }) => ({ news: offerNews(db).map((one) => ({ ...one, differences: [...one.differences] })) }),

  adopt(context, { runId }) {
    const at = context.now().toISOString();
    return context.write(
      { action: 'courseRun.adopted', entity: 'courseRun', entityId: runId, fields: ['offerId'] },
      (db) => ({ before: adoptOffer(db, runId, at) }),
    );
  },

  undoAdopt(context, { runId, before }) {
    const at = context.now().toISOString();
    return context.write(
      { action: 'courseRun.adoptUndone', entity: 'courseRun', entityId: runId, fields: ['offerId'] },
      (db) => {
        putBackFacts(db, runId, before, at);
        return {};
      },
    );
  },
};

function standingCatalogues(db: Database) {
  return db
    .select()
    .from(catalogues)
    .where(isNull(catalogues.removedAt))
    .all()
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}

function importedAt(db: Database, importId: string | null): string | null {
  if (importId === null) return null;
  const row = db
    .select({ at: catalogueImports.importedAt })
    .from(catalogueImports)
    .where(eq(catalogueImports.id, importId))
    .get();
  return row?.at ?? null;
}

const nameTaken: Text = {
  da: 'Der er allerede et katalog med det navn.',
  en: 'There is a catalogue of that name already.',
};
