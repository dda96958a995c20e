import { addDays } from '@shared/domain/dates';
import type { Database } from '../../electron/data/open';
import { notes } from '../../electron/data/schema/notes';
import { immediate } from '../../electron/data/transaction';

/** Words as they stand in leaders' notes, the commonest first. */
const common =
  'og at det i er hun til en på med som der vil har om skal gerne elever team samarbejde forældre undervisning klassen årgang læsning plan møde forløb tid opgaver kollega dansk matematik trivsel'.split(
    ' ',
  );
const stems =
  'læse stave regne tale samle vejlede evaluere planlægge motivere støtte fordybe undersøge bevæge'.split(
    ' ',
  );
const endings =
  'båndet gruppen prøven dagen ugen forløbet planen rummet bogen netværket kurset holdet ansvaret'.split(' ');

/** Words of a note. */
const length = 45;

/**
 * Adds notes number `from` up to `to` to a filled school, spread over its first `staff` employees and three years: words by how
 * common they are, as in real text, and some hundred rare ones. The same numbers give the same notes.
 */
export function fillNotes(db: Database, { from, to }: { from: number; to: number }, staff: number): void {
  let seed = 20_261_123 + from;
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * limit);
  };
  const word = () => {
    if (below(12) === 0) return `${stems[below(stems.length)]}${endings[below(endings.length)]}`;
    // Squared, so that the first words of the list come far oftener than the last.
    return common[Math.floor((below(1000) / 1000) ** 2 * common.length)] ?? '';
  };
  immediate(db, () => {
    for (let number = from; number < to; number++) {
      const writtenOn = addDays('2023-08-01', below(1200));
      const at = `${writtenOn}T12:00:00.000Z`;
      db.insert(notes)
        .values({
          id: `note-${number}`,
          employeeId: `employee-${1 + below(staff)}`,
          writtenOn,
          text: Array.from({ length }, word).join(' '),
          author: 'Birgitte Halkjær',
          createdAt: at,
          updatedAt: at,
        })
        .run();
    }
  });
}
