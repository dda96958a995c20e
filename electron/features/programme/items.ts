import { randomUUID } from 'node:crypto';
import type { InputOf } from '@shared/contract';
import type { programme as contract } from '@shared/contract/programme';
import { refuse, type Text } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import { namedCompetences, theItem } from '../../data/queries/programme';
import { programmeItemCompetences, programmeItems, programmeItemTags } from '../../data/schema/programme';
import type { Handlers } from '../context';

/** Writing the items of the programme. */
export const itemHandlers: Pick<Handlers<typeof contract>, 'save' | 'remove' | 'restore'> = {
  save(context, input) {
    const { lineageIds, tags, ...facts } = input;
    const id = input.id ?? randomUUID();
    const at = context.now().toISOString();
    refuseBadItem(input);
    return context.write(entry(input.id ? 'saved' : 'made', id, Object.keys(input)), (db) => {
      if (input.id) {
        theItem(db, id);
        db.update(programmeItems)
          .set({ ...facts, updatedAt: at })
          .where(eq(programmeItems.id, id))
          .run();
      } else {
        db.insert(programmeItems)
          .values({ ...facts, id, createdAt: at, updatedAt: at })
          .run();
      }
      const known = namedCompetences(db);
      db.delete(programmeItemCompetences).where(eq(programmeItemCompetences.itemId, id)).run();
      for (const lineageId of new Set(lineageIds)) {
        if (!known.has(lineageId)) throw unknownCompetence;
        db.insert(programmeItemCompetences).values({ itemId: id, lineageId }).run();
      }
      db.delete(programmeItemTags).where(eq(programmeItemTags.itemId, id)).run();
      for (const tag of new Set(tags)) db.insert(programmeItemTags).values({ itemId: id, tag }).run();
      return { id };
    });
  },

  remove(context, { id }) {
    const at = context.now().toISOString();
    return context.write(entry('removed', id), (db) => {
      theItem(db, id);
      db.update(programmeItems).set({ removedAt: at, updatedAt: at }).where(eq(programmeItems.id, id)).run();
      return {};
    });
  },

  restore(context, { id }) {
    const at = context.now().toISOString();
    return context.write(entry('restored', id), (db) => {
      theItem(db, id, { removed: true });
      db.update(programmeItems)
        .set({ removedAt: null, updatedAt: at })
        .where(eq(programmeItems.id, id))
        .run();
      return {};
    });
  },
};

const entry = (action: string, id: string, fields: string[] = []) => ({
  action: `programmeItem.${action}`,
  entity: 'programmeItem',
  entityId: id,
  fields: fields.filter((field) => field !== 'id'),
});

const unknownCompetence = refuse('not-found', {
  da: 'En af kompetencerne findes ikke længere i et kompetencespind. Vælg dem igen.',
  en: 'One of the competences is no longer in a spider. Choose them again.',
});

function refuseBadItem({ url, ects }: InputOf<'programme', 'save'>): void {
  const fields: Record<string, Text> = {};
  if (url !== '' && !isWebAddress(url)) {
    fields.url = {
      da: 'Skriv hele adressen, fx https://www.via.dk.',
      en: 'Enter the whole address, for example https://www.via.dk.',
    };
  }
  if (ects !== null && !Number.isInteger(ects * 2)) {
    fields.ects = { da: 'Skriv ECTS som hele eller halve point.', en: 'Enter ECTS in whole or half points.' };
  }
  const [first] = Object.values(fields);
  if (first) throw refuse('invalid', first, fields);
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
}
