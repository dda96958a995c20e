import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirementBases } from '@shared/domain/merit-states';
import { isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from './open';
import { staffCategories } from './schema/employees';
import { ectsRequirements, requirementCategories, requirementParts } from './schema/leader-training';
import { schools } from './schema/school';

const known = z.object({
  name: z.string(),
  ects: z.number(),
  beginWithinMonths: z.number().int(),
  basis: z.enum(requirementBases),
  source: z.string(),
  lastCheckedOn: z.iso.date(),
  validFrom: z.iso.date(),
  categories: z.array(z.string()),
  parts: z.array(z.string()),
});
const knownFile = z.object({
  requirements: z.object({ folkeskole: z.array(known), erhvervsskole: z.array(known) }),
});

/**
 * Gives a school that has never had a requirement for its leaders those of its profile (R002-11, R002-17), so that also
 * a file from before there were any gets them. From then on they are the school's own to edit, end or remove; an office of
 * HR gets none. Runs in the caller's transaction; answers how many.
 */
export function seedRequirements(db: Database, resourcesFolder: string): number {
  const profile = db.select({ profile: schools.profile }).from(schools).get()?.profile;
  if (!profile || profile === 'hr') return 0;
  if (db.select({ id: ectsRequirements.id }).from(ectsRequirements).limit(1).get()) return 0;
  const file = JSON.parse(readFileSync(join(resourcesFolder, 'ects-requirements.json'), 'utf8'));
  const given = knownFile.parse(file).requirements[profile];
  const categories = db
    .select({ id: staffCategories.id, name: staffCategories.name })
    .from(staffCategories)
    .where(isNull(staffCategories.removedAt))
    .all();
  for (const { categories: names, parts, ...requirement } of given) {
    const requirementId = randomUUID();
    db.insert(ectsRequirements)
      .values({ id: requirementId, ...requirement, validTo: null })
      .run();
    for (const [position, name] of parts.entries())
      db.insert(requirementParts).values({ id: randomUUID(), requirementId, name, position }).run();
    for (const { id: categoryId, name } of categories)
      if (names.includes(name.toLowerCase()))
        db.insert(requirementCategories).values({ requirementId, categoryId }).run();
  }
  return given.length;
}
