import type { MeritRequirement } from '@shared/contract/merit-package';
import type { Database } from '../open';
import { type Leader, leaderStandings, leadersWithRequirement } from './leader-training';

/** Somebody who may apply: her name and post, and her requirement as an application would quote it today. */
export type Applicant = {
  readonly employeeId: string;
  readonly name: string;
  readonly title: string;
  readonly requirementId: string;
  readonly requirement: MeritRequirement;
};

/** Everybody whose post has a requirement on a day, in Danish order. */
export const applicantsOn = (db: Database, day: string): Applicant[] =>
  leadersWithRequirement(db, day).map(applicant);

/** One employee as an applicant; null when her post has no requirement on that day. */
export function applicantOn(db: Database, employeeId: string, day: string): Applicant | null {
  const [found] = leaderStandings(db, day, [employeeId]);
  if (!found?.requirement || !found.clock) return null;
  const { requirement, clock } = found;
  return applicant({ ...found, requirement, clock });
}

function applicant({ employeeId, name, role, requirement, clock, sums }: Leader): Applicant {
  const { ects, beginWithinMonths, basis, source, lastCheckedOn, parts } = requirement;
  return {
    employeeId,
    name,
    title: role,
    requirementId: requirement.id,
    requirement: {
      name: requirement.name,
      ects,
      beginWithinMonths,
      basis,
      source,
      lastCheckedOn,
      parts: [...parts],
      earned: sums.earned,
      applied: sums.missing,
      beginBy: clock.deadline,
      hasBegun: clock.state === 'begun' || clock.state === 'fulfilled',
    },
  };
}
