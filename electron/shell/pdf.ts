import type { Events } from '@shared/contract/core';
import { BrowserWindow, type Session } from 'electron';
import { z } from 'zod';
import type { PrintJob } from '../features/context';
import { appOrigin } from './app-protocol';
import { safeWebPreferences } from './window';

// Answers when the print route has drawn everything and its fonts have arrived (renderer/print/main.tsx), with the
// words for the foot of every page.
const whenPrinted = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => root.dataset.printed && resolve({ ...root.dataset });
  new MutationObserver(look).observe(root, { attributes: true });
  look();
})`;

const printed = z.object({
  printed: z.literal('ready'),
  foot: z.string(),
  page: z.string(),
  of: z.string(),
});
type Printed = z.infer<typeof printed>;

/** A hidden, sandboxed window; it is destroyed afterwards, so its memory comes back. */
async function withPrintWindow<T>(session: Session, use: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    webPreferences: { ...safeWebPreferences(session), backgroundThrottling: false },
  });
  try {
    return await use(window);
  } finally {
    window.destroy();
  }
}

/** Draws the job on a fresh page; what an earlier job left in the window is gone. */
async function draw(window: BrowserWindow, job: PrintJob): Promise<Printed> {
  await window.loadURL(`${appOrigin}/print.html`);
  window.webContents.send('spind:event', 'print', job satisfies Events['print']);
  return printed.parse(await window.webContents.executeJavaScript(whenPrinted));
}

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

/** The foot of every page: version, fingerprint and retention to the left, page n of m to the right. */
const footer = ({ foot, page, of }: Printed) =>
  `<div style="display:flex;justify-content:space-between;width:100%;margin:0 18mm 0 20mm;font:6.5pt Inter,Arial,'Liberation Sans',sans-serif;color:#444"><span>${escaped(foot)}</span><span>${escaped(page)} <span class="pageNumber"></span> ${escaped(of)} <span class="totalPages"></span></span></div>`;

/** The job as A4: tagged, with outline and embedded fonts. */
export function printToPdf(session: Session, job: PrintJob): Promise<Buffer> {
  return printManyToPdf(session, (pdf) => pdf(job));
}

/** Many jobs one after another in one window, each a PDF of its own. */
export function printManyToPdf<T>(
  session: Session,
  use: (pdf: (job: PrintJob) => Promise<Buffer>) => Promise<T>,
): Promise<T> {
  return withPrintWindow(session, (window) => use(async (job) => asPdf(window, await draw(window, job))));
}

const asPdf = (window: BrowserWindow, page: Printed): Promise<Buffer> =>
  window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer(page),
  });

/** The job through the system's print dialog. False when the person cancels. */
export function printOnPaper(session: Session, job: PrintJob): Promise<boolean> {
  return withPrintWindow(session, async (window) => {
    await draw(window, job);
    return new Promise((resolve) => {
      window.webContents.print({ printBackground: true, pageSize: 'A4' }, (success) => resolve(success));
    });
  });
}
