import type { Output } from '@shared/contract/core';
import type { enrolments as contract } from '@shared/contract/enrolments';
import { groupBy } from '@shared/domain/group-by';
import { eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { revealedLevels, revealedTalks, wordings } from '../../data/queries/revealed-levels';
import { programmeItemCompetences } from '../../data/schema/programme';
import { talks } from '../../data/schema/talks';

type Around = NonNullable<Output<typeof contract.get>['spiders']>;
type Activity = {
  readonly employeeId: string;
  readonly itemId: string | null;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
};

/**
 * The last spider before an activity beside the first one after it, where both views of both have been shown and the
 * scale is the same. Self and leader stay side by side. A topic for a talk: it proves nothing about the activity.
 */
export function spidersAround(db: Database, { employeeId, itemId, from, to }: Activity): Around | null {
  const hers = eq(talks.employeeId, employeeId);
  const shown = revealedTalks(db, hers);
  const before = shown.findLast(({ heldOn }) => heldOn <= from);
  const after = shown.find(({ heldOn, id }) => heldOn >= to && id !== before?.id);
  if (!before || !after) return null;
  const axesOf = groupBy(wordings(db, [before.versionId, after.versionId]), ({ versionId }) => versionId);
  const earlier = axesOf.get(before.versionId) ?? [];
  const later = axesOf.get(after.versionId) ?? [];
  const scaleMax = later[0]?.scaleMax;
  if (scaleMax === undefined || earlier[0]?.scaleMax !== scaleMax) return null;
  const aims = new Set(
    itemId === null
      ? []
      : db
          .select({ lineageId: programmeItemCompetences.lineageId })
          .from(programmeItemCompetences)
          .where(eq(programmeItemCompetences.itemId, itemId))
          .all()
          .map(({ lineageId }) => lineageId),
  );
  const levels = new Map(
    revealedLevels(db, hers).map(({ talkId, role, competenceId, state, level }) => [
      `${talkId} ${role} ${competenceId}`,
      state === 'rated' ? level : null,
    ]),
  );
  const said = (talkId: string, competenceId: string | undefined) => ({
    self: levels.get(`${talkId} self ${competenceId}`) ?? null,
    leader: levels.get(`${talkId} leader ${competenceId}`) ?? null,
  });
  const day = ({ id: talkId, heldOn, schoolYear }: (typeof shown)[number]) => ({
    talkId,
    heldOn,
    schoolYear,
  });
  return {
    before: day(before),
    after: day(after),
    scaleMax,
    axes: later.map(({ competenceId, lineageId, name, domain, target }) => ({
      ...{ competenceId, name, domain, target, isAim: aims.has(lineageId) },
      before: said(before.id, earlier.find((axis) => axis.lineageId === lineageId)?.competenceId),
      after: said(after.id, competenceId),
    })),
  };
}
