import { randomUUID } from 'node:crypto';
import type { Input } from '@shared/contract/core';
import type { merit as contract } from '@shared/contract/merit';
import { localDate } from '@shared/domain/dates';
import { isWritable } from '@shared/domain/merit-case';
import { refuse, type Text } from '@shared/domain/text';
import { eq, max } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { largestAttachment, storeAttachment } from '../../data/queries/attachments';
import { readCase, type WholeCase } from '../../data/queries/merit-case';
import { meritEvidence } from '../../data/schema/merit';
import { saveCertificate } from '../certificates';
import type { Context, Handlers } from '../context';

type EvidenceCalls = Pick<
  typeof contract,
  | 'saveEvidence'
  | 'setCover'
  | 'removeEvidence'
  | 'restoreEvidence'
  | 'attach'
  | 'detach'
  | 'exportAttachment'
>;

/** The papers an application rests on, laid beside the requirement's parts. */
export const evidenceHandlers: Handlers<EvidenceCalls> = {
  saveEvidence(context, { caseId, id: given, covers, ...input }) {
    const id = given ?? randomUUID();
    const fields = [...Object.keys(input), 'covers'];
    return context.write(
      { action: 'merit.evidence.saved', entity: 'meritEvidence', entityId: id, fields },
      (db) => {
        const one = refuseIfFixed(readCase(db, caseId));
        const known = given ? theEvidence(db, given) : null;
        if (known && known.caseId !== caseId) throw gone();
        const ects = refuseBadEvidence(input, localDate(context.now()).slice(0, 4));
        const { title, provider, year, learningGoals } = input;
        const row = {
          title,
          provider,
          year,
          learningGoals,
          ects,
          covers: JSON.stringify(one.requirement.parts.filter((part) => covers.includes(part))),
        };
        if (known) db.update(meritEvidence).set(row).where(eq(meritEvidence.id, id)).run();
        else {
          db.insert(meritEvidence)
            .values({ id, caseId, ...row, attachmentId: null, position: nextPlace(db, caseId) })
            .run();
        }
        return { id };
      },
    );
  },

  setCover: (context, { evidenceId, part, isCovered }) =>
    change(context, evidenceId, 'covered', ['covers'], (db, _row, one) => {
      const covers = one.evidence.find(({ id }) => id === evidenceId)?.covers ?? [];
      const next = one.requirement.parts.filter((name) =>
        name === part ? isCovered : covers.includes(name),
      );
      setRow(db, evidenceId, { covers: JSON.stringify(next) });
    }),

  removeEvidence: (context, { evidenceId }) =>
    change(context, evidenceId, 'removed', [], (db) =>
      setRow(db, evidenceId, { removedAt: context.now().toISOString() }),
    ),

  restoreEvidence: (context, { evidenceId }) =>
    change(context, evidenceId, 'restored', [], (db) => setRow(db, evidenceId, { removedAt: null }), true),

  async attach(context, { evidenceId }) {
    // Asked before the file is chosen, so that nobody looks for one in vain.
    refuseIfFixed(readCase(context.db, theEvidence(context.db, evidenceId).caseId));
    const file = await context.machine.chooseFile('certificate', largestAttachment);
    if (!file) return { carriedOut: false };
    change(context, evidenceId, 'attached', ['attachment'], (db) =>
      setRow(db, evidenceId, { attachmentId: storeAttachment(db, file, context.now()) }),
    );
    return { carriedOut: true };
  },

  detach: (context, { evidenceId }) =>
    change(context, evidenceId, 'detached', ['attachment'], (db) =>
      setRow(db, evidenceId, { attachmentId: null }),
    ),

  async exportAttachment(context, { evidenceId }) {
    const { attachmentId } = theEvidence(context.db, evidenceId);
    if (!attachmentId) throw gone();
    const carriedOut = await saveCertificate(context, attachmentId);
    // A paper leaves the encrypted file, which the audit log is to know.
    if (carriedOut) context.write(entry('exported', evidenceId, ['attachment']), () => undefined);
    return { carriedOut };
  },
};

type EvidenceRow = typeof meritEvidence.$inferSelect;

function change(
  context: Context,
  evidenceId: string,
  action: string,
  fields: readonly string[],
  work: (db: Database, row: EvidenceRow, one: WholeCase) => void,
  isRemoved = false,
): Record<never, never> {
  return context.write(entry(action, evidenceId, fields), (db) => {
    const row = theEvidence(db, evidenceId, isRemoved);
    work(db, row, refuseIfFixed(readCase(db, row.caseId)));
    return {};
  });
}

const entry = (action: string, entityId: string, fields: readonly string[]) => ({
  action: `merit.evidence.${action}`,
  entity: 'meritEvidence',
  entityId,
  fields,
});

const setRow = (db: Database, id: string, row: Partial<EvidenceRow>) => {
  db.update(meritEvidence).set(row).where(eq(meritEvidence.id, id)).run();
};

const gone = () =>
  refuse('not-found', { da: 'Papiret findes ikke længere.', en: 'The paper no longer exists.' });

function theEvidence(db: Database, id: string, isRemoved = false): EvidenceRow {
  const row = db.select().from(meritEvidence).where(eq(meritEvidence.id, id)).get();
  if (!row || (row.removedAt !== null) !== isRemoved) throw gone();
  return row;
}

/** What has been handed in stays as the two read it; what came from a school is the school's to change. */
export function refuseIfFixed(one: WholeCase): WholeCase {
  if (!one.employeeId) {
    throw refuse('forbidden', {
      da: 'Ansøgningen kommer fra en skole og kan kun ændres dér.',
      en: 'The application comes from a school and can only be changed there.',
    });
  }
  if (isWritable(one.state)) return one;
  throw refuse('conflict', {
    da: 'Ansøgningen er sendt ind og ligger fast. Tag den tilbage, hvis den skal rettes.',
    en: 'The application has been submitted and stands. Take it back to change it.',
  });
}

/** Points of the paper; refuses what cannot be on one. */
function refuseBadEvidence(
  { title, ects, year }: Pick<Input<typeof contract.saveEvidence>, 'title' | 'ects' | 'year'>,
  thisYear: string,
): number {
  const fields: Record<string, Text> = {};
  if (title === '') fields.title = { da: 'Skriv, hvad det er.', en: 'Write what it is.' };
  if (ects === null || ects < 0 || ects > 300 || !Number.isInteger(ects * 2)) {
    fields.ects = {
      da: 'Skriv antallet af ECTS fra 0 til 300, højst med én halv.',
      en: 'Enter the number of ECTS from 0 to 300, in steps of one half.',
    };
  }
  if (year !== null && (!Number.isInteger(year) || year < 1950 || year > Number(thisYear))) {
    fields.year = {
      da: `Skriv et årstal fra 1950 til ${thisYear}.`,
      en: `Enter a year from 1950 to ${thisYear}.`,
    };
  }
  const [first] = Object.values(fields);
  if (first) throw refuse('invalid', first, fields);
  return ects ?? 0;
}

function nextPlace(db: Database, caseId: string): number {
  const last = db
    .select({ position: max(meritEvidence.position) })
    .from(meritEvidence)
    .where(eq(meritEvidence.caseId, caseId))
    .get()?.position;
  return (last ?? -1) + 1;
}
