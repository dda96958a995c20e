import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licencesBeside } from './scripts/licences.mjs';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const shared = { '@shared': path('./shared') };

/** The kit's styles stand after the skeleton, which is painted while they are being read. */
const stylesLast = {
  name: 'styles-last',
  transformIndexHtml: {
    order: 'post' as const,
    handler(html: string) {
      const links = html.match(/ *<link rel="stylesheet"[^>]*>\n?/g) ?? [];
      const without = links.reduce((rest, link) => rest.replace(link, ''), html);
      return without.replace('</body>', `${links.join('')}</body>`);
    },
  },
};

/** The solver's WebAssembly lies beside the process that runs it. */
const solverBeside = {
  name: 'solver-beside',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): void }) {
    const source = readFileSync(path('./node_modules/highs/build/highs.wasm'));
    this.emitFile({ type: 'asset', fileName: 'highs.wasm', source });
  },
};

export default defineConfig({
  main: {
    plugins: [solverBeside, licencesBeside()],
    resolve: {
      alias: {
        ...shared,
        // Its Node build declares a `require` of its own, and the builder puts another one above it in the same file.
        fflate: path('./node_modules/fflate/esm/browser.js'),
      },
    },
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: [] },
      rollupOptions: {
        input: { main: path('./electron/main.ts'), solver: path('./electron/solver.ts') },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    resolve: { alias: shared },
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: path('./electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('./renderer'),
    base: './',
    resolve: { alias: { ...shared, '@renderer': path('./renderer') } },
    plugins: [react(), stylesLast, licencesBeside()],
    build: {
      outDir: path('./out/renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      minify: true,
      rollupOptions: {
        input: { index: path('./renderer/index.html'), print: path('./renderer/print.html') },
      },
    },
  },
});
