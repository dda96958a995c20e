import { randomUUID } from 'node:crypto';
import type { courseChains as contract, SurveyRound } from '@shared/contract/course-chains';
import { groupBy } from '@shared/domain/group-by';
import { refuse } from '@shared/domain/text';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { stepRows, theChain } from '../../data/queries/course-chains';
import { surveyResultSteps, surveyResults, surveyRounds } from '../../data/schema/course-chains';
import type { Handlers } from '../context';

type Own = 'saveRound' | 'removeRound' | 'restoreRound';

const entry = audited('surveyRound');

/** Rounds of a mapping survey, and which results led to which themes (R004-08). */
export const roundHandlers: Pick<Handlers<typeof contract>, Own> = {
  saveRound(context, { id: given, chainId, results, ...values }) {
    const id = given ?? randomUUID();
    return context.write(entry('saved', id, [...Object.keys(values), 'results']), (db) => {
      theChain(db, chainId);
      if (given) {
        if (theRound(db, given).chainId !== chainId) throw otherChain;
        db.update(surveyRounds).set(values).where(eq(surveyRounds.id, id)).run();
      } else {
        const createdAt = context.now().toISOString();
        db.insert(surveyRounds)
          .values({ id, chainId, ...values, createdAt })
          .run();
      }
      writeResults(db, { id, chainId }, results);
      return { id };
    });
  },

  removeRound(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theRound(db, id);
      const removedAt = context.now().toISOString();
      db.update(surveyRounds).set({ removedAt }).where(eq(surveyRounds.id, id)).run();
      return {};
    });
  },

  restoreRound(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      theRound(db, id, { removed: true });
      db.update(surveyRounds).set({ removedAt: null }).where(eq(surveyRounds.id, id)).run();
      return {};
    });
  },
};

type WrittenResult = { id?: string | undefined; text: string; stepIds: readonly string[] };

/** Results keep their identity where they are written again, and the links to steps that are removed for now. */
function writeResults(
  db: Database,
  round: { id: string; chainId: string },
  results: readonly WrittenResult[],
): void {
  const known = new Set(
    db
      .select({ id: surveyResults.id })
      .from(surveyResults)
      .where(eq(surveyResults.roundId, round.id))
      .all()
      .map(({ id }) => id),
  );
  const steps = new Set(stepRows(db, round.chainId).map(({ id }) => id));
  const kept = new Set<string>();
  for (const [position, { id: given, text, stepIds }] of results.entries()) {
    if (stepIds.some((stepId) => !steps.has(stepId))) throw otherChain;
    // Named twice, the second is a result of its own.
    const id = given !== undefined && known.has(given) && !kept.has(given) ? given : randomUUID();
    kept.add(id);
    if (known.has(id)) {
      db.update(surveyResults).set({ text, position }).where(eq(surveyResults.id, id)).run();
    } else {
      db.insert(surveyResults).values({ id, roundId: round.id, text, position }).run();
    }
    db.delete(surveyResultSteps)
      .where(and(eq(surveyResultSteps.resultId, id), inArray(surveyResultSteps.stepId, [...steps])))
      .run();
    for (const stepId of new Set(stepIds))
      db.insert(surveyResultSteps).values({ resultId: id, stepId }).run();
  }
  for (const id of known) {
    if (kept.has(id)) continue;
    db.delete(surveyResultSteps).where(eq(surveyResultSteps.resultId, id)).run();
    db.delete(surveyResults).where(eq(surveyResults.id, id)).run();
  }
}

/** The rounds of a chain, oldest first, with their results and the steps each led to. */
export function roundsOf(db: Database, chainId: string): SurveyRound[] {
  const rounds = db
    .select()
    .from(surveyRounds)
    .where(and(eq(surveyRounds.chainId, chainId), isNull(surveyRounds.removedAt)))
    .orderBy(asc(surveyRounds.heldOn), asc(surveyRounds.createdAt), asc(surveyRounds.id))
    .all();
  const ids = rounds.map(({ id }) => id);
  const results = groupBy(
    db
      .select()
      .from(surveyResults)
      .where(inArray(surveyResults.roundId, ids))
      .orderBy(asc(surveyResults.position))
      .all(),
    ({ roundId }) => roundId,
  );
  const standing = new Set(stepRows(db, chainId).map(({ id }) => id));
  const links = groupBy(
    db
      .select({ resultId: surveyResultSteps.resultId, stepId: surveyResultSteps.stepId })
      .from(surveyResultSteps)
      .innerJoin(surveyResults, eq(surveyResults.id, surveyResultSteps.resultId))
      .where(inArray(surveyResults.roundId, ids))
      .all()
      .filter(({ stepId }) => standing.has(stepId)),
    ({ resultId }) => resultId,
  );
  return rounds.map(({ id, title, heldOn, summary }) => ({
    id,
    title,
    heldOn,
    summary,
    results: (results.get(id) ?? []).map((result) => ({
      id: result.id,
      text: result.text,
      stepIds: (links.get(result.id) ?? []).map(({ stepId }) => stepId),
    })),
  }));
}

function theRound(db: Database, id: string, { removed = false } = {}) {
  const round = db.select().from(surveyRounds).where(eq(surveyRounds.id, id)).get();
  if (!round || (round.removedAt !== null) !== removed) {
    throw refuse('not-found', {
      da: 'Kortlægningen findes ikke længere.',
      en: 'The survey round no longer exists.',
    });
  }
  theChain(db, round.chainId);
  return round;
}

const otherChain = refuse('invalid', {
  da: 'Resultatet peger på et trin, der ikke står i forløbet.',
  en: 'The result points to a step that is not in the course chain.',
});
