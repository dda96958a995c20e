import type { Output } from '@shared/contract/core';
import type { overview, SpreadCell } from '@shared/contract/overview';
import { periodCovers } from '@shared/domain/employment';
import { groupBy } from '@shared/domain/group-by';
import { safeSpread, wholeSchool } from '@shared/domain/safe-spread';
import { type SchoolYear, shiftSchoolYear } from '@shared/domain/school-year';
import { isSameWording } from '@shared/domain/spider-history';
import type { Database } from '../../data/open';
import { newestWordings, type PersonLevel, personLevels } from '../../data/queries/member-levels';
import type { Worded } from '../../data/queries/revealed-levels';
import { teamsInOrder } from '../../data/queries/subjects';
import { teamMemberships } from '../../data/schema/employees';

type Spread = Output<typeof overview.spread>;

/**
 * Median, lowest, highest and how many, competence by competence and school year by school year, of the whole school or
 * one team, each as far as it may be told (`safeSpread`). Six statements, however many people and years.
 */
export function groupSpread(db: Database, teamId: string | null): Spread {
  const { levels, axes, talks } = personLevels(db, undefined);
  const all = teamsInOrder(db);
  const order = all.map(({ id }) => id);
  const memberships = groupBy(db.select().from(teamMemberships).all(), ({ employeeId }) => employeeId);
  const teamsAt = new Map(
    talks.map(({ id, employeeId, heldOn }) => {
      const own = (memberships.get(employeeId) ?? []).filter((period) => periodCovers(period, heldOn));
      return [id, own.map((membership) => membership.teamId)];
    }),
  );
  function cellOf(given: readonly PersonLevel[]): SpreadCell {
    // Levels come oldest first: of several talks in a year the last one speaks.
    const newest = new Map(
      given.map(({ employeeId, talkId, level }) => [
        employeeId,
        { employeeId, level, teams: teamsAt.get(talkId) ?? [] },
      ]),
    );
    return safeSpread([...newest.values()], order, teamId ?? wholeSchool);
  }

  const years = yearsBetween(talks.map(({ schoolYear }) => schoolYear));
  const askedIn = askedYears(axes, talks);
  const levelsOf = groupBy(levels, ({ axis, schoolYear }) => `${rowKey(axis)} ${schoolYear}`);
  const rows = newestWordings(axes, rowKey).map((axis) => {
    const asked = askedIn.get(rowKey(axis)) ?? new Map<SchoolYear, Worded>();
    return {
      lineageId: axis.lineageId,
      spiderName: axis.spiderName,
      domain: axis.domain,
      name: axis.name,
      scaleMax: axis.scaleMax,
      rewordedIn: rewordedYears(asked),
      cells: years.map((year): SpreadCell => {
        if (!asked.has(year)) return { state: 'notAsked' };
        return cellOf(levelsOf.get(`${rowKey(axis)} ${year}`) ?? []);
      }),
    };
  });
  const shown = rows.filter(({ cells }) => cells.some(({ state }) => state === 'shown'));
  return {
    teams: all.map(({ id, name }) => ({ id, name })),
    years,
    rows: shown,
    without: rows.length - shown.length,
  };
}

/** Levels on different scales cannot be put in one order, so each scale of a competence has a row of its own. */
const rowKey = ({ lineageId, scaleMax }: Worded) => `${lineageId} ${scaleMax}`;

/** In which years each row was asked, and on which wording last. */
function askedYears(
  axes: readonly Worded[],
  talks: readonly { schoolYear: SchoolYear; versionId: string }[],
): Map<string, Map<SchoolYear, Worded>> {
  const axesOf = groupBy(axes, ({ versionId }) => versionId);
  const used = new Set(talks.map(({ schoolYear, versionId }) => `${schoolYear} ${versionId}`));
  const asked = new Map<string, Map<SchoolYear, Worded>>();
  for (const pair of used) {
    const [year = '', versionId = ''] = pair.split(' ');
    for (const axis of axesOf.get(versionId) ?? []) {
      const years = asked.get(rowKey(axis)) ?? new Map<SchoolYear, Worded>();
      asked.set(rowKey(axis), years);
      const known = years.get(year);
      if (!known || known.versionNumber < axis.versionNumber) years.set(year, axis);
    }
  }
  return asked;
}

function rewordedYears(asked: ReadonlyMap<SchoolYear, Worded>): SchoolYear[] {
  const inOrder = [...asked].sort(([a], [b]) => a.localeCompare(b));
  return inOrder.flatMap(([year, axis], index) => {
    const before = inOrder[index - 1]?.[1];
    return before && !isSameWording(before, axis) ? [year] : [];
  });
}

/** From the first to the last, without a hole: a year of team talks is a gap in the line, not a shorter way. */
function yearsBetween(some: readonly SchoolYear[]): SchoolYear[] {
  const [first] = [...some].sort();
  const last = [...some].sort().at(-1);
  if (!first || !last) return [];
  const years = [first];
  for (let year = first; year < last; ) {
    year = shiftSchoolYear(year, 1);
    years.push(year);
  }
  return years;
}
