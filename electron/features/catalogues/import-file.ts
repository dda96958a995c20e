import { randomUUID } from 'node:crypto';
import type { catalogues as contract } from '@shared/contract/catalogues';
import type { Input, Output } from '@shared/contract/core';
import {
  headingsOf,
  type OfferMatching,
  offerFields,
  type RememberedMatching,
  recallMatching,
} from '@shared/domain/catalogue-import/columns';
import { isNothing, type KnownOffer, planOffers } from '@shared/domain/catalogue-import/plan';
import { numberOf, readOffers } from '@shared/domain/catalogue-import/rows';
import { type ImportTable, importLimits } from '@shared/domain/table-import/table';
import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { type StoredOffer, takenOffers, theCatalogue } from '../../data/queries/catalogues';
import { catalogueImports, catalogueOffers, catalogues } from '../../data/schema/catalogues';
import type { Context, Handlers } from '../context';
import { readTable } from '../import-file/read-table';
import { refuseProblems, waitingList } from '../import-file/waiting-list';
import { carryOut, undoImport } from './carry-out';

type Own = 'choose' | 'preview' | 'apply' | 'undo' | 'cancel';

const waiting = waitingList<{ catalogueId: string; table: ImportTable }>();

/** A provider's list from a file: chosen, matched once, looked at, applied as a whole and undone as a whole. */
export const importHandlers: Pick<Handlers<typeof contract>, Own> = {
  choose: async (context, { catalogueId }) => {
    theCatalogue(context.db, catalogueId);
    const file = await context.machine.chooseFile('table', importLimits.bytes);
    if (!file) return null;
    const table = await readTable(file.bytes, file.name, 'catalogue');
    const ticket = waiting.keep(context, { catalogueId, table });
    const { matching, isWhole, lost } = recallMatching(
      table.header,
      rememberedBy(theCatalogue(context.db, catalogueId)),
    );
    return {
      ticket,
      fileName: table.fileName,
      encoding: table.encoding ?? null,
      header: [...table.header],
      columns: matching,
      isMatched: isWhole,
      lost,
      rowCount: table.rows.length,
      firstRows: table.rows
        .slice(0, 3)
        .map(({ cells }) => table.header.map((_, column) => cells[column] ?? '')),
    };
  },

  preview: (context, input) => preview(context, input),

  apply: (context, { ticket, columns }) => {
    const { catalogueId, table } = waiting.of(context, ticket);
    const { offers, problems } = readOffers(table, columns);
    refuseProblems(problems.length, 'catalogue');
    const at = context.now().toISOString();
    const matching = JSON.stringify(headingsOf(table.header, columns));
    const importId = randomUUID();
    const answer = context.write(
      {
        action: 'catalogue.imported',
        entity: 'catalogue',
        entityId: catalogueId,
        fields: ['offers', 'matching'],
      },
      (db) => {
        theCatalogue(db, catalogueId);
        const before = offersOf(db, catalogueId);
        const plan = planOffers(before.map(known), offers);
        // What was matched is worth remembering also when the list held nothing new.
        db.update(catalogues).set({ matching }).where(eq(catalogues.id, catalogueId)).run();
        const counts = {
          added: plan.added.length,
          changed: plan.changed.length,
          gone: plan.gone.length,
          unchanged: plan.unchanged,
        };
        if (isNothing(plan)) return { importId: null, ...counts };
        // Only the latest import can be undone, so older ones need not keep what stood before.
        db.update(catalogueImports)
          .set({ before: '' })
          .where(and(eq(catalogueImports.catalogueId, catalogueId), ne(catalogueImports.before, '')))
          .run();
        db.insert(catalogueImports)
          .values({ id: importId, catalogueId, importedAt: at, ...counts, before: '', undoneAt: null })
          .run();
        const images = carryOut(db, { catalogueId, importId, plan, before });
        db.update(catalogueImports)
          .set({ before: JSON.stringify(images) })
          .where(eq(catalogueImports.id, importId))
          .run();
        return { importId, ...counts };
      },
    );
    waiting.forget(context, ticket);
    return answer;
  },

  undo: (context, { importId }) =>
    context.write(
      { action: 'catalogue.importUndone', entity: 'catalogueImport', entityId: importId, fields: [] },
      (db) => {
        undoImport(db, importId, context.now().toISOString());
        return {};
      },
    ),

  cancel: (context, { ticket }) => {
    waiting.forget(context, ticket);
    return {};
  },
};

function preview(context: Context, input: Input<typeof contract.preview>): Output<typeof contract.preview> {
  const { catalogueId, table } = waiting.of(context, input.ticket);
  const { offers, problems } = readOffers(table, input.columns);
  const before = offersOf(context.db, catalogueId);
  const { added, changed, gone, unchanged } = planOffers(before.map(known), offers);
  const language = context.language();
  const taken = takenOffers(context.db);
  const byId = new Map(before.map((offer) => [offer.id, offer]));
  const isUnread = problems.length > 0;
  return {
    counts: {
      added: added.length,
      changed: changed.length,
      gone: isUnread ? 0 : gone.length,
      unchanged,
      problem: new Set(problems.map(({ row }) => row)).size,
    },
    problems: problems.map(({ row, message }) => ({ row, message: message[language] })),
    added: added.map(({ row, key, title, startsOn, place }) => ({
      row,
      number: numberOf(key),
      title,
      startsOn,
      place,
    })),
    changed: changed.map(({ id, offer, changes, isBack }) => ({
      row: offer.row,
      number: numberOf(offer.key),
      title: offer.title,
      isBack,
      isInProgramme: taken.has(id),
      changes: [...changes],
    })),
    // A list with problems does not tell what is gone: its row may be the one that cannot be read.
    gone: (isUnread ? [] : gone).map((id) => ({
      id,
      number: numberOf(byId.get(id)?.key ?? ''),
      title: byId.get(id)?.title ?? '',
      isInProgramme: taken.has(id),
    })),
  };
}

const offersOf = (db: Database, catalogueId: string): StoredOffer[] =>
  db.select().from(catalogueOffers).where(eq(catalogueOffers.catalogueId, catalogueId)).all();

const known = ({ goneImportId, ...offer }: StoredOffer): KnownOffer => ({
  ...offer,
  isGone: goneImportId !== null,
});

/** The remembered headings, and nothing else that the column might hold. */
export function rememberedBy({ matching }: { matching: string }): RememberedMatching {
  const kept = JSON.parse(matching) as Partial<Record<keyof OfferMatching, unknown>>;
  return Object.fromEntries(
    offerFields.flatMap((field) => (typeof kept[field] === 'string' ? [[field, kept[field]]] : [])),
  );
}
