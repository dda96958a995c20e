import type { Database } from '../../electron/data/open';
import {
  competenceDomains,
  competences,
  levelDescriptors,
  spiderTemplates,
  templateVersions,
} from '../../electron/data/schema/spiders';
import { wordings } from './wordings';

export type SpiderInUse = {
  readonly versionId: string;
  readonly competences: readonly { id: string; name: string }[];
};

/** A published spider with thirteen competences for each name. */
export function fillSpiders(db: Database, names: readonly string[], at: string): SpiderInUse[] {
  return names.map((name, number) => {
    const versionId = `version-${number}`;
    db.insert(spiderTemplates)
      .values({ id: `spider-${number}`, name: `Kompetencespind for ${name.toLowerCase()}` })
      .run();
    db.insert(templateVersions)
      .values({
        id: versionId,
        templateId: `spider-${number}`,
        number: 1,
        scaleMax: 5,
        createdAt: at,
        publishedAt: at,
      })
      .run();
    const made = wordings.flatMap(([domain, list], place) => {
      const domainId = `domain-${number}-${place}`;
      db.insert(competenceDomains).values({ id: domainId, versionId, name: domain, position: place }).run();
      const rows = list.map((wording, position) => ({
        id: `competence-${number}-${place}-${position}`,
        domainId,
        lineageId: `lineage-${number}-${place}-${position}`,
        name: wording,
        targetLevel: 3 + ((place + position) % 3),
        position,
      }));
      db.insert(competences).values(rows).run();
      for (const { id } of rows) {
        const descriptors = [1, 2, 3, 4, 5].map((level) => ({
          competenceId: id,
          level,
          text: `Niveau ${level}: kan bruges i egen praksis og forklares for en kollega, der skal i gang.`,
        }));
        db.insert(levelDescriptors).values(descriptors).run();
      }
      return rows;
    });
    return { versionId, competences: made.map(({ id, name: wording }) => ({ id, name: wording })) };
  });
}
