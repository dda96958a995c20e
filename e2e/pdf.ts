import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What two independent readers find in a PDF file. */
export async function readPdf(file: string) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: string[] = [];
  const roles = new Set<string>();
  let paths = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    collectRoles(await page.getStructTree(), roles);
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    paths += (await page.getOperatorList()).fnArray.filter(
      (operation) => operation === OPS.constructPath,
    ).length;
  }
  const { info } = await document.getMetadata();
  const attachments = (await document.getAttachments()) as Record<string, { content: Uint8Array }> | null;
  const outline = await document.getOutline();
  await document.loadingTask.destroy();
  return {
    pages,
    text: squeeze(pages.join('\n')),
    language: (info as { Language?: string | null }).Language ?? null,
    title: (info as { Title?: string }).Title ?? '',
    outline: (outline ?? []).length,
    /** Kinds of structure elements: H1, P, Table, Figure … */
    roles,
    /** How many lines and shapes are drawn. */
    paths,
    attachments: Object.fromEntries(
      Object.entries(attachments ?? {}).map(([name, { content }]) => [name, Buffer.from(content)]),
    ),
    poppler: popplerView(file),
  };
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, ' ');

function collectRoles(node: unknown, roles: Set<string>): void {
  const { role, children } = (node ?? {}) as { role?: string; children?: unknown[] };
  if (role) roles.add(role);
  for (const child of children ?? []) collectRoles(child, roles);
}

function popplerView(file: string) {
  const ask = (tool: string, ...args: string[]) => execFileSync(tool, [...args], { encoding: 'utf8' });
  const fonts = ask('pdffonts', file)
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      // Name and type may hold spaces; the columns from the right do not.
      const [embedded, subset, unicode] = line.trim().split(/\s+/).slice(-5, -2);
      return {
        name: line.split(/\s+/)[0] ?? '',
        embedded: embedded === 'yes',
        subset: subset === 'yes',
        unicode,
      };
    });
  const info = ask('pdfinfo', file);
  return {
    fonts,
    isTagged: /^Tagged:\s+yes/m.test(info),
    isA4: /^Page size:.*\(A4\)/m.test(info),
    text: squeeze(ask('pdftotext', '-layout', file, '-')),
  };
}
