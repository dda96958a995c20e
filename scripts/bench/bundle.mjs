import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from '../setup/places.mjs';

const file = (url) => fileURLToPath(url);
const shared = {
  configFile: false,
  root,
  logLevel: 'warn',
  resolve: { alias: { '@shared': join(root, 'shared'), '@renderer': join(root, 'renderer') } },
};

/** Bundles what runs in Node and in Electron's main process, and the page with the radars, into `folder`. */
export async function bundleBench(folder) {
  await build({
    ...shared,
    ssr: { external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: {
        input: {
          run: file(new URL('./run.ts', import.meta.url)),
          'blank/main': file(new URL('./blank-main.ts', import.meta.url)),
          'printing/main': file(new URL('./print-main.ts', import.meta.url)),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  await build({
    ...shared,
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir: join(folder, 'radars'),
      emptyOutDir: false,
      assetsInlineLimit: 0,
      lib: {
        entry: file(new URL('./radars-page.tsx', import.meta.url)),
        // A plain script: Chromium loads no modules from a file.
        formats: ['iife'],
        name: 'page',
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  });
}
