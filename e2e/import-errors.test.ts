import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { chooseInDialogs, cleanUp, newProfile, type Spind, startSpind } from './spind';
import { beginSchool } from './walk/doors';
import { chooseStaffList } from './walk/staff';
import { words } from './walk/words';

const folder = join(newProfile(), 'lister');
let spind: Spind;

beforeAll(async () => {
  mkdirSync(folder);
  spind = await startSpind();
  await beginSchool(spind.page, {
    name: 'Lærkemoseskolen',
    municipality: '',
    leaderName: 'Birgitte Halkjær',
    leaderTitle: 'skoleleder',
    passphrase: 'ærlig mose fløjter sagte',
  });
});

afterAll(async () => {
  await spind?.close();
  cleanUp();
});

const heading = 'Medarbejdernr;Navn;Stilling;Team;Ansat;Beskæftigelsesgrad';
const row = 'L08;Pernille Aagaard;lærer;Mellemtrinsteam;01-08-2007;100,0';
const csv = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
const real = readFileSync(
  fileURLToPath(new URL('../shared/domain/staff-import/personale.fixture.csv', import.meta.url)),
);

/** Files that cannot be read at all: the message stands on the first step. */
const unreadable: readonly (readonly [name: string, bytes: Buffer | number, message: RegExp])[] = [
  ['tom.csv', Buffer.alloc(0), /tom\.csv er tom\. Hent listen igen/],
  [
    'plan.csv',
    Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
    /plan\.csv er en PDF\. Hent listen som CSV eller Excel/,
  ],
  ['alt.csv', 60_000_000, /alt\.csv fylder 60 MB\./],
  [
    'bred.csv',
    csv(Array.from({ length: 10_000 }, (_, n) => `K${n}`).join(';'), ';'.repeat(9_999)),
    /bred\.csv har mere end \d+ kolonner/,
  ],
  [
    'ark.xlsx',
    Buffer.from('PK\u0003\u0004 ikke et regneark', 'latin1'),
    /ark\.xlsx (er ikke et Excel-ark|kan ikke læses)/,
  ],
  ['anførsel.csv', csv(heading, 'L08;"Pernille;lærer;;01-08-2007;100,0'), /række 2: Et anførselstegn/i],
  ['overskrifter.csv', csv(heading), /Der er ingen medarbejdere i overskrifter\.csv/],
  ['side.csv', Buffer.from('<!doctype html><table><tr><td>L08</td></tr></table>'), /side\.csv er en webside/],
];

/** Files that can be read, but not imported: the message comes when the changes are asked for. */
const wrong: readonly (readonly [name: string, bytes: Buffer, message: RegExp])[] = [
  [
    'mangler.csv',
    csv('Medarbejdernr;Navn;Team', 'L08;Pernille Aagaard;Mellemtrinsteam'),
    /Listen mangler kolonnerne .*Stilling.* og .*Ansat/,
  ],
  [
    'dobbelt.csv',
    csv(`${heading};Navn`, `${row};Pernille Aagaard`),
    /Kolonnen »?Navn«? står to gange i filen/,
  ],
  ['numre.csv', csv(heading, row, row.replace('Pernille', 'Petra')), /Nummeret står også i række/],
  ['dato.csv', csv(heading, row.replace('01-08-2007', '31-02-2026')), /Række 2.*31-02-2026/s],
  ['grad.csv', csv(heading, row.replace('100,0', '130,5')), /Række 2.*Beskæftigelsesgrad/s],
  [
    'formel.csv',
    csv(heading, row.replace('Mellemtrinsteam', '=1+HYPERLINK(A1)')),
    /Cellen begynder som en formel/,
  ],
  ['cpr.csv', csv(heading, row.replace('L08', '010180-1234')), /Række 2.*CPR/s],
  ['celler.csv', csv(heading, `${row};;for;mange`), /Række 2: Der er \d+ celler, men \d+ overskrifter/],
];

/** What lies in the data folder, byte for byte. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const data = join(spind.profile, 'data');
  for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(join(data, name)).isFile()) hash.update(name).update(readFileSync(join(data, name)));
  }
  return hash.digest('hex');
}

async function choose(name: string, bytes: Buffer | number): Promise<void> {
  const file = join(folder, name);
  if (typeof bytes === 'number') {
    writeFileSync(file, heading);
    truncateSync(file, bytes);
  } else writeFileSync(file, bytes);
  await chooseInDialogs(spind.app, file);
  await chooseStaffList(spind.page);
}

describe('a list that cannot be imported', () => {
  it.each(unreadable)('%s is refused in plain Danish', async (name, bytes, message) => {
    const before = fingerprint();
    await choose(name, bytes);
    await spind.page.getByRole('alert').filter({ hasText: message }).waitFor();
    expect(fingerprint()).toBe(before);
  });

  it.each(wrong)('%s is told row by row', async (name, bytes, message) => {
    const before = fingerprint();
    await choose(name, bytes);
    await spind.page.getByRole('button', { name: words.staffImports.showChanges }).click();
    await spind.page.locator('#content').getByText(message).first().waitFor();
    expect(await spind.page.getByRole('button', { name: /^Importér \d+/ }).count()).toBe(0);
    expect(fingerprint()).toBe(before);
  });

  it('is left where it is when the person changes her mind', async () => {
    const before = fingerprint();
    await chooseInDialogs(spind.app, null);
    await chooseStaffList(spind.page);
    await spind.page.getByRole('button', { name: words.staffImports.choose, exact: true }).waitFor();
    expect(fingerprint()).toBe(before);
  });
});

describe('the same list in other clothes', () => {
  it.each([
    [
      'utf-16.csv',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(real.toString('latin1'), 'utf16le')]),
    ],
    ['utf-8.csv', Buffer.from(real.toString('latin1'), 'utf8')],
    ['utf-8-bom.csv', Buffer.from(`\ufeff${real.toString('latin1')}`, 'utf8')],
    ['windows-1252.csv', real],
  ] as const)('%s is read with its æ, ø and å', async (name, bytes) => {
    await choose(name, bytes);
    await spind.page.getByRole('button', { name: words.staffImports.showChanges }).click();
    await spind.page.getByRole('cell', { name: 'Birgitte Halkjær' }).waitFor();
    await spind.page.getByRole('cell', { name: 'Trine Østergaard' }).waitFor();
  });

  it('is read from an Excel sheet', async () => {
    const rows = real
      .toString('latin1')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';').slice(0, 6));
    await choose('personale.xlsx', await (await writeXlsxFile(rows)).toBuffer());
    await spind.page.getByRole('button', { name: words.staffImports.showChanges }).click();
    await spind.page.getByRole('cell', { name: 'Trine Østergaard' }).waitFor();
  });

  it('is written once it is approved, and not a moment before', async () => {
    await choose('personale.csv', real);
    const { page } = spind;
    const before = fingerprint();
    await page.getByRole('button', { name: words.staffImports.showChanges }).click();
    const approve = page.getByRole('button', { name: /^Importér 40/ });
    await approve.waitFor();
    expect(fingerprint()).toBe(before);
    await approve.click();
    await page.getByRole('heading', { name: words.staffImports.doneTitle }).waitFor();
    expect(fingerprint()).not.toBe(before);
  });
});
