import type { history as contract, HistoryEntry } from '@shared/contract/history';
import { groupBy } from '@shared/domain/group-by';
import { eq } from 'drizzle-orm';
import { revealedLevels, revealedTalks, wordings } from '../data/queries/revealed-levels';
import { theEmployee } from '../data/queries/staff';
import { timelineOf } from '../data/queries/timeline';
import { talks } from '../data/schema/talks';
import type { Handlers } from './context';

/** What has been through the years, of one person. A leaver's history stays readable as long as it is kept. */
export const historyHandlers: Handlers<typeof contract> = {
  timeline({ db }, { employeeId }) {
    const { name, employmentDate, leavingDate } = theEmployee(db, employeeId);
    const entries: HistoryEntry[] = timelineOf(db, { id: employeeId, employmentDate, leavingDate });
    return { employeeName: name, employmentDate, leavingDate, entries };
  },

  ratings({ db }, { employeeId }) {
    const { name } = theEmployee(db, employeeId);
    const hers = eq(talks.employeeId, employeeId);
    const shown = revealedTalks(db, hers);
    const axes = groupBy(
      wordings(
        db,
        shown.map(({ versionId }) => versionId),
      ),
      ({ versionId }) => versionId,
    );
    const levels = groupBy(revealedLevels(db, hers), ({ talkId, role }) => `${talkId} ${role}`);
    return {
      employeeName: name,
      versions: [...axes].flatMap(([id, [first, ...more]]) => {
        if (!first) return [];
        const { spiderName, versionNumber, scaleMax } = first;
        return { id, spiderName, number: versionNumber, scaleMax, axes: [first, ...more] };
      }),
      talks: shown.map(({ id: talkId, kind, heldOn, schoolYear, versionId }) => {
        const of = (role: 'self' | 'leader' | 'agreed') => {
          const said = new Map(
            levels
              .get(`${talkId} ${role}`)
              ?.map(({ competenceId, state, level }) => [competenceId, { state, level }]),
          );
          return axes.get(versionId)?.map(({ competenceId }) => said.get(competenceId) ?? null) ?? [];
        };
        const known = (role: 'self' | 'leader') => of(role).map((level) => level ?? notRated);
        return {
          talkId,
          heldOn,
          schoolYear,
          talkKind: kind,
          versionId,
          self: known('self'),
          leader: known('leader'),
          agreed: of('agreed'),
        };
      }),
    };
  },
};

const notRated = { state: 'notRated' as const, level: null };
