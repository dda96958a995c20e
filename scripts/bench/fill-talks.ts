import { createHash } from 'node:crypto';
import { addDays } from '@shared/domain/dates';
import { eq } from 'drizzle-orm';
import type { Database } from '../../electron/data/open';
import { documents, signatures } from '../../electron/data/schema/documents';
import {
  agreements,
  planLines,
  ratingLevels,
  ratings,
  talkNotes,
  talks,
  trainingPlans,
} from '../../electron/data/schema/talks';
import type { SpiderInUse } from './fill-spiders';

type Wish = { number: number; employeeId: string; schoolYear: string; spider: SpiderInUse };

const sentence =
  'Vi talte om, hvordan årets opgaver er gået, hvad der giver energi, og hvad der skal være anderledes til næste år. ';

/** One year of one person: the talk with notes and three ratings, three agreements, the plan and its signed document. */
export function fillTalk(db: Database, { number, employeeId, schoolYear, spider }: Wish): void {
  const present = schoolYear === '2026/27';
  const heldOn = addDays(`${schoolYear.slice(0, 4)}-11-02`, number % 80);
  const held = !present || heldOn < '2026-11-23';
  const at = `${heldOn}T09:00:00.000Z`;
  const talkId = `talk-${number}-${schoolYear}`;
  db.insert(talks)
    .values({
      id: talkId,
      kind: 'MUS',
      employeeId,
      leaderName: 'Birgitte Halkjær',
      schoolYear,
      heldOn,
      startsAt: `${String(9 + (number % 6)).padStart(2, '0')}:00`,
      place: 'Kontoret',
      minutes: 60,
      isFixed: false,
      others: '',
      purpose: 'At tale om det, der er gået, og det, der kommer.',
      agenda: 'De seks hovedområder, aftaler og plan.',
      notForDiscussion: 'Løn.',
      templateVersionId: spider.versionId,
      horizonMonths: 12,
      emptyPlanReason: '',
      createdAt: addDays(heldOn, -30) + at.slice(10),
      closedAt: held ? at : null,
    })
    .run();
  if (!held) return;
  db.insert(talkNotes)
    .values([1, 2, 3, 4, 5, 6].map((area) => ({ talkId, area, text: sentence.repeat(3), updatedAt: at })))
    .run();
  for (const role of ['self', 'leader', 'agreed'] as const)
    fillRating(db, { number, talkId, role, at, spider });
  fillPlan(db, { number, employeeId, schoolYear, talkId, heldOn, at, spider, present });
}

function fillRating(
  db: Database,
  {
    number,
    talkId,
    role,
    at,
    spider,
  }: { number: number; talkId: string; role: 'self' | 'leader' | 'agreed'; at: string; spider: SpiderInUse },
): void {
  const id = `rating-${talkId}-${role}`;
  const lean = { self: 1, leader: 2, agreed: 0 }[role];
  db.insert(ratings).values({ id, talkId, role, updatedAt: at }).run();
  db.insert(ratingLevels)
    .values(
      spider.competences.map((competence, place) => ({
        ratingId: id,
        competenceId: competence.id,
        state: 'rated' as const,
        level: 1 + ((number + place * 2 + lean) % 5),
        comment: place % 4 === 0 ? 'Det ses i teamets arbejde.' : '',
      })),
    )
    .run();
  db.update(ratings).set({ lockedAt: at }).where(eq(ratings.id, id)).run();
}

type Plan = Wish & { talkId: string; heldOn: string; at: string; present: boolean };

function fillPlan(
  db: Database,
  { number, employeeId, schoolYear, talkId, heldOn, at, spider, present }: Plan,
): void {
  const planId = `plan-${number}-${schoolYear}`;
  const status = !present || number % 3 === 0 ? 'signed' : number % 3 === 1 ? 'agreed' : 'draft';
  db.insert(trainingPlans)
    .values({
      id: planId,
      employeeId,
      schoolYear,
      talkId,
      teachingGoals: sentence,
      status,
      version: 1,
      createdAt: at,
      updatedAt: at,
    })
    .run();
  for (const place of [0, 1, 2]) {
    const id = `agreement-${talkId}-${place}`;
    db.insert(agreements)
      .values({
        id,
        employeeId,
        talkId,
        schoolYear,
        competence: spider.competences[(number + place) % spider.competences.length]?.name ?? '',
        activity: 'Følger en kollegas timer i fire uger og prøver to greb i egen klasse.',
        who: 'Medarbejderen med teamet',
        dueOn: addDays(heldOn, 90 + place * 60),
        giver: place === 2 ? 'leader' : 'employee',
        receiver: place === 2 ? 'employee' : 'leader',
        origin: place === 1 ? 'wish' : 'need',
        state: present ? 'open' : place === 1 ? 'partly' : 'kept',
        stateReason: present ? '' : 'Fulgt op ved næste samtale.',
        createdAt: at,
      })
      .run();
    if (place === 2) continue;
    db.insert(planLines)
      .values({
        id: `line-${talkId}-${place}`,
        planId,
        agreementId: id,
        cell: place === 0 ? 'S-F1' : 'M-F1',
        priorityId: place === 0 ? 'priority-2' : null,
        taskId: `task-${number}-${schoolYear}-${place}`,
        position: place,
      })
      .run();
  }
  if (status === 'signed') fillDocument(db, { number, employeeId, talkId, planId, at });
}

function fillDocument(
  db: Database,
  {
    number,
    employeeId,
    talkId,
    planId,
    at,
  }: { number: number; employeeId: string; talkId: string; planId: string; at: string },
): void {
  const id = `document-${talkId}`;
  const snapshot = JSON.stringify({ planId, goals: sentence });
  // As big as a real plan with its fonts, and as incompressible.
  const pdf = Buffer.alloc(60_000);
  for (
    let place = 0, seed = number;
    place < pdf.length;
    place += 4, seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
  ) {
    pdf.writeInt32LE(seed, place);
  }
  const hash = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
  db.insert(documents)
    .values({
      id,
      kind: 'trainingPlan',
      employeeId,
      talkId,
      planId,
      version: 1,
      state: 'signed',
      snapshot,
      snapshotSha256: hash(snapshot),
      pdf,
      pdfSha256: hash(pdf),
      createdAt: at,
      completedAt: at,
    })
    .run();
  for (const party of ['employee', 'leader'] as const) {
    const name = party === 'leader' ? 'Birgitte Halkjær' : employeeId;
    db.insert(signatures)
      .values({
        id: `${id}-${party}`,
        documentId: id,
        party,
        name,
        method: 'typed',
        drawing: '',
        wording: 'agree',
        signedAt: at,
      })
      .run();
  }
}
