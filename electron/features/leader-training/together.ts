import { randomUUID } from 'node:crypto';
import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { daysBetween, localDate } from '@shared/domain/dates';
import { type ClockState, clockStates } from '@shared/domain/ects-clock';
import { unplannedPoints } from '@shared/domain/ects-ledger';
import { periodCovers } from '@shared/domain/employment';
import { type ModuleSeeker, sharedModules } from '@shared/domain/shared-modules';
import { refuse } from '@shared/domain/text';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import {
  type Leader,
  leadersWithRequirement,
  ledgerRows,
  requirementRows,
  validity,
} from '../../data/queries/leader-training';
import { theEmployee } from '../../data/queries/staff';
import { ledgerEntries } from '../../data/schema/leader-training';
import type { Handlers } from '../context';
import { isOld } from './requirements';
import { halfPoints } from './rules';
import { standingOf } from './standing';

type Own = 'overview' | 'planTogether' | 'undoTogether';

/** Who must act first: over time, then not begun, begun, fulfilled. */
const urgency: readonly ClockState[] = clockStates.toReversed();
function byUrgency(a: Leader, b: Leader): number {
  const [one, other] = [a.clock, b.clock];
  return (
    urgency.indexOf(one.state) - urgency.indexOf(other.state) || daysBetween(other.deadline, one.deadline)
  );
}

const entry = audited('ledgerEntry');

/** All leaders side by side, and the modules several of them could take together (R002-13). */
export const togetherHandlers: Pick<Handlers<typeof contract>, Own> = {
  overview(context) {
    const { db } = context;
    const date = localDate(context.now());
    const inForce = requirementRows(db).filter((one) => periodCovers(validity(one), date));
    const leaders = leadersWithRequirement(db, date);
    const suggestions = sharedModules(leaders.map(asSeeker), date);
    return {
      date,
      requirements: inForce.length,
      unchecked: inForce.filter((one) => isOld(one, date)).length,
      leaders: leaders
        .toSorted(byUrgency)
        .map((leader) => ({ ...standingOf(leader), requirement: leader.requirement, clock: leader.clock })),
      suggestions: suggestions.map((one) => ({ ...one, leaders: [...one.leaders] })),
      waiting: leaders
        .filter(({ meritIsOpen, sums }) => meritIsOpen && sums.missing > 0)
        .map(({ name }) => name),
    };
  },

  planTogether(context, { employeeIds, ...module }) {
    halfPoints(module.ects);
    const ids = [...new Set(employeeIds)];
    const entryIds = ids.map(() => randomUUID());
    const fields = ['employeeId', 'kind', ...Object.keys(module)];
    return context.write(entry('planned-together', entryIds[0] ?? '', fields), (db) => {
      const createdAt = context.now().toISOString();
      const title = module.title.toLowerCase();
      for (const [index, employeeId] of ids.entries()) {
        const { name } = theEmployee(db, employeeId);
        const own = ledgerRows(db, eq(ledgerEntries.employeeId, employeeId));
        if (own.some((one) => one.title.toLowerCase() === title)) {
          throw refuse('conflict', {
            da: `${name} har allerede »${module.title}« i sit regnskab.`,
            en: `${name} already has “${module.title}” in the ledger.`,
          });
        }
        const row = { id: entryIds[index] ?? '', employeeId, kind: 'planned' as const, ...module, createdAt };
        db.insert(ledgerEntries).values(row).run();
      }
      return { entryIds };
    });
  },

  undoTogether(context, { entryIds }) {
    return context.write(entry('planned-together-undone', entryIds[0] ?? ''), (db) => {
      if (entryIds.length > 0) {
        db.update(ledgerEntries)
          .set({ removedAt: context.now().toISOString() })
          .where(
            and(
              inArray(ledgerEntries.id, entryIds),
              eq(ledgerEntries.kind, 'planned'),
              isNull(ledgerEntries.removedAt),
            ),
          )
          .run();
      }
      return {};
    });
  },
};

function asSeeker({
  employeeId,
  name,
  sums,
  clock,
  requirement,
  entries,
  meritIsOpen,
}: Leader): ModuleSeeker {
  const isBegun = clock.state === 'begun' || clock.state === 'fulfilled';
  return {
    employeeId,
    name,
    missing: unplannedPoints(sums),
    beginBy: isBegun ? null : clock.deadline,
    requirementName: requirement.name,
    parts: requirement.parts,
    titles: entries.map(({ title }) => title),
    planned: entries.filter(({ kind }) => kind === 'planned'),
    waits: meritIsOpen,
  };
}
