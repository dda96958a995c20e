import { randomUUID } from 'node:crypto';
import type { documents as contract } from '@shared/contract/documents';
import type { PrintedSignature } from '@shared/contract/print';
import { refuse } from '@shared/domain/text';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { type PlanRow, thePlan } from '../../data/queries/plans';
import { documents, signatures } from '../../data/schema/documents';
import { trainingPlans } from '../../data/schema/talks';
import type { Handlers } from '../context';
import { trainingPlanContent } from './content';
import { deliver, issue, pdfOf } from './issue';
import { documentRows, newDocument, type StoredDocument, sha256, signaturesOf, theDocument } from './store';

/** A training plan on its way from agreed to signed, and what is printed of it. */
export const signingHandlers: Pick<Handlers<typeof contract>, 'signing' | 'sign' | 'printPlan'> = {
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
    const { status, employeeId } = thePlan(context.db, planId);
    const isAwaiting = latest?.state === 'awaitingSignatures' && isCurrent(latest, content);
    if (latest && (status === 'signed' || isAwaiting)) return deliver(context, latest, way);
    const version = nextVersion(context.db, planId);
    const fields = { kind: 'trainingPlan', employeeId, talkId: null, planId, version } as const;
    return issue(context, fields, content, way);
  },
};

/** The newest document of the plan that has, or waits for, signatures. */
function latestOf(db: Database, planId: string): StoredDocument | undefined {
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

function nextVersion(db: Database, planId: string): number {
  const latest = latestOf(db, planId);
  return (latest?.version ?? 0) + 1;
}

/** Freezes the plan for signing; a document that waited with other content is superseded, its signature with it. */
function freezePlan(db: Database, plan: PlanRow, content: unknown, now: Date): StoredDocument {
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
function keepHandedOut(db: Database, documentId: string): void {
  const document = theDocument(db, documentId);
  if (!document.pdf) return;
  db.insert(documents)
    .values({ ...document, id: randomUUID(), state: 'superseded' })
    .run();
}
