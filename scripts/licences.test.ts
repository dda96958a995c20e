import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licenceOf, licencesBeside, packageFolder } from './licences.mjs';

const modules = join('/', 'school', 'node_modules');

describe('licences of what is bundled', () => {
  it.each([
    [join(modules, 'react', 'index.js'), join(modules, 'react')],
    [join(modules, '@mantine', 'core', 'esm', 'a.mjs'), join(modules, '@mantine', 'core')],
    [join(modules, 'a', 'node_modules', 'b', 'c.js'), join(modules, 'a', 'node_modules', 'b')],
    [`\0${join(modules, 'react', 'index.js')}?commonjs-module`, join(modules, 'react')],
    [join('/', 'school', 'shared', 'a.ts'), null],
  ])('%s lies in %s', (moduleId, folder) => expect(packageFolder(moduleId)).toBe(folder));

  it('are the packages’ own words, each package once', () => {
    const own = join(process.cwd(), 'node_modules');
    expect(licenceOf(join(own, 'zod'))).toMatch(/^zod 4\.[\s\S]*MIT[\s\S]*Permission is hereby granted/);
    const written: { source: string }[] = [];
    const moduleIds = ['zod/index.js', 'zod/v4/core.js', 'papaparse/papaparse.js'].map((id) => join(own, id));
    const bundle = { 'a.js': { type: 'chunk', moduleIds: [...moduleIds, join('/', 'school', 'own.ts')] } };
    licencesBeside().generateBundle.call(
      { emitFile: (file: { source: string }) => written.push(file) },
      {},
      bundle,
    );
    expect(written[0]?.source.match(/^(zod|papaparse) \d/gm)).toEqual(['papaparse 5', 'zod 4']);
  });
});
