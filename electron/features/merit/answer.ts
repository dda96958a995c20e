import type { MeritCaseAnswer, MeritCaseRow, MeritRound } from '@shared/contract/merit';
import { daysBetween, localDate } from '@shared/domain/dates';
import {
  isWritable,
  type MeritParty,
  meritMoveRules,
  missingRoles,
  openMoves,
} from '@shared/domain/merit-case';
import { type MeritRole, meritRoles } from '@shared/domain/merit-states';
import { desc, eq } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { asRulesSee, type WholeCase } from '../../data/queries/merit-case';
import { elsewhere } from '../../data/queries/merit-travel';
import { exchangePartners } from '../../data/schema/exchange';
import { meritPositions } from '../../data/schema/merit';
import { schools } from '../../data/schema/school';

/** A case as the list shows it, on a day. */
export function rowOf(db: Database, one: WholeCase, today: string): MeritCaseRow {
  const away = elsewhere(db, one);
  const { id, applicantName, applicantTitle, state, round, ects, appliedOn, decidedOn } = one;
  const handedOn = one.steps.filter((step) => step.round === round).at(-1)?.at;
  const days = handedOn ? daysBetween(localDate(new Date(handedOn)), today) : 0;
  const school = one.partnerId
    ? db
        .select({ name: exchangePartners.name })
        .from(exchangePartners)
        .where(eq(exchangePartners.id, one.partnerId))
        .get()
    : undefined;
  return {
    id,
    applicantName,
    applicantTitle,
    schoolName: school?.name ?? '',
    state,
    round,
    applied: one.requirement.applied,
    ects,
    appliedOn,
    decidedOn,
    waitsFor: missingRoles(asRulesSee(one)).map((role) => ({ role, days: Math.max(0, days) })),
    elsewhere: away && { name: away.name, sentOn: localDate(new Date(away.sentAt)) },
  };
}

/** A whole case for whoever sits here: what one of the two has said stays unsaid until the other has spoken too. */
export function answerOf(db: Database, one: WholeCase, today: string): MeritCaseAnswer {
  const parties = partiesHere(one);
  return {
    ...rowOf(db, one, today),
    employeeId: one.employeeId,
    requirement: one.requirement,
    application: one.application,
    evidence: one.evidence.map(({ attachment, covers, ...paper }) => ({
      ...paper,
      covers: [...covers],
      attachment: attachment && { name: attachment.name, size: attachment.size },
    })),
    rounds: roundsOf(one),
    moves: openMoves(asRulesSee(one)).filter((move) => parties.includes(meritMoveRules[move].by)),
    isWritable: isWritable(one.state) && parties.includes('applicant'),
    isRemovable: isRemovable(one),
    usualNames: usualNames(db),
  };
}

/** A school speaks for its applicant, and may be where both decide; a case that came from a school is only decided here. */
export const partiesHere = (one: Pick<WholeCase, 'employeeId'>): readonly MeritParty[] =>
  one.employeeId ? ['applicant', 'deciders'] : ['deciders'];

/** What was never handed in can go altogether. */
export const isRemovable = ({ state, steps, employeeId }: WholeCase) =>
  state === 'draft' && steps.length === 0 && employeeId !== null;

function roundsOf({ round, positions, steps }: WholeCase): MeritRound[] {
  return Array.from({ length: round }, (_, index) => round - index).map((number) => {
    const ofRound = steps.filter((step) => step.round === number);
    const begun = ofRound.find(({ move }) => meritMoveRules[move].beginsRound || move === 'submit');
    const withdrawn = ofRound.find(({ move }) => move === 'withdraw');
    const spoken = meritRoles.flatMap((role) =>
      positions.filter((position) => position.round === number && position.role === role),
    );
    const areBothIn = spoken.length === meritRoles.length;
    return {
      number,
      begun: begun ? { move: begun.move, reason: begun.reason, at: begun.at } : null,
      withdrawn: withdrawn ? { reason: withdrawn.reason, at: withdrawn.at } : null,
      positions: spoken.map(({ role, name, takenAt, verdict, ects, reason }) => ({
        role,
        name,
        takenAt,
        said: areBothIn ? { verdict, ects, reason } : null,
      })),
    };
  });
}

/** Who usually speaks in each role: in a file of HR the two it names, elsewhere whoever did so last. */
function usualNames(db: Database): Record<MeritRole, string> {
  const school = db.select().from(schools).get();
  if (school?.profile === 'hr') {
    return { hrChief: school.leaderName, developmentChief: school.developmentChiefName };
  }
  const last = (role: MeritRole) =>
    db
      .select({ name: meritPositions.name })
      .from(meritPositions)
      .where(eq(meritPositions.role, role))
      .orderBy(desc(meritPositions.takenAt))
      .get()?.name ?? '';
  return { hrChief: last('hrChief'), developmentChief: last('developmentChief') };
}
