import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from '../open';
import {
  competenceDomains,
  competences,
  levelDescriptors,
  spiderTemplates,
  templateVersions,
} from '../schema/spiders';
import { ratingLevels, ratings, talks } from '../schema/talks';

const selfRating = alias(ratings, 'self_rating');
const leaderRating = alias(ratings, 'leader_rating');
const agreedRating = alias(ratings, 'agreed_rating');
const agreedLevel = alias(ratingLevels, 'agreed_level');

/** A talk whose two views have been shown: the self-rating lies open, and both are locked (DOMAIN 4.4). */
const isSelfShown = and(
  eq(selfRating.talkId, talks.id),
  eq(selfRating.role, 'self'),
  isNotNull(selfRating.lockedAt),
);
const isLeaderShown = and(
  eq(leaderRating.talkId, talks.id),
  eq(leaderRating.role, 'leader'),
  isNotNull(leaderRating.lockedAt),
);

/** Talks with employees whose two views have been shown, oldest first. Nothing else of any other talk is read here. */
export function revealedTalks(db: Database, where: SQL | undefined) {
  return db
    .select({
      id: talks.id,
      employeeId: talks.employeeId,
      kind: talks.kind,
      heldOn: talks.heldOn,
      schoolYear: talks.schoolYear,
      versionId: talks.templateVersionId,
    })
    .from(talks)
    .innerJoin(selfRating, isSelfShown)
    .innerJoin(leaderRating, isLeaderShown)
    .where(and(isNull(talks.removedAt), isNotNull(talks.employeeId), where))
    .orderBy(asc(talks.heldOn), asc(talks.createdAt), asc(talks.id))
    .all()
    .flatMap(({ employeeId, versionId, ...talk }) =>
      employeeId && versionId ? [{ ...talk, employeeId, versionId }] : [],
    );
}

/** What each side said in talks whose two views have been shown, oldest talk first; comments stay where they are. */
export function revealedLevels(db: Database, where: SQL | undefined) {
  return db
    .select({
      talkId: talks.id,
      role: ratings.role,
      competenceId: ratingLevels.competenceId,
      state: ratingLevels.state,
      level: ratingLevels.level,
    })
    .from(talks)
    .innerJoin(selfRating, isSelfShown)
    .innerJoin(leaderRating, isLeaderShown)
    .innerJoin(ratings, eq(ratings.talkId, talks.id))
    .innerJoin(ratingLevels, eq(ratingLevels.ratingId, ratings.id))
    .where(and(isNull(talks.removedAt), isNotNull(talks.employeeId), where))
    .all();
}

/** In talks whose two views have been shown, the rated level that counts: what the two agreed on, else the leader's. */
export function countingLevels(db: Database, where: SQL | undefined) {
  const level = sql<number>`iif(${agreedLevel.ratingId} is null, ${ratingLevels.level}, ${agreedLevel.level})`;
  return db
    .select({ talkId: talks.id, competenceId: ratingLevels.competenceId, level })
    .from(talks)
    .innerJoin(selfRating, isSelfShown)
    .innerJoin(leaderRating, isLeaderShown)
    .innerJoin(ratingLevels, eq(ratingLevels.ratingId, leaderRating.id))
    .leftJoin(agreedRating, and(eq(agreedRating.talkId, talks.id), eq(agreedRating.role, 'agreed')))
    .leftJoin(
      agreedLevel,
      and(eq(agreedLevel.ratingId, agreedRating.id), eq(agreedLevel.competenceId, ratingLevels.competenceId)),
    )
    .where(and(isNull(talks.removedAt), isNotNull(talks.employeeId), isNotNull(level), where))
    .all();
}

/** One competence as one version words it. */
export type Worded = {
  readonly competenceId: string;
  readonly lineageId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly templateId: string;
  readonly spiderName: string;
  readonly scaleMax: number;
  readonly name: string;
  readonly domain: string;
  readonly target: number;
  readonly descriptors: string[];
};

/** The competences of some versions, version by version in the versions' own order. Two statements, however many. */
export function wordings(db: Database, versionIds: readonly string[]): Worded[] {
  const ids = [...new Set(versionIds)];
  if (ids.length === 0) return [];
  const texts = new Map<string, string[]>();
  const lines = db
    .select({ competenceId: levelDescriptors.competenceId, text: levelDescriptors.text })
    .from(levelDescriptors)
    .innerJoin(competences, eq(competences.id, levelDescriptors.competenceId))
    .innerJoin(competenceDomains, eq(competenceDomains.id, competences.domainId))
    .where(inArray(competenceDomains.versionId, ids))
    .orderBy(asc(levelDescriptors.level))
    .all();
  for (const { competenceId, text } of lines) {
    const own = texts.get(competenceId);
    if (own) own.push(text);
    else texts.set(competenceId, [text]);
  }
  return db
    .select({
      competenceId: competences.id,
      lineageId: competences.lineageId,
      versionId: templateVersions.id,
      versionNumber: templateVersions.number,
      templateId: spiderTemplates.id,
      spiderName: spiderTemplates.name,
      scaleMax: templateVersions.scaleMax,
      name: competences.name,
      domain: competenceDomains.name,
      target: competences.targetLevel,
    })
    .from(competences)
    .innerJoin(competenceDomains, eq(competenceDomains.id, competences.domainId))
    .innerJoin(templateVersions, eq(templateVersions.id, competenceDomains.versionId))
    .innerJoin(spiderTemplates, eq(spiderTemplates.id, templateVersions.templateId))
    .where(inArray(templateVersions.id, ids))
    .orderBy(
      asc(spiderTemplates.name),
      asc(spiderTemplates.id),
      asc(templateVersions.number),
      asc(competenceDomains.position),
      asc(competences.position),
    )
    .all()
    .map((row) => ({ ...row, descriptors: texts.get(row.competenceId) ?? [] }));
}
