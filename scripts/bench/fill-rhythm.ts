import type { Database } from '../../electron/data/open';
import { leaves, responsibleLeaders } from '../../electron/data/schema/employees';
import { ownTalkWishes, talkFrequencyRules } from '../../electron/data/schema/season';
import {
  agreements,
  ratingLevels,
  ratings,
  talkNotes,
  talkParticipants,
  talks,
} from '../../electron/data/schema/talks';
import type { SpiderInUse } from './fill-spiders';

/** One to each of the first three teams, which everybody is in one of (`fillSchool`). */
const leaders = ['employee-9', 'employee-21', 'employee-33'];

/**
 * What a school has beside the talks with each person: leaders with people of their own, units in which individual and team
 * talks take turns, absences, and each unit's last team talk, rated in common, with promises.
 */
export function fillRhythm(db: Database, staff: number, spider: SpiderInUse): void {
  db.insert(talkFrequencyRules)
    .values(
      [0, 1, 2].map((team) => ({
        id: `rule-${team}`,
        teamId: `team-${team}`,
        pattern: 'MUS,TUS',
        startYear: team === 0 ? '2025/26' : '2024/25',
        rights: 'Den, der beder om sin egen samtale, får den.',
      })),
    )
    .run();
  for (let number = 1; number <= staff; number++) {
    const employeeId = `employee-${number}`;
    const leaderId = leaders[number % 3] ?? '';
    if (leaderId === employeeId || number % 11 === 0) continue;
    db.insert(responsibleLeaders)
      .values({ id: `leader-of-${number}`, employeeId, leaderId, fromDate: '2023-08-01' })
      .run();
    if (number % 25 === 0) {
      db.insert(leaves)
        .values({
          id: `leave-${number}`,
          employeeId,
          fromDate: '2026-03-01',
          toDate: '2026-10-31',
          createdAt: '2026-02-01T09:00:00.000Z',
        })
        .run();
    }
    if (number % 20 === 0)
      db.insert(ownTalkWishes).values({ employeeId, schoolYear: '2026/27', wishedOn: '2026-09-01' }).run();
  }
  for (const team of [0, 1, 2]) fillTeamTalk(db, team, staff, spider);
}

function fillTeamTalk(db: Database, team: number, staff: number, spider: SpiderInUse): void {
  const id = `team-talk-${team}`;
  // The unit that has its team talks in other years than the rest had its last one a year earlier.
  const schoolYear = team === 0 ? '2024/25' : '2025/26';
  const heldOn = `${schoolYear.slice(0, 4)}-12-0${2 + team}`;
  const at = `${heldOn}T15:00:00.000Z`;
  db.insert(talks)
    .values({
      id,
      kind: 'TUS',
      teamId: `team-${team}`,
      leaderName: 'Birgitte Halkjær',
      schoolYear,
      heldOn,
      startsAt: '13:00',
      minutes: 120,
      isFixed: true,
      place: 'Personalerummet',
      others: '',
      purpose: 'At se på teamets opgaver og kræfter.',
      agenda: 'De fem hovedområder.',
      notForDiscussion: '',
      templateVersionId: spider.versionId,
      horizonMonths: 24,
      emptyPlanReason: '',
      createdAt: at,
      closedAt: at,
    })
    .run();
  const members = Array.from({ length: staff }, (_, n) => n + 1).filter((number) => number % 3 === team);
  for (const number of members)
    db.insert(talkParticipants)
      .values({ talkId: id, employeeId: `employee-${number}` })
      .run();
  db.insert(talkNotes)
    .values(
      [1, 2, 3, 4, 5].map((area) => ({
        talkId: id,
        area,
        text: 'Vi ser det ens i de fleste felter. '.repeat(8),
        updatedAt: at,
      })),
    )
    .run();
  db.insert(ratings)
    .values({ id: `rating-${id}`, talkId: id, role: 'team', updatedAt: at })
    .run();
  db.insert(ratingLevels)
    .values(
      spider.competences.map((competence, place) => ({
        ratingId: `rating-${id}`,
        competenceId: competence.id,
        state: 'rated' as const,
        level: 1 + ((team + place) % 5),
        comment: '',
      })),
    )
    .run();
  for (const place of [0, 1, 2, 3]) {
    db.insert(agreements)
      .values({
        id: `agreement-${id}-${place}`,
        teamId: `team-${team}`,
        talkId: id,
        schoolYear,
        competence: spider.competences[place]?.name ?? '',
        activity: 'Alle besøger en kollegas time to gange.',
        who: 'Hele teamet',
        dueOn: `2027-0${1 + place}-15`,
        giver: place === 3 ? 'leader' : 'employee',
        receiver: 'team',
        origin: 'both',
        state: 'open',
        stateReason: '',
        createdAt: at,
      })
      .run();
  }
}
