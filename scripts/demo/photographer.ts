import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Camera } from '../../e2e/walk/camera';
import { stand } from '../../e2e/walk/screen';

/** Takes numbered pictures of what is on the screen into a folder, and remembers their paths. */
export function photographer(page: Page, folder: string): { camera: Camera; pictures: string[] } {
  mkdirSync(folder, { recursive: true });
  const pictures: string[] = [];
  const camera: Camera = async (screen) => {
    await stand(page);
    const number = String(pictures.length + 1).padStart(2, '0');
    const path = join(folder, `${number}-${plainName(screen)}.png`);
    await page.screenshot({ path });
    pictures.push(path);
  };
  return { camera, pictures };
}

/** File names that every system and archive keeps as they are. */
const plainName = (screen: string) =>
  screen.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').toLowerCase();
