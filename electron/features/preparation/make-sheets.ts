import { randomUUID } from 'node:crypto';
import type { Input, Output } from '@shared/contract/core';
import type { preparation as contract } from '@shared/contract/preparation';
import type { PreparationPrint } from '@shared/contract/print-preparation';
import { kindNames } from '@shared/domain/talk-kinds';
import { type Language, Refusal, refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { OpenDatabase } from '../../data/open';
import { employees } from '../../data/schema/employees';
import { preparationSheets } from '../../data/schema/preparation';
import type { ChosenFolder, Context, PrintJob } from '../context';
import { type Asked, askedBefore, fieldsOf, invitedTo, openTalk, printedSheet } from './asked';

/** One sheet to be made: for whom, before which talk, what it asks and what it prints. */
type Order = {
  readonly sheetId: string;
  readonly talkId: string;
  readonly employeeId: string;
  readonly fileName: string;
  readonly asks: Asked;
  readonly print: PreparationPrint;
};

/** The making that is going on, by the file it is for; there is one at a time. */
const making = new WeakMap<OpenDatabase, { cancelled: boolean }>();

/** Makes a sheet for everybody invited to the talks, one file each, and tells how far it is after each. */
export async function makeSheets(
  context: Context,
  { talkIds }: Input<typeof contract.make>,
): Promise<Output<typeof contract.make>> {
  const { open } = context.session;
  if (!open) throw refuse('locked', { da: 'Spind er låst.', en: 'Spind is locked.' });
  if (making.has(open)) {
    throw refuse('conflict', {
      da: 'Der laves allerede forberedelsesark. Vent, til de er færdige, eller stop dem.',
      en: 'Preparation sheets are being made already. Wait until they are done, or stop them.',
    });
  }
  const state = { cancelled: false };
  making.set(open, state);
  try {
    const orders = [...new Set(talkIds)].flatMap((talkId) => ordersFor(context, talkId));
    if (orders.length === 0) {
      throw refuse('conflict', {
        da: 'Der er ingen deltagere i samtalen. Vælg dem i samtalen, og prøv igen.',
        en: 'Nobody takes part in the talk. Choose who does in the talk and try again.',
      });
    }
    const folder = await context.machine.chooseFolder();
    if (!folder) return null;
    const files: string[] = [];
    const tell = () =>
      context.tell('progress', { job: 'preparation', done: files.length, total: orders.length });
    tell();
    await context.machine.pdfs(async (pdf) => {
      for (const order of orders) {
        if (state.cancelled) return;
        files.push(
          await makeSheet(context, order, { folder, pdf }).catch((error) => told(error, files.length)),
        );
        tell();
      }
    });
    return { folder: folder.name, files, total: orders.length, cancelled: state.cancelled };
  } finally {
    making.delete(open);
  }
}

/** Stops the making after the sheet it is at. */
export function stopMaking({ session }: Context): void {
  const state = session.open && making.get(session.open);
  if (state) state.cancelled = true;
}

function ordersFor({ db, language }: Context, talkId: string): Order[] {
  const talk = openTalk(db, talkId);
  const asks = askedBefore(db, talk, language());
  return invitedTo(db, talk).map(({ id: employeeId }) => {
    const sheetId = randomUUID();
    return {
      sheetId,
      talkId,
      employeeId,
      fileName: fileNameFor(numberOf(db, employeeId), sheetId, language()),
      asks,
      print: printedSheet(db, talk, { employeeId, sheetId, asks }),
    };
  });
}

const numberOf = (db: Context['db'], employeeId: string) =>
  db.select({ number: employees.employeeNumber }).from(employees).where(eq(employees.id, employeeId)).get()
    ?.number ?? '';

const firstWord = { da: 'forberedelse', en: 'preparation' } as const;

/** The employee number and no name; without one, the beginning of the sheet's id. */
function fileNameFor(number: string, sheetId: string, language: Language): string {
  const safe = number.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  return `${firstWord[language]}-${safe || sheetId.slice(0, 8)}.pdf`;
}

async function makeSheet(
  context: Context,
  order: Order,
  { folder, pdf }: { folder: ChosenFolder; pdf: (job: PrintJob) => Promise<Buffer> },
): Promise<string> {
  const { sheetId, talkId, employeeId, asks, print } = order;
  const now = context.now();
  const printed = await pdf({ document: 'preparation', language: asks.language, data: print });
  const [{ putFields }, { readFields }] = await Promise.all([
    import('./form-fields'),
    import('./read-fields'),
  ]);
  const file = await putFields(printed, {
    sheetId,
    title: `${titles[asks.language]} · ${kindNames[asks.kind][asks.language]}`,
    language: asks.language,
    createdAt: now,
    fields: fieldsOf(asks),
    data: { format: 'spind-preparation', sheetId, asked: asks },
  });
  const { sha256 } = await readFields(file);
  // First in the file, then on the disk: a sheet somebody holds in her hand is always known.
  context.write({ action: 'preparation.made', entity: 'talk', entityId: talkId, fields: [] }, (db) => {
    openTalk(db, talkId);
    db.insert(preparationSheets)
      .values({
        id: sheetId,
        talkId,
        employeeId,
        asked: JSON.stringify(asks),
        pagesSha256: sha256,
        madeAt: now.toISOString(),
        importedAt: null,
      })
      .run();
  });
  return folder.save(order.fileName, file);
}

const titles = { da: 'Invitation og forberedelse', en: 'Invitation and preparation' } as const;

/** What went wrong, and what was written before it did. */
function told(error: unknown, written: number): never {
  if (!(error instanceof Refusal) || written === 0) throw error;
  throw refuse(error.code, {
    da: `${written === 1 ? 'Ét ark er gemt' : `${written} ark er gemt`}, resten mangler. ${error.text.da}`,
    en: `${written === 1 ? 'One sheet has been saved' : `${written} sheets have been saved`}, the rest are missing. ${error.text.en}`,
  });
}
