import { addMonths } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import type { MemberSpread } from '@shared/domain/member-spread';
import { safeSpread } from '@shared/domain/safe-spread';
import { and, gt, lte } from 'drizzle-orm';
import type { Database } from '../open';
import { talks } from '../schema/talks';
import { countingLevels, revealedTalks, type Worded, wordings } from './revealed-levels';
import { membershipsOn, teamsInOrder } from './subjects';

/** How long a level speaks for a member when her team meets: as long as a team talk plans for (DOMAIN 0.7). Months. */
const monthsALevelSpeaks = 24;

export type PersonLevel = {
  readonly employeeId: string;
  readonly talkId: string;
  readonly heldOn: string;
  readonly schoolYear: string;
  readonly axis: Worded;
  readonly level: number;
};

/**
 * The levels that count of talks with employees whose two views have been shown, oldest talk first. Four statements,
 * however many people and years. For figures of groups alone; it never leaves electron/.
 */
export function personLevels(
  db: Database,
  where: Parameters<typeof revealedTalks>[1],
): { levels: PersonLevel[]; axes: Worded[]; talks: ReturnType<typeof revealedTalks> } {
  const shown = revealedTalks(db, where);
  const axes = wordings(
    db,
    shown.map(({ versionId }) => versionId),
  );
  const axisOf = new Map(axes.map((axis) => [axis.competenceId, axis]));
  const rows = groupBy(countingLevels(db, where), ({ talkId }) => talkId);
  const levels = shown.flatMap(({ id: talkId, employeeId, heldOn, schoolYear }) =>
    (rows.get(talkId) ?? []).flatMap(({ competenceId, level }): PersonLevel[] => {
      const axis = axisOf.get(competenceId);
      return axis ? [{ employeeId, talkId, heldOn, schoolYear, axis, level }] : [];
    }),
  );
  return { levels, axes, talks: shown };
}

export type TeamSpreadRow = {
  readonly lineageId: string;
  readonly name: string;
  readonly domain: string;
  readonly spread: MemberSpread | null;
};

/**
 * What a team may see of its members' ratings on a day: median, lowest, highest and how many, competence by competence,
 * of the newest level each has from talks of the last two years. Null for fewer than five, and where this team's figures
 * beside those of the school and the other teams would tell of fewer than five (`safeSpread`). Levels on another scale
 * than the newest wording's are left out: they cannot be put in one order.
 */
export function teamSpread(db: Database, teamId: string, day: string): TeamSpreadRow[] {
  const recent = and(lte(talks.heldOn, day), gt(talks.heldOn, addMonths(day, -monthsALevelSpeaks)));
  const { levels, axes, talks: shown } = personLevels(db, recent);
  const teamsOf = membershipsOn(db, day);
  const isMember = ({ employeeId }: { employeeId: string }) =>
    teamsOf.get(employeeId)?.includes(teamId) ?? false;
  const used = new Set(shown.filter(isMember).map(({ versionId }) => versionId));
  const order = teamsInOrder(db).map(({ id }) => id);
  const byLineage = groupBy(levels, ({ axis }) => axis.lineageId);
  return newestWordings(axes.filter(({ versionId }) => used.has(versionId))).map(
    ({ lineageId, name, domain, scaleMax }) => {
      // Levels come oldest first: of several talks the last one speaks.
      const newest = new Map(
        (byLineage.get(lineageId) ?? [])
          .filter(({ axis }) => axis.scaleMax === scaleMax)
          .map(({ employeeId, level }) => [
            employeeId,
            { employeeId, level, teams: teamsOf.get(employeeId) ?? [] },
          ]),
      );
      const cell = safeSpread([...newest.values()], order, teamId);
      if (cell.state !== 'shown') return { lineageId, name, domain, spread: null };
      const { median, min, max, count } = cell;
      return { lineageId, name, domain, spread: { median, min, max, count } };
    },
  );
}

/** Every competence once, in its newest wording: spider by spider, in the order of the newest version it stands in. */
export function newestWordings(
  axes: readonly Worded[],
  keyOf: (axis: Worded) => string = ({ lineageId }) => lineageId,
): Worded[] {
  const newest = new Map<string, Worded>();
  for (const axis of axes) {
    const known = newest.get(keyOf(axis));
    if (!known || axis.versionNumber > known.versionNumber) newest.set(keyOf(axis), axis);
  }
  // The axes come spider by spider and version by version: what the newest version has dropped stands first. It goes last.
  const bySpider = groupBy([...newest.values()], ({ templateId }) => templateId);
  return [...bySpider.values()].flatMap((own) => own.sort((a, b) => b.versionNumber - a.versionNumber));
}
