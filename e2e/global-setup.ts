import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { seedDemoSchool } from '../scripts/demo/seed';
import { signPlans } from '../scripts/demo/sign-plans';
import { cleanUp, newProfile } from './spind';

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder with the demo school; tests copy it. */
    demoData: string;
  }
}

/** Fills the demo school once for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const profile = newProfile();
  const folder = join(profile, 'data');
  const { toSign } = await seedDemoSchool({ folder });
  await signPlans(profile, toSign);
  project.provide('demoData', folder);
  return cleanUp;
}
