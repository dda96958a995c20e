import { z } from 'zod';
import { calendarDate, call, done, id, line, moment, nothing, schoolYear } from './core';
import { developmentFeatures } from './development';
import { printedSignature } from './print';

const documentRow = z.object({
  id,
  kind: z.enum([
    'trainingPlan',
    'minutes',
    'spiderSheet',
    'disagreementCards',
    'handover',
    'meritLetter',
    'programme',
    'fundPack',
    'recoveryCode',
  ]),
  state: z.enum(['awaitingSignatures', 'superseded', 'signed', 'issued']),
  employeeId: id.nullable(),
  employeeName: z.string(),
  schoolYear: z.string(),
  version: z.number().int(),
  fingerprint: z.string(),
  createdAt: moment,
  completedAt: moment.nullable(),
  /** Whether the PDF itself is kept, so it can be saved again. */
  hasPdf: z.boolean(),
  corrections: z.array(z.object({ text: z.string(), author: z.string(), createdAt: moment })),
});
export type DocumentRow = z.infer<typeof documentRow>;

const way = z.enum(['save', 'print']);
/** A new document counts among what is recorded about the employee. */
const issued = ['documents', 'employees'];
/** False when the person changed her mind in the dialog. */
const carriedOut = z.object({ carriedOut: z.boolean() });

export const documents = {
  list: call(
    'leader',
    z.object({ employeeId: id.optional() }),
    z.object({ documents: z.array(documentRow) }),
  ),

  /** How far the signing of a plan is: who has signed what, and what stands in the way. */
  signing: call(
    'leader',
    z.object({ planId: id }),
    z.object({
      planStatus: z.enum(['draft', 'agreed', 'signed']),
      employeeName: z.string(),
      leaderName: z.string(),
      leaderTitle: z.string(),
      document: documentRow.nullable(),
      signatures: z.array(printedSignature),
    }),
  ),

  /**
   * Puts one party's name under the plan as it stands. The first signature freezes the content; the second makes the
   * PDF, and plan, PDF and both hashes are stored together.
   */
  sign: call(
    'leader',
    z.object({
      planId: id,
      party: z.enum(['employee', 'leader']),
      method: z.enum(['drawn', 'typed']),
      name: line(),
      /** SVG path data: only moves, lines and curves with plain numbers. */
      drawing: z
        .string()
        .max(60_000)
        .regex(/^[MLCQ\d\s.,-]*$/),
      wording: z.enum(['agree', 'seenAndReceived']),
    }),
    z.object({ completed: z.boolean() }),
    [
      'documents',
      'trainingPlans',
      'today',
      'talks',
      'employees',
      'agreements',
      'history',
      ...developmentFeatures,
    ],
  ),

  /** The plan as it stands, for signing with a pen; also signed plans, with their signatures. */
  printPlan: call('leader', z.object({ planId: id, way }), carriedOut, issued),
  minutes: call('leader', z.object({ talkId: id, way }), carriedOut, issued),
  spiderSheet: call('leader', z.object({ talkId: id, way }), carriedOut, issued),
  /** A card for each competence the two see two levels or more apart (DOMAIN 4.5); refused when there is none. */
  disagreementCards: call('leader', z.object({ talkId: id, way }), carriedOut, issued),
  /** What a leader gives on to the next: open promises, talks and unsigned plans per unit (U5). */
  handover: call(
    'leader',
    z.object({ leaderId: id, toLeaderId: id.nullable(), onDate: calendarDate, way }),
    carriedOut,
    issued,
  ),
  /** The decision of a merit case to its applicant; refused until both have decided it. */
  meritLetter: call('leader', z.object({ caseId: id, way }), carriedOut, [...issued, 'today']),
  /** The development programme of a school year (R002-23); it names nobody. */
  programme: call('leader', z.object({ schoolYear, way }), carriedOut, issued),
  /** What goes with an application to a competence fund: facts, costs, rules, dates, and lines to sign on. */
  fundPack: call('leader', z.object({ applicationId: id, way }), carriedOut, issued),
  /** A stored document again: its very bytes to a file, or its content to the printer. */
  again: call('leader', z.object({ documentId: id, way }), carriedOut),

  addCorrection: call('leader', z.object({ documentId: id, text: line(2000) }), done, ['documents']),

  /** Asks for a PDF and says whether it is one of ours, unchanged. Null when cancelled. */
  check: call(
    'leader',
    nothing,
    z
      .object({
        fileName: z.string(),
        verdict: z.enum(['unchanged', 'changed', 'unknown']),
        document: documentRow.nullable(),
      })
      .nullable(),
  ),
};
