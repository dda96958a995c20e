import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import { type preparation as contract, preparationLimits } from '@shared/contract/preparation';
import { type Language, Refusal, refuse, type Text } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database, OpenDatabase } from '../../data/open';
import { layOpen, ratedTalk } from '../../data/queries/ratings';
import { preparationSheets } from '../../data/schema/preparation';
import type { Context, FoundFile } from '../context';
import { type Judged, judge, keepTexts, unreadable, withoutGaps } from './judge-sheet';
import type { ReadSheet } from './read-fields';

type Chosen = { readonly fileName: string; readonly read: ReadSheet | null; readonly first: Judged };
type Waiting = { token: string; withinTalk: string | null; files: readonly Chosen[] };

/** The files that wait for a decision. They go when the file is locked, with the open database they belong to. */
const waiting = new WeakMap<OpenDatabase, Waiting>();

/** Asks for files or a folder, reads them and says what each is. Nothing is written. */
export async function chooseSheets(
  context: Context,
  { from, talkId }: Input<typeof contract.choose>,
): Promise<Output<typeof contract.choose>> {
  const found = await context.machine.chooseFiles('pdf', from, preparationLimits.files);
  if (!found) return null;
  if (found.length === 0) {
    throw refuse('not-found', {
      da: 'Der er ingen PDF-filer i mappen. Vælg en anden mappe, eller vælg filerne selv.',
      en: 'There are no PDF files in the folder. Choose another folder, or choose the files yourself.',
    });
  }
  const reads: { fileName: string; read: ReadSheet | Text }[] = [];
  for (const file of found) {
    reads.push({ fileName: file.name, read: await readOne(file) });
    // The window is heard between two files.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { open } = context.session;
  // Locked while the files were read: nothing of them may stay in memory.
  if (!open) throw notWaiting();
  const files = markTwice(
    reads.map(({ fileName, read }) => {
      const first = 'da' in read ? unreadable(read) : judge(open.db, read, talkId);
      // Before her leader has locked, what an employee chose is not kept, either.
      return { fileName, first, read: 'da' in read || !first.sheet ? null : read };
    }),
  );
  const token = randomUUID();
  waiting.set(open, { token, withinTalk: talkId, files });
  const language = context.language();
  return { token, files: files.map((file, index) => shown(file, index, language)) };
}

/** Takes files in, each in a transaction of its own; what cannot be taken in says why. */
export function applySheets(
  context: Context,
  { token, files }: Input<typeof contract.apply>,
): Output<typeof contract.apply> {
  const chosen = waitingFiles(context, token);
  const imported: Output<typeof contract.apply>['imported'] = [];
  const refusedOnes: Output<typeof contract.apply>['refused'] = [];
  for (const { index, countMissing } of files) {
    const file = chosen.files[index];
    if (!file) throw notWaiting();
    const { fileName } = file;
    try {
      imported.push({ fileName, employeeName: take(context, file, { ...chosen, countMissing }) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusedOnes.push({ fileName, message: error.text[context.language()] });
    }
  }
  return { imported, refused: refusedOnes };
}

/** Lets go of files that were read. */
export function forgetSheets({ session }: Context, token: string): void {
  if (session.open && waiting.get(session.open)?.token === token) waiting.delete(session.open);
}

function waitingFiles({ session }: Context, token: string): Waiting {
  const found = session.open ? waiting.get(session.open) : undefined;
  if (found?.token !== token) throw notWaiting();
  return found;
}

const notWaiting = () =>
  refuse('not-found', {
    da: 'Filerne er ikke længere åbne i Spind. Vælg dem igen.',
    en: 'The files are no longer open in Spind. Choose them again.',
  });

async function readOne(file: FoundFile): Promise<ReadSheet | Text> {
  if (file.size > preparationLimits.bytes) return tooBig;
  try {
    const bytes = await file.read();
    if (bytes.length > preparationLimits.bytes) return tooBig;
    const { readFields } = await import('./read-fields');
    return await readFields(bytes);
  } catch (error) {
    return error instanceof Refusal ? error.text : damaged;
  }
}

/** One sheet under two names counts once; with two different contents nobody can say which is meant. */
function markTwice(files: readonly Chosen[]): Chosen[] {
  const bySheet = new Map<string, Chosen[]>();
  for (const file of files) {
    const id = file.first.sheet?.stored.id;
    if (id) bySheet.set(id, [...(bySheet.get(id) ?? []), file]);
  }
  return files.map((file) => {
    const same = bySheet.get(file.first.sheet?.stored.id ?? '') ?? [];
    const [first = file] = same;
    if (same.length < 2) return file;
    const differs = same.some((one) => contentOf(one) !== contentOf(first));
    if (!differs && file === first) return file;
    const message = differs ? twoVersions : sameAs(first.fileName);
    const state = differs ? ('twice' as const) : ('alreadyImported' as const);
    return { ...file, read: null, first: { ...file.first, state, message, missing: [], sheet: null } };
  });
}

const contentOf = ({ first }: Chosen) => JSON.stringify(first.sheet?.filled);

function shown({ fileName, first }: Chosen, index: number, language: Language) {
  const { state, message, missing, sheet, of } = first;
  return {
    index,
    fileName,
    state,
    ...of,
    missing: [...missing],
    written: sheet?.filled.texts.filter(({ text }) => text.trim() !== '').length ?? 0,
    message: message?.[language] ?? '',
  };
}

/** Takes one sheet in as a whole, judged anew in the transaction that writes it. Answers whose it is. */
function take(
  context: Context,
  { read, first }: Chosen,
  { withinTalk, countMissing }: { withinTalk: string | null; countMissing: boolean },
): string {
  if (!read) throw refuse('conflict', first.message ?? damaged);
  const now = context.now().toISOString();
  return context.write(
    ({ talkId }: { talkId: string; name: string }) => ({
      action: 'preparation.imported',
      entity: 'talk',
      entityId: talkId,
      fields: ['answers', 'ratings'],
    }),
    (db) => {
      const { sheet, missing, message, of } = judge(db, read, withinTalk);
      if (!sheet) throw refuse('conflict', message ?? damaged);
      if (missing.length > 0 && !countMissing) throw incomplete(missing);
      const { stored, asks, filled } = sheet;
      if (asks.competences.length > 0) laySheetOpen(db, stored.talkId, sheet, now);
      keepTexts(db, stored.id, filled.texts);
      db.update(preparationSheets).set({ importedAt: now }).where(eq(preparationSheets.id, stored.id)).run();
      return { talkId: stored.talkId, name: of.employeeName };
    },
  ).name;
}

/** The self-rating stands beside the leader's from now on, and neither can be changed (DOMAIN 4.4). */
function laySheetOpen(
  db: Database,
  talkId: string,
  { asks, filled }: NonNullable<Judged['sheet']>,
  lockedAt: string,
): void {
  const rated = ratedTalk(db, talkId);
  const answers = withoutGaps(filled);
  const byCompetence = new Map(asks.competences.map(({ id }, index) => [id, answers[index] ?? null]));
  layOpen(
    db,
    rated,
    rated.axes.map(({ competenceId }) => byCompetence.get(competenceId) ?? null),
    lockedAt,
  );
}

function incomplete(missing: readonly string[]): Refusal {
  const names = missing.join(', ');
  return refuse('invalid', {
    da: `Der mangler et svar på ${names}. Lad dem tælle som »Ikke vurderet«, eller bed om arket igen.`,
    en: `There is no answer to ${names}. Let them count as “Not rated”, or ask for the sheet again.`,
  });
}

const tooBig: Text = {
  da: 'Filen fylder over 20 MB. Et forberedelsesark fylder langt under én.',
  en: 'The file is over 20 MB. A preparation sheet is far below one.',
};
const damaged: Text = {
  da: 'Filen kan ikke læses som PDF. Den er beskadiget, låst med en kode eller noget andet end en PDF.',
  en: 'The file cannot be read as a PDF. It is damaged, locked with a password or something else than a PDF.',
};
const twoVersions: Text = {
  da: 'To af filerne er det samme ark med forskellige svar. Vælg kun den, der gælder.',
  en: 'Two of the files are the same sheet with different answers. Choose only the one that counts.',
};
const sameAs = (fileName: string): Text => ({
  da: `Det er det samme ark som ${fileName} og tæller kun én gang.`,
  en: `This is the same sheet as ${fileName} and counts only once.`,
});
