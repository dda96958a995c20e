import type { Database } from '../open';
import { schools } from '../schema/school';

/** Whether the open file is one of HR, which has cases from schools and no staff of its own. */
export function isHrFile(db: Database): boolean {
  return db.select({ profile: schools.profile }).from(schools).get()?.profile === 'hr';
}
