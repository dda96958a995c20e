import type { LeaderStanding } from '../../data/queries/leader-training';

/** How a person stands, as the contract answers it. */
export function standingOf(standing: LeaderStanding) {
  const { employeeId, name, role, sums, plannedCompletionOn, leaves, meritIsOpen } = standing;
  return { employeeId, name, role, sums, plannedCompletionOn, leaves: [...leaves], meritIsOpen };
}
