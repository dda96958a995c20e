import type { Output } from '@shared/contract/core';
import type { season } from '@shared/contract/season';
import { employees, leaves, teamMemberships, teams } from '../../data/schema/employees';
import { testSchool } from '../talks-test-school';

export type Proposal = Output<typeof season.propose>;
export type Due = Output<typeof season.due>;
export type Booked = Output<typeof season.accept>;

export const schoolYear = '2026/27';
const longAgo = '2026-08-01T06:00:00.000Z';

/**
 * The small school with its leader on the staff list and a second leader: Pernille and Kasper in Mellemtrinsteam, Ole in
 * none. On 23 November 2026 nobody has had a talk.
 */
export function seasonSchool(...overrides: Parameters<typeof testSchool>) {
  const test = testSchool(...overrides);
  const { db } = test.context;
  const person = { title: '', leavingDate: null, employmentPercent: 100, note: '', createdAt: longAgo };
  const leader = { ...person, categoryId: 'support', employmentDate: '2012-08-01' };
  db.insert(employees)
    .values([
      { ...leader, id: 'birgitte', employeeNumber: '10', name: 'Birgitte Halkjær' },
      { ...leader, id: 'thomas', employeeNumber: 'S/02', name: 'Thomas Lind' },
    ])
    .run();
  db.insert(teams).values({ id: 'middle', name: 'Mellemtrinsteam', type: 'team' }).run();
  db.insert(teamMemberships)
    .values(
      ['pernille', 'kasper'].map((employeeId) => ({
        id: `in ${employeeId}`,
        employeeId,
        teamId: 'middle',
        fromDate: '2024-08-01',
      })),
    )
    .run();
  const { call } = test;
  return {
    ...test,
    due: (year = schoolYear) => call<Due>('season', 'due', { schoolYear: year }),
    propose: (change: Record<string, unknown> = {}) =>
      call<Proposal>('season', 'propose', {
        schoolYear,
        first: '2026-11-30',
        last: '2027-01-31',
        maxPerDay: 2,
        pauseMinutes: 15,
        keep: true,
        ...change,
      }),
    /** Books what was proposed, leaving out what stays. */
    accept: (proposal: Proposal) =>
      call<Booked>('season', 'accept', { schoolYear, talks: acceptable(proposal) }),
    alternate: (teamId: string | null, ...pattern: string[]) =>
      call('season', 'saveRule', { teamId, pattern, startYear: '2026/27', rights: '' }),
    leave: (employeeId: string, fromDate: string, toDate: string | null) =>
      db
        .insert(leaves)
        .values({ id: `away ${employeeId}`, employeeId, fromDate, toDate, createdAt: longAgo })
        .run(),
  };
}

/** A proposal as the page sends it back. */
export function acceptable({ talks }: Proposal) {
  return talks
    .filter(({ change }) => change !== 'kept')
    .map(({ talkId, kind, employeeId, teamId, leaderId, heldOn, startsAt, minutes }) => ({
      ...{ talkId, kind, employeeId, teamId, leaderId, heldOn, startsAt, minutes },
    }));
}
