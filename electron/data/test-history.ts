import { eq } from 'drizzle-orm';
import type { Database } from './open';
import { ratingLevels, ratings, talkParticipants, talks } from './schema/talks';

type Said = readonly (number | 'notRated' | 'notRelevant' | null)[];

export type PastTalk = {
  id: string;
  heldOn: string;
  schoolYear: string;
  kind?: 'MUS' | 'TUS' | 'GRUS' | 'KUS';
  employeeId?: string | null;
  teamId?: string | null;
  participants?: readonly string[];
  versionId?: string | null;
  /** Competences in the order the levels are given in. */
  competences?: readonly string[];
  leader?: Said;
  self?: Said;
  agreed?: Said;
  /** Which ratings are locked; both when left out. */
  locked?: readonly ('self' | 'leader')[];
  isClosed?: boolean;
};

/** A talk of the past with its ratings, straight into the tables: what years of use leave behind. */
export function addPastTalk(db: Database, talk: PastTalk): void {
  const { id, heldOn, kind = 'MUS', isClosed = true, locked = ['self', 'leader'] } = talk;
  const at = `${heldOn}T12:00:00.000Z`;
  db.insert(talks)
    .values({
      id,
      kind,
      employeeId: talk.employeeId ?? null,
      teamId: talk.teamId ?? null,
      leaderName: 'Birgitte Halkjær',
      leaderId: null,
      schoolYear: talk.schoolYear,
      heldOn,
      startsAt: '',
      minutes: 60,
      isFixed: false,
      place: '',
      purpose: '',
      agenda: '',
      notForDiscussion: '',
      others: '',
      templateVersionId: talk.versionId ?? null,
      formVersionId: null,
      horizonMonths: 12,
      emptyPlanReason: '',
      createdAt: at,
      closedAt: isClosed ? at : null,
    })
    .run();
  for (const employeeId of talk.participants ?? []) {
    db.insert(talkParticipants).values({ talkId: id, employeeId }).run();
  }
  for (const role of ['self', 'leader', 'agreed'] as const) {
    const said = talk[role];
    if (!said) continue;
    const ratingId = `${id} ${role}`;
    db.insert(ratings).values({ id: ratingId, talkId: id, role, updatedAt: at, lockedAt: null }).run();
    const levels = (talk.competences ?? []).flatMap((competenceId, index) => {
      const level = said[index] ?? null;
      if (level === null) return [];
      const rated = typeof level === 'number';
      const state = rated ? ('rated' as const) : level;
      return { ratingId, competenceId, state, level: rated ? level : null, comment: '' };
    });
    if (levels.length > 0) db.insert(ratingLevels).values(levels).run();
    // Locked last: from then on the database refuses every change.
    if (role !== 'agreed' && locked.includes(role)) lock(db, ratingId, at);
  }
}

function lock(db: Database, ratingId: string, lockedAt: string): void {
  db.update(ratings).set({ lockedAt }).where(eq(ratings.id, ratingId)).run();
}
