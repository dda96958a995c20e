import { randomUUID } from 'node:crypto';
import { addDays } from '@shared/domain/dates';
import type { ImportPlan, PlanItem, StaffValues } from '@shared/domain/staff-import/plan';
import { foldText, sameText } from '@shared/domain/table-import/cells';
import type { Database } from '../../data/open';
import type { StaffPicture } from './plan-import';
import { type ImportImages, imageRecorder, type Subject } from './row-images';

type Recorder = ReturnType<typeof imageRecorder>;

/**
 * Carries out a plan without problems: new categories and teams, new and changed employees, their team and their
 * subjects. Answers an image of every change. `picture` is what the plan was made from, just before.
 */
export function applyPlan(
  db: Database,
  plan: ImportPlan,
  picture: StaffPicture,
  { now, today }: { now: Date; today: string },
): ImportImages {
  const recorder = imageRecorder(db);
  const categoryIds = bringCategories(recorder, plan.newCategories, picture);
  const teamIds = bringTeams(recorder, plan.newTeams, picture);
  const known = new Map(picture.employees.map((employee) => [employee.id, employee]));

  for (const item of plan.items) {
    if (item.kind === 'unchanged') continue;
    const { values } = item;
    const facts = {
      employeeNumber: values.employeeNumber,
      name: values.name,
      categoryId: idOf(categoryIds, values.categoryName),
      title: values.title,
      employmentDate: values.employmentDate,
      leavingDate: values.leavingDate,
      employmentPercent: values.employmentPercent,
      note: values.note,
      removedAt: null,
    };
    const present = item.employeeId === null ? undefined : known.get(item.employeeId);
    const employeeId = present?.id ?? randomUUID();
    if (present) recorder.update('employees', present, facts);
    else recorder.insert('employees', { id: employeeId, ...facts, createdAt: now.toISOString() });
    bringTeam(recorder, item, employeeId, { teamIds, picture, today });
    bringSubjects(recorder, values, employeeId, picture);
  }
  return recorder.images;
}

function bringCategories(recorder: Recorder, names: readonly string[], picture: StaffPicture) {
  const ids = new Map(
    picture.categories.filter((one) => one.removedAt === null).map((one) => [foldText(one.name), one.id]),
  );
  let position = Math.max(0, ...picture.categories.map((one) => one.position));
  for (const name of names) {
    const removed = picture.categories.find((one) => sameText(one.name, name));
    if (removed) {
      recorder.update('staffCategories', removed, { removedAt: null });
      ids.set(foldText(name), removed.id);
      continue;
    }
    const id = randomUUID();
    position += 1;
    recorder.insert('staffCategories', { id, name, spiderTemplateId: null, position, removedAt: null });
    ids.set(foldText(name), id);
  }
  return ids;
}

function bringTeams(recorder: Recorder, names: readonly string[], picture: StaffPicture) {
  const ids = new Map(
    picture.teams.filter((one) => one.removedAt === null).map((one) => [foldText(one.name), one.id]),
  );
  for (const name of names) {
    const removed = picture.teams.find((one) => sameText(one.name, name));
    if (removed) {
      recorder.update('teams', removed, { removedAt: null });
      ids.set(foldText(name), removed.id);
      continue;
    }
    const id = randomUUID();
    recorder.insert('teams', { id, name, type: 'team', spiderTemplateId: null, removedAt: null });
    ids.set(foldText(name), id);
  }
  return ids;
}

/** A new employee is in her team from the first day; a change of team counts from today, and the old one ends. */
function bringTeam(
  recorder: Recorder,
  item: PlanItem,
  employeeId: string,
  { teamIds, picture, today }: { teamIds: Map<string, string>; picture: StaffPicture; today: string },
): void {
  const { teamName, employmentDate } = item.values;
  if (teamName === null) return;
  const present = picture.membershipsOf.get(employeeId) ?? [];
  const teamId = idOf(teamIds, teamName);
  if (present.some((membership) => membership.teamId === teamId)) return;
  const fromDate = item.kind === 'new' || employmentDate > today ? employmentDate : today;
  for (const membership of present) {
    // One that began today or later never was: it makes way.
    if (membership.fromDate >= fromDate) recorder.remove('teamMemberships', membership);
    else recorder.update('teamMemberships', membership, { toDate: addDays(fromDate, -1) });
  }
  recorder.insert('teamMemberships', { id: randomUUID(), employeeId, teamId, fromDate, toDate: null });
}

function bringSubjects(
  recorder: Recorder,
  values: StaffValues,
  employeeId: string,
  picture: StaffPicture,
): void {
  const before = (picture.subjectsOf.get(employeeId) ?? []).map(({ subject, basis }) => ({ subject, basis }));
  const after: Subject[] = [
    ...values.formalSubjects.map((subject) => ({ subject, basis: 'formal' as const })),
    ...values.assessedSubjects.map((subject) => ({ subject, basis: 'assessed' as const })),
  ];
  recorder.subjects(employeeId, before, after);
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(foldText(name));
  if (id === undefined) throw new Error('the plan names a category or team that nobody made');
  return id;
}
