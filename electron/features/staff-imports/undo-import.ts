import { danishOrder } from '@shared/domain/danish-order';
import { list } from '@shared/domain/list-text';
import { type Language, refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { referencedIds } from '../../data/referenced-rows';
import {
  employees,
  staffCategories,
  staffImports,
  teamMemberships,
  teams,
} from '../../data/schema/employees';
import { changedSince, type ImageTable, type ImportImages, importImages, putBack } from './row-images';

/** Takes a whole import back; refuses with the reason when something has been changed or recorded since. */
export function undoImport(db: Database, importId: string, now: Date): void {
  const found = db.select().from(staffImports).where(eq(staffImports.id, importId)).get();
  if (!found) throw notFound;
  if (found.undoneAt !== null) {
    throw refuse('conflict', {
      da: 'Importen er allerede fortrudt.',
      en: 'The import has already been undone.',
    });
  }
  if (found.before === '') {
    throw refuse('conflict', {
      da: 'Kun den seneste import kan fortrydes. Ret medarbejderne én for én.',
      en: 'Only the latest import can be undone. Correct the employees one by one.',
    });
  }
  const images = importImages.parse(JSON.parse(found.before));
  const names = inTheWay(db, images);
  if (names.length > 0) {
    throw refuse('conflict', {
      da: `Importen kan ikke fortrydes samlet, for der er siden rettet eller gemt noget om ${tellSome(names, 'da')}. Ret medarbejderne én for én.`,
      en: `The import cannot be undone as a whole, because something has since been changed or recorded about ${tellSome(names, 'en')}. Correct the employees one by one.`,
    });
  }
  putBack(db, images);
  db.update(staffImports)
    .set({ undoneAt: now.toISOString(), before: '' })
    .where(eq(staffImports.id, importId))
    .run();
}

/** Names of those who are no longer as the import left them, or whom something stands on that would be lost. */
function inTheWay(db: Database, images: ImportImages): string[] {
  const people = db.select().from(employees).all();
  const employeeIds = new Set<string>();
  const otherNames = new Set<string>();

  for (const { table, id } of changedSince(db, images)) {
    const image = images.rows.find((one) => one.table === table && one.id === id);
    const row = image?.after ?? image?.before;
    if (table === 'employees') employeeIds.add(id);
    else if (table === 'teamMemberships') employeeIds.add(String(row?.employeeId));
    else otherNames.add(String(row?.name));
  }

  // Whatever hangs on what the import made, also what has been removed since; the rows it wrote itself stand below.
  const newEmployees = madeIds(images, 'employees');
  const ownTables = ['team_memberships', 'teaching_qualifications'];
  for (const id of referencedIds(db, 'employees', ownTables)) if (newEmployees.has(id)) employeeIds.add(id);

  const newTeams = madeIds(images, 'teams');
  const usedTeams = referencedIds(db, 'teams', ownTables);
  for (const { id, name } of db.select().from(teams).all())
    if (newTeams.has(id) && usedTeams.has(id)) otherNames.add(name);

  const newMemberships = madeIds(images, 'teamMemberships');
  for (const { id, employeeId, teamId } of db.select().from(teamMemberships).all()) {
    if (!newMemberships.has(id) && (newEmployees.has(employeeId) || newTeams.has(teamId))) {
      employeeIds.add(employeeId);
    }
  }

  const newCategories = madeIds(images, 'staffCategories');
  const imported = new Set(images.rows.filter((one) => one.table === 'employees').map((one) => one.id));
  for (const { id, categoryId } of people) {
    if (newCategories.has(categoryId) && !imported.has(id)) employeeIds.add(id);
  }

  // A category that has got a requirement, or that somebody's former post was of, cannot go.
  const usedCategories = referencedIds(db, 'staff_categories', ['employees']);
  for (const { id, name } of db.select().from(staffCategories).all())
    if (newCategories.has(id) && usedCategories.has(id)) otherNames.add(name);

  const names = people.filter((one) => employeeIds.has(one.id)).map((one) => one.name);
  return [...new Set([...names, ...otherNames])].sort(danishOrder.compare);
}

function madeIds(images: ImportImages, table: ImageTable): ReadonlySet<string> {
  return new Set(
    images.rows.filter((one) => one.table === table && one.before === null).map((one) => one.id),
  );
}

function tellSome(names: readonly string[], language: Language): string {
  const shown = names.slice(0, 3);
  const more = names.length - shown.length;
  const rest = language === 'da' ? `${more} mere` : `${more} more`;
  return list(more > 0 ? [...shown, rest] : shown, language);
}

const notFound = refuse('not-found', {
  da: 'Importen findes ikke længere.',
  en: 'The import no longer exists.',
});
