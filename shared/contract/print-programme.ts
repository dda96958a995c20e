import { z } from 'zod';
import {
  activityForms,
  activityKinds,
  activityLevels,
  activityQualifications,
  focusTags,
} from '../domain/activities';
import { calendarDate, moment, schoolYear } from './core';

const run = z.object({
  startsOn: calendarDate,
  endsOn: calendarDate,
  /** Day by day where they are known. */
  days: z.array(calendarDate),
  signUpBy: calendarDate.nullable(),
  place: z.string(),
  seats: z.number().int().nullable(),
  minimumSeats: z.number().int().nullable(),
  state: z.enum(['open', 'confirmed', 'cancelled']),
});

/** The development programme as it is printed and shared (R002-20 … R002-23). It names nobody. */
export const programmePrint = z.object({
  schoolName: z.string(),
  municipality: z.string(),
  schoolYear,
  /** When the programme last changed; null while it is empty. */
  updatedAt: moment.nullable(),
  /** Level by level, in the order of R001-03; levels without an item are left out. */
  levels: z.array(
    z.object({
      level: z.enum(activityLevels),
      items: z.array(
        z.object({
          title: z.string(),
          description: z.string(),
          kind: z.enum(activityKinds),
          form: z.enum(activityForms),
          provider: z.string(),
          targetGroup: z.string(),
          url: z.string(),
          ects: z.number().nullable(),
          qualification: z.enum(activityQualifications),
          subject: z.string(),
          isCompulsory: z.boolean(),
          feeOre: z.number().int().nullable(),
          materialsOre: z.number().int().nullable(),
          /** How many days it takes. */
          days: z.number().int().nullable(),
          competences: z.array(z.string()),
          tags: z.array(z.enum(focusTags)),
          /** How many of the year's plans ask for it (R002-21 a). */
          plans: z.number().int(),
          isFromFoundation: z.boolean(),
          strategicDecision: z.string(),
          runs: z.array(run),
        }),
      ),
    }),
  ),
  /** Asked for, but not offered: title and how many plans. */
  asked: z.array(z.object({ title: z.string(), plans: z.number().int() })),
});
export type ProgrammePrint = z.infer<typeof programmePrint>;
