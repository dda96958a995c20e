import type { MeritLetterPrint } from '@shared/contract/print-merit';
import { localDate } from '@shared/domain/dates';
import { isDecided, meritMoveRules } from '@shared/domain/merit-case';
import { meritRoles } from '@shared/domain/merit-states';
import { refuse } from '@shared/domain/text';
import { eq } from 'drizzle-orm';
import type { Database } from '../open';
import { exchangePartners } from '../schema/exchange';
import { schools } from '../schema/school';
import { readCase } from './merit-case';

/** Everything the decision letter prints. Refuses a case that is not decided by both. */
export function meritLetterContent(db: Database, caseId: string): MeritLetterPrint {
  const one = readCase(db, caseId);
  const { state, round, decidedOn, appliedOn, applicantName, applicantTitle, requirement, ects } = one;
  if (!isDecided(state) || decidedOn === null) {
    throw refuse('conflict', {
      da: 'Brevet kan laves, når begge har taget stilling og er enige.',
      en: 'The letter can be made once both have taken a position and agree.',
    });
  }
  const school = db.select().from(schools).get();
  const partner = one.partnerId
    ? db
        .select({ name: exchangePartners.name })
        .from(exchangePartners)
        .where(eq(exchangePartners.id, one.partnerId))
        .get()
    : undefined;
  const begun = one.steps.find((step) => step.round === round && meritMoveRules[step.move].beginsRound);
  return {
    schoolName: school?.name ?? '',
    municipality: school?.municipality ?? '',
    retentionYears: school?.retentionYears ?? 0,
    keptFrom: school?.profile === 'hr' ? 'decision' : 'leaving',
    applicantName,
    applicantTitle,
    applicantSchool: partner?.name ?? school?.name ?? '',
    appliedOn,
    decidedOn,
    state,
    round,
    begun: begun ? { move: begun.move, reason: begun.reason } : null,
    requirement,
    ects: ects ?? 0,
    evidence: one.evidence.map(({ title, provider, year, ects: points, covers }) => ({
      title,
      provider,
      year,
      ects: points,
      covers: [...covers],
    })),
    positions: meritRoles.flatMap((role) =>
      one.positions
        .filter((position) => position.round === round && position.role === role)
        .map(({ name, verdict, ects: points, reason, takenAt }) => ({
          role,
          name,
          verdict,
          ects: points,
          reason,
          takenOn: localDate(new Date(takenAt)),
        })),
    ),
  };
}
