import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const textName = /^(licen[cs]e|copying)([.-].*)?$/i;
const noticeName = /^notice([.-].*)?$/i;

/** The folder of the package a module lies in, or null when it is our own code. */
export function packageFolder(moduleId) {
  const file = moduleId.replace(/^\0/, '').split('?')[0] ?? '';
  const parts = file.split(sep);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0 || at + 1 >= parts.length) return null;
  const size = parts[at + 1]?.startsWith('@') ? 3 : 2;
  return parts.slice(0, at + size).join(sep);
}

/** What one package asks to have passed on with it: its name, version and licence, and the texts it comes with. */
export function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => textName.test(file) || noticeName.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license ?? 'see the text'})`, ...texts].join('\n\n');
}

/** Writes the licences of every package that went into a bundle beside it, as `licences.txt`. */
export function licencesBeside() {
  return {
    name: 'licences-beside',
    generateBundle(_options, bundle) {
      const folders = Object.values(bundle)
        .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
        .map(packageFolder)
        .filter((folder) => folder !== null && existsSync(join(folder, 'package.json')));
      const texts = [...new Set(folders)].map(licenceOf).sort();
      if (texts.length === 0) return;
      this.emitFile({
        type: 'asset',
        fileName: 'licences.txt',
        source: `${texts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`,
      });
    },
  };
}
