import { isDecided } from '@shared/domain/merit-case';
import type { DecidedCase } from '@shared/domain/merit-precedents';
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Database } from '../open';
import { exchangePartners } from '../schema/exchange';
import { meritCases } from '../schema/merit';
import { schools } from '../schema/school';
import { readCase } from './merit-case';

/** Every decided case but this one, with the names that must not be seen of it. */
export function decidedCases(db: Database, exceptId: string): DecidedCase[] {
  const ownName = db.select({ name: schools.name }).from(schools).get()?.name ?? '';
  return db
    .select({ id: meritCases.id, schoolName: exchangePartners.name })
    .from(meritCases)
    .leftJoin(exchangePartners, eq(exchangePartners.id, meritCases.partnerId))
    .where(and(isNull(meritCases.removedAt), isNotNull(meritCases.decidedOn), ne(meritCases.id, exceptId)))
    .all()
    .flatMap(({ id, schoolName }) => {
      const { state, decidedOn, ects, requirement, evidence, applicantName } = readCase(db, id);
      if (!isDecided(state) || decidedOn === null) return [];
      return [
        {
          id,
          decidedOn,
          state,
          applied: requirement.applied,
          ects: ects ?? 0,
          grounds: evidence.map(({ title, provider, ects: points, year }) => ({
            title,
            provider,
            ects: points,
            year,
          })),
          hidden: [applicantName, ownName, schoolName ?? ''],
        },
      ];
    });
}
