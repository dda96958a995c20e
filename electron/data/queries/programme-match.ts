import type { InputOf, OutputOf } from '@shared/contract';
import { danishOrder } from '@shared/domain/danish-order';
import { competenceGap } from '@shared/domain/gap';
import { compareMatches } from '@shared/domain/programme-match';
import { schoolYearRange } from '@shared/domain/school-year';
import { refuse } from '@shared/domain/text';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../open';
import { tasks } from '../schema/employees';
import { programmeRequests } from '../schema/programme';
import { agreements, talks } from '../schema/talks';
import { leadersOn } from './leaders';
import { personLevels } from './member-levels';
import { planOf } from './plans';
import { lineagesByItem, namedCompetences, nextRuns, requests, standingItems, theItem } from './programme';
import { earlierPromises } from './promises';
import { theEmployee } from './staff';
import { theTalk } from './the-talk';
import { makeAgreement, removeAgreement } from './write-agreement';

type ForEmployee = OutputOf<'programme', 'forEmployee'>;

/**
 * From gap to action (R002-22): the gaps of an employee's latest talk whose two views have been shown, or of this talk
 * when they have been in it, each with the items of the programme that lift the competence.
 */
export function actionsFor(
  db: Database,
  { employeeId, talkId, schoolYear }: InputOf<'programme', 'forEmployee'>,
  today: string,
): ForEmployee {
  theEmployee(db, employeeId);
  const { gaps, ratedOn } = gapsOf(db, employeeId, talkId);
  const items = standingItems(db);
  const lineages = lineagesByItem(db);
  const runs = nextRuns(db, today);
  const asked = askedItems(db, employeeId, schoolYear);
  const isLeader = leadersOn(db, today).some(({ id }) => id === employeeId);
  return {
    ratedOn,
    gaps: gaps.map((gap) => ({
      ...gap,
      matches: items
        .filter(({ id }) => lineages.get(id)?.includes(gap.lineageId))
        .map(({ id, title, provider, kind, level, feeOre, isOffered }) => ({
          itemId: id,
          title,
          provider,
          kind,
          level,
          feeOre,
          isOffered,
          nextRun: runs.get(id) ?? null,
          fitsLevel: level === 'individual' || (level === 'leadership' && isLeader),
          askedBy: asked.get(id) ?? null,
        }))
        .sort(compareMatches),
    })),
    tasks: db
      .select({ kind: tasks.kind, name: tasks.name })
      .from(tasks)
      .where(and(eq(tasks.employeeId, employeeId), eq(tasks.schoolYear, schoolYear)))
      .all()
      .sort((a, b) => danishOrder.compare(a.name, b.name)),
    fixedBy: fixedBy(db, { employeeId, talkId, schoolYear }),
  };
}

/** What stands between what the school wants and where she is, biggest first (U12). */
function gapsOf(
  db: Database,
  employeeId: string,
  talkId: string | null,
): Pick<ForEmployee, 'ratedOn'> & { gaps: Omit<ForEmployee['gaps'][number], 'matches'>[] } {
  const shown = personLevels(db, eq(talks.employeeId, employeeId));
  const talk = shown.talks.find(({ id }) => id === talkId) ?? shown.talks.at(-1);
  if (!talk) return { ratedOn: null, gaps: [] };
  const names = namedCompetences(db);
  const gaps = shown.levels
    .filter((one) => one.talkId === talk.id)
    .flatMap(({ axis: { lineageId, name, domain, target }, level }) => {
      const gap = competenceGap(target, { state: 'rated', level });
      if (gap === null || gap <= 0) return [];
      return [{ lineageId, name: names.get(lineageId)?.name ?? name, domain, target, level, gap }];
    })
    .sort((a, b) => b.gap - a.gap);
  return { ratedOn: talk.heldOn, gaps };
}

/** Her agreements of the year that ask for an item, by item. */
const askedItems = (db: Database, employeeId: string, schoolYear: string) =>
  new Map(
    requests(db, schoolYear, eq(agreements.employeeId, employeeId)).map(({ itemId, agreementId }) => [
      itemId,
      agreementId,
    ]),
  );

function fixedBy(
  db: Database,
  { employeeId, talkId, schoolYear }: InputOf<'programme', 'forEmployee'>,
): ForEmployee['fixedBy'] {
  const talk = talkId ? theTalk(db, talkId) : null;
  if (talk?.closedAt) return 'closedTalk';
  const plan = planOf(db, { employeeId, schoolYear: talk?.schoolYear ?? schoolYear });
  if (plan?.status === 'agreed') return 'agreedPlan';
  if (plan?.status === 'signed') return 'signedPlan';
  return talk && earlierPromises(db, talk).some(({ state }) => state === 'open') ? 'followUp' : null;
}

/**
 * Makes the agreement, its line of the year's plan and the request for the item, in the transaction of the caller.
 * It is due when the next run is over, else at the end of the school year.
 */
export function addToPlan(
  db: Database,
  input: InputOf<'programme', 'addToPlan'> & { readonly agreementId: string },
  now: Date,
  today: string,
): void {
  const { itemId, employeeId, talkId, origin, taskKind, taskName, agreementId } = input;
  const item = theItem(db, itemId);
  const schoolYear = talkId ? theTalk(db, talkId).schoolYear : input.schoolYear;
  if (askedItems(db, employeeId, schoolYear).has(itemId)) throw askedAlready;
  const { name } = theEmployee(db, employeeId);
  const run = nextRuns(db, today).get(itemId);
  const competence = input.competence || firstCompetence(db, itemId) || item.subject || item.title;
  const forTeam = item.level === 'team' || item.level === 'organisation';
  const plan = {
    cell: input.cell ?? (forTeam ? 'S-T2' : 'S-F2'),
    priorityId: null,
    taskKind,
    taskName,
  } as const;
  makeAgreement(
    db,
    {
      id: agreementId,
      employeeId,
      teamId: null,
      talkId,
      schoolYear,
      competence,
      activity: item.provider ? `${item.title} (${item.provider})` : item.title,
      who: name,
      dueOn: run?.endsOn ?? lastDayOf(schoolYear),
      giver: 'both',
      receiver: 'school',
      origin,
      plan,
    },
    now,
  );
  db.insert(programmeRequests).values({ agreementId, itemId }).run();
}

/** Takes the agreement and its request away again; refuses one that asks for nothing, and what is fixed by now. */
export function undoAddToPlan(db: Database, agreementId: string, now: Date): void {
  const { changes } = db
    .delete(programmeRequests)
    .where(eq(programmeRequests.agreementId, agreementId))
    .run();
  if (changes === 0) {
    throw refuse('not-found', {
      da: 'Aftalen beder ikke længere om noget fra udviklingsprogrammet.',
      en: 'The agreement no longer asks for anything in the development programme.',
    });
  }
  removeAgreement(db, agreementId, now);
}

function firstCompetence(db: Database, itemId: string): string {
  const [lineageId] = lineagesByItem(db).get(itemId) ?? [];
  return lineageId ? (namedCompetences(db).get(lineageId)?.name ?? '') : '';
}

/** The last day of a school year, and of the last one a date can be written for. */
const lastDayOf = (schoolYear: string) => {
  const { last } = schoolYearRange(schoolYear);
  return last > '2199-12-31' ? '2199-12-31' : last;
};

const askedAlready = refuse('conflict', {
  da: 'En aftale i årets plan beder allerede om aktiviteten.',
  en: 'An agreement in this year’s plan already asks for the activity.',
});
