import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../open';
import { competenceDomains, competences, levelDescriptors, templateVersions } from '../schema/spiders';

/** The content of one version of a spider, in order. `lineageId` ties a competence to its earlier versions. */
export type SpiderContent = {
  scaleMax: number;
  domains: readonly {
    name: string;
    competences: readonly {
      name: string;
      targetLevel: number;
      descriptors: readonly string[];
      lineageId?: string | undefined;
    }[];
  }[];
};

/** Stores one version of a template; answers its id. Call inside a transaction. */
export function insertVersion(
  db: Database,
  version: { templateId: string; number: number; createdAt: string; publishedAt: string | null },
  content: SpiderContent,
): string {
  const versionId = randomUUID();
  db.insert(templateVersions)
    .values({ id: versionId, ...version, scaleMax: content.scaleMax })
    .run();
  insertContent(db, versionId, content);
  return versionId;
}

/** Stores domains, competences and level descriptors of a version that has none. */
export function insertContent(db: Database, versionId: string, content: SpiderContent): void {
  for (const [position, domain] of content.domains.entries()) {
    const domainId = randomUUID();
    db.insert(competenceDomains).values({ id: domainId, versionId, name: domain.name, position }).run();
    for (const [place, { name, targetLevel, descriptors, lineageId }] of domain.competences.entries()) {
      const id = randomUUID();
      db.insert(competences)
        .values({ id, domainId, lineageId: lineageId ?? id, name, targetLevel, position: place })
        .run();
      for (const [index, text] of descriptors.entries()) {
        db.insert(levelDescriptors)
          .values({ competenceId: id, level: index + 1, text })
          .run();
      }
    }
  }
}

/** A version in its fixed order: as content to edit or copy, and as one list of axes to rate and draw. */
export function readContent(db: Database, versionId: string) {
  const version = db.select().from(templateVersions).where(eq(templateVersions.id, versionId)).get();
  const domains = db
    .select()
    .from(competenceDomains)
    .where(eq(competenceDomains.versionId, versionId))
    .orderBy(asc(competenceDomains.position))
    .all();
  const rows = db
    .select()
    .from(competences)
    .innerJoin(competenceDomains, eq(competenceDomains.id, competences.domainId))
    .where(eq(competenceDomains.versionId, versionId))
    .orderBy(asc(competenceDomains.position), asc(competences.position))
    .all();
  const texts = db
    .select({ competenceId: levelDescriptors.competenceId, text: levelDescriptors.text })
    .from(levelDescriptors)
    .innerJoin(competences, eq(competences.id, levelDescriptors.competenceId))
    .innerJoin(competenceDomains, eq(competenceDomains.id, competences.domainId))
    .where(eq(competenceDomains.versionId, versionId))
    .orderBy(asc(levelDescriptors.level))
    .all();
  const axes = rows.map(
    ({ competences: { id, lineageId, name, targetLevel }, competence_domains: domain }) => ({
      competenceId: id,
      lineageId,
      name,
      domainId: domain.id,
      domain: domain.name,
      target: targetLevel,
      descriptors: texts.filter((row) => row.competenceId === id).map(({ text }) => text),
    }),
  );
  const content = {
    scaleMax: version?.scaleMax ?? 5,
    domains: domains.map(({ id, name }) => ({
      name,
      competences: axes
        .filter(({ domainId }) => domainId === id)
        .map(({ lineageId, name: called, target, descriptors }) => ({
          lineageId,
          name: called,
          targetLevel: target,
          descriptors,
        })),
    })),
  };
  return { content, axes };
}
