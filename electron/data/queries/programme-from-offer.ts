import { randomUUID } from 'node:crypto';
import type { ActivityKind, ActivityLevel } from '@shared/domain/activities';
import { foldText } from '@shared/domain/table-import/cells';
import { refuse, type Text } from '@shared/domain/text';
import { and, eq, isNull, notInArray } from 'drizzle-orm';
import type { Database } from '../open';
import { catalogueOffers } from '../schema/catalogues';
import { enrolments } from '../schema/enrolments';
import { courseRuns, programmeItems } from '../schema/programme';
import { type StoredOffer, theOffer } from './catalogues';
import { theItem, theRun } from './programme';

/** What the person decides when she takes an offer; all else is the provider's. */
export type Taking = {
  readonly offerId: string;
  /** The item it becomes one more run of; null for a new item. */
  readonly itemId: string | null;
  readonly kind: ActivityKind;
  readonly level: ActivityLevel;
  /** How many it takes, when the provider does not say it himself. */
  readonly minimumSeats: number | null;
};

/**
 * Takes an offer into the programme: an item, unless it becomes one more run of one, and a run when its first day is
 * known. Inside a transaction. Refuses what is gone and what is there already.
 */
export function programmeFromOffer(
  db: Database,
  { offerId, itemId: into, kind, level, minimumSeats }: Taking,
  at: string,
): { itemId: string; runId: string | null } {
  const { offer, catalogue } = theOffer(db, offerId);
  if (offer.goneImportId !== null) throw goneOffer;
  const runs = db
    .select({ id: courseRuns.id })
    .from(courseRuns)
    .innerJoin(programmeItems, eq(programmeItems.id, courseRuns.itemId))
    .where(
      and(eq(courseRuns.offerId, offerId), isNull(courseRuns.removedAt), isNull(programmeItems.removedAt)),
    )
    .all();
  if (runs.length > 0) throw takenAlready;
  const needed = offer.minimumSeats || minimumSeats;
  if (offer.seats !== null && needed !== null && needed > offer.seats) throw tooManyNeeded;
  const itemId = into ?? randomUUID();
  if (into !== null) {
    theItem(db, into);
    db.update(programmeItems).set({ updatedAt: at }).where(eq(programmeItems.id, into)).run();
  } else {
    db.insert(programmeItems)
      .values({
        id: itemId,
        title: offer.title,
        description: offer.description,
        kind,
        level,
        form: 'physical',
        provider: offer.provider || catalogue.name,
        targetGroup: '',
        url: offer.url,
        ects: offer.ects,
        qualification: offer.qualification,
        subject: offer.subject,
        isCompulsory: false,
        feeOre: offer.feeOre,
        materialsOre: null,
        days: offer.days,
        isFromFoundation: false,
        strategicDecision: '',
        isOffered: true,
        createdAt: at,
        updatedAt: at,
      })
      .run();
  }
  const { startsOn } = offer;
  if (startsOn === null) return { itemId, runId: null };
  const runId = randomUUID();
  db.insert(courseRuns)
    .values({
      id: runId,
      itemId,
      offerId,
      startsOn,
      endsOn: offer.endsOn ?? startsOn,
      signUpBy: offer.signUpBy,
      place: offer.place,
      seats: offer.seats,
      minimumSeats: needed,
      state: 'open',
      createdAt: at,
    })
    .run();
  return { itemId, runId };
}

/** Takes a run out again, and its item when nothing else stands on it. Refuses while anybody is enrolled. */
export function removeTaken(
  db: Database,
  { itemId, runId }: { itemId: string; runId: string | null },
  at: string,
): void {
  theItem(db, itemId);
  if (runId !== null && theRun(db, runId).itemId !== itemId) throw notTaken;
  const enrolled = db
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(
      and(
        runId === null ? eq(enrolments.itemId, itemId) : eq(enrolments.runId, runId),
        isNull(enrolments.removedAt),
        notInArray(enrolments.state, ['cancelled']),
      ),
    )
    .all();
  if (enrolled.length > 0) throw someEnrolled;
  if (runId !== null) db.update(courseRuns).set({ removedAt: at }).where(eq(courseRuns.id, runId)).run();
  const others = db
    .select({ id: courseRuns.id })
    .from(courseRuns)
    .where(and(eq(courseRuns.itemId, itemId), isNull(courseRuns.removedAt)))
    .all();
  const removedAt = others.length === 0 ? at : null;
  db.update(programmeItems).set({ removedAt, updatedAt: at }).where(eq(programmeItems.id, itemId)).run();
}

/** Items of the programme that a holding of the same course belongs to: the same title from the same catalogue or provider. */
export function likeItems(db: Database, offer: StoredOffer): { itemId: string; title: string }[] {
  const rows = db
    .select({
      itemId: programmeItems.id,
      title: programmeItems.title,
      provider: programmeItems.provider,
      offerTitle: catalogueOffers.title,
      catalogueId: catalogueOffers.catalogueId,
    })
    .from(programmeItems)
    .leftJoin(courseRuns, eq(courseRuns.itemId, programmeItems.id))
    .leftJoin(catalogueOffers, eq(catalogueOffers.id, courseRuns.offerId))
    .where(isNull(programmeItems.removedAt))
    .all();
  const same = (one: string, other: string) => foldText(one) === foldText(other);
  const found = rows.filter(
    ({ title, provider, offerTitle, catalogueId }) =>
      (catalogueId === offer.catalogueId && same(offerTitle ?? '', offer.title)) ||
      (same(title, offer.title) && (offer.provider === '' || same(provider, offer.provider))),
  );
  return [...new Map(found.map(({ itemId, title }) => [itemId, { itemId, title }])).values()];
}

export const goneOffer = refuse('conflict', {
  da: 'Kurset står ikke længere i udbyderens katalog.',
  en: 'The course is no longer in the provider’s catalogue.',
});
const takenAlready = refuse('conflict', {
  da: 'Kurset er allerede i udviklingsprogrammet.',
  en: 'The course is already in the development programme.',
});
export const notTaken = refuse('invalid', {
  da: 'Holdet er ikke taget ind fra et katalog.',
  en: 'The run was not taken from a catalogue.',
});
const moreThanSeats: Text = {
  da: 'Der skal flere til, end der er pladser på holdet.',
  en: 'It takes more people than there are seats.',
};
const tooManyNeeded = refuse('invalid', moreThanSeats, { minimumSeats: moreThanSeats });
const someEnrolled = refuse('conflict', {
  da: 'Nogen er allerede tilmeldt. Aflys holdet i stedet.',
  en: 'Somebody is enrolled already. Cancel the run instead.',
});
