import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { preferencesFile } from './preferences-file';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'spind-preferences-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const standard = { language: 'da', theme: 'system' };

describe('preferences', () => {
  it('are Danish and the system’s colours until somebody chooses', () => {
    expect(preferencesFile(home).read()).toEqual(standard);
  });

  it('are there after a restart, and hold nothing else', () => {
    preferencesFile(home).write({ language: 'en', theme: 'dark' });
    expect(preferencesFile(home).read()).toEqual({ language: 'en', theme: 'dark' });
    const more = { language: 'en', theme: 'dark', name: 'Pernille' } as const;
    preferencesFile(home).write(more);
    expect(readFileSync(join(home, 'preferences.json'), 'utf8')).not.toContain('Pernille');
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"language":"de","theme":"dark"}',
    '{"language":"da"}',
    '{"__proto__":{"language":"en"}}',
  ])('are as new when the file says %j', (text) => {
    writeFileSync(join(home, 'preferences.json'), text);
    expect(preferencesFile(home).read()).toEqual(standard);
  });
});
