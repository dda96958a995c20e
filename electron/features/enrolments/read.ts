import type { enrolments as contract } from '@shared/contract/enrolments';
import { breaksRule, conflictText } from '@shared/domain/conflict-words';
import { periodOf } from '@shared/domain/course-conflicts';
import { addDays, daysBetween, localDate } from '@shared/domain/dates';
import { grossOre, netOre } from '@shared/domain/enrolment-costs';
import { isOpenState } from '@shared/domain/enrolment-moves';
import { deservesTransfer } from '@shared/domain/transfer';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { openModules } from '../../data/queries/course-chains';
import {
  conflictsOf,
  type Enrolment,
  enrolmentRows,
  stateDays,
  stepsOf,
  theEnrolment,
} from '../../data/queries/enrolments';
import { leaderStandings } from '../../data/queries/leader-training';
import { theTalk } from '../../data/queries/the-talk';
import { transferRows } from '../../data/queries/transfer';
import { chainSteps, teamModules } from '../../data/schema/course-chains';
import { teams } from '../../data/schema/employees';
import { budgets, enrolmentOutcomes, enrolments, transferSteps } from '../../data/schema/enrolments';
import { attachments, ledgerEntries } from '../../data/schema/leader-training';
import { courseRuns, programmeItems } from '../../data/schema/programme';
import { priorities } from '../../data/schema/school';
import { agreements, talks } from '../../data/schema/talks';
import type { Handlers } from '../context';
import { spidersAround } from './spiders';

/** One enrolment with everything around it, and what a talk takes up of them. */
export const readHandlers: Pick<Handlers<typeof contract>, 'get' | 'forTalk'> = {
  get(context, { id }) {
    const { db } = context;
    const today = localDate(context.now());
    const one = theEnrolment(db, id);
    const item =
      one.itemId === null
        ? undefined
        : db.select().from(programmeItems).where(eq(programmeItems.id, one.itemId)).get();
    const steps = stepsOf(db, id);
    const transfer = transferRows(db, eq(transferSteps.enrolmentId, id));
    const [standing] = leaderStandings(db, today, [one.employeeId]);
    const { createdAt: _, certificateId, grantedOre, ...facts } = one;
    return {
      ...facts,
      grossOre: grossOre(one),
      fundOre: grossOre(one) - netOre(one, grantedOre),
      netOre: netOre(one, grantedOre),
      days: [...one.days],
      ...around(db, one),
      conflicts: (conflictsOf(db, enrolmentRows(db)).get(id) ?? []).map((conflict) => ({
        kind: conflict.kind,
        breaksRule: breaksRule(conflict),
        text: conflictText(conflict),
        withId: conflict.kind === 'sameDay' ? conflict.withId : null,
      })),
      steps: steps.map(({ enrolmentId: __, ...step }) => step),
      certificate:
        certificateId === null
          ? null
          : (db
              .select({ name: attachments.name, size: attachments.size })
              .from(attachments)
              .where(eq(attachments.id, certificateId))
              .get() ?? null),
      outcomes: outcomesOf(db, id),
      offers: {
        subject: item?.subject ?? '',
        basis: item?.qualification === 'assessment' ? 'assessed' : 'formal',
        ects: item?.ects ?? null,
        takesEcts: standing?.requirement != null,
        modules:
          one.state === 'completed'
            ? openModules(db, { ...one, day: stateDays(db, [id]).get(id) ?? today })
            : [],
      },
      transfer,
      suggestsTransfer:
        transfer.length === 0 &&
        one.state !== 'cancelled' &&
        deservesTransfer({
          days: lengthOf(one, item?.days ?? null),
          isFormal: item?.kind === 'formalTraining' || item?.qualification === 'formal',
        }),
      spiders: one.state === 'completed' ? spidersOf(db, one, steps.at(-1)?.onDate ?? null) : null,
    };
  },

  forTalk({ db }, { talkId }) {
    const talk = theTalk(db, talkId);
    const { employeeId, teamId, heldOn } = talk;
    const since =
      db
        .select({ heldOn: talks.heldOn })
        .from(talks)
        .where(
          and(
            employeeId !== null ? eq(talks.employeeId, employeeId) : eq(talks.teamId, teamId ?? ''),
            isNull(talks.removedAt),
            isNotNull(talks.closedAt),
            lt(talks.heldOn, heldOn),
          ),
        )
        .orderBy(desc(talks.heldOn))
        .limit(1)
        .get()?.heldOn ?? null;
    const shared = teamId === null ? [] : sharedAt(db, teamId, since);
    const rows = enrolmentRows(
      db,
      employeeId !== null
        ? eq(enrolments.employeeId, employeeId)
        : inArray(
            enrolments.id,
            shared.map(({ enrolmentId }) => enrolmentId),
          ),
    );
    const days = stateDays(
      db,
      rows.map(({ id }) => id),
    );
    const isNew = ({ id, state, endsOn }: Enrolment) =>
      state !== 'wished' &&
      (isOpenState(state) || since === null || (endsOn ?? '') >= since || (days.get(id) ?? '') >= since);
    return {
      since,
      employeeId,
      activities: rows
        .filter((row) => teamId !== null || isNew(row))
        .map((row) => ({
          id: row.id,
          employeeName: row.employeeName,
          title: row.title,
          state: row.state,
          on: row.state === 'completed' || row.state === 'failed' ? (days.get(row.id) ?? null) : row.startsOn,
          outcomes: outcomesOf(db, row.id).filter(({ kind }) => kind !== 'nothing').length,
          steps: transferRows(
            db,
            and(
              eq(transferSteps.enrolmentId, row.id),
              teamId === null ? undefined : eq(transferSteps.teamId, teamId),
            ),
          ),
          spiders:
            teamId === null && row.state === 'completed'
              ? spidersOf(db, row, days.get(row.id) ?? null)
              : null,
        })),
    };
  },
};

/** Names of what an enrolment points at. */
function around(db: Database, { runId, budgetId, priorityId, agreementId }: Enrolment) {
  const run = runId === null ? undefined : db.select().from(courseRuns).where(eq(courseRuns.id, runId)).get();
  const paidBy =
    budgetId === null ? undefined : db.select().from(budgets).where(eq(budgets.id, budgetId)).get();
  const goal =
    priorityId === null ? undefined : db.select().from(priorities).where(eq(priorities.id, priorityId)).get();
  const line =
    agreementId === null
      ? undefined
      : db.select().from(agreements).where(eq(agreements.id, agreementId)).get();
  return {
    place: run?.place ?? '',
    budgetName: paidBy?.name ?? '',
    priorityName: goal?.name ?? '',
    agreement: line?.activity ?? '',
  };
}

function outcomesOf(db: Database, enrolmentId: string) {
  return db
    .select({
      id: enrolmentOutcomes.id,
      kind: enrolmentOutcomes.kind,
      subject: enrolmentOutcomes.subject,
      basis: enrolmentOutcomes.basis,
      ects: ledgerEntries.ects,
      stepId: teamModules.stepId,
      teamId: teamModules.teamId,
      title: chainSteps.title,
      teamName: teams.name,
    })
    .from(enrolmentOutcomes)
    .leftJoin(ledgerEntries, eq(ledgerEntries.id, enrolmentOutcomes.ledgerEntryId))
    .leftJoin(teamModules, eq(teamModules.id, enrolmentOutcomes.teamModuleId))
    .leftJoin(chainSteps, eq(chainSteps.id, teamModules.stepId))
    .leftJoin(teams, eq(teams.id, teamModules.teamId))
    .where(eq(enrolmentOutcomes.enrolmentId, enrolmentId))
    .orderBy(asc(enrolmentOutcomes.at), asc(enrolmentOutcomes.id))
    .all()
    .map(({ stepId, teamId, title, teamName, subject, ...rest }) => ({
      ...rest,
      subject: rest.kind === 'qualification' ? subject : '',
      module:
        stepId !== null && teamId !== null
          ? { stepId, teamId, title: title ?? '', teamName: teamName ?? '' }
          : null,
    }));
}

/** How many days an activity takes: its holding's own, what the programme says, else its working days. */
function lengthOf(one: Enrolment, programmeDays: number | null): number | null {
  if (one.days.length > 0) return one.days.length;
  if (programmeDays !== null) return programmeDays;
  const whole = periodOf(one);
  if (!whole) return null;
  const all = daysBetween(whole.fromDate, whole.toDate) + 1;
  const weekdays = Array.from({ length: Math.min(all, 14) }, (_, n) =>
    new Date(`${addDays(whole.fromDate, n)}T12:00:00Z`).getUTCDay(),
  );
  return weekdays.filter((day) => day !== 0 && day !== 6).length;
}

function spidersOf(db: Database, one: Enrolment, completedOn: string | null) {
  const whole = periodOf(one);
  const from = whole?.fromDate ?? completedOn;
  const to = whole?.toDate ?? completedOn;
  if (from === null || to === null) return null;
  return spidersAround(db, { employeeId: one.employeeId, itemId: one.itemId, from, to });
}

/** Steps that are to be shared at a team, and what has been since its last talk. */
function sharedAt(db: Database, teamId: string, since: string | null) {
  return transferRows(db, eq(transferSteps.teamId, teamId)).filter(
    ({ doneAt }) => doneAt === null || since === null || localDate(new Date(doneAt)) >= since,
  );
}
