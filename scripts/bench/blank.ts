import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the blank application, complete with its package.json. */
export function blankApplication(work: string): string {
  return application(join(work, 'blank'));
}

/** Makes a folder of bundled code one that Electron can start. */
export function application(folder: string): string {
  writeFileSync(join(folder, 'package.json'), '{"name":"bench","type":"module","main":"main.js"}');
  return folder;
}

/** A page with one word. */
export function blankPage(work: string): string {
  const page = join(work, 'blank', 'blank.html');
  writeFileSync(page, '<!doctype html><meta charset="utf-8"><title>blank</title><body>hej</body>');
  return page;
}
