/**
 * Features that show people, teams, plans, activities and money together: what changes one of those changes answers in
 * all of these.
 */
export const developmentFeatures = [
  'programme',
  'catalogues',
  'courseChains',
  'enrolments',
  'funds',
  'seatPlan',
] as const;

/** What one of them changes when it writes: all of them, and the pages that gather people's work. */
export const developmentChanges = [...developmentFeatures, 'today', 'history', 'employees'] as const;
