import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const legalBasisSchema = z.object({ text: z.string(), source: z.string(), checkedOn: z.iso.date() });
const legalBasesSchema = z.object({
  legalBases: z.object({ folkeskole: legalBasisSchema, erhvervsskole: legalBasisSchema }),
});
export type LegalBases = z.infer<typeof legalBasesSchema>['legalBases'];

/** What a new school's training plans rest on (R000-02, R000-09, R000-10): dated data, edited in the settings. */
export function readLegalBases(resourcesFolder: string): LegalBases {
  const file = JSON.parse(readFileSync(join(resourcesFolder, 'legal-bases.json'), 'utf8'));
  return legalBasesSchema.parse(file).legalBases;
}
