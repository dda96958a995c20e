import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fundRuleSet } from '@shared/domain/funds/fund-rules';
import { fundKinds } from '@shared/domain/funds/fund-words';
import { z } from 'zod';
import type { Database } from './open';
import { fundRuleSets, funds } from './schema/funds';
import { schools } from './schema/school';

const knownFile = z.object({
  funds: z.array(z.object({ name: z.string(), kind: z.enum(fundKinds), sets: z.array(fundRuleSet) })),
});

/** The funds that come with the application, checked against the shape of rules. */
export function knownFunds(resourcesFolder: string) {
  return knownFile.parse(JSON.parse(readFileSync(join(resourcesFolder, 'funds.json'), 'utf8'))).funds;
}

/**
 * Gives a school that has never had a fund those that come with the application (DOMAIN 3.4), so that also a file from
 * before there were any gets them. From then on they are the school's own to edit, end or remove; an office of HR gets
 * none. Runs in the caller's transaction; answers how many.
 */
export function seedFunds(db: Database, resourcesFolder: string): number {
  const profile = db.select({ profile: schools.profile }).from(schools).get()?.profile;
  if (!profile || profile === 'hr') return 0;
  if (db.select({ id: funds.id }).from(funds).limit(1).get()) return 0;
  const given = knownFunds(resourcesFolder);
  for (const [position, { name, kind, sets }] of given.entries()) {
    const fundId = randomUUID();
    db.insert(funds).values({ id: fundId, name, kind, position }).run();
    for (const { rules, ...set } of sets)
      db.insert(fundRuleSets)
        .values({ id: randomUUID(), fundId, ...set, rules: JSON.stringify(rules) })
        .run();
  }
  return given.length;
}
