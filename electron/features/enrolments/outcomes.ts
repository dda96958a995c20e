import { randomUUID } from 'node:crypto';
import type { enrolments as contract } from '@shared/contract/enrolments';
import { localDate } from '@shared/domain/dates';
import { refuse, refuseField } from '@shared/domain/text';
import { and, eq } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { openModules } from '../../data/queries/course-chains';
import { type Enrolment, stateDays, theEnrolment } from '../../data/queries/enrolments';
import { leaderStandings } from '../../data/queries/leader-training';
import { teamModules } from '../../data/schema/course-chains';
import { teachingQualifications } from '../../data/schema/employees';
import { enrolmentOutcomes } from '../../data/schema/enrolments';
import { ledgerEntries } from '../../data/schema/leader-training';
import type { Handlers } from '../context';

const entry = audited('enrolmentOutcome');

/** What a person decides that a completed activity adds. Nothing is added by itself, and all of it can be taken back. */
export const outcomeHandlers: Pick<Handlers<typeof contract>, 'addOutcome' | 'removeOutcome'> = {
  addOutcome(context, { id, outcome }) {
    const outcomeId = randomUUID();
    const at = context.now().toISOString();
    return context.write(entry('added', outcomeId, [outcome.kind]), (db) => {
      const enrolment = theEnrolment(db, id);
      if (enrolment.state !== 'completed') throw notCompleted;
      const row = { id: outcomeId, enrolmentId: id, kind: outcome.kind, subject: '', basis: null, at };
      const own = eq(enrolmentOutcomes.enrolmentId, id);
      if (outcome.kind === 'nothing') {
        if (db.select().from(enrolmentOutcomes).where(own).all().length > 0) throw alreadyAnswered;
        db.insert(enrolmentOutcomes)
          .values({ ...row, ledgerEntryId: null })
          .run();
        return { outcomeId };
      }
      db.delete(enrolmentOutcomes)
        .where(and(own, eq(enrolmentOutcomes.kind, 'nothing')))
        .run();
      if (outcome.kind === 'teamModule') {
        const teamModuleId = solveModule(db, enrolment, outcome, { at, today: localDate(context.now()) });
        db.insert(enrolmentOutcomes)
          .values({ ...row, subject: teamModuleId, teamModuleId })
          .run();
        return { outcomeId };
      }
      if (outcome.kind === 'qualification') {
        const { subject, basis } = outcome;
        addQualification(db, enrolment.employeeId, subject, basis);
        db.insert(enrolmentOutcomes)
          .values({ ...row, subject, basis, ledgerEntryId: null })
          .run();
        return { outcomeId };
      }
      const ledgerEntryId = addPoints(db, enrolment, outcome.ects, {
        at,
        today: localDate(context.now()),
      });
      db.insert(enrolmentOutcomes)
        .values({ ...row, ledgerEntryId })
        .run();
      return { outcomeId };
    });
  },

  removeOutcome(context, { outcomeId }) {
    return context.write(entry('removed', outcomeId), (db) => {
      const found = db.select().from(enrolmentOutcomes).where(eq(enrolmentOutcomes.id, outcomeId)).get();
      if (!found) throw gone;
      const { employeeId } = theEnrolment(db, found.enrolmentId);
      if (found.kind === 'qualification' && found.basis) {
        db.delete(teachingQualifications)
          .where(
            and(
              eq(teachingQualifications.employeeId, employeeId),
              eq(teachingQualifications.subject, found.subject),
              eq(teachingQualifications.basis, found.basis),
            ),
          )
          .run();
      }
      db.delete(enrolmentOutcomes).where(eq(enrolmentOutcomes.id, outcomeId)).run();
      if (found.teamModuleId !== null)
        db.delete(teamModules).where(eq(teamModules.id, found.teamModuleId)).run();
      if (found.ledgerEntryId !== null) {
        db.update(ledgerEntries)
          .set({ removedAt: context.now().toISOString() })
          .where(eq(ledgerEntries.id, found.ledgerEntryId))
          .run();
      }
      return {};
    });
  },
};

/** The module her team solved by it, on the day it was completed (R004-06); answers its id. */
function solveModule(
  db: Database,
  { id, employeeId, itemId }: Enrolment,
  { stepId, teamId }: { stepId: string; teamId: string },
  { at, today }: { at: string; today: string },
): string {
  const completedOn = stateDays(db, [id]).get(id) ?? today;
  const open = openModules(db, { itemId, employeeId, day: completedOn });
  if (!open.some((one) => one.stepId === stepId && one.teamId === teamId)) throw noModule;
  const moduleId = randomUUID();
  db.insert(teamModules).values({ id: moduleId, stepId, teamId, completedOn, note: '', createdAt: at }).run();
  return moduleId;
}

function addQualification(
  db: Database,
  employeeId: string,
  subject: string,
  basis: 'formal' | 'assessed',
): void {
  const { changes } = db
    .insert(teachingQualifications)
    .values({ employeeId, subject, basis })
    .onConflictDoNothing()
    .run();
  if (changes > 0) return;
  refuseField('subject', {
    da: 'Faget står allerede på medarbejderen.',
    en: 'The subject already stands on the employee.',
  });
}

/** A passed module in the ledger of somebody whose post has a requirement; answers its id. */
function addPoints(
  db: Database,
  { id, employeeId, title, provider, startsOn }: Enrolment,
  ects: number,
  { at, today }: { at: string; today: string },
): string {
  if (!(ects > 0 && Number.isInteger(ects * 2))) {
    refuseField('ects', {
      da: 'Skriv pointene som hele eller halve, for eksempel 5 eller 2,5.',
      en: 'Give whole or half points, for instance 5 or 2.5.',
    });
  }
  const [standing] = leaderStandings(db, today, [employeeId]);
  if (!standing?.requirement) {
    throw refuse('conflict', {
      da: 'Stillingen har intet krav om point, så der er intet regnskab at skrive dem i.',
      en: 'The post has no requirement of points, so there is no ledger to write them in.',
    });
  }
  const known = db
    .select()
    .from(enrolmentOutcomes)
    .where(and(eq(enrolmentOutcomes.enrolmentId, id), eq(enrolmentOutcomes.kind, 'ects')))
    .get();
  if (known) throw alreadyAnswered;
  const completedOn = stateDays(db, [id]).get(id) ?? today;
  const entryId = randomUUID();
  db.insert(ledgerEntries)
    .values({
      ...{ id: entryId, employeeId, kind: 'passed', title, provider, ects, completedOn, createdAt: at },
      startedOn: startsOn !== null && startsOn <= completedOn ? startsOn : null,
    })
    .run();
  return entryId;
}

const notCompleted = refuse('conflict', {
  da: 'Aktiviteten er ikke gennemført endnu, så den kan ikke give noget.',
  en: 'The activity is not completed yet, so it cannot add anything.',
});
const noModule = refuse('conflict', {
  da: 'Modulet er løst af teamet, eller hun var ikke medlem af det den dag.',
  en: 'The team has solved the module, or she was not a member of it that day.',
});
const alreadyAnswered = refuse('conflict', {
  da: 'Det er allerede besvaret. Tag det gamle svar tilbage først.',
  en: 'That has been answered. Take the old answer back first.',
});
const gone = refuse('not-found', {
  da: 'Det findes ikke længere på tilmeldingen.',
  en: 'It is no longer on the enrolment.',
});
