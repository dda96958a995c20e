import type { Call } from '@shared/contract/core';
import { hrFeatures } from '@shared/contract/hr-features';
import { refuse } from '@shared/domain/text';
import { isHrFile } from '../data/queries/hr';
import type { Context } from './context';

/** Refuses an order that belongs to a school's world where the open file is one of HR. */
export function refuseInHrFile({ session }: Context, feature: string, call: Call): void {
  const changesSchool = call.access !== 'always' && call.changes.length > 0 && !hrFeatures.includes(feature);
  if (!changesSchool || !session.open || !isHrFile(session.open.db)) return;
  throw refuse('forbidden', {
    da: 'Denne fil hører til HR. Medarbejdere og samtaler ligger i skolens egen Spind.',
    en: 'This file belongs to HR. Staff and talks are in the school’s own Spind.',
  });
}
