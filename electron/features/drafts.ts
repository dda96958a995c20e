import type { drafts as contract } from '@shared/contract/drafts';
import { daysBetween, localDate } from '@shared/domain/dates';
import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import { drafts } from '../data/schema/drafts';
import type { Handlers } from './context';

/** Days after which a draft is called old; nobody but its writer ends it. */
const oldAfter = 90;

/**
 * What is typed and not handed in, so that neither a lock nor a crash loses it. Kept without a row in the audit log,
 * which tells of the school's records and would grow by a row a second.
 */
export const draftsHandlers: Handlers<typeof contract> = {
  get({ db, now }, { key }) {
    const row = db.select().from(drafts).where(eq(drafts.key, key)).get();
    if (!row) return { draft: null };
    const { content, savedAt } = row;
    const age = daysBetween(localDate(new Date(savedAt)), localDate(now()));
    return { draft: { content, savedAt, isToday: age === 0, isOld: age > oldAfter } };
  },

  keep({ db, now }, { key, content }) {
    if (!isJson(content)) {
      throw refuse('invalid', { da: 'Kladden kan ikke læses.', en: 'The draft cannot be read.' });
    }
    const savedAt = now().toISOString();
    db.insert(drafts)
      .values({ key, content, savedAt })
      .onConflictDoUpdate({ target: drafts.key, set: { content, savedAt } })
      .run();
    return { savedAt };
  },

  drop({ db }, { key }) {
    db.delete(drafts).where(eq(drafts.key, key)).run();
    return {};
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
