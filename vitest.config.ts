import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: { alias: { '@shared': path('./shared'), '@renderer': path('./renderer') } },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: ['{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}'],
    pool: 'forks',
  },
});
