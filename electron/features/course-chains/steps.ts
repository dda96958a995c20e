import { randomUUID } from 'node:crypto';
import type { courseChains as contract } from '@shared/contract/course-chains';
import { localDate } from '@shared/domain/dates';
import { refuse, refuseField } from '@shared/domain/text';
import { and, count, eq, max } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { stepRows, theChain, theStep } from '../../data/queries/course-chains';
import { theItem } from '../../data/queries/programme';
import { theTeam } from '../../data/queries/subjects';
import { chainSteps, teamModules } from '../../data/schema/course-chains';
import { enrolmentOutcomes } from '../../data/schema/enrolments';
import type { Handlers } from '../context';

type Own = 'saveStep' | 'moveStep' | 'removeStep' | 'restoreStep' | 'solve' | 'unsolve';

const entry = audited('chainStep');
const moduleEntry = audited('teamModule');

/** The steps of a chain in their order, and the modules that teams have solved. */
export const stepHandlers: Pick<Handlers<typeof contract>, Own> = {
  saveStep(context, { id: given, chainId, ...values }) {
    const id = given ?? randomUUID();
    const { plannedFrom, plannedTo, itemId, kind } = values;
    if (plannedFrom !== null && plannedTo !== null && plannedTo < plannedFrom) {
      refuseField('plannedTo', {
        da: 'Slutdatoen ligger før startdatoen. Ret den ene af dem.',
        en: 'The end date lies before the start date. Change one of them.',
      });
    }
    return context.write(entry('saved', id, Object.keys(values)), (db) => {
      theChain(db, chainId);
      const before = given ? theStep(db, given) : undefined;
      if (before && before.chainId !== chainId) throw otherChain;
      // An item that was chosen and has been taken out of the programme since may stay.
      if (itemId !== null && itemId !== before?.itemId) theItem(db, itemId);
      if (before) {
        if (before.kind === 'module' && kind !== 'module') refuseSolved(db, id);
        db.update(chainSteps).set(values).where(eq(chainSteps.id, id)).run();
        return { id };
      }
      const last = db
        .select({ position: max(chainSteps.position) })
        .from(chainSteps)
        .where(eq(chainSteps.chainId, chainId))
        .get();
      const position = (last?.position ?? -1) + 1;
      db.insert(chainSteps)
        .values({ id, chainId, ...values, position })
        .run();
      return { id };
    });
  },

  moveStep(context, { id, by }) {
    return context.write(entry('moved', id, ['position']), (db) => {
      const { chainId } = theStep(db, id);
      const order = stepRows(db, chainId).map((step) => step.id);
      const at = order.indexOf(id);
      const to = at + by;
      if (to < 0 || to >= order.length) return {};
      order.splice(at, 1);
      order.splice(to, 0, id);
      for (const [position, stepId] of order.entries())
        db.update(chainSteps).set({ position }).where(eq(chainSteps.id, stepId)).run();
      return {};
    });
  },

  removeStep(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theStep(db, id);
      const removedAt = context.now().toISOString();
      db.update(chainSteps).set({ removedAt }).where(eq(chainSteps.id, id)).run();
      return {};
    });
  },

  restoreStep(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      theStep(db, id, { removed: true });
      db.update(chainSteps).set({ removedAt: null }).where(eq(chainSteps.id, id)).run();
      return {};
    });
  },

  solve(context, { stepId, teamId, completedOn, note }) {
    const now = context.now();
    if (completedOn > localDate(now)) {
      refuseField('completedOn', {
        da: 'Dagen ligger i fremtiden. Skriv den dag, teamet løste modulet.',
        en: 'The day lies in the future. Enter the day the team solved the module.',
      });
    }
    return context.write(moduleEntry('solved', stepId, ['teamId', 'completedOn', 'note']), (db) => {
      if (theStep(db, stepId).kind !== 'module') throw noModule;
      const known = db.select().from(teamModules).where(ofTeam(stepId, teamId)).get();
      // What a team has solved can be corrected also when the team is no more.
      if (!known) theTeam(db, teamId);
      if (known) {
        db.update(teamModules).set({ completedOn, note }).where(eq(teamModules.id, known.id)).run();
      } else {
        db.insert(teamModules)
          .values({ id: randomUUID(), stepId, teamId, completedOn, note, createdAt: now.toISOString() })
          .run();
      }
      return {};
    });
  },

  unsolve(context, { stepId, teamId }) {
    return context.write(moduleEntry('unsolved', stepId, ['teamId']), (db) => {
      const known = db.select().from(teamModules).where(ofTeam(stepId, teamId)).get();
      if (!known) {
        throw refuse('not-found', {
          da: 'Modulet er ikke løst af teamet.',
          en: 'The team has not solved the module.',
        });
      }
      // An activity it was written down from says no longer that it gave it.
      db.delete(enrolmentOutcomes).where(eq(enrolmentOutcomes.teamModuleId, known.id)).run();
      db.delete(teamModules).where(eq(teamModules.id, known.id)).run();
      return { completedOn: known.completedOn, note: known.note };
    });
  },
};

const ofTeam = (stepId: string, teamId: string) =>
  and(eq(teamModules.stepId, stepId), eq(teamModules.teamId, teamId));

function refuseSolved(db: Database, stepId: string): void {
  const solved = db.select({ n: count() }).from(teamModules).where(eq(teamModules.stepId, stepId)).get();
  if (!solved || solved.n === 0) return;
  refuseField('kind', {
    da: 'Et team har løst modulet, så det kan ikke blive til noget andet.',
    en: 'A team has solved the module, so it cannot become something else.',
  });
}

const otherChain = refuse('invalid', {
  da: 'Trinnet hører til et andet forløb.',
  en: 'The step belongs to another course chain.',
});
const noModule = refuse('invalid', {
  da: 'Kun et modul kan løses af et team.',
  en: 'Only a module can be solved by a team.',
});
