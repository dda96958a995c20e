import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const starterSchema = z.object({
  key: z.string(),
  name: z.string(),
  scaleMax: z.number().int(),
  domains: z.array(
    z.object({
      name: z.string(),
      competences: z.array(
        z.object({ name: z.string(), targetLevel: z.number().int(), descriptors: z.array(z.string()) }),
      ),
    }),
  ),
});
export type StarterSpider = z.infer<typeof starterSchema>;

/** The spiders that come with the application as starting points (DOMAIN 6.5). */
export function starterSpiders(resourcesFolder: string): StarterSpider[] {
  const file = JSON.parse(readFileSync(join(resourcesFolder, 'starter-spiders.json'), 'utf8'));
  return z.object({ spiders: z.array(starterSchema) }).parse(file).spiders;
}
