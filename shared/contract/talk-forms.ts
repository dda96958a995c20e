import { z } from 'zod';
import { mostAreas, talkAreaParts } from '../domain/talk-areas';
import { formLimits } from '../domain/talk-forms/written-form';
import { talkKinds } from '../domain/talk-kinds';
import { call, done, id, line, moment, nothing, optionalLine } from './core';

const kind = z.enum(talkKinds);
const invitationText = z.string().max(formLimits.invitation);

/** A draft may be half written; publishing asks for the rest. */
const content = z.object({
  purpose: invitationText,
  notForDiscussion: invitationText,
  areas: z
    .array(
      z.object({
        title: optionalLine(formLimits.title),
        short: optionalLine(formLimits.short),
        /** One a line. */
        questions: z.string().max(formLimits.questions * (formLimits.question + 2)),
        part: z.enum(talkAreaParts),
      }),
    )
    .max(mostAreas),
});
export type FormDraft = z.infer<typeof content>;

const version = z.object({ id, number: z.number().int(), publishedAt: moment.nullable() });
/** The unit a form belongs to; null for the whole school. */
const unit = z.object({ id, name: z.string() }).nullable();

const form = z.object({
  id,
  kind,
  name: z.string(),
  unit,
  published: version.nullable(),
  draft: version.nullable(),
  /** The tabs of the newest published version, else of the draft. */
  tabs: z.array(z.string()),
  /** New talks of its kind get it: of the forms for the same unit it is the one published last. */
  isUsed: z.boolean(),
  /** How many talks were planned with it; they keep the version they have. */
  talks: z.number().int(),
});

const changes = ['talkForms', 'talks'];

/** The school's own forms for talks: per kind, for the whole school or for one unit, in versions (R003-09). */
export const talkForms = {
  list: call('leader', nothing, z.object({ forms: z.array(form) })),

  get: call(
    'leader',
    z.object({ versionId: id }),
    z.object({
      formId: id,
      kind,
      name: z.string(),
      unit,
      version,
      /** A newer version being written, when this one is published. */
      draftId: id.nullable(),
      content,
    }),
  ),

  /** A new form, as a draft: from the one that comes with Spind, a copy of another version, or a file that was shown. */
  create: call(
    'leader',
    z.object({
      kind,
      name: line(),
      unitId: id.nullable(),
      from: z.union([z.object({ versionId: id }), z.object({ token: id })]).nullable(),
    }),
    z.object({ versionId: id }),
    changes,
  ),

  /** A draft copied from the published version; the published one stays in use until the draft is published. */
  startVersion: call('leader', z.object({ formId: id }), z.object({ versionId: id }), changes),
  saveDraft: call('leader', z.object({ versionId: id, content }), done, ['talkForms']),
  /** Freezes the wording. Talks planned before keep the version they were planned with. */
  publish: call('leader', z.object({ versionId: id }), done, changes),
  /** Gives back what was thrown away, so that it can be undone with `restoreDraft`. */
  discardDraft: call('leader', z.object({ versionId: id }), z.object({ formId: id, content }), changes),
  restoreDraft: call('leader', z.object({ formId: id, content }), z.object({ versionId: id }), changes),

  /** Its name, and which unit it is used in. */
  save: call('leader', z.object({ formId: id, name: line(), unitId: id.nullable() }), done, changes),
  remove: call('leader', z.object({ formId: id }), done, changes),
  restore: call('leader', z.object({ formId: id }), done, changes),

  /**
   * Lets the leader choose a spreadsheet with a form and shows it; nothing is written. Null when she changes her mind.
   * With any problem there is no token, and it cannot be used.
   */
  choose: call(
    'leader',
    z.object({ kind }),
    z
      .object({
        token: id.nullable(),
        fileName: z.string(),
        content: content.nullable(),
        problems: z.array(z.object({ row: z.number().int(), message: z.string() })),
      })
      .nullable(),
  ),

  /** Writes a form as an Excel workbook where the leader wants it: a version, or the one that comes with Spind. */
  exportFile: call(
    'leader',
    z.object({ source: z.union([z.object({ versionId: id }), z.object({ kind })]) }),
    z.object({ saved: z.boolean() }),
  ),
};
