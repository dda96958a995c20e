import { periodCovers } from './employment';

/** Somebody in a team from a day to a day, both of them included; `toDate` null while it lasts. */
export type TeamMembership = {
  readonly employeeId: string;
  readonly teamId: string;
  readonly fromDate: string;
  readonly toDate: string | null;
};

/** Who has been at the school: nobody who has left before the day, or who was taken out of Spind, has a module. */
export type ModulePerson = {
  readonly employeeId: string;
  readonly leavingDate: string | null;
  readonly isRemoved: boolean;
};

/** A module (a step of a chain) that a team solved on a day. */
export type TeamCompletion = {
  readonly stepId: string;
  readonly teamId: string;
  readonly completedOn: string;
};

/** A module a person is credited with: by which team, and on which day she was a member of it. */
export type ModuleCredit = TeamCompletion & { readonly employeeId: string };

/**
 * Who is credited with what: exactly those who were members of the team on the day it solved the module (R004-06).
 * Derived each time and kept nowhere, so a membership that is moved moves the credit with it. A person who was in two
 * teams that solved the same module is there twice, once for each reason.
 */
export function moduleCredits(
  completions: readonly TeamCompletion[],
  memberships: readonly TeamMembership[],
  people: readonly ModulePerson[],
): ModuleCredit[] {
  const known = new Map(people.map((person) => [person.employeeId, person]));
  return completions.flatMap((completion) => {
    const { teamId, completedOn: day } = completion;
    const members = memberships
      .filter((membership) => membership.teamId === teamId && periodCovers(membership, day))
      .map(({ employeeId }) => employeeId)
      .filter((employeeId) => {
        const person = known.get(employeeId);
        if (!person || person.isRemoved) return false;
        return person.leavingDate === null || person.leavingDate >= day;
      });
    return [...new Set(members)].map((employeeId) => ({ employeeId, ...completion }));
  });
}
