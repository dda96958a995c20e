import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path('..'),
  resolve: { alias: { '@shared': path('../shared') } },
  test: {
    include: ['e2e/**/*.test.ts'],
    globalSetup: path('./global-setup.ts'),
    pool: 'forks',
    // One window at a time: two would take the keyboard from each other.
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    reporters: ['verbose'],
  },
});
