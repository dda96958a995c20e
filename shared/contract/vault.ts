import { z } from 'zod';
import { backup } from './backups';
import { call, done, line, nothing, optionalLine, sessionState } from './core';

const passphrase = z.string().min(1).max(1000);

/** Opens although another computer left its mark in the folder; refused with this field named until a person says so. */
const takeOver = z.boolean().optional();

/** What a school, or an HR office, answers at the first start. */
export const firstSchool = z.object({
  name: line(),
  municipality: optionalLine(),
  /** `hr`: the file of HR, which decides on cases from schools and has no staff, spiders or talks of its own. */
  profile: z.enum(['folkeskole', 'erhvervsskole', 'hr']),
  leaderName: line(),
  leaderTitle: line(),
  /** HR only, where the leader is the HR-chef: the other of the two who take position. */
  developmentChiefName: optionalLine().optional(),
  retentionYears: z.number().int().min(1).max(30),
  retentionReason: optionalLine(1000),
});

export const vault = {
  /** Which door is open, and what stands in the way of opening one. Says nothing of the school. */
  status: call(
    'always',
    nothing,
    z.object({
      state: sessionState,
      /** A sentence when the files on the disk are not as they should be. */
      problem: z.string().nullable(),
      /** Seconds to wait after wrong passphrases. */
      waitSeconds: z.number().int(),
    }),
  ),

  /** Makes the encrypted file, with default categories and spiders. The recovery code is shown once and kept nowhere. */
  create: call(
    'always',
    z.object({ passphrase, school: firstSchool }),
    z.object({ recoveryCode: z.string() }),
  ),

  unlock: call('always', z.object({ passphrase, takeOver }), done),
  /** The way in when the passphrase is forgotten: the code and a new passphrase. */
  unlockWithRecovery: call('always', z.object({ code: line(), newPassphrase: passphrase, takeOver }), done),
  /** Copies to go back to when the file itself will not open: dates and sizes only, and none while it is open. */
  backups: call('always', nothing, z.object({ backups: z.array(backup) })),
  /** Puts a copy in the place of a file that will not open; that is kept aside. Ends locked. */
  restore: call('always', z.object({ name: line(), passphrase }), done, ['vault']),
  lock: call('always', nothing, done),

  changePassphrase: call('leader', z.object({ current: passphrase, next: passphrase }), done),
  /** A new recovery code; the old one stops working. */
  newRecoveryCode: call('leader', z.object({ passphrase }), z.object({ recoveryCode: z.string() })),
  /** The code on paper or as PDF. Nothing of it is stored. */
  recoveryPaper: call(
    'leader',
    z.object({ code: line(), way: z.enum(['save', 'print']) }),
    z.object({ carriedOut: z.boolean() }),
  ),
};
