import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './electron/data/schema/*.ts',
  out: './resources/migrations',
});
