/**
 * Features that work in a file of HR. Whatever another feature would change belongs to a school's world and is refused
 * there; what it is asked, it answers from an empty file.
 */
export const hrFeatures: readonly string[] = [
  'vault',
  'preferences',
  'school',
  'backups',
  'documents',
  'drafts',
  'merit',
  'exchange',
  'caseExchange',
];
