import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, say } from './lines.mjs';
import { cacheFolder, integrityOf } from './places.mjs';
import { must } from './processes.mjs';

/** The file a package of this name and version is kept as, e.g. `scope-name-1.2.3.tgz`. */
function tarballName({ name, version }) {
  return `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
}

/**
 * The tarball of one exact npm package, fetched with `npm pack` when it is not in the download cache, and in
 * any case compared with the SHA-512 we expect. Throws a `SetupError` when it is another file than expected.
 */
export async function tarballOf(npmPackage, { size = '' } = {}) {
  const folder = join(cacheFolder(), 'downloads');
  const file = join(folder, tarballName(npmPackage));
  if (existsSync(file)) {
    if ((await integrityOf(file)) === npmPackage.integrity) return file;
    rmSync(file);
  }
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'part-'));
  try {
    const wanted = `${npmPackage.name}@${npmPackage.version}`;
    say(`  downloading ${wanted}${size && ` (${size})`} from the npm registry …`);
    must(`Downloading ${wanted}`, 'npm', ['pack', wanted, '--silent', '--pack-destination', work], {
      cwd: work,
    });
    const found = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (!found) throw new SetupError(`npm pack ${wanted} left no file.`);
    const integrity = await integrityOf(join(work, found));
    if (integrity !== npmPackage.integrity) {
      throw new SetupError(
        `${wanted} is not the file it should be: expected ${npmPackage.integrity}, got ${integrity}.`,
      );
    }
    renameSync(join(work, found), file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return file;
}

/** Removes a tarball that will not be needed again, since what was made of it is kept. */
export function forgetTarball(npmPackage) {
  rmSync(join(cacheFolder(), 'downloads', tarballName(npmPackage)), { force: true });
}
