import { z } from 'zod';
import { call, done, moment } from './core';

/** Names the form and what it is about by ids, so that no name of a person stands in it. */
const key = z.string().regex(/^[ -~]{1,200}$/);

/** Longest draft as JSON, in characters. */
export const longestDraft = 200_000;

/**
 * What somebody has typed in a form and not yet handed in. It is no record of the school: whoever hands the form in,
 * or throws the draft away, ends it. The employee's own form is sealed and never comes here.
 */
export const drafts = {
  get: call(
    'leader',
    z.object({ key }),
    z.object({
      draft: z
        .object({
          /** JSON of what stood in the form. */
          content: z.string(),
          savedAt: moment,
          isToday: z.boolean(),
          /** Kept for more than 90 days. */
          isOld: z.boolean(),
        })
        .nullable(),
    }),
  ),
  /** Answered only when it is on the disk. */
  keep: call(
    'leader',
    z.object({ key, content: z.string().max(longestDraft) }),
    z.object({ savedAt: moment }),
  ),
  drop: call('leader', z.object({ key }), done),
};
