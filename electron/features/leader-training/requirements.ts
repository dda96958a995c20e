import { randomUUID } from 'node:crypto';
import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { addMonths, localDate } from '@shared/domain/dates';
import { dayText } from '@shared/domain/day-text';
import { periodCovers, periodsOverlap } from '@shared/domain/employment';
import { inOrder } from '@shared/domain/in-order';
import { refuse, refuseField } from '@shared/domain/text';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { type Requirement, requirementRows, validity } from '../../data/queries/leader-training';
import { staffCategories } from '../../data/schema/employees';
import { ectsRequirements, requirementCategories, requirementParts } from '../../data/schema/leader-training';
import type { Handlers } from '../context';
import { halfPoints } from './rules';

type Own = 'requirements' | 'saveRequirement' | 'endRequirement' | 'removeRequirement' | 'restoreRequirement';

/** Months after which a requirement should be compared with its source again. */
const oldAfterMonths = 12;

/** Whether a requirement was last compared with its source more than a year ago. */
export function isOld({ lastCheckedOn }: Pick<Requirement, 'lastCheckedOn'>, today: string): boolean {
  return addMonths(lastCheckedOn, oldAfterMonths) < today;
}

const states = ['inForce', 'coming', 'ended'] as const;
function stateOn(requirement: Requirement, today: string): (typeof states)[number] {
  if (periodCovers(validity(requirement), today)) return 'inForce';
  return requirement.validFrom > today ? 'coming' : 'ended';
}

const entry = audited('requirement');

/** How much training a leader shall have and when it must have begun: dated data with a source, never code. */
export const requirementHandlers: Pick<Handlers<typeof contract>, Own> = {
  requirements(context) {
    const { db } = context;
    const today = localDate(context.now());
    const categories = db
      .select({ id: staffCategories.id, name: staffCategories.name })
      .from(staffCategories)
      .where(isNull(staffCategories.removedAt))
      .orderBy(asc(staffCategories.position))
      .all();
    const requirements = requirementRows(db)
      .map(({ categoryIds, parts, ...row }) => ({
        ...row,
        state: stateOn({ ...row, categoryIds, parts }, today),
        isOld: isOld(row, today),
        categories: categories.filter(({ id }) => categoryIds.includes(id)),
        parts: [...parts],
      }))
      .sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
    return { requirements, categories };
  },

  saveRequirement(context, { id: given, categoryIds, parts, ...values }) {
    const id = given ?? randomUUID();
    halfPoints(values.ects);
    inOrder('validTo', values.validFrom, values.validTo);
    if (values.lastCheckedOn > localDate(context.now())) {
      refuseField('lastCheckedOn', {
        da: 'Datoen ligger i fremtiden. Skriv den dag, kravet sidst er sammenholdt med kilden.',
        en: 'The date lies in the future. Give the day the requirement was last compared with its source.',
      });
    }
    const fields = [...Object.keys(values), 'categories', 'parts'];
    return context.write(entry('saved', id, fields), (db) => {
      if (given) {
        theRequirement(db, given);
        db.update(ectsRequirements).set(values).where(eq(ectsRequirements.id, id)).run();
        db.delete(requirementCategories).where(eq(requirementCategories.requirementId, id)).run();
        db.delete(requirementParts).where(eq(requirementParts.requirementId, id)).run();
      } else {
        db.insert(ectsRequirements)
          .values({ id, ...values })
          .run();
      }
      for (const categoryId of new Set(categoryIds)) {
        theCategory(db, categoryId);
        db.insert(requirementCategories).values({ requirementId: id, categoryId }).run();
      }
      for (const [position, name] of [...new Set(parts)].entries())
        db.insert(requirementParts).values({ id: randomUUID(), requirementId: id, name, position }).run();
      refuseTwo(db, id);
      return { id };
    });
  },

  endRequirement(context, { id, validTo }) {
    return context.write(entry('ended', id, ['validTo']), (db) => {
      inOrder('validTo', theRequirement(db, id).validFrom, validTo);
      db.update(ectsRequirements).set({ validTo }).where(eq(ectsRequirements.id, id)).run();
      refuseTwo(db, id);
      return {};
    });
  },

  removeRequirement(context, { id }) {
    return context.write(entry('removed', id), (db) => {
      theRequirement(db, id);
      const removedAt = context.now().toISOString();
      db.update(ectsRequirements).set({ removedAt }).where(eq(ectsRequirements.id, id)).run();
      return {};
    });
  },

  restoreRequirement(context, { id }) {
    return context.write(entry('restored', id), (db) => {
      const { changes } = db
        .update(ectsRequirements)
        .set({ removedAt: null })
        .where(eq(ectsRequirements.id, id))
        .run();
      if (changes === 0) throw notFound;
      refuseTwo(db, id);
      return {};
    });
  },
};

function theRequirement(db: Database, id: string) {
  const found = db
    .select()
    .from(ectsRequirements)
    .where(and(eq(ectsRequirements.id, id), isNull(ectsRequirements.removedAt)))
    .get();
  if (!found) throw notFound;
  return found;
}

function theCategory(db: Database, id: string): void {
  const found = db
    .select({ id: staffCategories.id })
    .from(staffCategories)
    .where(and(eq(staffCategories.id, id), isNull(staffCategories.removedAt)))
    .get();
  if (found) return;
  const text = {
    da: 'En af kategorierne findes ikke længere. Vælg igen.',
    en: 'One of the categories no longer exists. Choose again.',
  };
  throw refuse('not-found', text, { categoryIds: text });
}

/** A post has one requirement at a time, or nobody could say which clock runs. */
function refuseTwo(db: Database, id: string): void {
  const all = requirementRows(db);
  const own = all.find((one) => one.id === id);
  if (!own) return;
  const other = all.find(
    (one) =>
      one.id !== id &&
      periodsOverlap(validity(one), validity(own)) &&
      one.categoryIds.some((categoryId) => own.categoryIds.includes(categoryId)),
  );
  if (!other) return;
  const shared = other.categoryIds.find((categoryId) => own.categoryIds.includes(categoryId)) ?? '';
  const category = db
    .select({ name: staffCategories.name })
    .from(staffCategories)
    .where(eq(staffCategories.id, shared))
    .get()?.name;
  const since = dayText(other.validFrom);
  const text = {
    da: `Kategorien ${category} har allerede kravet »${other.name}« fra ${since.da}. Afslut det først, eller vælg en anden kategori.`,
    en: `The category ${category} already has the requirement “${other.name}” from ${since.en}. End that first, or choose another category.`,
  };
  throw refuse('conflict', text, { categoryIds: text });
}

const notFound = refuse('not-found', {
  da: 'Kravet findes ikke længere.',
  en: 'The requirement no longer exists.',
});
