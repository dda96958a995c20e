import type {
  DisagreementCardsPrint,
  MinutesPrint,
  PrintedSpider,
  SpiderSheetPrint,
  TrainingPlanPrint,
} from '@shared/contract/print';
import { danishOrder } from '@shared/domain/danish-order';
import { disagreementCards } from '@shared/domain/disagreement-cards';
import { refuse } from '@shared/domain/text';
import { and, asc, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { schoolLeaderId } from '../../data/queries/leaders';
import { notesForTalk } from '../../data/queries/notes';
import { thePlan } from '../../data/queries/plans';
import { readContent } from '../../data/queries/spiders';
import { teamsOn } from '../../data/queries/staff';
import { about, subjectName } from '../../data/queries/subjects';
import { areasOf } from '../../data/queries/talk-forms';
import { type TalkRow, theTalk } from '../../data/queries/the-talk';
import { employees, staffCategories, tasks } from '../../data/schema/employees';
import { priorities, schools } from '../../data/schema/school';
import { spiderTemplates, templateVersions } from '../../data/schema/spiders';
import {
  agreements,
  planLines,
  ratingLevels,
  ratings,
  talkNotes,
  talkParticipants,
  talks,
} from '../../data/schema/talks';

const gone = (da: string, en: string) => refuse('not-found', { da, en });

/** Everything a training plan prints, as it stands now. Throws `not-found`. */
export function trainingPlanContent(db: Database, planId: string): TrainingPlanPrint {
  const plan = thePlan(db, planId);
  const talk = plan.talkId ? db.select().from(talks).where(eq(talks.id, plan.talkId)).get() : undefined;
  const school = theSchool(db);
  const lines = db
    .select()
    .from(planLines)
    .innerJoin(agreements, eq(agreements.id, planLines.agreementId))
    .innerJoin(tasks, eq(tasks.id, planLines.taskId))
    .leftJoin(priorities, eq(priorities.id, planLines.priorityId))
    .where(and(eq(planLines.planId, planId), isNull(agreements.removedAt)))
    .orderBy(asc(planLines.position))
    .all();
  return {
    ...head(db, plan.employeeId, talk?.heldOn ?? plan.updatedAt.slice(0, 10), talk),
    schoolYear: plan.schoolYear,
    talkOn: talk?.heldOn ?? null,
    legalBasis: school.legalBasis,
    legalBasisSource: school.legalBasisSource,
    teachingGoals: plan.teachingGoals,
    spider: talk ? spiderOf(db, talk.id, talk.templateVersionId) : null,
    lines: lines.map((row) => ({
      ...agreementContent(row.agreements),
      cell: row.plan_lines.cell,
      priority: row.priorities?.name ?? '',
      task: row.tasks.name,
      taskKind: row.tasks.kind,
    })),
  };
}

/** Everything the minutes of a talk print. Throws `not-found`. */
export function minutesContent(db: Database, talkId: string): MinutesPrint {
  const talk = theTalk(db, talkId);
  const texts = new Map(
    db
      .select({ area: talkNotes.area, text: talkNotes.text })
      .from(talkNotes)
      .where(eq(talkNotes.talkId, talkId))
      .all()
      .map(({ area, text }) => [area, text]),
  );
  const ofSubject = and(about(agreements, talk), isNull(agreements.removedAt));
  const all = db.select().from(agreements).where(ofSubject).orderBy(asc(agreements.dueOn)).all();
  const team = talk.teamId ? teamPart(db, talk) : {};
  return {
    ...headOf(db, talk),
    kind: talk.kind,
    ...team,
    others: talk.others,
    heldOn: talk.heldOn,
    startsAt: talk.startsAt,
    place: talk.place,
    purpose: talk.purpose,
    agenda: talk.agenda,
    notForDiscussion: talk.notForDiscussion,
    areas: areasOf(db, talk).map(({ number, title, part }) => ({
      number,
      title,
      part,
      text: texts.get(number) ?? '',
    })),
    notes: notesForTalk(db, talk).map(({ writtenOn, text }) => ({ writtenOn, text })),
    followUp: all
      .filter((row) => row.markedInTalkId === talkId)
      .map((row) => ({ ...agreementContent(row), state: row.state, reason: row.stateReason })),
    agreements: all.filter((row) => row.talkId === talkId).map(agreementContent),
    emptyPlanReason: talk.emptyPlanReason,
  };
}

/** What only minutes of a talk with a team say: who took part, and what the team said of itself in common. */
function teamPart(db: Database, talk: TalkRow) {
  const participants = db
    .select({ name: employees.name })
    .from(talkParticipants)
    .innerJoin(employees, eq(employees.id, talkParticipants.employeeId))
    .where(eq(talkParticipants.talkId, talk.id))
    .all()
    .map(({ name }) => name)
    .sort(danishOrder.compare);
  const levels = lockedLevels(db, talk.id, 'team');
  if (levels.length === 0 || !talk.templateVersionId) return { participants };
  const { axes } = readContent(db, talk.templateVersionId);
  const along = alongAxes(axes, levels);
  const teamLevels = axes.map(({ name, domain, target }, index) => ({
    name,
    domain,
    target,
    level: along[index] ?? { state: 'notRated' as const },
  }));
  return { participants, teamLevels };
}

/** The spider of a talk with gap table and comments. Refused until both ratings are locked and shown. */
export function spiderSheetContent(db: Database, talkId: string): SpiderSheetPrint {
  const talk = theTalk(db, talkId);
  const spider = spiderOf(db, talk.id, talk.templateVersionId);
  if (!spider) {
    throw refuse('conflict', {
      da: 'Spindet kan udskrives, når begge vurderinger er låst og vist.',
      en: 'The spider can be printed once both ratings are locked and shown.',
    });
  }
  const comment = (role: 'self' | 'leader' | 'agreed') => {
    const rows = lockedLevels(db, talkId, role);
    return (competenceId: string) => rows.find((row) => row.competenceId === competenceId)?.comment ?? '';
  };
  const [self, leader, agreed] = [comment('self'), comment('leader'), comment('agreed')];
  return {
    ...headOf(db, talk),
    heldOn: talk.heldOn,
    spider,
    comments: spider.axes
      .map(({ competenceId, name }) => ({
        competence: name,
        self: self(competenceId),
        leader: leader(competenceId),
        agreed: agreed(competenceId),
      }))
      .filter((row) => row.self || row.leader || row.agreed),
  };
}

/** Disagreement cards of a talk. Refused until both ratings are shown, and when there is nothing to disagree on. */
export function disagreementCardsContent(db: Database, talkId: string): DisagreementCardsPrint {
  const { spider, comments: _comments, ...rest } = spiderSheetContent(db, talkId);
  const { templateVersionId } = theTalk(db, talkId);
  const { axes } = readContent(db, templateVersionId ?? '');
  const cards = disagreementCards(axes, spider.self ?? [], spider.leader ?? []);
  if (cards.length === 0) {
    throw refuse('conflict', {
      da: 'I er højst ét niveau fra hinanden, så der er ingen uenighedskort.',
      en: 'You are at most one level apart, so there are no disagreement cards.',
    });
  }
  return { ...rest, cards };
}

function theSchool(db: Database) {
  const school = db.select().from(schools).get();
  if (!school) throw gone('Skolens oplysninger mangler.', 'The school’s details are missing.');
  return school;
}

/** The head of a document about a talk; for a team its name stands where an employee's would. */
function headOf(db: Database, talk: TalkRow) {
  if (talk.employeeId) return head(db, talk.employeeId, talk.heldOn, talk);
  const nobodysRole = { employeeRole: '', employeeTeam: '' };
  return { ...schoolHead(db, talk), employeeName: subjectName(db, talk), ...nobodysRole };
}

type TalkLeader = { leaderName: string; leaderId: string | null };

function head(db: Database, employeeId: string, on: string, talk?: TalkLeader) {
  const found = db
    .select()
    .from(employees)
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(eq(employees.id, employeeId))
    .get();
  if (!found) throw gone('Medarbejderen findes ikke længere.', 'The employee no longer exists.');
  return {
    ...schoolHead(db, talk),
    employeeName: found.employees.name,
    employeeRole: found.employees.title || found.staff_categories.name,
    employeeTeam: teamsOn(db, employeeId, on).join(', '),
  };
}

/** What stands on every document: the school, and the leader of the talk with her own title. */
function schoolHead(db: Database, talk?: TalkLeader) {
  const { name, municipality, leaderName, leaderTitle, retentionYears } = theSchool(db);
  const other = talk?.leaderId && talk.leaderId !== schoolLeaderId(db) ? titleOf(db, talk.leaderId) : null;
  return {
    schoolName: name,
    municipality,
    leaderName: talk?.leaderName ?? leaderName,
    leaderTitle: other ?? leaderTitle,
    retentionYears,
  };
}

function titleOf(db: Database, employeeId: string): string | null {
  const found = db
    .select({ title: employees.title, categoryName: staffCategories.name })
    .from(employees)
    .innerJoin(staffCategories, eq(staffCategories.id, employees.categoryId))
    .where(eq(employees.id, employeeId))
    .get();
  return found ? found.title || found.categoryName : null;
}

function agreementContent(row: typeof agreements.$inferSelect) {
  const { competence, activity, who, dueOn, giver, receiver, origin } = row;
  return { competence, activity, who, dueOn, giver, receiver, origin };
}

/** The spider of a talk, only once self and leader are both locked and shown (DOMAIN 4.4); else null. */
function spiderOf(db: Database, talkId: string, versionId: string | null): PrintedSpider | null {
  if (!versionId) return null;
  const self = lockedLevels(db, talkId, 'self');
  const leader = lockedLevels(db, talkId, 'leader');
  if (self.length === 0 || leader.length === 0) return null;
  const agreed = lockedLevels(db, talkId, 'agreed');
  const version = db
    .select()
    .from(templateVersions)
    .innerJoin(spiderTemplates, eq(spiderTemplates.id, templateVersions.templateId))
    .where(eq(templateVersions.id, versionId))
    .get();
  if (!version) return null;
  const { axes } = readContent(db, versionId);
  return {
    templateName: version.spider_templates.name,
    templateVersion: version.template_versions.number,
    scaleMax: version.template_versions.scaleMax,
    // Named one by one: what stands here is hashed, and must not grow with the query.
    axes: axes.map(({ competenceId, name, domain, target }) => ({ competenceId, name, domain, target })),
    self: alongAxes(axes, self),
    leader: alongAxes(axes, leader),
    agreed: agreed.length > 0 ? alongAxes(axes, agreed) : null,
  };
}

/** A rater's levels in the order of the axes. */
function alongAxes(
  axes: readonly { competenceId: string }[],
  levels: ReturnType<typeof lockedLevels>,
): NonNullable<PrintedSpider['self']> {
  return axes.map(({ competenceId }) => {
    const row = levels.find((level) => level.competenceId === competenceId);
    if (row?.state === 'notRelevant') return { state: 'notRelevant' };
    return row?.state === 'rated' && row.level !== null
      ? { state: 'rated', level: row.level }
      : { state: 'notRated' };
  });
}

function lockedLevels(db: Database, talkId: string, role: 'self' | 'leader' | 'agreed' | 'team') {
  // What is written down together is shown at once; the two separate views only when locked.
  const readable = role === 'agreed' || role === 'team' ? undefined : ne(ratings.lockedAt, '');
  return db
    .select({
      competenceId: ratingLevels.competenceId,
      state: ratingLevels.state,
      level: ratingLevels.level,
      comment: ratingLevels.comment,
    })
    .from(ratingLevels)
    .innerJoin(ratings, eq(ratings.id, ratingLevels.ratingId))
    .where(and(eq(ratings.talkId, talkId), eq(ratings.role, role), readable))
    .orderBy(desc(ratings.updatedAt))
    .all();
}
