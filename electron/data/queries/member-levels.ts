import { addMonths } from '@shared/domain/dates';
import { groupBy } from '@shared/domain/group-by';
import { type MemberSpread, memberSpread } from '@shared/domain/member-spread';
import { and, gt, inArray, lte } from 'drizzle-orm';
import type { Database } from '../open';
import { talks } from '../schema/talks';
import { leaderOrAgreed, revealedLevels, revealedTalks, type Worded, wordings } from './revealed-levels';
import { membersOn } from './subjects';

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
 * The rated levels of talks with employees whose two views have been shown, oldest first: what the two agreed on, else
 * the leader's. Four statements, however many people and years. For figures of groups alone; it never leaves electron/.
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
  const rows = groupBy(revealedLevels(db, and(leaderOrAgreed, where)), ({ talkId }) => talkId);
  const levels = shown.flatMap(({ id: talkId, employeeId, heldOn, schoolYear }) => {
    const counts = new Map<string, { role: string; level: number | null }>();
    for (const { role, competenceId, level } of rows.get(talkId) ?? []) {
      if (counts.get(competenceId)?.role !== 'agreed') counts.set(competenceId, { role, level });
    }
    return [...counts].flatMap(([competenceId, { level }]): PersonLevel[] => {
      const axis = axisOf.get(competenceId);
      return axis && level !== null ? [{ employeeId, talkId, heldOn, schoolYear, axis, level }] : [];
    });
  });
  return { levels, axes, talks: shown };
}

export type MemberLevels = {
  readonly lineageId: string;
  /** As the newest wording that was rated has it. */
  readonly competenceId: string;
  readonly name: string;
  readonly domain: string;
  readonly target: number;
  readonly scaleMax: number;
  /** One a member, from her newest talk that rated it; in no order. */
  readonly levels: number[];
};

/**
 * The newest level of each member of a team on a day, competence by competence, from talks of the last two years whose
 * two views have been shown. With `versionId` only that version's competences, as it words them. Levels on another
 * scale than the newest wording's are left out: they cannot be put in one order. Never send this out of electron/;
 * `teamSpread` is what may be shown.
 */
export function memberLevels(
  db: Database,
  teamId: string,
  day: string,
  versionId: string | null,
): MemberLevels[] {
  const members = membersOn(db, teamId, day).map(({ id }) => id);
  const recent = and(
    inArray(talks.employeeId, members),
    lte(talks.heldOn, day),
    gt(talks.heldOn, addMonths(day, -monthsALevelSpeaks)),
  );
  const { levels, axes } = personLevels(db, recent);
  const shown = versionId ? wordings(db, [versionId]) : newestWordings(axes);
  const byLineage = groupBy(levels, ({ axis }) => axis.lineageId);
  return shown.map(({ lineageId, competenceId, name, domain, target, scaleMax }) => ({
    lineageId,
    competenceId,
    name,
    domain,
    target,
    scaleMax,
    levels: [...newestPerPerson(byLineage.get(lineageId) ?? [], scaleMax).values()],
  }));
}

export type TeamSpreadRow = Omit<MemberLevels, 'levels'> & { readonly spread: MemberSpread | null };

/** What a team may see of its members' ratings on a day: median, lowest, highest and how many, for five or more. */
export function teamSpread(
  db: Database,
  teamId: string,
  day: string,
  versionId: string | null = null,
): TeamSpreadRow[] {
  return memberLevels(db, teamId, day, versionId).map(({ levels, ...row }) => ({
    ...row,
    spread: memberSpread(levels),
  }));
}

/** Each person's last level on a scale, of levels given oldest first. */
function newestPerPerson(levels: readonly PersonLevel[], scaleMax: number): Map<string, number> {
  return new Map(
    levels
      .filter(({ axis }) => axis.scaleMax === scaleMax)
      .map(({ employeeId, level }) => [employeeId, level]),
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
