import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breaches, breachesOf } from './boundaries.mjs';
import { root } from './setup/places.mjs';

const planted: [file: string, code: string, rule: string][] = [
  ['shared/domain/gap.ts', "import { open } from '../../electron/data/open';", 'shared knows neither'],
  ['shared/domain/gap.ts', "import type { Page } from '@renderer/ui/Page';", 'shared knows neither'],
  ['renderer/ui/Page.tsx', "const m = await import('../../electron/data/open');", 'never electron/'],
  [
    'electron/data/open.ts',
    "export { da } from '../../renderer/text/da';",
    'electron never imports renderer',
  ],
  ['electron/data/open.ts', "import { app } from 'electron';", "import 'electron'"],
  ['electron/features/talks.ts', "import type { BrowserWindow } from 'electron/main';", "import 'electron'"],
  ['renderer/app/call.ts', "import { ipcRenderer } from 'electron';", "import 'electron'"],
  ['electron/features/talks.ts', "import Database from 'better-sqlite3';", 'SQLite driver'],
  ['electron/shell/window.ts', "const driver = require('better-sqlite3');", 'SQLite driver'],
  ['electron/shell/window.ts', "import { features } from '../features/index';", 'know no feature'],
  ['electron/data/open.ts', "import type { Context } from '../features/context';", 'know no feature'],
  ['electron/data/audit.ts', "import { talks } from '../features/talks';", 'know no feature'],
  ['electron/features/talks.ts', "import { savePdf } from '../shell/pdf';", 'never the shell'],
  ['electron/features/talks.ts', "import { plans } from './plans';", 'another feature'],
  ['electron/features/talks/notes.ts', "import { plans } from '../plans';", 'another feature'],
  ['electron/features/talks.test.ts', "import { plans } from './plans/write';", 'another feature'],
  ['renderer/features/talks/Page.tsx', "import { Plan } from '../plans/Plan';", 'another feature'],
  [
    'renderer/features/talks/Page.tsx',
    "import {\n  Plan,\n} from '@renderer/features/plans/Plan';",
    'another feature',
  ],
  ['renderer/ui/Page.tsx', "import { Plan } from '../features/plans/Plan';", 'ui and text'],
  ['electron/data/open.ts', "import { root } from '../../scripts/setup/places.mjs';", 'scripts nor e2e'],
];

const allowed: [file: string, code: string][] = [
  ['shared/contract/talks.ts', "import { z } from 'zod';\nimport { gap } from '../domain/gap';"],
  [
    'renderer/features/talks/Page.tsx',
    "import { gap } from '@shared/domain/gap';\nimport '../../ui/page.css';",
  ],
  ['renderer/features/talks/Page.tsx', "import { Row } from './Row';\nimport { Row2 } from '../talks/Row2';"],
  ['electron/main.ts', "import { app } from 'electron';\nimport { router } from './features/router';"],
  ['electron/shell/window.ts', "import { BrowserWindow } from 'electron';"],
  ['electron/shell/bridge.ts', "import type { Router } from '../features/router';"],
  ['electron/shell/log.ts', "import log from 'electron-log/main';"],
  ['electron/data/open.ts', "import Database from 'better-sqlite3';"],
  ['electron/features/index.ts', "import { talks } from './talks';\nimport { plans } from './plans';"],
  [
    'electron/features/talks.test.ts',
    "import { talks } from './talks';\nimport { test } from './test-context';",
  ],
  ['electron/features/talks.ts', "// once: import { plans } from './plans';\nexport {};"],
];

describe('breachesOf', () => {
  it.each(planted)('in %s finds %s', (file, code, rule) => {
    expect(breachesOf(file, code).map((breach) => breach.rule)).toEqual([expect.stringContaining(rule)]);
  });

  it.each(allowed)('in %s allows %s', (file, code) => {
    expect(breachesOf(file, code)).toEqual([]);
  });
});

describe('breaches', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spind-boundaries-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function plant(file: string, code: string) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }

  it('names file, line and import of a breach deep in a folder', () => {
    plant('shared/domain/gap.ts', 'export const gap = 1;\n');
    plant('electron/features/talks/notes.ts', "import { z } from 'zod';\nimport { a } from '../plans';\n");
    expect(breaches(folder, ['electron', 'shared'])).toEqual([
      {
        file: 'electron/features/talks/notes.ts',
        line: 2,
        imported: '../plans',
        rule: 'a feature never imports another feature',
      },
    ]);
  });

  it('reads the real sources', () => {
    expect(() => breaches(root, ['electron', 'shared', 'renderer'])).not.toThrow();
  });
});
