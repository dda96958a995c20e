// `npm run demo`: the demo school in a throw-away profile, on 23 November 2026. Opens it, or with `--play` (also
// SPIND_DEMO_PLAY=1) walks through it by itself and leaves pictures and PDFs. The rest is bundled, so that it may
// share modules with the application and the tests.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const alias = { '@shared': `${root}shared` };
const { module } = await runnerImport<typeof import('./demo/run')>(`${root}scripts/demo/run.ts`, {
  root,
  configFile: false,
  logLevel: 'warn',
  resolve: { alias },
});
const play = process.argv.includes('--play') || process.env.SPIND_DEMO_PLAY === '1';
process.exitCode = play ? await module.playDemo(root) : await module.openDemo();
