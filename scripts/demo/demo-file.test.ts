import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readDemoFile, staffCsv } from './demo-file';

it('writes the staff list byte for byte as the administrative system does', () => {
  const real = fileURLToPath(
    new URL('../../shared/domain/staff-import/personale.fixture.csv', import.meta.url),
  );
  expect(staffCsv(readDemoFile().personale).equals(readFileSync(real))).toBe(true);
});
