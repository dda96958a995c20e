import { randomUUID } from 'node:crypto';
import type { documents as contract } from '@shared/contract/documents';
import type { PrintedSignature } from '@shared/contract/print';
import { localDate } from '@shared/domain/dates';
import { kindInSentence, type TalkKind, talkKinds } from '@shared/domain/talk-kinds';
import { refuse, type Text } from '@shared/domain/text';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { handoverPack } from '../../data/queries/handover';
import { readCase } from '../../data/queries/merit-case';
import { meritLetterContent } from '../../data/queries/merit-letter';
import { correctionNotes, documents, signatures } from '../../data/schema/documents';
import { schools } from '../../data/schema/school';
import { talks, trainingPlans } from '../../data/schema/talks';
import type { Context, Handlers } from '../context';
import { disagreementCardsContent, minutesContent, spiderSheetContent, trainingPlanContent } from './content';
import { claimOf, dressPdf } from './pdf-file';
import {
  documentRows,
  fingerprintOf,
  frameOf,
  newDocument,
  type StoredDocument,
  sha256,
  signaturesOf,
} from './store';

const largestPdf = 50_000_000;

/** Titles as PDF readers show them, and the first word of file names; neither names a person. */
const titles = {
  trainingPlan: { da: 'Individuel efteruddannelsesplan', en: 'Individual training plan' },
  minutes: { da: 'Referat af samtale', en: 'Minutes of the talk' },
  spiderSheet: { da: 'Kompetencespind', en: 'Competence spider' },
  disagreementCards: { da: 'Uenighedskort', en: 'Disagreement cards' },
  handover: { da: 'Overdragelse', en: 'Handover' },
  meritLetter: { da: 'Afgørelse om merit', en: 'Decision on merit' },
  recoveryCode: { da: 'Gendannelseskode', en: 'Recovery code' },
} as const;

const fileNames = {
  trainingPlan: 'efteruddannelsesplan',
  minutes: 'referat',
  spiderSheet: 'kompetencespind',
  disagreementCards: 'uenighedskort',
  handover: 'overdragelse',
  meritLetter: 'meritbrev',
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

export const documentsHandlers: Handlers<typeof contract> = {
  list: ({ db }, { employeeId }) => ({ documents: documentRows(db, { employeeId }) }),

  signing({ db }, { planId }) {
    const plan = thePlan(db, planId);
    const content = trainingPlanContent(db, planId);
    const current = latestOf(db, planId);
    const document = current ? (documentRows(db, { id: current.id })[0] ?? null) : null;
    // A plan opened again after signing is a new draft: the signed document stays, its signatures do not carry over.
    const applies =
      plan.status === 'signed' ||
      (plan.status === 'agreed' && current?.state === 'awaitingSignatures' && isCurrent(current, content));
    return {
      planStatus: plan.status,
      employeeName: content.employeeName,
      leaderName: content.leaderName,
      leaderTitle: content.leaderTitle,
      document,
      signatures: current && applies ? signaturesOf(db, current.id) : [],
    };
  },

  async sign(context, { planId, party, method, name, drawing, wording }) {
    const { db } = context;
    const plan = thePlan(db, planId);
    if (plan.status !== 'agreed') {
      throw refuse('conflict', {
        da: 'Planen skal være aftalt, før den kan underskrives.',
        en: 'The plan must be agreed before it can be signed.',
      });
    }
    if (method === 'drawn' && drawing.trim() === '') {
      throw refuse('invalid', {
        da: 'Feltet er tomt. Tegn din underskrift, eller skriv dit navn i stedet.',
        en: 'The field is empty. Draw your signature, or type your name instead.',
      });
    }
    const content = trainingPlanContent(db, planId);
    const now = context.now();
    const signature: PrintedSignature = {
      party,
      name,
      method,
      drawing: method === 'drawn' ? drawing : '',
      wording,
      signedAt: now.toISOString(),
    };
    const awaiting = latestOf(db, planId);
    const document =
      awaiting?.state === 'awaitingSignatures' && isCurrent(awaiting, content) ? awaiting : null;
    const earlier = document ? signaturesOf(db, document.id) : [];
    if (earlier.some((one) => one.party === party)) {
      throw refuse('conflict', {
        da: 'Der er allerede skrevet under her.',
        en: 'This has already been signed here.',
      });
    }
    // The PDF is made first, so that signature, PDF, hashes and status are stored in one transaction.
    const all = [...earlier, signature];
    const completes = document !== null && all.length === 2;
    const pdf = completes ? await pdfOf(context, { ...document, completedAt: now.toISOString() }, all) : null;

    return context.write(
      {
        action: completes ? 'plan.signed' : 'plan.signature',
        entity: 'trainingPlan',
        entityId: planId,
        fields: [party, wording],
      },
      (tx) => {
        // Printing takes a while: what was opened again, changed or signed meanwhile is not signed as it was.
        const isStill =
          thePlan(tx, planId).status === 'agreed' &&
          JSON.stringify(trainingPlanContent(tx, planId)) === JSON.stringify(content) &&
          (document === null || signaturesOf(tx, document.id).length === earlier.length);
        if (!isStill) throw changedMeanwhile();
        const target = document ?? freezePlan(tx, plan, content, now);
        tx.insert(signatures)
          .values({ id: randomUUID(), documentId: target.id, ...signature })
          .run();
        if (pdf) {
          keepHandedOut(tx, target.id);
          tx.update(documents)
            .set({ pdf, pdfSha256: sha256(pdf), state: 'signed', completedAt: now.toISOString() })
            .where(eq(documents.id, target.id))
            .run();
          tx.update(trainingPlans)
            .set({ status: 'signed', updatedAt: now.toISOString() })
            .where(eq(trainingPlans.id, planId))
            .run();
        }
        return { completed: completes };
      },
    );
  },

  async printPlan(context, { planId, way }) {
    const content = trainingPlanContent(context.db, planId);
    const latest = latestOf(context.db, planId);
    // A signed plan is given as it was signed, whatever has changed around it since: a team, a title, the school's words.
    const isSigned = thePlan(context.db, planId).status === 'signed';
    const isAwaiting = latest?.state === 'awaitingSignatures' && isCurrent(latest, content);
    if (latest && (isSigned || isAwaiting)) return deliver(context, latest, way);
    const version = nextVersion(context.db, planId);
    return issue(
      context,
      {
        kind: 'trainingPlan',
        employeeId: thePlan(context.db, planId).employeeId,
        talkId: null,
        planId,
        version,
      },
      content,
      way,
    );
  },

  minutes(context, { talkId, way }) {
    const content = minutesContent(context.db, talkId);
    return issue(context, { kind: 'minutes', ...ofTalk(context.db, talkId) }, content, way);
  },

  disagreementCards(context, { talkId, way }) {
    const content = disagreementCardsContent(context.db, talkId);
    return issue(context, { kind: 'disagreementCards', ...ofTalk(context.db, talkId) }, content, way);
  },

  spiderSheet(context, { talkId, way }) {
    const content = spiderSheetContent(context.db, talkId);
    return issue(context, { kind: 'spiderSheet', ...ofTalk(context.db, talkId) }, content, way);
  },

  handover(context, { way, ...question }) {
    const content = handoverPack(context.db, { ...question, today: localDate(context.now()) });
    // It is about many people, so it belongs to none of them.
    const fields = { kind: 'handover', employeeId: null, talkId: null, planId: null, version: 1 } as const;
    return issue(context, fields, content, way);
  },

  meritLetter(context, { caseId, way }) {
    const content = meritLetterContent(context.db, caseId);
    // The same decision is the same letter, to the byte: it is made once and given again.
    const snapshotSha256 = sha256(JSON.stringify(content));
    const made = context.db
      .select()
      .from(documents)
      .where(and(eq(documents.kind, 'meritLetter'), eq(documents.snapshotSha256, snapshotSha256)))
      .get();
    if (made) return deliver(context, made, way);
    const { employeeId, round: version } = readCase(context.db, caseId);
    const fields = { kind: 'meritLetter', employeeId, talkId: null, planId: null, version } as const;
    return issue(context, fields, content, way);
  },

  again: (context, { documentId, way }) => deliver(context, theDocument(context.db, documentId), way),

  addCorrection(context, { documentId, text }) {
    const document = theDocument(context.db, documentId);
    if (document.state !== 'signed' && document.state !== 'issued') {
      throw refuse('conflict', {
        da: 'Dokumentet er ikke underskrevet endnu, så ret planen i stedet.',
        en: 'The document is not signed yet; change the plan instead.',
      });
    }
    return context.write(
      { action: 'document.corrected', entity: 'document', entityId: documentId, fields: ['text'] },
      (db) => {
        const author = db.select({ name: schools.leaderName }).from(schools).get()?.name ?? '';
        db.insert(correctionNotes)
          .values({ id: randomUUID(), documentId, text, author, createdAt: context.now().toISOString() })
          .run();
        return {};
      },
    );
  },

  async check(context) {
    const file = await context.machine.chooseFile('pdf', largestPdf);
    if (!file) return null;
    const { name: fileName, bytes } = file;
    const hit = context.db
      .select({ id: documents.id })
      .from(documents)
      .where(eq(documents.pdfSha256, sha256(bytes)))
      .get();
    if (hit)
      return {
        fileName,
        verdict: 'unchanged',
        document: documentRows(context.db, { id: hit.id })[0] ?? null,
      };
    const claim = await claimOf(bytes);
    const known = claim ? documentRows(context.db, { id: claim.documentId })[0] : undefined;
    return known
      ? { fileName, verdict: 'changed', document: known }
      : { fileName, verdict: 'unknown', document: null };
  },
};

type Db = Context['db'];
type Way = 'save' | 'print';

function thePlan(db: Db, planId: string) {
  const plan = db.select().from(trainingPlans).where(eq(trainingPlans.id, planId)).get();
  if (!plan)
    throw refuse('not-found', { da: 'Planen findes ikke længere.', en: 'The plan no longer exists.' });
  return plan;
}

function theDocument(db: Db, documentId: string): StoredDocument {
  const document = db.select().from(documents).where(eq(documents.id, documentId)).get();
  if (!document) {
    throw refuse('not-found', {
      da: 'Dokumentet findes ikke længere.',
      en: 'The document no longer exists.',
    });
  }
  return document;
}

/** The newest document of the plan that has, or waits for, signatures. */
function latestOf(db: Db, planId: string): StoredDocument | undefined {
  return db
    .select()
    .from(documents)
    .where(and(eq(documents.planId, planId), inArray(documents.state, ['awaitingSignatures', 'signed'])))
    .orderBy(desc(documents.version))
    .limit(1)
    .get();
}

const changedMeanwhile = () =>
  refuse('conflict', {
    da: 'Planen er ændret, mens der blev skrevet under. Se den igennem, og skriv under igen.',
    en: 'The plan changed while it was being signed. Look through it and sign again.',
  });

const isCurrent = (document: StoredDocument, content: unknown) =>
  document.snapshotSha256 === sha256(JSON.stringify(content));

function nextVersion(db: Db, planId: string): number {
  const latest = latestOf(db, planId);
  return (latest?.version ?? 0) + 1;
}

/** Freezes the plan for signing; a document that waited with other content is superseded, its signature with it. */
function freezePlan(
  db: Db,
  plan: typeof trainingPlans.$inferSelect,
  content: unknown,
  now: Date,
): StoredDocument {
  const version = nextVersion(db, plan.id);
  db.update(documents)
    .set({ state: 'superseded' })
    .where(and(eq(documents.planId, plan.id), eq(documents.state, 'awaitingSignatures')))
    .run();
  const { employeeId, talkId, id: planId } = plan;
  const fields = {
    kind: 'trainingPlan',
    employeeId,
    talkId,
    planId,
    version,
    state: 'awaitingSignatures',
  } as const;
  const document = newDocument(fields, content, now);
  db.insert(documents).values(document).run();
  return document;
}

/** A PDF that was handed out with one signature is still the file Spind made, after the second has replaced it. */
function keepHandedOut(db: Db, documentId: string): void {
  const document = theDocument(db, documentId);
  if (!document.pdf) return;
  db.insert(documents)
    .values({ ...document, id: randomUUID(), state: 'superseded' })
    .run();
}

function ofTalk(db: Db, talkId: string) {
  const employeeId =
    db.select({ id: talks.employeeId }).from(talks).where(eq(talks.id, talkId)).get()?.id ?? null;
  return { employeeId, talkId, planId: null, version: 1 };
}

async function pdfOf(
  context: Context,
  document: StoredDocument,
  signed: readonly PrintedSignature[],
): Promise<Buffer> {
  const language = context.language();
  const data = frameOf(document, signed);
  const printed = await context.machine.pdf({ document: document.kind, language, data });
  return dressPdf(printed, {
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
async function issue(
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
async function deliver(context: Context, document: StoredDocument, way: Way) {
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
