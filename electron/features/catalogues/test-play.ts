import type { TestWorld } from '../test-world';

const head = 'Modulnr;Modul;Fag;Start;Sted;Pris;Pladser';
const dansk = 'K1;Dansk 1;dansk;01-09-2027;Aarhus;14.500,00;24';
const musik = 'K2;Musik;musik;06-09-2027;Silkeborg;14.500,00;20';
const list = (...rows: string[]) => Buffer.from([head, ...rows].join('\r\n'));

type Chosen = { ticket: string; columns: unknown };

/** A catalogue is imported twice, an import undone, an offer taken into the programme, changed, taken over and back. */
export async function playCatalogues({ must, lay, tick }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('catalogues', name, input);
  const { id } = await ask<{ id: string }>('save', { name: 'KiU', kind: 'kiu' });
  for (const name of ['remove', 'restore']) await ask(name, { id });
  const choose = async (bytes: Buffer) => {
    lay({ name: 'kiu.csv', bytes });
    const chosen = await ask<Chosen>('choose', { catalogueId: id });
    lay(null);
    tick(60);
    return { ticket: chosen.ticket, columns: chosen.columns };
  };
  const { ticket } = await choose(list(dansk));
  await ask('cancel', { ticket });
  const first = await choose(list(dansk));
  await ask('preview', first);
  await ask('apply', first);
  const { importId } = await ask<{ importId: string }>('apply', await choose(list(dansk, musik)));
  await ask('undo', { importId });
  const { offers } = await ask<{ offers: { id: string }[] }>('offers');
  const offerId = offers[0]?.id;
  await ask('offer', { id: offerId });
  const taking = { offerId, itemId: null, kind: 'formalTraining', level: 'individual', minimumSeats: null };
  await ask('undoTake', await ask('take', taking));
  const { runId } = await ask<{ runId: string }>('take', taking);
  await ask('apply', await choose(list(dansk.replace('14.500', '15.000'), musik)));
  await ask('news');
  const { before } = await ask<{ before: unknown }>('adopt', { runId });
  await ask('undoAdopt', { runId, before });
  await ask('list');
}
