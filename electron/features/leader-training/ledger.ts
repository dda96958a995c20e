import { randomUUID } from 'node:crypto';
import type { leaderTraining as contract } from '@shared/contract/leader-training';
import { localDate } from '@shared/domain/dates';
import { countedLines } from '@shared/domain/ects-ledger';
import { type LedgerKind, ledgerKinds } from '@shared/domain/merit-states';
import { refuseField } from '@shared/domain/text';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { audited } from '../../data/audit';
import type { Database } from '../../data/open';
import { type LedgerEntry, leaderStandings } from '../../data/queries/leader-training';
import { theEmployee } from '../../data/queries/staff';
import { staffCategories } from '../../data/schema/employees';
import {
  attachments,
  internalCourseParticipants,
  internalCourses,
  leaderPlans,
  leaderPosts,
  shareBackItems,
} from '../../data/schema/leader-training';
import type { Handlers } from '../context';
import { shareBackRows } from './share-backs';
import { standingOf } from './standing';

type Own = 'ledger' | 'savePosts' | 'savePlan';

const entry = audited('leaderPost');

/** One person's ledger and clock, the posts the clock runs from, and her own plan. */
export const ledgerHandlers: Pick<Handlers<typeof contract>, Own> = {
  ledger(context, { employeeId }) {
    const { db } = context;
    theEmployee(db, employeeId);
    const [standing] = leaderStandings(db, localDate(context.now()), [employeeId]);
    if (!standing) throw new Error('an employee without a standing');
    const { requirement, clock, entries, posts, employmentDate, categoryId } = standing;
    const names = categoryNames(db);
    const counted = new Set(countedLines(entries));
    const files = certificates(db, entries);
    return {
      ...standingOf(standing),
      requirement,
      clock,
      parts: (requirement?.parts ?? []).map((name) => ({
        name,
        hasModule: entries.some(({ title }) => title.toLowerCase().includes(name.toLowerCase())),
      })),
      entries: entries
        .toSorted(inLedgerOrder)
        .map(({ employeeId: _, attachmentId, createdAt: __, ...row }) => ({
          ...row,
          counts: counted.has(entries.find(({ id }) => id === row.id) as LedgerEntry),
          certificate: files.get(attachmentId ?? '') ?? null,
        })),
      posts: posts.map((post) => ({ ...post, categoryName: names.get(post.categoryId)?.name ?? '' })),
      employmentDate,
      categoryId,
      categories: [...names.values()]
        .filter(({ id, removedAt }) => removedAt === null || posts.some((post) => post.categoryId === id))
        .map(({ id, name }) => ({ id, name })),
      shareBacks: shareBackRows(db, eq(shareBackItems.employeeId, employeeId)),
      courses: db
        .select({
          id: internalCourses.id,
          title: internalCourses.title,
          heldOn: internalCourses.heldOn,
          attended: internalCourseParticipants.attended,
        })
        .from(internalCourseParticipants)
        .innerJoin(internalCourses, eq(internalCourses.id, internalCourseParticipants.courseId))
        .where(and(eq(internalCourseParticipants.employeeId, employeeId), isNull(internalCourses.removedAt)))
        .orderBy(desc(internalCourses.heldOn))
        .all(),
    };
  },

  savePosts(context, { employeeId, posts }) {
    return context.write(entry('saved', employeeId, ['posts']), (db) => {
      const { employmentDate } = theEmployee(db, employeeId);
      const names = categoryNames(db);
      if (posts.some(({ categoryId }) => !names.has(categoryId))) {
        refuseField('posts', {
          da: 'En af kategorierne findes ikke længere. Vælg igen.',
          en: 'One of the categories no longer exists. Choose again.',
        });
      }
      if (posts.some(({ fromDate }) => fromDate < employmentDate)) {
        refuseField('posts', {
          da: 'En stilling begynder, før hun blev ansat. Ret datoen, eller ret ansættelsesdatoen under Medarbejdere.',
          en: 'A post begins before she was employed. Change the date, or her employment date under Employees.',
        });
      }
      if (new Set(posts.map(({ fromDate }) => fromDate)).size < posts.length) {
        refuseField('posts', {
          da: 'To stillinger begynder samme dag. Ret datoerne.',
          en: 'Two posts begin on the same day. Change the dates.',
        });
      }
      db.delete(leaderPosts).where(eq(leaderPosts.employeeId, employeeId)).run();
      for (const post of posts)
        db.insert(leaderPosts)
          .values({ id: randomUUID(), employeeId, ...post })
          .run();
      return {};
    });
  },

  savePlan(context, { employeeId, plannedCompletionOn }) {
    return context.write(entry('plan-saved', employeeId, ['plannedCompletionOn']), (db) => {
      theEmployee(db, employeeId);
      db.delete(leaderPlans).where(eq(leaderPlans.employeeId, employeeId)).run();
      if (plannedCompletionOn !== null)
        db.insert(leaderPlans).values({ employeeId, completionOn: plannedCompletionOn }).run();
      return {};
    });
  },
};

function categoryNames(db: Database) {
  const rows = db.select().from(staffCategories).orderBy(asc(staffCategories.position)).all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What is earned first, then what is to come; by day. */
const kindOrder: readonly LedgerKind[] = ['merit', ...ledgerKinds.filter((kind) => kind !== 'merit')];
function inLedgerOrder(a: LedgerEntry, b: LedgerEntry): number {
  const day = (one: LedgerEntry) => one.completedOn ?? one.startedOn ?? '9999';
  return (
    kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)
  );
}

/** Name and size of the files, never their bytes. */
function certificates(db: Database, entries: readonly LedgerEntry[]) {
  const ids = entries.map(({ attachmentId }) => attachmentId).filter((id) => id !== null);
  const rows =
    ids.length === 0
      ? []
      : db
          .select({ id: attachments.id, name: attachments.name, size: attachments.size })
          .from(attachments)
          .where(inArray(attachments.id, ids))
          .all();
  return new Map(rows.map(({ id, name, size }) => [id, { name, size }]));
}
