import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow } from 'electron';
import { registerAppScheme } from '../../electron/shell/app-protocol';
import { printToPdf } from '../../electron/shell/pdf';
import { closedSession } from '../../electron/shell/security';
import { takePairs } from './figure';

/**
 * Prints a plan (`job.json` beside it) by Spind's own way and by Chromium's alone, in turns; answers samples in `samples.json`.
 * Chromium's alone: the page as Spind had drawn it, as a file with its styles and no scripts, loaded and printed.
 */
const folder = app.getAppPath();
const interfaceFolder = join(folder, 'out', 'renderer');
const { pairs, job } = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8'));

app.on('window-all-closed', () => undefined);
registerAppScheme();
void app
  .whenReady()
  .then(run)
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );

async function run() {
  const session = closedSession('spind-print', interfaceFolder);
  const { page, footer } = await drawnPage(session);
  const ours = () => timed(() => printToPdf(session, job));
  const fresh = async (times: number) => {
    const started = performance.now();
    for (let round = 0; round < times; round++) {
      const window = rawWindow();
      await printRaw(window, page, footer);
      window.destroy();
    }
    return performance.now() - started;
  };
  const waiting = rawWindow();
  const samples = {
    fresh: await takePairs(pairs, ours, () => fresh(1)),
    waiting: await takePairs(5, ours, () => timed(() => printRaw(waiting, page, footer))),
    control: await takePairs(
      5,
      () => fresh(4),
      () => fresh(1),
    ),
    pages: [pagesOf(await printToPdf(session, job)), pagesOf(await printRaw(waiting, page, footer))],
  };
  writeFileSync(join(folder, 'samples.json'), JSON.stringify(samples));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const rawWindow = () =>
  new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    webPreferences: { sandbox: true, backgroundThrottling: false },
  });

async function printRaw(window: BrowserWindow, page: string, footerTemplate: string): Promise<Buffer> {
  await window.loadURL(page);
  return window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate,
  });
}

/** What Spind's print window shows when it prints, caught just before. */
async function drawnPage(session: Electron.Session): Promise<{ page: string; footer: string }> {
  let html = '';
  let footer = '';
  app.once('browser-window-created', (_event, window) => {
    const print = window.webContents.printToPDF.bind(window.webContents);
    window.webContents.printToPDF = async (options) => {
      html = await window.webContents.executeJavaScript('document.documentElement.outerHTML');
      footer = options.footerTemplate ?? '';
      return print(options);
    };
  });
  await printToPdf(session, job);
  if (html === '') throw new Error('the print window drew nothing');
  const base = pathToFileURL(`${interfaceFolder}/`).href;
  const still = html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace('<head>', `<head><base href="${base}">`);
  const place = join(folder, 'raw');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'plan.html'), `<!doctype html>${still}`);
  return { page: pathToFileURL(join(place, 'plan.html')).href, footer };
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
