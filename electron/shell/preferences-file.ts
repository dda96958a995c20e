import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@shared/domain/text';
import { z } from 'zod';
import type { Preferences } from '../features/context';

const schema = z.object({ language: z.enum(languages), theme: z.enum(['light', 'dark', 'system']) });

/** Language and theme, in clear beside the database: they are needed before it is open and say nothing of anyone. */
export function preferencesFile(home: string): {
  read(): Preferences;
  write(preferences: Preferences): void;
} {
  const file = join(home, 'preferences.json');
  let now: Preferences;
  try {
    now = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    now = { language: 'da', theme: 'system' };
  }
  return {
    read: () => now,
    write: (preferences) => {
      now = schema.parse(preferences);
      writeFileSync(file, JSON.stringify(now));
    },
  };
}
