import { z } from 'zod';
import { isSchoolYear } from '../domain/school-year';
import { errorCodes } from '../domain/text';

// No `new Function` in the renderer: its content security policy forbids it.
z.config({ jitless: true });

/**
 * When a call is allowed: `always`; with the file open by its leader; or while an employee sits at the machine
 * with nothing but her own form.
 */
export type Access = 'always' | 'leader' | 'employee';

export type Call<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> = {
  readonly access: Access;
  readonly input: In;
  readonly output: Out;
  /** Features whose answers may be different after this call; the renderer asks them again. */
  readonly changes: readonly string[];
};

/** One question or order of a feature: who may give it, what goes in, what comes out. */
export function call<In extends z.ZodType, Out extends z.ZodType>(
  access: Access,
  input: In,
  output: Out,
  changes: readonly string[] = [],
): Call<In, Out> {
  return { access, input, output, changes };
}

export type FeatureContract = Readonly<Record<string, Call>>;
export type Input<C extends Call> = z.output<C['input']>;
export type Output<C extends Call> = z.output<C['output']>;

export type Reply<T> = { ok: true; value: T } | { ok: false; error: CallError };

export const callError = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});
export type CallError = z.infer<typeof callError>;

/** What the machine tells its windows without being asked. */
export type Events = {
  changed: { features: readonly string[] };
  session: { state: SessionState };
  progress: { job: string; done: number; total: number };
  print: unknown;
  menu: { command: string };
};
export type EventName = keyof Events;

/** Where the program stands: no school yet, locked, open for the leader, or lent to one employee. */
export const sessionState = z.enum(['none', 'locked', 'leader', 'employee']);
export type SessionState = z.infer<typeof sessionState>;

export const nothing = z.object({}).strict();
export const done = z.object({}).strict();
export const id = z.string().min(1).max(64);
/** A day a school can mean: a year far away is a slip of the keyboard, and nothing could be reckoned from it. */
export const calendarDate = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date <= '2199-12-31', { params: { kind: 'date' } });
/** A day that was reckoned from another, so it may lie a little beyond what a person can choose. */
export const reckonedDate = z.iso.date();
export const moment = z.iso.datetime();
/** A line of text: trimmed, not empty. */
export const line = (max = 200) => z.string().trim().min(1).max(max);
export const optionalLine = (max = 200) => z.string().trim().max(max);
/** Free text as typed: spaces and line breaks are the writer's own. */
export const prose = z.string().max(50_000);
/** The school year of any day a school can mean. */
export const schoolYear = z
  .string()
  .regex(/^\d{4}\/\d{2}$/)
  .refine((year) => isSchoolYear(year) && year >= '1899/00' && year <= '2199/00');
