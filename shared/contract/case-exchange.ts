import { z } from 'zod';
import { packageKinds, senderKinds, trusts } from '../domain/exchange-kinds';
import { meritRoles, meritStates } from '../domain/merit-states';
import { calendarDate, call, done, id, line, moment, nothing } from './core';
import { ects } from './merit-package';

/** Features whose answers are different when a case has come in or been answered. */
const changes = ['caseExchange', 'merit', 'leaderTraining', 'exchange', 'today', 'documents', 'employees'];

/** Whom a case can go to: a school's own cases to HR, a case at HR back to its school. */
const receiver = z.object({ partnerId: id, name: z.string(), trust: z.enum(trusts) });

/** Who wrote a file, as its signature shows. `trust` is null for somebody who is not on the list. */
const sender = z.object({
  name: z.string(),
  kind: z.enum(senderKinds),
  /** Eight groups of digits to compare by telephone. */
  fingerprint: z.array(z.string()),
  trust: z.enum(trusts).nullable(),
});

/** What taking a file in does, worked out by doing it and undoing it again. */
const plannedImport = z.object({
  kind: z.enum(packageKinds),
  caseId: id,
  /** The file's number among those about the case. */
  seq: z.number().int(),
  /** `newCase`: the case is not here yet; `newerCase`: it is replaced by a later edition; `decision`: HR's answer. */
  effect: z.enum(['newCase', 'newerCase', 'decision']),
  applicantName: z.string(),
  appliedOn: calendarDate.nullable(),
  stateBefore: z.enum(meritStates).nullable(),
  stateAfter: z.enum(meritStates),
  /** Points granted, when the file decides. */
  ects: ects.nullable(),
  attachments: z.array(z.object({ name: z.string(), size: z.number().int() })),
  /** Who has taken position, and when; in a round where only one has, nothing of what was said. */
  positions: z.array(z.object({ role: z.enum(meritRoles), name: z.string(), takenAt: moment })),
  writtenAt: moment,
});

const chosenFile = z.object({
  token: id,
  fileName: z.string(),
  /** The file is locked with a passphrase that has not been given yet; nothing else is known of it. */
  needsPassphrase: z.boolean(),
  sender: sender.nullable(),
  /** What it does; null until it is opened and its signer is somebody on the list. */
  plan: plannedImport.nullable(),
});
export type ChosenFile = z.infer<typeof chosenFile>;

/** The passphrase of a first contact, agreed by telephone; long enough to withstand guessing. */
const passphrase = z.string().min(12).max(1000);

const sent = z.object({ saved: z.boolean(), fileName: z.string() });

/** Merit cases that travel: from a school to HR, and the answer back. */
export const caseExchange = {
  /** HR: cases from schools, those that wait here first, the longest first. */
  inbox: call(
    'leader',
    nothing,
    z.object({
      cases: z.array(
        z.object({
          caseId: id,
          schoolName: z.string(),
          applicantName: z.string(),
          appliedOn: calendarDate.nullable(),
          receivedOn: calendarDate.nullable(),
          state: z.enum(meritStates),
          /** What is to be done here, or that nothing is. */
          next: z.enum(['positions', 'meeting', 'sendAnswer', 'school', 'nothing']),
          /** Of the two, those whose position is missing in this round. */
          missing: z.array(z.enum(meritRoles)),
          /** Days since the case came in or was last answered here; null when it waits for nobody here. */
          daysWaiting: z.number().int().nullable(),
          answeredOn: calendarDate.nullable(),
        }),
      ),
      counts: z.object({ waiting: z.number().int(), toSend: z.number().int() }),
    }),
  ),

  /** One case: whether it can be sent from here, to whom, and what has travelled. */
  ofCase: call(
    'leader',
    z.object({ caseId: id }),
    z.object({
      /** What a file written now would be; null when the case is not to be sent as it stands. */
      sends: z.enum(packageKinds).nullable(),
      /** Something has happened since the last file was written. */
      isUnsent: z.boolean(),
      receivers: z.array(receiver),
      /** Who got it last, or whose case it is; chosen beforehand. */
      receiverId: id.nullable(),
      travelled: z.array(
        z.object({
          direction: z.enum(['out', 'in']),
          seq: z.number().int(),
          at: moment,
          /** Null for a first contact, who is not known yet. */
          partnerName: z.string().nullable(),
        }),
      ),
    }),
  ),

  /** Writes a submitted case as a file for HR. Asks where to save it; nothing is recorded when nobody does. */
  sendCase: call(
    'leader',
    z.object({ caseId: id, to: z.union([z.object({ partnerId: id }), z.object({ passphrase })]) }),
    sent,
    ['caseExchange', 'merit', 'exchange', 'today'],
  ),
  /** HR: writes what was decided as a file for the school the case came from. */
  sendAnswer: call('leader', z.object({ caseId: id }), sent, ['caseExchange', 'merit', 'exchange']),

  /** Asks for a file, opens it and says what it would do. Nothing is written. Null when none was chosen. */
  choose: call('leader', nothing, chosenFile.nullable()),
  /** Opens the chosen file with the passphrase its sender has given. */
  open: call('leader', z.object({ token: id, passphrase: line(1000) }), chosenFile),
  /**
   * Puts the unknown signer of the chosen file on the list. `fingerprint` is the one that stood on the screen;
   * `compared` says that it was read aloud and was the same.
   */
  addSender: call(
    'leader',
    z.object({ token: id, fingerprint: z.array(line(20)).max(20), compared: z.boolean() }),
    chosenFile,
    ['caseExchange', 'exchange', 'merit', 'today'],
  ),
  /** Takes the chosen file in, all of it or nothing. */
  apply: call('leader', z.object({ token: id }), z.object({ caseId: id }), changes),
  /** Lets go of a file that was read. */
  forget: call('leader', z.object({ token: id }), done),
};
