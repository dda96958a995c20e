import { randomUUID } from 'node:crypto';
import type { Database } from '../open';
import { competenceDomains, competences, levelDescriptors, templateVersions } from '../schema/spiders';

/** The content of one version of a spider, in order. `lineageId` ties a competence to its earlier versions. */
export type SpiderContent = {
  scaleMax: number;
  domains: readonly {
    name: string;
    competences: readonly { name: string; targetLevel: number; descriptors: readonly string[]; lineageId?: string | undefined }[];
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
        db.insert(levelDescriptors).values({ competenceId: id, level: index + 1, text }).run();
      }
    }
  }
}
