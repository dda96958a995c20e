import type { OfferRow } from '@shared/contract/catalogues';
import { numberOf } from '@shared/domain/catalogue-import/rows';
import { danishOrder } from '@shared/domain/danish-order';
import { refuse } from '@shared/domain/text';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from '../open';
import { catalogueImports, catalogueOffers, catalogues } from '../schema/catalogues';
import { courseRuns, programmeItems } from '../schema/programme';

export type StoredOffer = typeof catalogueOffers.$inferSelect;
type CatalogueRow = typeof catalogues.$inferSelect;

/** A catalogue; refuses `not-found`. */
export function theCatalogue(db: Database, id: string, { removed = false } = {}): CatalogueRow {
  const found = db.select().from(catalogues).where(eq(catalogues.id, id)).get();
  if (found && (found.removedAt !== null) === removed) return found;
  throw refuse('not-found', {
    da: 'Kataloget findes ikke længere.',
    en: 'The catalogue no longer exists.',
  });
}

/** An offer of a catalogue that is in use; refuses `not-found`. */
export function theOffer(db: Database, id: string): { offer: StoredOffer; catalogue: CatalogueRow } {
  const offer = db.select().from(catalogueOffers).where(eq(catalogueOffers.id, id)).get();
  if (!offer) {
    throw refuse('not-found', {
      da: 'Kurset findes ikke længere i kataloget.',
      en: 'The course is no longer in the catalogue.',
    });
  }
  return { offer, catalogue: theCatalogue(db, offer.catalogueId) };
}

/** The latest import of each catalogue that has not been undone, by catalogue. */
export function latestImports(db: Database): Map<string, typeof catalogueImports.$inferSelect> {
  const rows = db
    .select()
    .from(catalogueImports)
    .where(isNull(catalogueImports.undoneAt))
    // Two within a millisecond: the one that was written last.
    .orderBy(catalogueImports.importedAt, sql`rowid`)
    .all();
  return new Map(rows.map((row) => [row.catalogueId, row]));
}

/** Offers that stand in the programme by a run that stands. */
export function takenOffers(db: Database): Set<string> {
  const rows = db
    .selectDistinct({ offerId: courseRuns.offerId })
    .from(courseRuns)
    .innerJoin(programmeItems, eq(programmeItems.id, courseRuns.itemId))
    .where(and(isNotNull(courseRuns.offerId), isNull(courseRuns.removedAt), isNull(programmeItems.removedAt)))
    .all();
  return new Set(rows.map(({ offerId }) => offerId ?? ''));
}

type Marks = Pick<StoredOffer, 'addedImportId' | 'changedImportId' | 'goneImportId' | 'changes'>;

/** How an offer stands after the latest import of its catalogue. What is gone stays so in later imports too. */
export function offerState(offer: Marks, latestId: string | undefined): OfferRow['state'] {
  if (offer.goneImportId !== null) return 'gone';
  if (latestId === undefined) return 'same';
  if (offer.addedImportId === latestId) return 'new';
  if (offer.changedImportId !== latestId) return 'same';
  return readChanges(offer.changes).isBack ? 'back' : 'changed';
}

/** What an offer keeps of its last change. */
export type StoredChanges = { readonly isBack: boolean; readonly lines: readonly StoredLine[] };
type StoredLine = { field: string; from: string | number | null; to: string | number | null };

const back = 'returned';

/** The last change as it is kept: `[{field, from, to}]`, with a line of its own for what came back. */
export function writeChanges({ isBack, lines }: StoredChanges): string {
  return JSON.stringify(isBack ? [{ field: back, from: null, to: null }, ...lines] : lines);
}

export function readChanges(json: string): StoredChanges {
  const lines = JSON.parse(json) as StoredLine[];
  return {
    isBack: lines.some(({ field }) => field === back),
    lines: lines.filter(({ field }) => field !== back),
  };
}

/** Every offer of the catalogues in use, lean, in Danish order of titles, then by day. */
export function offerRows(db: Database): OfferRow[] {
  const latest = latestImports(db);
  const taken = takenOffers(db);
  const o = catalogueOffers;
  return db
    .select({
      id: o.id,
      catalogueId: o.catalogueId,
      key: o.key,
      title: o.title,
      subject: o.subject,
      provider: o.provider,
      qualification: o.qualification,
      ects: o.ects,
      feeOre: o.feeOre,
      startsOn: o.startsOn,
      endsOn: o.endsOn,
      signUpBy: o.signUpBy,
      place: o.place,
      seats: o.seats,
      minimumSeats: o.minimumSeats,
      addedImportId: o.addedImportId,
      changedImportId: o.changedImportId,
      goneImportId: o.goneImportId,
      changes: o.changes,
    })
    .from(o)
    .innerJoin(catalogues, eq(catalogues.id, o.catalogueId))
    .where(isNull(catalogues.removedAt))
    .all()
    .map(({ key, addedImportId, changedImportId, goneImportId, changes, ...row }) => ({
      ...row,
      number: numberOf(key),
      state: offerState(
        { addedImportId, changedImportId, goneImportId, changes },
        latest.get(row.catalogueId)?.id,
      ),
      isInProgramme: taken.has(row.id),
    }))
    .sort(
      (a, b) =>
        danishOrder.compare(a.title, b.title) ||
        (a.startsOn ?? '9999').localeCompare(b.startsOn ?? '9999') ||
        danishOrder.compare(a.place, b.place) ||
        a.id.localeCompare(b.id),
    );
}
