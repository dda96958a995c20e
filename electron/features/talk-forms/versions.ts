import { randomUUID } from 'node:crypto';
import type { FormDraft } from '@shared/contract/talk-forms';
import { refuse } from '@shared/domain/text';
import { count, desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { teams } from '../../data/schema/employees';
import { talkFormAreas, talkForms, talkFormVersions } from '../../data/schema/talk-forms';
import { talks } from '../../data/schema/talks';

export const missing = () =>
  refuse('not-found', { da: 'Skemaet findes ikke længere.', en: 'The form no longer exists.' });

/** The form with this id, with the unit it is used in. Refuses one that is not there. */
export function theForm(db: Database, formId: string) {
  const row = db
    .select({ form: talkForms, unit: { id: teams.id, name: teams.name } })
    .from(talkForms)
    .leftJoin(teams, eq(teams.id, talkForms.teamId))
    .where(eq(talkForms.id, formId))
    .get();
  if (!row) throw missing();
  return { ...row.form, unit: row.unit };
}

export function theVersion(db: Database, versionId: string) {
  const version = db.select().from(talkFormVersions).where(eq(talkFormVersions.id, versionId)).get();
  if (!version) throw missing();
  return version;
}

/** The version with this id, when it may be written in. */
export function theDraft(db: Database, versionId: string) {
  const version = theVersion(db, versionId);
  if (version.publishedAt === null) return version;
  throw refuse('conflict', {
    da: 'Skemaet er udgivet, og ordlyden ligger fast. Lav en ny version, hvis noget skal ændres.',
    en: 'The form is published and its wording is fixed. Make a new version to change something.',
  });
}

/** Newest published version and the draft after it, if any; and the ids of all of them. */
export function versionsOf(db: Database, formId: string) {
  const rows = db
    .select({
      id: talkFormVersions.id,
      number: talkFormVersions.number,
      publishedAt: talkFormVersions.publishedAt,
    })
    .from(talkFormVersions)
    .where(eq(talkFormVersions.formId, formId))
    .orderBy(desc(talkFormVersions.number))
    .all();
  return {
    published: rows.find(({ publishedAt }) => publishedAt !== null) ?? null,
    draft: rows.find(({ publishedAt }) => publishedAt === null) ?? null,
    ids: rows.map(({ id }) => id),
  };
}

/** How many talks were planned with any of these versions, removed ones too: they may come back. */
export function talksOn(db: Database, versionIds: readonly string[]): number {
  return (
    db
      .select({ n: count() })
      .from(talks)
      .where(inArray(talks.formVersionId, [...versionIds]))
      .get()?.n ?? 0
  );
}

/** Stores a new draft of a form; answers its id. Call inside a transaction. */
export function insertDraft(
  db: Database,
  { formId, number, now }: { formId: string; number: number; now: Date },
  content: FormDraft,
): string {
  const versionId = randomUUID();
  db.insert(talkFormVersions)
    .values({
      id: versionId,
      formId,
      number,
      purpose: content.purpose,
      notForDiscussion: content.notForDiscussion,
      createdAt: now.toISOString(),
      publishedAt: null,
    })
    .run();
  insertAreas(db, versionId, content.areas);
  return versionId;
}

/** Puts new content in the place of a draft's old. Call inside a transaction. */
export function replaceContent(db: Database, versionId: string, content: FormDraft): void {
  const { purpose, notForDiscussion, areas } = content;
  db.delete(talkFormAreas).where(eq(talkFormAreas.versionId, versionId)).run();
  db.update(talkFormVersions)
    .set({ purpose, notForDiscussion })
    .where(eq(talkFormVersions.id, versionId))
    .run();
  insertAreas(db, versionId, areas);
}

function insertAreas(db: Database, versionId: string, areas: FormDraft['areas']): void {
  for (const [index, area] of areas.entries()) {
    db.insert(talkFormAreas)
      .values({ versionId, number: index + 1, ...area })
      .run();
  }
}
