import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { newProfile, setPreferences } from './spind';

/** A new profile with the demo school in it, behind `demoPassphrase`. */
export function demoProfile(language: 'da' | 'en' = 'da', theme: 'light' | 'dark' = 'light'): string {
  const profile = newProfile();
  cpSync(inject('demoData'), join(profile, 'data'), { recursive: true });
  setPreferences(profile, language, theme);
  return profile;
}
