import { z } from 'zod';
import { senderKinds, trusts } from '../domain/exchange-kinds';
import { call, done, id, line, moment, nothing } from './core';

/** Everything whose answers name a contact. */
const changes = ['exchange', 'merit', 'caseExchange', 'today'];

/** Eight groups of four digits. */
const fingerprint = z.array(z.string().regex(/^\d{4}$/)).length(8);
const one = z.object({ partnerId: id });

/** Exchange: own keys, and the contacts whose files are read and to whom files are locked. */
export const exchange = {
  /** What others know this file by. Its keys are made the first time somebody asks. */
  own: call('leader', nothing, z.object({ name: z.string(), kind: z.enum(senderKinds), fingerprint })),

  /** Writes own key file where the person chooses; it holds no secret. */
  writeKeyFile: call('leader', nothing, z.object({ saved: z.boolean() })),

  /** The contacts in Danish order. `lastSentAt` and `lastReadAt` are of exchange files. */
  partners: call(
    'leader',
    nothing,
    z.object({
      partners: z.array(
        z.object({
          id,
          name: z.string(),
          kind: z.enum(senderKinds),
          trust: z.enum(trusts),
          fingerprint,
          addedAt: moment,
          comparedAt: moment.nullable(),
          lastSentAt: moment.nullable(),
          lastReadAt: moment.nullable(),
        }),
      ),
    }),
  ),

  /** Asks for somebody's key file and shows who it is from; nothing is written. Null when nobody chose one. */
  chooseKeyFile: call(
    'leader',
    nothing,
    z
      .object({
        token: id,
        name: z.string(),
        kind: z.enum(senderKinds),
        fingerprint,
        /** A contact with the same name and other keys: a new installation, or somebody who claims to be her. */
        hasNamesake: z.boolean(),
      })
      .nullable(),
  ),

  /** Adds the contact of the key file chosen last. One that was removed comes back as it was, with the name given. */
  addPartner: call('leader', z.object({ token: id, name: line() }), z.object({ partnerId: id }), changes),

  /** The fingerprint was read aloud and was the same. */
  markCompared: call('leader', one, done, changes),

  /** Nothing is read from a blocked contact, and nothing is written to one. */
  block: call('leader', one, done, changes),

  /** Back to what it was before: compared, if it had been. */
  unblock: call('leader', one, done, changes),

  rename: call('leader', z.object({ partnerId: id, name: line() }), done, changes),

  /** Takes a contact off the list; files from it are refused as from somebody unknown. `restore` brings it back. */
  remove: call('leader', one, done, changes),

  restore: call('leader', one, done, changes),
};
