import { randomUUID } from 'node:crypto';
import type { RatingAnswer } from '@shared/contract/ratings';
import { refuse, type Text } from '@shared/domain/text';
import { and, desc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '../open';
import { competences } from '../schema/spiders';
import { ratingLevels, ratings, sealedRatings, talks } from '../schema/talks';
import { readContent } from './spiders';
import { about, type Subject, subjectName } from './subjects';
import { theTalk } from './the-talk';

export type Role = (typeof ratings.$inferSelect)['role'];
export type Answers = (RatingAnswer | null)[];

/**
 * A talk that can be rated, with its axes. One employee's talk is rated by herself and her leader; a team has one rating
 * in common. Throws `not-found`, or `conflict` when there is no spider or the talk is with the other.
 */
export function ratedTalk(db: Database, talkId: string, withWhom: 'employee' | 'team' = 'employee') {
  const talk = theTalk(db, talkId);
  if ((talk.teamId !== null) !== (withWhom === 'team')) {
    throw refuse('conflict', {
      da: 'Et team vurderer sig selv sammen i samtalen. En medarbejder og hendes leder vurderer hver for sig.',
      en: 'A team rates itself together in the talk. An employee and her leader each rate on their own.',
    });
  }
  if (!talk.templateVersionId) throw refuse('conflict', talk.teamId ? noTeamSpider : noSpider);
  const { content, axes } = readContent(db, talk.templateVersionId);
  return { talk, withName: subjectName(db, talk), scaleMax: content.scaleMax, axes };
}

const noSpider: Text = {
  da: 'Samtalen har intet kompetencespind. Vælg et til medarbejderens kategori under Teams og kategorier, og hent det ind i samtalen.',
  en: 'The talk has no competence spider. Choose one for the employee’s category under Teams and categories, and bring it into the talk.',
};
const noTeamSpider: Text = {
  da: 'Samtalen har intet kompetencespind. Vælg et til teamet under Teams og kategorier, og hent det ind i samtalen.',
  en: 'The talk has no competence spider. Choose one for the team under Teams and categories, and bring it into the talk.',
};

export type RatedTalk = ReturnType<typeof ratedTalk>;

/** Refuses to change anything in a closed talk. */
export function assertOpen({ talk }: RatedTalk): void {
  if (talk.closedAt === null) return;
  throw refuse('conflict', {
    da: 'Samtalen er lukket. Genåbn den, hvis vurderingen skal ændres.',
    en: 'The talk is closed. Reopen it to change the rating.',
  });
}

export function ratingOf(db: Database, talkId: string, role: Role) {
  return db
    .select()
    .from(ratings)
    .where(and(eq(ratings.talkId, talkId), eq(ratings.role, role)))
    .get();
}

export function sealedOf(db: Database, talkId: string) {
  return db.select().from(sealedRatings).where(eq(sealedRatings.talkId, talkId)).get();
}

/** Both views have been shown: the self-rating lies open and locked. */
export const isRevealed = (db: Database, talkId: string) => Boolean(ratingOf(db, talkId, 'self')?.lockedAt);

/** One rater's answers, parallel to the axes. */
export function answersOf(db: Database, { talk, axes }: RatedTalk, role: Role): Answers {
  const rating = ratingOf(db, talk.id, role);
  const rows = rating ? db.select().from(ratingLevels).where(eq(ratingLevels.ratingId, rating.id)).all() : [];
  const byCompetence = new Map(rows.map((row) => [row.competenceId, row]));
  return axes.map(({ competenceId }) => {
    const row = byCompetence.get(competenceId);
    return row ? { state: row.state, level: row.level, comment: row.comment } : null;
  });
}

/** Writes one answer of a rater, making the rating when it is the first; null takes the answer away. */
export function writeAnswer(
  db: Database,
  talkId: string,
  role: Role,
  competenceId: string,
  answer: RatingAnswer | null,
  now: Date,
): void {
  const updatedAt = now.toISOString();
  let rating = ratingOf(db, talkId, role);
  if (!rating) {
    rating = { id: randomUUID(), talkId, role, updatedAt, lockedAt: null };
    db.insert(ratings).values(rating).run();
  }
  const { id: ratingId } = rating;
  db.update(ratings).set({ updatedAt }).where(eq(ratings.id, ratingId)).run();
  if (answer === null) {
    const own = and(eq(ratingLevels.ratingId, ratingId), eq(ratingLevels.competenceId, competenceId));
    db.delete(ratingLevels).where(own).run();
    return;
  }
  db.insert(ratingLevels)
    .values({ ratingId, competenceId, ...answer })
    .onConflictDoUpdate({ target: [ratingLevels.ratingId, ratingLevels.competenceId], set: answer })
    .run();
}

/** Lays a locked self-rating open beside the leader's, and removes the sealed copy. */
export function layOpen(db: Database, rated: RatedTalk, answers: Answers, lockedAt: string): void {
  const ratingId = randomUUID();
  const { id: talkId } = rated.talk;
  db.insert(ratings)
    .values({ id: ratingId, talkId, role: 'self', updatedAt: lockedAt, lockedAt: null })
    .run();
  for (const [index, { competenceId }] of rated.axes.entries()) {
    const answer = answers[index];
    if (answer)
      db.insert(ratingLevels)
        .values({ ratingId, competenceId, ...answer })
        .run();
  }
  // Locked last: from then on the database itself refuses every change.
  db.update(ratings).set({ lockedAt }).where(eq(ratings.id, ratingId)).run();
  db.delete(sealedRatings).where(eq(sealedRatings.talkId, talkId)).run();
}

/** Refuses to lock while something is unanswered, and says how much. */
export function assertComplete(answers: Answers): void {
  const missing = answers.filter((answer) => answer === null).length;
  if (missing === 0) return;
  throw refuse('invalid', {
    da: `${missing} ${missing === 1 ? 'kompetence mangler' : 'kompetencer mangler'} et svar. »Ikke vurderet« er også et svar.`,
    en: `${missing} ${missing === 1 ? 'competence has' : 'competences have'} no answer. “Not rated” is an answer too.`,
  });
}

/**
 * What was agreed, else the leader's level, in the talk before this one, by lineage; for a team what it said in common.
 * Null when there was none.
 */
export function lastYearOf(db: Database, { talk, axes }: RatedTalk) {
  const leading = talk.teamId ? 'team' : 'leader';
  const earlier = talkBefore(db, talk, leading);
  if (!earlier) return null;
  const rows = db
    .select({
      role: ratings.role,
      lineageId: competences.lineageId,
      state: ratingLevels.state,
      level: ratingLevels.level,
    })
    .from(ratingLevels)
    .innerJoin(ratings, eq(ratings.id, ratingLevels.ratingId))
    .innerJoin(competences, eq(competences.id, ratingLevels.competenceId))
    .where(and(eq(ratings.talkId, earlier.id), or(eq(ratings.role, leading), eq(ratings.role, 'agreed'))))
    .all();
  return axes.map(({ lineageId }) => {
    const mine = rows.filter((row) => row.lineageId === lineageId);
    const row = mine.find(({ role }) => role === 'agreed') ?? mine[0];
    return row ? { state: row.state, level: row.level } : { state: 'notRated' as const, level: null };
  });
}

/** The newest talk with the same employee or team before this one in which this rating is locked. */
function talkBefore(db: Database, talk: Subject & { heldOn: string }, role: Role) {
  return db
    .select({ id: talks.id })
    .from(talks)
    .innerJoin(
      ratings,
      and(eq(ratings.talkId, talks.id), eq(ratings.role, role), isNotNull(ratings.lockedAt)),
    )
    .where(and(about(talks, talk), isNull(talks.removedAt), lt(talks.heldOn, talk.heldOn)))
    .orderBy(desc(talks.heldOn))
    .limit(1)
    .get();
}
