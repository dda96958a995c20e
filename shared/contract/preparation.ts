import { z } from 'zod';
import { talkKinds } from '../domain/talk-kinds';
import { calendarDate, call, done, id, moment, nothing } from './core';
import { developmentFeatures } from './development';

/** How many talks and files are taken in one go. */
export const preparationLimits = { talks: 500, files: 500, bytes: 20_000_000 } as const;

/**
 * What becomes of a file that came back. Only `ready` and `incomplete` can be imported; all others say why not.
 * `waitsForLeader`: the double-blind rule; what the employee chose is shown to nobody before her leader has locked.
 */
const sheetState = z.enum([
  'ready',
  'incomplete',
  'waitsForLeader',
  'alreadyImported',
  'twice',
  'rated',
  'foreign',
  'otherTalk',
  'changed',
  'outdated',
  'closed',
  'unreadable',
]);
export type SheetState = z.infer<typeof sheetState>;

const chosenSheet = z.object({
  index: z.number().int(),
  fileName: z.string(),
  state: sheetState,
  /** Whose it is; empty where the file is not known or not to be told. */
  employeeName: z.string(),
  heldOn: calendarDate.nullable(),
  kind: z.enum(talkKinds).nullable(),
  /** Competences without an answer, by name. */
  missing: z.array(z.string()),
  /** How many open questions she has written something to. */
  written: z.number().int(),
  /** Why it cannot be imported, in one sentence; empty when it can. */
  message: z.string(),
});
export type ChosenSheet = z.infer<typeof chosenSheet>;

const changes = [
  'preparation',
  'ratings',
  'talks',
  'today',
  'employees',
  'documents',
  'history',
  'overview',
  ...developmentFeatures,
];

/** Invitations and preparation sheets: made, filled in elsewhere, handed back and imported. */
export const preparation = {
  /** Talks that can have a sheet: not closed, on or after a day or still to be held; with their teams to choose by. */
  choices: call(
    'leader',
    nothing,
    z.object({
      talks: z.array(
        z.object({
          talkId: id,
          kind: z.enum(talkKinds),
          withName: z.string(),
          heldOn: calendarDate,
          /** How many sheets: one for an employee, one for everybody who takes part with a team. */
          sheets: z.number().int(),
          /** How many of them are made, and how many have come back. */
          made: z.number().int(),
          imported: z.number().int(),
          teams: z.array(z.string()),
        }),
      ),
    }),
  ),

  /**
   * One PDF per person into a folder that is asked for; `progress` tells how far it is. Null when no folder was chosen.
   * Stopped by `cancel`, it keeps what is written.
   */
  make: call(
    'leader',
    z.object({ talkIds: z.array(id).min(1).max(preparationLimits.talks) }),
    z
      .object({
        folder: z.string(),
        files: z.array(z.string()),
        total: z.number().int(),
        cancelled: z.boolean(),
      })
      .nullable(),
    ['preparation'],
  ),
  /** Stops `make` after the sheet it is at. */
  cancel: call('leader', nothing, done),

  /** Reads files or a folder and says what each is; nothing is written. From within a talk only its own sheets count. */
  choose: call(
    'leader',
    z.object({ from: z.enum(['files', 'folder']), talkId: id.nullable() }),
    z.object({ token: id, files: z.array(chosenSheet) }).nullable(),
  ),
  /** Takes chosen files in, each as a whole. `countMissing`: competences without an answer count as “not rated”. */
  apply: call(
    'leader',
    z.object({
      token: id,
      files: z
        .array(z.object({ index: z.number().int().min(0), countMissing: z.boolean() }))
        .min(1)
        .max(preparationLimits.files),
    }),
    z.object({
      imported: z.array(z.object({ fileName: z.string(), employeeName: z.string() })),
      refused: z.array(z.object({ fileName: z.string(), message: z.string() })),
    }),
    changes,
  ),
  /** Lets go of files that were read and not imported. */
  forget: call('leader', z.object({ token: id }), done),

  /** What was written before a talk, person by person, question by question. */
  answers: call(
    'leader',
    z.object({ talkId: id }),
    z.object({
      isClosed: z.boolean(),
      /** How many are to get a sheet. */
      invited: z.number().int(),
      /** When a sheet was last made; null when none is. */
      madeAt: moment.nullable(),
      handBackBy: z.iso.date(),
      people: z.array(
        z.object({
          sheetId: id,
          employeeName: z.string(),
          importedAt: moment,
          /** Her ratings came with the sheet, too. */
          hasRatings: z.boolean(),
          answers: z.array(z.object({ key: z.string(), question: z.string(), text: z.string() })),
        }),
      ),
    }),
  ),
  /** Removes what was written; ratings that have been shown stay. Only while the talk is open. */
  takeBack: call('leader', z.object({ sheetId: id }), z.object({ ratingsStay: z.boolean() }), changes),
};
