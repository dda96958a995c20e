import type { InputOf, OutputOf } from '@shared/contract';
import { eq } from 'drizzle-orm';
import { ratingLevels, ratings } from '../../data/schema/talks';
import { testSchool } from '../talks-test-school';

export const schoolYear = '2026/27';
export const item = (change: Partial<InputOf<'programme', 'save'>> = {}): InputOf<'programme', 'save'> => ({
  title: 'Klasseledelse i praksis',
  description: '',
  kind: 'course',
  level: 'individual',
  form: 'physical',
  provider: 'PPL',
  targetGroup: '',
  url: '',
  ects: null,
  qualification: 'none',
  subject: '',
  isCompulsory: false,
  feeOre: 450_000,
  materialsOre: null,
  days: 7,
  isFromFoundation: false,
  strategicDecision: '',
  isOffered: true,
  lineageIds: ['c2'],
  tags: ['learningAndWellbeing'],
  ...change,
});
export const run = (itemId: string, change: object = {}) => ({
  itemId,
  startsOn: '2027-01-11',
  endsOn: '2027-03-15',
  signUpBy: '2026-12-18',
  place: 'Nordmarke',
  seats: 20,
  minimumSeats: 12,
  days: ['2027-01-11', '2027-02-08', '2027-03-15'],
  ...change,
});
export const line = { cell: 'S-F2', priorityId: null, taskKind: 'present', taskName: 'Dansk 4.A' };

/** A school with published spiders and talks; the programme is empty. */
export function programmeSchool(...overrides: Parameters<typeof testSchool>) {
  const test = testSchool(...overrides);
  const { db } = test.context;
  const ask = <N extends keyof typeof import('@shared/contract/programme').programme>(
    name: N,
    input: unknown,
  ) => test.call<OutputOf<'programme', N>>('programme', name, input);
  const made = async (change: Parameters<typeof item>[0] = {}) => (await ask('save', item(change))).id;
  /** Both views of a talk, locked: what is needed for them to be shown. */
  const show = (talkId: string, levels: Record<string, number>, { isSelfLocked = true } = {}) => {
    for (const role of ['self', 'leader'] as const) {
      const id = `${role} ${talkId}`;
      const lockedAt = role === 'leader' || isSelfLocked ? '2026-11-20T12:00:00.000Z' : null;
      const at = '2026-11-20T12:00:00.000Z';
      db.insert(ratings).values({ id, talkId, role, updatedAt: at, lockedAt: null }).run();
      for (const [competenceId, level] of Object.entries(levels))
        db.insert(ratingLevels)
          .values({ ratingId: id, competenceId, state: 'rated', level, comment: '' })
          .run();
      if (lockedAt) db.update(ratings).set({ lockedAt }).where(eq(ratings.id, id)).run();
    }
  };
  /** A talk that was held, rated and closed. */
  const held = async (employeeId: string, heldOn: string, levels: Record<string, number>) => {
    const talkId = await test.plan(employeeId, heldOn);
    show(talkId, levels);
    await test.call('talks', 'close', { id: talkId, emptyPlanReason: 'Intet endnu.' });
  };
  const add = (itemId: string, change: object = {}) =>
    ask('addToPlan', {
      itemId,
      employeeId: 'pernille',
      talkId: null,
      schoolYear,
      competence: 'Klasseledelse',
      origin: 'need',
      taskKind: 'present',
      taskName: 'Dansk 4.A',
      ...change,
    });
  const refused = async (name: string, input: unknown) => {
    const reply = await test.router('programme', name, input);
    return reply.ok ? null : reply.error;
  };
  return { ...test, db, ask, made, show, held, add, refused };
}
