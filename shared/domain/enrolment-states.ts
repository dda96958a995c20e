/** Where an enrolment stands, from a wish to what came of it. */
export const enrolmentStates = [
  'wished',
  'approved',
  'enrolled',
  'underWay',
  'completed',
  'failed',
  'cancelled',
] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];

/** Before, during and after an activity (R001-08). */
export const activityPhases = ['before', 'during', 'after'] as const;
export type ActivityPhase = (typeof activityPhases)[number];
