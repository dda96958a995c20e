import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** Names in `electron/features` that are not features: the machinery every feature is plugged into, and what several use. */
const featureMachinery = new Set([
  'index',
  'router',
  'context',
  'create-context',
  'test-context',
  'test-main-job',
  'test-questions',
  'test-school',
  'test-world',
  'session',
  'solve',
  'attempts',
  'certificates',
  'dress-pdf',
  'import-file',
  'starter-spiders',
  'leaders-test-school',
  'talks-test-school',
]);

/** The part of the machinery that knows no feature either: the shell carries calls to it. */
const shellMayKnow = new Set(['router', 'context']);

const importPattern =
  /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*|\bmock\s*\(\s*)(['"])([^'"\n]+)\1/g;

/**
 * The rules of which code may know which, each `{ text, breaks(file, imported) }`. `file` is a path inside the
 * repository; `imported` is one too when it is our own code, otherwise the name of a package.
 */
const rules = [
  {
    text: 'shared knows neither renderer nor electron',
    breaks: (file, imported) =>
      within(file, 'shared') && (within(imported, 'renderer') || within(imported, 'electron')),
  },
  {
    text: 'renderer reaches the machine only through the bridge, never electron/',
    breaks: (file, imported) => within(file, 'renderer') && within(imported, 'electron'),
  },
  {
    text: 'electron never imports renderer',
    breaks: (file, imported) => within(file, 'electron') && within(imported, 'renderer'),
  },
  {
    text: "only electron/shell, main.ts and preload.ts import 'electron'",
    breaks: (file, imported) =>
      isPackage(imported, 'electron') &&
      !within(file, 'electron/shell') &&
      !['electron/main.ts', 'electron/preload.ts'].includes(file),
  },
  {
    text: 'only electron/data imports the SQLite driver',
    breaks: (file, imported) => isPackage(imported, 'better-sqlite3') && !within(file, 'electron/data'),
  },
  {
    text: 'shell and data know no feature',
    breaks: (file, imported) => {
      const feature = featureOf(imported, 'electron/features');
      if (!feature) return false;
      return within(file, 'electron/data') || (within(file, 'electron/shell') && !shellMayKnow.has(feature));
    },
  },
  {
    text: 'a feature knows data and shared, never the shell',
    breaks: (file, imported) => within(file, 'electron/features') && within(imported, 'electron/shell'),
  },
  {
    text: 'a feature never imports another feature',
    breaks: (file, imported) =>
      areTwoFeatures(file, imported, 'electron/features') ||
      areTwoFeatures(file, imported, 'renderer/features'),
  },
  {
    text: 'ui and text know no feature',
    breaks: (file, imported) =>
      (within(file, 'renderer/ui') || within(file, 'renderer/text')) && within(imported, 'renderer/features'),
  },
  {
    text: 'the product knows neither scripts nor e2e',
    breaks: (_file, imported) => within(imported, 'scripts') || within(imported, 'e2e'),
  },
];

/**
 * Every import in `folders` (of the repository at `root`) that breaks a rule, type imports and tests included:
 * `{ file, line, imported, rule }`.
 */
export function breaches(root, folders) {
  return folders
    .flatMap((folder) => codeFiles(join(root, folder)))
    .flatMap((path) => {
      const file = relative(root, path).split(sep).join('/');
      return breachesOf(file, readFileSync(path, 'utf8'));
    });
}

/** The breaches in one file's text. */
export function breachesOf(file, text) {
  const found = [];
  for (const match of text.matchAll(importPattern)) {
    if (isInComment(text, match.index)) continue;
    const imported = target(file, match[2]);
    for (const rule of rules) {
      if (!rule.breaks(file, imported)) continue;
      const line = text.slice(0, match.index).split('\n').length;
      found.push({ file, line, imported: match[2], rule: rule.text });
    }
  }
  return found;
}

function isInComment(text, index) {
  return /^\s*(\/\/|\/?\*)/.test(text.slice(text.lastIndexOf('\n', index - 1) + 1, index));
}

function codeFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Our own code as a path in the repository starting with `./`; anything else stays a package name. */
function target(file, imported) {
  const plain = imported.split('?')[0];
  if (plain.startsWith('@shared/')) return `./shared/${plain.slice('@shared/'.length)}`;
  if (plain.startsWith('@renderer/')) return `./renderer/${plain.slice('@renderer/'.length)}`;
  if (plain.startsWith('.')) return `./${posix.join(dirname(file), plain)}`;
  return plain;
}

/** Whether a path lies in a folder. An imported one starts with `./`, so that packages are never mistaken for it. */
function within(path, folder) {
  return path.startsWith(`${folder}/`) || path === `./${folder}` || path.startsWith(`./${folder}/`);
}

function isPackage(imported, name) {
  return imported === name || imported.startsWith(`${name}/`);
}

function areTwoFeatures(file, imported, folder) {
  const [own, other] = [featureOf(file, folder), featureOf(imported, folder)];
  if (!own || !other || own === other) return false;
  return !featureMachinery.has(own) && !featureMachinery.has(other);
}

/** `electron/features/talks/notes.test.ts` → `talks`; undefined outside the folder. */
function featureOf(path, folder) {
  if (!within(path, folder)) return undefined;
  const inside = path.replace(/^\.\//, '').slice(folder.length + 1);
  return inside.split('/')[0]?.replace(/(\.test)?\.[cm]?[jt]sx?$/, '');
}
