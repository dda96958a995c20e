import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureNodeModules } from './node-modules.mjs';

type Packages = Record<string, { version: string; integrity?: string; optional?: boolean }>;

describe('ensureNodeModules', () => {
  let folder = '';
  const zod = { version: '4.6.7', integrity: 'sha512-a' };
  const forMac = { version: '1.0.0', integrity: 'sha512-b', optional: true };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spind-packages-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function writeLock(packages: Packages) {
    const all = { '': { version: '0.1.0' }, ...packages };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: all }));
  }

  function writeInstalled(packages: Packages) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  }

  const npm = () => vi.fn((_folder: string) => writeInstalled({ 'node_modules/zod': zod }));

  it('installs once, and again only when the lock file changes', () => {
    writeLock({ 'node_modules/zod': zod });
    const install = npm();
    expect(ensureNodeModules(folder, install)).toBe(true);
    expect(ensureNodeModules(folder, install)).toBe(false);
    writeLock({ 'node_modules/zod': { ...zod, version: '4.6.8' } });
    expect(ensureNodeModules(folder, install)).toBe(true);
    expect(install).toHaveBeenCalledTimes(2);
  });

  it('accepts what somebody installed by hand, packages for other systems missing', () => {
    writeLock({ 'node_modules/zod': zod, 'node_modules/for-mac': forMac });
    writeInstalled({ 'node_modules/zod': zod });
    const install = npm();
    expect(ensureNodeModules(folder, install)).toBe(false);
    expect(install).not.toHaveBeenCalled();
  });

  it('installs when npm never finished', () => {
    writeLock({ 'node_modules/zod': zod });
    mkdirSync(join(folder, 'node_modules', 'zod'), { recursive: true });
    expect(ensureNodeModules(folder, npm())).toBe(true);
  });

  it('leaves no stamp behind a failed installation', () => {
    writeLock({ 'node_modules/zod': zod });
    const failing = () => {
      throw new Error('offline');
    };
    expect(() => ensureNodeModules(folder, failing)).toThrow('offline');
    expect(existsSync(join(folder, 'node_modules', '.spind-lock'))).toBe(false);
  });
});
