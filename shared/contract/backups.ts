import { z } from 'zod';
import { calendarDate, call, line, nothing } from './core';

/** A backup by the name of its file; nothing in it is personal. */
export const backup = z.object({
  name: z.string(),
  kind: z.enum(['backup', 'before-restore']),
  date: calendarDate,
  time: z.string(),
  bytes: z.number().int(),
});

export const backups = {
  /** `folder` is where the copies lie. */
  list: call('leader', nothing, z.object({ folder: z.string(), backups: z.array(backup) })),
  latest: call('leader', nothing, z.object({ backup: backup.nullable() })),
  makeNow: call('leader', nothing, z.object({ backup }), ['backups']),
  /** Puts a backup in the place of the present data, which is kept aside. Ends locked. */
  restore: call('leader', z.object({ name: line() }), z.object({ keptAside: z.string().nullable() })),
  /** The audit chain, checked from end to end. */
  checkAudit: call(
    'leader',
    nothing,
    z.object({ rows: z.number().int(), brokenAt: z.number().int().nullable() }),
  ),
};
