import { randomUUID } from 'node:crypto';
import type { school as contract } from '@shared/contract/school';
import { localDate } from '@shared/domain/dates';
import { checkOffice } from '@shared/domain/hr-office';
import { checkRetention } from '@shared/domain/retention';
import { schoolYearOf } from '@shared/domain/school-year';
import { refuse } from '@shared/domain/text';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../data/open';
import { theEmployee } from '../data/queries/staff';
import { referencedIds } from '../data/referenced-rows';
import { priorities, schools } from '../data/schema/school';
import type { Handlers } from './context';

export const schoolHandlers: Handlers<typeof contract> = {
  get({ db }) {
    const row = db.select().from(schools).get();
    if (!row)
      throw refuse('not-found', {
        da: 'Skolens oplysninger mangler.',
        en: 'The school’s details are missing.',
      });
    const { id: _id, createdAt: _createdAt, ...profile } = row;
    return profile;
  },

  save(context, profile) {
    checkRetention(profile);
    checkOffice(profile);
    return context.write(
      { action: 'school.saved', entity: 'school', entityId: 'school', fields: Object.keys(profile) },
      (db) => {
        keepKind(db, profile);
        if (profile.leaderEmployeeId) theEmployee(db, profile.leaderEmployeeId);
        db.update(schools).set(profile).run();
        return {};
      },
    );
  },

  priorities: ({ db }) => ({
    priorities: db
      .select({ id: priorities.id, kind: priorities.kind, name: priorities.name })
      .from(priorities)
      .orderBy(asc(priorities.kind), asc(priorities.position))
      .all(),
  }),

  savePriorities(context, { priorities: wanted }) {
    return context.write(
      { action: 'school.priorities-saved', entity: 'school', entityId: 'school', fields: ['priorities'] },
      (db) => {
        const keep = new Set(wanted.flatMap(({ id }) => id ?? []));
        const used = referencedIds(db, 'priorities', []);
        for (const { id, name } of db.select().from(priorities).all()) {
          if (keep.has(id)) continue;
          if (used.has(id)) {
            throw refuse('conflict', {
              da: `»${name}« bruges i en uddannelsesplan, et budget eller en tilmelding og kan ikke fjernes. Du kan rette navnet.`,
              en: `“${name}” is used in a training plan, a budget or an enrolment and cannot be removed. You can change its name.`,
            });
          }
          db.delete(priorities).where(eq(priorities.id, id)).run();
        }
        for (const [position, { id, kind, name }] of wanted.entries()) {
          db.insert(priorities)
            .values({ id: id ?? randomUUID(), kind, name, position })
            .onConflictDoUpdate({ target: priorities.id, set: { kind, name, position } })
            .run();
        }
        return {};
      },
    );
  },

  today(context) {
    const date = localDate(context.now());
    return { date, schoolYear: schoolYearOf(date) };
  },
};

/** A school's file holds people, an office's holds other schools' cases: the one never becomes the other. */
function keepKind(db: Database, { profile }: { profile: string }): void {
  const stored = db.select({ profile: schools.profile }).from(schools).get()?.profile;
  if (stored === undefined || (stored === 'hr') === (profile === 'hr')) return;
  throw refuse('conflict', {
    da: 'En skoles fil kan ikke blive HR’s fil, og omvendt. Opret en ny fil til det andet.',
    en: 'A school’s file cannot become HR’s file, or the other way round. Create a new file for the other.',
  });
}
