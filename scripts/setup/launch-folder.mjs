import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { makeOnce } from './places.mjs';

/**
 * Electron looks for the application beside its own executable (`resources/app`), and the registry's runtime has
 * no other way of being told. Several checkouts share that runtime, so each gets a folder of its own: hard links
 * to the shared files (copies across disks) and a `resources/app` that leads to the checkout. It has to be the
 * executable itself, since a symbolic link is resolved to the shared folder. Answers the executable's path.
 */
export async function ensureLaunchFolder(runtime, application, folder) {
  await makeOnce(folder, (work) => {
    linkTree(join(runtime, 'dist'), work);
    mkdirSync(join(work, 'resources'), { recursive: true });
    symlinkSync(application, join(work, 'resources', 'app'), 'dir');
  });
  return join(folder, 'electron');
}

function linkTree(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      mkdirSync(target);
      linkTree(source, target);
    } else {
      linkOrCopy(source, target);
    }
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/** Whether a launch folder is there and leads to this application. */
export function launchFolderIsComplete(application, folder) {
  if (!existsSync(join(folder, 'electron'))) return false;
  const link = join(folder, 'resources', 'app');
  return existsSync(link) && statSync(link).ino === statSync(application).ino;
}
