import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { type ModulePerson, moduleCredits, type TeamCompletion, type TeamMembership } from './team-modules';

const person = (employeeId: string, change: Partial<ModulePerson> = {}): ModulePerson => ({
  employeeId,
  leavingDate: null,
  isRemoved: false,
  ...change,
});
const member = (
  employeeId: string,
  fromDate: string,
  toDate: string | null,
  teamId = 'M',
): TeamMembership => ({
  employeeId,
  teamId,
  fromDate,
  toDate,
});
const solved: TeamCompletion = { stepId: '1', teamId: 'M', completedOn: '2027-03-12' };
const who = (memberships: TeamMembership[], people = ['a', 'b', 'c'].map((one) => person(one))) =>
  moduleCredits([solved], memberships, people).map(({ employeeId }) => employeeId);

describe('a module a team has solved', () => {
  it('counts for who joined or left on the very day, and for nobody a day off', () => {
    expect(who([member('a', '2027-03-12', null), member('b', '2020-08-01', '2027-03-12')])).toEqual([
      'a',
      'b',
    ]);
    expect(who([member('a', '2027-03-13', null), member('b', '2020-08-01', '2027-03-11')])).toEqual([]);
  });

  it('counts for nobody of another team, once for who is in it twice, and not for who has left or is removed', () => {
    expect(who([member('a', '2020-08-01', null, 'other')])).toEqual([]);
    expect(who([member('a', '2020-08-01', '2027-03-12'), member('a', '2027-03-12', null)])).toEqual(['a']);
    const people = [
      person('a', { leavingDate: '2027-03-11' }),
      person('b', { leavingDate: '2027-03-12' }),
      person('c', { isRemoved: true }),
    ];
    expect(
      who(
        people.map(({ employeeId }) => member(employeeId, '2020-08-01', null)),
        people,
      ),
    ).toEqual(['b']);
  });

  // Few days, teams and people, so that every edge is met often.
  const day = fc.nat(6).map((n) => addDays('2027-03-10', n));
  const employeeId = fc.constantFrom('a', 'b', 'c', 'd');
  const teamId = fc.constantFrom('M', 'U', 'S');
  const someMemberships = fc.array(
    fc
      .record({ employeeId, teamId, fromDate: day, length: fc.option(fc.nat(6)) })
      .map(({ fromDate, length, ...rest }) => ({
        ...rest,
        fromDate,
        toDate: length === null ? null : addDays(fromDate, length),
      })),
    { maxLength: 12 },
  );
  const someCompletions = fc.uniqueArray(
    fc.record({ stepId: fc.constantFrom('1', '2', '3'), teamId, completedOn: day }),
    { selector: (one) => `${one.stepId} ${one.teamId}` },
  );
  const somePeople = fc.uniqueArray(
    fc.record({ employeeId, leavingDate: fc.option(day), isRemoved: fc.boolean() }),
    { selector: (one) => one.employeeId },
  );

  it('is credited to exactly the members of that day', () => {
    fc.assert(
      fc.property(someCompletions, someMemberships, somePeople, (completions, memberships, people) => {
        const credits = moduleCredits(completions, memberships, people);
        const said = new Set(credits.map((one) => `${one.stepId} ${one.teamId} ${one.employeeId}`));
        expect(said.size).toBe(credits.length);
        // Asked the other way round: every person, every completion, day by day of each membership.
        for (const { employeeId: one, leavingDate, isRemoved } of people) {
          for (const { stepId, teamId: team, completedOn } of completions) {
            const days = memberships
              .filter((row) => row.employeeId === one && row.teamId === team)
              .flatMap(({ fromDate, toDate }) => daysOf(fromDate, toDate));
            const wasThere =
              !isRemoved &&
              days.includes(completedOn) &&
              !(leavingDate !== null && leavingDate < completedOn);
            expect(said.has(`${stepId} ${team} ${one}`)).toBe(wasThere);
          }
        }
        const known = new Set<string>(people.map((one) => one.employeeId));
        expect(credits.every((one) => known.has(one.employeeId))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** Every day of a membership, as far as the days of these tests go. */
function daysOf(from: string, to: string | null): string[] {
  const days: string[] = [];
  for (let day = from; day <= (to ?? '2027-03-31'); day = addDays(day, 1)) days.push(day);
  return days;
}
