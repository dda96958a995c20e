import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const employee = z.object({
  id: z.string(),
  navn: z.string(),
  rolle: z.string(),
  team: z.string(),
  ansat: z.iso.date(),
  procent: z.number(),
  funktion: z.string(),
  formel: z.array(z.string()),
  vurderet: z.array(z.string()),
});

const demoFile = z.object({
  skole: z.string(),
  kommune: z.string(),
  skoleaar: z.string(),
  personale: z.array(employee),
  fagfordeling: z.array(z.object({ klasse: z.string(), fag: z.string(), lærer: z.string() })),
});

export type DemoEmployee = z.infer<typeof employee>;

/** The invented school as data (resources/demo-school.json), as far as the demo needs it. */
export function readDemoFile() {
  const file = fileURLToPath(new URL('../../resources/demo-school.json', import.meta.url));
  return demoFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Signs of Windows-1252 that Latin-1 has not, as far as the demo school writes them. */
const beyondLatin1: Readonly<Record<string, number>> = { '–': 0x96, '’': 0x92, '€': 0x80 };

/** The staff list as a Danish administrative system writes it: Windows-1252, semicolons, CRLF, decimal comma, dd-mm-yyyy. */
export function staffCsv(staff: readonly DemoEmployee[]): Buffer {
  const header =
    'Medarbejdernr;Navn;Stilling;Team;Ansat;Beskæftigelsesgrad;Undervisningskompetence;Tilsvarende kompetence;Bemærkning';
  const rows = staff.map((one) =>
    [
      one.id,
      one.navn,
      one.rolle,
      one.team,
      one.ansat.split('-').reverse().join('-'),
      `${one.procent},0`,
      one.formel.join(', '),
      one.vurderet.join(', '),
      `"${one.funktion.replaceAll('"', '""')}"`,
    ].join(';'),
  );
  const text = `${[header, ...rows].join('\r\n')}\r\n`;
  return Buffer.from(Array.from(text, (sign) => beyondLatin1[sign] ?? sign.charCodeAt(0)));
}
