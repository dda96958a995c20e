import { newsFields, type ProgrammeFacts } from '@shared/contract/catalogues';
import { someMinimum } from '@shared/domain/catalogue-import/cells';
import { and, eq, isNull, notInArray, or } from 'drizzle-orm';
import type { Database } from '../open';
import { catalogueImports, catalogueOffers, catalogues } from '../schema/catalogues';
import { courseRunDays, courseRuns, programmeItems } from '../schema/programme';
import { type StoredOffer, theOffer } from './catalogues';
import { type ItemRow, theItem, theRun } from './programme';
import { goneOffer, notTaken } from './programme-from-offer';

type RunRow = ReturnType<typeof theRun>;
type Facts = Omit<ProgrammeFacts, 'dates'>;

/** What a taken run and its item say where an offer says it too. */
function factsOf(run: RunRow, item: ItemRow): Facts {
  const { startsOn, endsOn, signUpBy, place, seats, minimumSeats } = run;
  const { feeOre, ects, days } = item;
  return { startsOn, endsOn, signUpBy, place, seats, minimumSeats, feeOre, ects, days };
}

/** The same as the offer says it; what a provider leaves empty is not known, so what the school knows stands. */
function factsOfOffer(offer: StoredOffer, now: Facts): Facts {
  const startsOn = offer.startsOn ?? now.startsOn;
  return {
    startsOn,
    endsOn: offer.endsOn ?? (offer.startsOn ? startsOn : now.endsOn),
    signUpBy: offer.signUpBy ?? (now.signUpBy !== null && now.signUpBy <= startsOn ? now.signUpBy : null),
    place: offer.place || now.place,
    seats: offer.seats ?? now.seats,
    minimumSeats: offer.minimumSeats === someMinimum ? now.minimumSeats : offer.minimumSeats,
    feeOre: offer.feeOre ?? now.feeOre,
    ects: offer.ects ?? now.ects,
    days: offer.days ?? now.days,
  };
}

export type OfferNews = {
  readonly offerId: string;
  readonly runId: string;
  readonly itemId: string;
  readonly title: string;
  readonly catalogueName: string;
  readonly isGone: boolean;
  /** Moment of the import that told it. */
  readonly at: string;
  readonly differences: readonly {
    readonly field: (typeof newsFields)[number];
    readonly inProgramme: string | number | null;
    readonly inCatalogue: string | number | null;
  }[];
};

/**
 * Runs taken from an offer that is gone from its catalogue, or that has changed there after it was taken and now says
 * something else than the programme. Newest first. Only told: the programme changes when a person says so.
 */
export function offerNews(db: Database): OfferNews[] {
  const importedAt = new Map(
    db
      .select({ id: catalogueImports.id, at: catalogueImports.importedAt })
      .from(catalogueImports)
      .all()
      .map(({ id, at }) => [id, at]),
  );
  return db
    .select({ run: courseRuns, item: programmeItems, offer: catalogueOffers, catalogueName: catalogues.name })
    .from(courseRuns)
    .innerJoin(programmeItems, eq(programmeItems.id, courseRuns.itemId))
    .innerJoin(catalogueOffers, eq(catalogueOffers.id, courseRuns.offerId))
    .innerJoin(catalogues, eq(catalogues.id, catalogueOffers.catalogueId))
    .where(
      and(
        isNull(courseRuns.removedAt),
        isNull(programmeItems.removedAt),
        isNull(catalogues.removedAt),
        or(isNull(catalogueOffers.goneImportId), notInArray(courseRuns.state, ['cancelled'])),
      ),
    )
    .all()
    .flatMap(({ run, item, offer, catalogueName }): OfferNews[] => {
      const base = { offerId: offer.id, runId: run.id, itemId: item.id, title: item.title, catalogueName };
      if (offer.goneImportId !== null) {
        return [{ ...base, isGone: true, at: importedAt.get(offer.goneImportId) ?? '', differences: [] }];
      }
      const at = importedAt.get(offer.changedImportId ?? '') ?? '';
      if (at <= run.createdAt) return [];
      const differences = differencesOf(run, item, offer);
      return differences.length > 0 ? [{ ...base, isGone: false, at, differences }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function differencesOf(run: RunRow, item: ItemRow, offer: StoredOffer): OfferNews['differences'] {
  const now = factsOf(run, item);
  const there = factsOfOffer(offer, now);
  return newsFields
    .filter((field) => now[field] !== there[field])
    .map((field) => ({ field, inProgramme: now[field], inCatalogue: there[field] }));
}

/** Lets a taken run and its item say what the offer says now; answers what they said. */
export function adoptOffer(db: Database, runId: string, at: string): ProgrammeFacts {
  const run = theRun(db, runId);
  const item = theItem(db, run.itemId);
  if (run.offerId === null) throw notTaken;
  const { offer } = theOffer(db, run.offerId);
  if (offer.goneImportId !== null) throw goneOffer;
  const before = factsOf(run, item);
  const dates = datesOf(db, runId);
  const after = factsOfOffer(offer, before);
  // A period that has moved has other days; which ones nobody knows yet.
  const isMoved = run.startsOn !== after.startsOn || run.endsOn !== after.endsOn;
  writeFacts(db, run, { ...after, dates: isMoved ? [] : dates }, at);
  return { ...before, dates };
}

/** Puts back what `adoptOffer` answered. */
export function putBackFacts(db: Database, runId: string, before: ProgrammeFacts, at: string): void {
  const run = theRun(db, runId);
  theItem(db, run.itemId);
  if (run.offerId === null) throw notTaken;
  const { startsOn, endsOn, signUpBy, seats, minimumSeats, dates } = before;
  const isWrong =
    endsOn < startsOn ||
    dates.some((day) => day < startsOn || day > endsOn) ||
    (signUpBy !== null && signUpBy > startsOn) ||
    (seats !== null && minimumSeats !== null && minimumSeats > seats);
  if (isWrong) throw notTaken;
  writeFacts(db, run, before, at);
}

const datesOf = (db: Database, runId: string): string[] =>
  db
    .select({ day: courseRunDays.day })
    .from(courseRunDays)
    .where(eq(courseRunDays.runId, runId))
    .orderBy(courseRunDays.day)
    .all()
    .map(({ day }) => day);

function writeFacts(db: Database, { id, itemId }: RunRow, facts: ProgrammeFacts, at: string): void {
  const { feeOre, ects, days, dates, ...ofRun } = facts;
  db.delete(courseRunDays).where(eq(courseRunDays.runId, id)).run();
  for (const day of new Set(dates)) db.insert(courseRunDays).values({ runId: id, day }).run();
  db.update(courseRuns).set(ofRun).where(eq(courseRuns.id, id)).run();
  db.update(programmeItems)
    .set({ feeOre, ects, days, updatedAt: at })
    .where(eq(programmeItems.id, itemId))
    .run();
}
