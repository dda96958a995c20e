import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../open';
import { talks } from '../schema/talks';

export type TalkRow = typeof talks.$inferSelect;

/** A talk; refuses `not-found`, also one that was removed. */
export function theTalk(db: Database, talkId: string): TalkRow {
  const talk = db.select().from(talks).where(eq(talks.id, talkId)).get();
  if (talk && talk.removedAt === null) return talk;
  throw refuse('not-found', { da: 'Samtalen findes ikke længere.', en: 'The talk no longer exists.' });
}

/** A talk that can be changed; refuses `conflict` once it is closed. */
export function theOpenTalk(db: Database, talkId: string): TalkRow {
  const talk = theTalk(db, talkId);
  refuseIfClosed(talk);
  return talk;
}

/** A closed talk is frozen: notes, date and agreements stay as they were when it closed. */
export function refuseIfClosed({ closedAt }: Pick<TalkRow, 'closedAt'>): void {
  if (closedAt === null) return;
  throw refuse('conflict', {
    da: 'Samtalen er lukket. Genåbn den for at ændre i den.',
    en: 'The talk is closed. Reopen it to change it.',
  });
}
