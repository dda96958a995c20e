import type { caseExchange } from '@shared/contract/case-exchange';
import type { Output } from '@shared/contract/core';
import { danishOrder } from '@shared/domain/danish-order';
import { daysBetween, localDate } from '@shared/domain/dates';
import { meritRoles } from '@shared/domain/merit-states';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database } from '../../data/open';
import { isAnswer, standing } from '../../data/queries/merit-travel';
import { exchangePartners } from '../../data/schema/exchange';
import { meritCases } from '../../data/schema/merit';

type CaseRow = typeof meritCases.$inferSelect;
type InboxCase = Output<typeof caseExchange.inbox>['cases'][number];

const order: readonly InboxCase['next'][] = ['positions', 'meeting', 'sendAnswer', 'school', 'nothing'];

/** Cases that came from schools: those that wait here first, of them the one that has waited longest. */
export function inbox(db: Database, now: Date): Output<typeof caseExchange.inbox> {
  const today = localDate(now);
  const cases = db
    .select()
    .from(meritCases)
    .innerJoin(exchangePartners, eq(exchangePartners.id, meritCases.partnerId))
    .where(and(isNull(meritCases.removedAt), isNotNull(meritCases.partnerId)))
    .all()
    .map(({ merit_cases: one, exchange_partners: school }) => row(db, one, school.name, today))
    .sort(
      (a, b) =>
        Number(a.daysWaiting === null) - Number(b.daysWaiting === null) ||
        (b.daysWaiting ?? 0) - (a.daysWaiting ?? 0) ||
        order.indexOf(a.next) - order.indexOf(b.next) ||
        (b.receivedOn ?? '').localeCompare(a.receivedOn ?? '') ||
        danishOrder.compare(a.schoolName, b.schoolName) ||
        a.caseId.localeCompare(b.caseId),
    );
  const isNext = (...wanted: InboxCase['next'][]) => cases.filter(({ next }) => wanted.includes(next)).length;
  return { cases, counts: { waiting: isNext('positions', 'meeting'), toSend: isNext('sendAnswer') } };
}

function row(db: Database, one: CaseRow, schoolName: string, today: string): InboxCase {
  const { spoken, receivedAt, sentAt, lastPosition, lastStep, isUnsent } = standing(db, one);
  const next = nextStep(one, isUnsent);
  const since = next === 'positions' ? later(receivedAt, lastStep) : lastPosition;
  const isHere = next === 'positions' || next === 'meeting' || next === 'sendAnswer';
  return {
    caseId: one.id,
    schoolName,
    applicantName: one.applicantName,
    appliedOn: one.appliedOn,
    receivedOn: dayOf(receivedAt),
    state: one.state,
    next,
    missing: next === 'positions' ? meritRoles.filter((role) => !spoken.includes(role)) : [],
    daysWaiting: isHere && since !== null ? Math.max(0, daysBetween(dayOf(since) ?? today, today)) : null,
    answeredOn: dayOf(sentAt),
  };
}

function nextStep({ state }: CaseRow, isUnsent: boolean): InboxCase['next'] {
  if (state === 'submitted') return 'positions';
  if (state === 'disagreement') return 'meeting';
  if (isAnswer(state) && isUnsent) return 'sendAnswer';
  return state === 'moreInformation' ? 'school' : 'nothing';
}

const dayOf = (moment: string | null) => (moment === null ? null : localDate(new Date(moment)));
const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);
