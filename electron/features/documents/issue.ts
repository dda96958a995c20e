import type { PrintedSignature } from '@shared/contract/print';
import { kindInSentence, type TalkKind, talkKinds } from '@shared/domain/talk-kinds';
import type { Text } from '@shared/domain/text';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { documents } from '../../data/schema/documents';
import type { Context } from '../context';
import { dressDocument } from './pdf-file';
import { fingerprintOf, frameOf, newDocument, type StoredDocument, sha256, signaturesOf } from './store';

export type Way = 'save' | 'print';

/** Titles as PDF readers show them, and the first word of file names; neither names a person. */
const titles = {
  trainingPlan: { da: 'Individuel efteruddannelsesplan', en: 'Individual training plan' },
  minutes: { da: 'Referat af samtale', en: 'Minutes of the talk' },
  spiderSheet: { da: 'Kompetencespind', en: 'Competence spider' },
  disagreementCards: { da: 'Uenighedskort', en: 'Disagreement cards' },
  handover: { da: 'Overdragelse', en: 'Handover' },
  meritLetter: { da: 'Afgørelse om merit', en: 'Decision on merit' },
  programme: { da: 'Udviklingsprogram', en: 'Development programme' },
  fundPack: { da: 'Bilag til ansøgning om kompetencefondsmidler', en: 'Attachment to a fund application' },
  recoveryCode: { da: 'Gendannelseskode', en: 'Recovery code' },
} as const;

const fileNames = {
  trainingPlan: 'efteruddannelsesplan',
  minutes: 'referat',
  spiderSheet: 'kompetencespind',
  disagreementCards: 'uenighedskort',
  handover: 'overdragelse',
  meritLetter: 'meritbrev',
  programme: 'udviklingsprogram',
  fundPack: 'fondsbilag',
  recoveryCode: 'gendannelseskode',
} as const;

const kindOfTalk = z.object({ kind: z.enum(talkKinds) });

/** Minutes say which kind of talk they are of; those issued before there were other kinds are of a MUS. */
function talkKindOf(content: unknown): TalkKind {
  const parsed = kindOfTalk.safeParse(content);
  return parsed.success ? parsed.data.kind : 'MUS';
}

function titleOf(kind: StoredDocument['kind'], content: unknown): Text {
  if (kind !== 'minutes') return titles[kind];
  const { da, en } = kindInSentence(talkKindOf(content));
  return { da: `Referat af ${da}`, en: `Minutes of the ${en}` };
}

const fileNameOf = (kind: StoredDocument['kind'], content: unknown) =>
  kind === 'minutes' ? `${talkKindOf(content).toLowerCase()}-referat` : fileNames[kind];

/** The document as a PDF, with these signatures on it. */
export async function pdfOf(
  context: Context,
  document: StoredDocument,
  signed: readonly PrintedSignature[],
): Promise<Buffer> {
  const language = context.language();
  const data = frameOf(document, signed);
  const printed = await context.machine.pdf({ document: document.kind, language, data });
  return dressDocument(printed, {
    documentId: document.id,
    snapshotSha256: document.snapshotSha256,
    title: titleOf(document.kind, data.content)[language],
    language,
    createdAt: new Date(data.createdAt),
    content: data.content,
    signatures: signed,
  });
}

/** Makes a document without signatures, hands it over, and remembers its hash so that the PDF can be checked later. */
export async function issue(
  context: Context,
  fields: Pick<StoredDocument, 'kind' | 'employeeId' | 'talkId' | 'planId' | 'version'>,
  content: unknown,
  way: Way,
) {
  const draft = newDocument({ ...fields, state: 'issued' }, content, context.now());
  const pdf = way === 'save' ? await pdfOf(context, draft, []) : null;
  if (!(await handOver(context, draft, [], pdf))) return { carriedOut: false };
  context.write(
    { action: `document.${way}`, entity: 'document', entityId: draft.id, fields: [draft.kind] },
    (db) => {
      db.insert(documents)
        .values({ ...draft, pdf, pdfSha256: pdf && sha256(pdf) })
        .run();
    },
  );
  return { carriedOut: true };
}

/** Gives a stored document again: the stored bytes when there are any. */
export async function deliver(context: Context, document: StoredDocument, way: Way) {
  const signed = signaturesOf(context.db, document.id);
  const pdf = way === 'save' ? (document.pdf ?? (await pdfOf(context, document, signed))) : null;
  const carriedOut = await handOver(context, document, signed, pdf);
  if (carriedOut) {
    context.write(
      { action: `document.${way}`, entity: 'document', entityId: document.id, fields: [document.kind] },
      (db) => {
        if (!pdf || document.pdf) return;
        // Made for this occasion: remembered, so that it can be checked later.
        db.update(documents)
          .set({ pdf, pdfSha256: sha256(pdf) })
          .where(and(eq(documents.id, document.id), isNull(documents.pdf)))
          .run();
      },
    );
  }
  return { carriedOut };
}

function handOver(
  context: Context,
  document: StoredDocument,
  signed: readonly PrintedSignature[],
  pdf: Buffer | null,
): Promise<boolean> {
  if (pdf) {
    const mark = fingerprintOf(document.snapshotSha256).slice(0, 9).replace(' ', '').toLowerCase();
    const name = fileNameOf(document.kind, JSON.parse(document.snapshot));
    return context.machine.saveFile('pdf', `${name}-${mark}.pdf`, pdf);
  }
  const data = frameOf(document, signed);
  return context.machine.print({ document: document.kind, language: context.language(), data });
}
