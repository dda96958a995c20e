import type { OutputOf } from '@shared/contract';
import { danishOrder } from '@shared/domain/danish-order';
import { planStatus } from '@shared/domain/plan-status';
import { and, asc, count, eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { planLineCount, planOf } from '../../data/queries/plans';
import { earlierPromises } from '../../data/queries/promises';
import { ratingStates } from '../../data/queries/rating-states';
import { newestVersion, spiderName, teamIdsOn, teamsOn, theEmployee } from '../../data/queries/staff';
import { type Subject, subjectName } from '../../data/queries/subjects';
import { areasOf, formFor } from '../../data/queries/talk-forms';
import { agreementCount, formName, previousTalkOn } from '../../data/queries/talks';
import type { TalkRow } from '../../data/queries/the-talk';
import { employees, teams } from '../../data/schema/employees';
import { ownTalkWishes } from '../../data/schema/season';
import { ratings, talkNotes, talkParticipants } from '../../data/schema/talks';

/** One talk as its page shows it. */
export function readTalk(db: Database, talk: TalkRow): OutputOf<'talks', 'get'> {
  const { id } = talk;
  const employee = talk.employeeId ? theEmployee(db, talk.employeeId) : null;
  const spider = talk.templateVersionId ? spiderName(db, talk.templateVersionId) : undefined;
  const states = ratingStates(db, [talk]).get(id) ?? { wanted: false, self: 'none', leader: 'none' };
  const newest = newestVersion(db, spiderTemplateOf(db, talk));
  const plan = talk.employeeId
    ? planOf(db, { employeeId: talk.employeeId, schoolYear: talk.schoolYear })
    : undefined;
  const earlier = earlierPromises(db, talk);
  const notes = notesOf(db, id);
  const { removedAt: _removed, ...facts } = talk;
  return {
    ...facts,
    withName: subjectName(db, talk),
    role: employee ? employee.title || employee.categoryName : '',
    teams: employee ? teamsOn(db, employee.id, talk.heldOn) : [],
    employmentDate: employee?.employmentDate ?? null,
    participants: participantsOf(db, talk),
    areas: areasOf(db, talk),
    formName: formName(db, talk.formVersionId),
    canTakeNewerForm:
      !talk.closedAt && notes.length === 0 && (ownForm(db, talk)?.versionId ?? null) !== talk.formVersionId,
    spiderName: spider ?? '',
    canTakeNewerSpider:
      !talk.closedAt &&
      newest !== undefined &&
      newest.id !== talk.templateVersionId &&
      !isRated(db, id) &&
      states.self === 'none',
    notes,
    ratings: states,
    earlier: earlier.length,
    unmarked: earlier.filter((promise) => promise.state === 'open').length,
    agreements: agreementCount(db, id),
    planId: plan?.id ?? null,
    planStatus: planStatus(plan),
    planLines: plan ? planLineCount(db, plan.id) : 0,
    previousTalkOn: previousTalkOn(db, talk),
  };
}

export const notesOf = (db: Database, talkId: string) =>
  db
    .select({ area: talkNotes.area, text: talkNotes.text, updatedAt: talkNotes.updatedAt })
    .from(talkNotes)
    .where(eq(talkNotes.talkId, talkId))
    .orderBy(asc(talkNotes.area))
    .all();

/** Whether anybody has begun to rate openly; a sealed self-rating shows in `ratingStates`. */
export const isRated = (db: Database, talkId: string) =>
  (db.select({ n: count() }).from(ratings).where(eq(ratings.talkId, talkId)).get()?.n ?? 0) > 0;

/** The spider the talk's employee or team is rated on now; a team that was removed keeps its talks readable. */
export function spiderTemplateOf(db: Database, { employeeId, teamId }: Subject): string | null {
  if (employeeId) return theEmployee(db, employeeId).spiderTemplateId;
  const team = db
    .select({ spiderTemplateId: teams.spiderTemplateId })
    .from(teams)
    .where(eq(teams.id, teamId ?? ''))
    .get();
  return team?.spiderTemplateId ?? null;
}

/** The school's own form for the talk as it is now; null where the built-in one is used. */
export function ownForm(db: Database, { kind, employeeId, teamId, heldOn }: TalkRow) {
  return formFor(db, kind, employeeId ? teamIdsOn(db, employeeId, heldOn) : [teamId ?? '']);
}

/** Who takes part in a talk with a team, in Danish order, and who has asked for a talk of her own (DOMAIN 0.11). */
function participantsOf(db: Database, { id, schoolYear }: TalkRow) {
  return db
    .select({ id: employees.id, name: employees.name, wishedOn: ownTalkWishes.wishedOn })
    .from(talkParticipants)
    .innerJoin(employees, eq(employees.id, talkParticipants.employeeId))
    .leftJoin(
      ownTalkWishes,
      and(eq(ownTalkWishes.employeeId, employees.id), eq(ownTalkWishes.schoolYear, schoolYear)),
    )
    .where(eq(talkParticipants.talkId, id))
    .all()
    .map(({ wishedOn, ...person }) => ({ ...person, wantsOwnTalk: wishedOn !== null }))
    .sort((a, b) => danishOrder.compare(a.name, b.name));
}
