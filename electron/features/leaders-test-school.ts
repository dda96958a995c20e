import { employees, teamMemberships, teams } from '../data/schema/employees';
import { schools } from '../data/schema/school';
import { testSchool } from './talks-test-school';

/**
 * The school of `talks-test-school` with its leaders on the staff list: Birgitte leads the school, Thomas and Amina
 * lead under her. Pernille, Kasper and Thomas are in a team, Ole in none.
 */
export function leadersTestSchool(...overrides: Parameters<typeof testSchool>) {
  const test = testSchool(...overrides);
  const { db } = test.context;
  const leader = (id: string, name: string, employmentDate: string, leavingDate: string | null = null) => ({
    id,
    name,
    employmentDate,
    leavingDate,
    employeeNumber: id,
    categoryId: 'support',
    title: 'pædagogisk leder',
    employmentPercent: 100,
    note: '',
    createdAt: '2026-08-01T06:00:00.000Z',
  });
  db.insert(employees)
    .values([
      leader('birgitte', 'Birgitte Halkjær', '2014-08-01'),
      leader('thomas', 'Thomas Ravnholt', '2020-08-01'),
      leader('amina', 'Amina Farooq', '2026-08-01'),
    ])
    .run();
  db.update(schools).set({ leaderEmployeeId: 'birgitte' }).run();
  db.insert(teams)
    .values([
      { id: 'middle', name: 'Mellemtrinsteam', type: 'team' },
      { id: 'office', name: 'Administration', type: 'department' },
    ])
    .run();
  db.insert(teamMemberships)
    .values(
      ['pernille', 'kasper', 'thomas'].map((employeeId) => ({
        id: `m-${employeeId}`,
        employeeId,
        teamId: 'middle',
        fromDate: '2024-08-01',
        toDate: null,
      })),
    )
    .run();

  /** Who leads whom now, by employee id. */
  const leaderOf = async (employeeId: string) =>
    (await test.call<{ leaderId: string | null }>('leaders', 'forEmployee', { employeeId })).leaderId;
  const set = (employeeIds: string[], leaderId: string | null, fromDate?: string) =>
    test.call<{ changed: number; unchanged: number; undoId: string | null }>('leaders', 'set', {
      who: { employeeIds },
      leaderId,
      ...(fromDate && { fromDate }),
    });
  /** Every row of a table as text, to see whether a single byte has changed. */
  const rowsOf = (sql: string, ...values: unknown[]) =>
    db.$client
      .prepare(sql)
      .all(...values)
      .map((row) => JSON.stringify(row));
  return { ...test, leaderOf, set, rowsOf };
}
