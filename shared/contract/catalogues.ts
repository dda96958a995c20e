import { z } from 'zod';
import { activityKinds, activityLevels, activityQualifications } from '../domain/activities';
import { offerFields } from '../domain/catalogue-import/columns';
import { offerValueFields } from '../domain/catalogue-import/plan';
import { catalogueKinds } from '../domain/catalogue-kinds';
import { mostOre } from '../domain/money';
import { calendarDate, call, done, id, line, moment, nothing } from './core';
import { developmentChanges as changes } from './development';

const field = z.enum(offerFields);
/** Field → column, counted from 0. */
const columns = z.partialRecord(field, z.number().int().min(0).max(500));
const chosenFile = z.object({ ticket: id, columns });
const count = z.number().int();
const optional = z.number().nullable();
const change = z.object({
  field: z.enum(offerValueFields),
  from: z.union([z.string(), z.number(), z.null()]),
  to: z.union([z.string(), z.number(), z.null()]),
});
export type OfferChangeLine = z.infer<typeof change>;

const briefly = {
  /** The provider's own number; empty when a row is known by title, start and place. */
  number: z.string(),
  title: z.string(),
  subject: z.string(),
  provider: z.string(),
  qualification: z.enum(activityQualifications),
  ects: optional,
  feeOre: optional,
  startsOn: calendarDate.nullable(),
  endsOn: calendarDate.nullable(),
  signUpBy: calendarDate.nullable(),
  place: z.string(),
  seats: optional,
  /** 0 says that it takes enough people, and not how many. */
  minimumSeats: optional,
};
/** How it stands after its catalogue's latest import. */
export const offerStates = ['same', 'new', 'changed', 'back', 'gone'] as const;
const row = z.object({
  id,
  catalogueId: id,
  ...briefly,
  state: z.enum(offerStates),
  isInProgramme: z.boolean(),
});
export type OfferRow = z.infer<typeof row>;

const planned = z.object({ row: count, number: z.string(), title: z.string() });

/** What a taken run and its item say, where it can differ from the offer. */
export const newsFields = [
  'startsOn',
  'endsOn',
  'signUpBy',
  'place',
  'seats',
  'minimumSeats',
  'feeOre',
  'ects',
  'days',
] as const;
const programmeFacts = z.object({
  startsOn: calendarDate,
  endsOn: calendarDate,
  signUpBy: calendarDate.nullable(),
  place: z.string().max(200),
  seats: count.min(1).max(100_000).nullable(),
  minimumSeats: count.min(1).max(100_000).nullable(),
  feeOre: count.min(0).max(mostOre).nullable(),
  ects: z.number().min(0).max(300).nullable(),
  days: count.min(0).max(1000).nullable(),
  /** The days of the run, where they were known one by one. */
  dates: z.array(calendarDate).max(400),
});
export type ProgrammeFacts = z.infer<typeof programmeFacts>;

/** Providers' lists of courses: imported time and again, side by side, and taken into the programme (R001-15). */
export const catalogues = {
  list: call(
    'leader',
    nothing,
    z.object({
      catalogues: z.array(
        z.object({
          id,
          name: z.string(),
          kind: z.enum(catalogueKinds),
          /** Offers that stand in it now. */
          offers: count,
          /** Its columns have been matched once, so the next import asks nothing. */
          isMatched: z.boolean(),
          latest: z
            .object({
              importId: id,
              importedAt: moment,
              added: count,
              changed: count,
              gone: count,
              canUndo: z.boolean(),
            })
            .nullable(),
        }),
      ),
    }),
  ),
  save: call(
    'leader',
    z.object({ id: id.optional(), name: line(), kind: z.enum(catalogueKinds) }),
    z.object({ id }),
    changes,
  ),
  /** Its offers go out of sight with it; what came into the programme stays. */
  remove: call('leader', z.object({ id }), done, changes),
  restore: call('leader', z.object({ id }), done, changes),

  /** Every offer of every catalogue, lean, in the order of titles. */
  offers: call('leader', nothing, z.object({ offers: z.array(row) })),
  /** One offer in full, with what changed last and where in the programme it is. */
  offer: call(
    'leader',
    z.object({ id }),
    z.object({
      id,
      catalogueId: id,
      catalogueName: z.string(),
      ...briefly,
      state: z.enum(offerStates),
      description: z.string(),
      days: optional,
      url: z.string(),
      changes: z.array(change),
      changedOn: moment.nullable(),
      goneOn: moment.nullable(),
      runs: z.array(z.object({ runId: id, itemId: id, title: z.string(), startsOn: calendarDate })),
      /** Items a holding of the same course belongs to, so that it becomes one more run of one of them. */
      likeItems: z.array(z.object({ itemId: id, title: z.string() })),
    }),
  ),

  /** Null when the person changed her mind. The list stays in memory under the ticket; nothing is written. */
  choose: call(
    'leader',
    z.object({ catalogueId: id }),
    z
      .object({
        ticket: id,
        fileName: z.string(),
        encoding: z.string().nullable(),
        header: z.array(z.string()),
        columns,
        /** Every remembered heading was found: there is nothing to ask. */
        isMatched: z.boolean(),
        /** Remembered fields whose heading stands no more, or twice, in the file. */
        lost: z.array(field),
        rowCount: count,
        /** Cells of the first rows, as samples beside the columns. */
        firstRows: z.array(z.array(z.string())),
      })
      .nullable(),
  ),
  /** What an import would do; nothing is written. */
  preview: call(
    'leader',
    chosenFile,
    z.object({
      counts: z.object({ added: count, changed: count, gone: count, unchanged: count, problem: count }),
      /** Rows that cannot be read, in the order of the file. With any of them nothing can be imported. */
      problems: z.array(z.object({ row: count, message: z.string() })),
      added: z.array(planned.extend({ startsOn: calendarDate.nullable(), place: z.string() })),
      changed: z.array(
        planned.extend({ isBack: z.boolean(), isInProgramme: z.boolean(), changes: z.array(change) }),
      ),
      /** Offers that stand in Spind and not in the list; none while a row cannot be read. */
      gone: z.array(z.object({ id, number: z.string(), title: z.string(), isInProgramme: z.boolean() })),
    }),
  ),
  /** `importId` is null when the list held nothing new. */
  apply: call(
    'leader',
    chosenFile,
    z.object({ importId: id.nullable(), added: count, changed: count, gone: count, unchanged: count }),
    changes,
  ),
  /** Takes the latest import of a catalogue back; refuses when something of it is in the programme. */
  undo: call('leader', z.object({ importId: id }), done, changes),
  cancel: call('leader', z.object({ ticket: id }), done),

  /**
   * “Tag ind i programmet”: a new item, or one more run of an item. Without a first day there is no run yet. How many
   * it takes is asked of the person when the provider only says “nok tilmeldte”.
   */
  take: call(
    'leader',
    z.object({
      offerId: id,
      itemId: id.nullable(),
      kind: z.enum(activityKinds),
      level: z.enum(activityLevels),
      minimumSeats: count.min(1).max(100_000).nullable(),
    }),
    z.object({ itemId: id, runId: id.nullable() }),
    changes,
  ),
  /** Takes it out again: the run, and the item when it has no other run. Refuses while anybody is enrolled. */
  undoTake: call('leader', z.object({ itemId: id, runId: id.nullable() }), done, changes),

  /** What came into the programme from a catalogue and has changed there since, or is gone. Nothing changes by itself. */
  news: call(
    'leader',
    nothing,
    z.object({
      news: z.array(
        z.object({
          offerId: id,
          runId: id,
          itemId: id,
          title: z.string(),
          catalogueName: z.string(),
          isGone: z.boolean(),
          /** When the catalogue last changed it. */
          at: moment,
          differences: z.array(
            z.object({
              field: z.enum(newsFields),
              inProgramme: z.union([z.string(), z.number(), z.null()]),
              inCatalogue: z.union([z.string(), z.number(), z.null()]),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Lets the programme say what the catalogue says now; answers what it said before. */
  adopt: call('leader', z.object({ runId: id }), z.object({ before: programmeFacts }), changes),
  undoAdopt: call('leader', z.object({ runId: id, before: programmeFacts }), done, changes),
};
