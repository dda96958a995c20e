import { breaches } from './boundaries.mjs';
import { elapsed, say } from './setup/lines.mjs';
import { root } from './setup/places.mjs';
import { askTool } from './tools.mjs';

const checks = [
  { name: 'format and lint (biome)', ask: () => askTool('biome', ['check', '--error-on-warnings', '.']) },
  {
    name: 'types of electron, shared and scripts',
    ask: () => askTool('tsc', ['-p', 'tsconfig.node.json']),
  },
  { name: 'types of e2e and the demo', ask: () => askTool('tsc', ['-p', 'e2e/tsconfig.json']) },
  { name: 'types of renderer and shared', ask: () => askTool('tsc', ['-p', 'tsconfig.web.json']) },
  { name: 'import boundaries', ask: boundaries },
  { name: 'unused files, exports and packages (knip)', ask: () => askTool('knip', ['--no-progress']) },
];

/** Runs every check, one line each, and shows what the failing ones say. Answers an exit code. */
export function runChecks() {
  let failed = 0;
  for (const { name, ask } of checks) {
    const started = Date.now();
    const { ok, output } = ask();
    say(`  ${ok ? 'ok    ' : 'FAILED'} ${name} (${elapsed(Date.now() - started)})`);
    if (ok) continue;
    failed += 1;
    say(output.trim());
  }
  return failed === 0 ? 0 : 1;
}

function boundaries() {
  const found = breaches(root, ['electron', 'shared', 'renderer']);
  const output = found.map(
    ({ file, line, imported, rule }) => `${file}:${line} imports ${imported}: ${rule}`,
  );
  return { ok: found.length === 0, output: output.join('\n') };
}
