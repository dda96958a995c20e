import { randomUUID } from 'node:crypto';
import type { categories } from '@shared/contract/categories';
import { danishOrder } from '@shared/domain/danish-order';
import { localDate } from '@shared/domain/dates';
import { employmentState } from '@shared/domain/employment';
import { sameText } from '@shared/domain/table-import/cells';
import { refuse, type Text } from '@shared/domain/text';
import { and, asc, count, eq, isNull, max } from 'drizzle-orm';
import type { Database } from '../data/open';
import { employees, staffCategories } from '../data/schema/employees';
import { spiderTemplates } from '../data/schema/spiders';
import type { Context, Handlers } from './context';

const about = (id: string, action: string, fields: string[] = []) => ({
  action: `staffCategory.${action}`,
  entity: 'staffCategory',
  entityId: id,
  fields,
});

export const categoriesHandlers: Handlers<typeof categories> = {
  list: (context) => ({
    categories: listCategories(context),
    spiderTemplates: context.db
      .select({ id: spiderTemplates.id, name: spiderTemplates.name })
      .from(spiderTemplates)
      .where(isNull(spiderTemplates.removedAt))
      .all()
      .sort((a, b) => danishOrder.compare(a.name, b.name)),
  }),

  save: (context, input) => ({
    id: context.write(
      (id) => about(id, input.id ? 'saved' : 'created', ['name', 'spiderTemplateId']),
      (db) => saveCategory(db, input),
    ),
  }),

  remove: (context, { id }) => {
    context.write(about(id, 'removed'), (db) => {
      const { name } = findCategory(db, id);
      const users =
        db
          .select({ count: count() })
          .from(employees)
          .where(and(eq(employees.categoryId, id), isNull(employees.removedAt)))
          .get()?.count ?? 0;
      if (users > 0) {
        throw refuse('conflict', {
          da: `${name} bruges af ${users} ${users === 1 ? 'medarbejder' : 'medarbejdere'}. Giv dem en anden kategori først.`,
          en: `${name} is used by ${users} ${users === 1 ? 'employee' : 'employees'}. Give them another category first.`,
        });
      }
      db.update(staffCategories)
        .set({ removedAt: context.now().toISOString() })
        .where(eq(staffCategories.id, id))
        .run();
    });
    return {};
  },

  restore: (context, { id }) => {
    context.write(about(id, 'restored'), (db) => {
      const { changes } = db
        .update(staffCategories)
        .set({ removedAt: null })
        .where(eq(staffCategories.id, id))
        .run();
      if (changes === 0) throw notFound;
    });
    return {};
  },
};

function listCategories({ db, now }: Context) {
  const on = localDate(now());
  const heads = new Map<string, number>();
  for (const employee of db.select().from(employees).where(isNull(employees.removedAt)).all()) {
    if (employmentState(employee, on) === 'former') continue;
    heads.set(employee.categoryId, (heads.get(employee.categoryId) ?? 0) + 1);
  }
  return db
    .select({
      id: staffCategories.id,
      name: staffCategories.name,
      spiderTemplateId: staffCategories.spiderTemplateId,
      spiderTemplateName: spiderTemplates.name,
    })
    .from(staffCategories)
    .leftJoin(spiderTemplates, eq(staffCategories.spiderTemplateId, spiderTemplates.id))
    .where(isNull(staffCategories.removedAt))
    .orderBy(asc(staffCategories.position), asc(staffCategories.name))
    .all()
    .map((category) => ({ ...category, employees: heads.get(category.id) ?? 0 }));
}

function saveCategory(
  db: Database,
  { id, ...values }: { id?: string | undefined; name: string; spiderTemplateId: string | null },
): string {
  if (id !== undefined) findCategory(db, id);
  if (values.spiderTemplateId !== null) assertTemplate(db, values.spiderTemplateId);
  const namesake = db
    .select()
    .from(staffCategories)
    .all()
    .find((one) => one.id !== id && sameText(one.name, values.name));
  if (namesake && namesake.removedAt === null) {
    const text: Text = {
      da: `Der er allerede en kategori, der hedder ${namesake.name}. Vælg et andet navn.`,
      en: `There is already a category called ${namesake.name}. Choose another name.`,
    };
    throw refuse('conflict', text, { name: text });
  }
  if (id !== undefined) {
    // The removed namesake keeps a name nobody types, so that the name is free.
    if (namesake) rename(db, namesake.id, `${namesake.name} (${namesake.id})`);
    db.update(staffCategories).set(values).where(eq(staffCategories.id, id)).run();
    return id;
  }
  if (namesake) {
    db.update(staffCategories)
      .set({ ...values, removedAt: null })
      .where(eq(staffCategories.id, namesake.id))
      .run();
    return namesake.id;
  }
  const newId = randomUUID();
  const last =
    db
      .select({ last: max(staffCategories.position) })
      .from(staffCategories)
      .get()?.last ?? 0;
  db.insert(staffCategories)
    .values({ id: newId, ...values, position: last + 1, removedAt: null })
    .run();
  return newId;
}

function rename(db: Database, id: string, name: string): void {
  db.update(staffCategories).set({ name }).where(eq(staffCategories.id, id)).run();
}

function findCategory(db: Database, id: string): typeof staffCategories.$inferSelect {
  const found = db
    .select()
    .from(staffCategories)
    .where(and(eq(staffCategories.id, id), isNull(staffCategories.removedAt)))
    .get();
  if (!found) throw notFound;
  return found;
}

function assertTemplate(db: Database, id: string): void {
  const found = db
    .select()
    .from(spiderTemplates)
    .where(and(eq(spiderTemplates.id, id), isNull(spiderTemplates.removedAt)))
    .get();
  if (found) return;
  const text: Text = {
    da: 'Kompetencespindet findes ikke længere. Vælg et andet.',
    en: 'The competence spider no longer exists. Choose another.',
  };
  throw refuse('not-found', text, { spiderTemplateId: text });
}

const notFound = refuse('not-found', {
  da: 'Kategorien findes ikke længere. Gå tilbage til listen.',
  en: 'The category no longer exists. Go back to the list.',
});
