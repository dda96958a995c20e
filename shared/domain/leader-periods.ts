import { addDays } from './dates';
import { type Period, periodCovers } from './employment';
import { refuse, type Text } from './text';

/** Who was one employee's responsible leader from which day to which. Days without a period are the school leader's. */
export type LeaderPeriod = Period & { readonly id: string; readonly leaderId: string };

/** What becomes of one employee's periods: some go, some end earlier, some are new. */
export type PeriodChange = {
  readonly gone: readonly string[];
  readonly cut: readonly { readonly id: string; readonly toDate: string }[];
  readonly fresh: readonly (Period & { readonly leaderId: string })[];
};

const later = (a: string, b: string) => (a > b ? a : b);

/** A period that ended before today is history, and history is never changed (U5). */
const hasEnded = (period: Period, today: string) => period.toDate !== null && period.toDate < today;

/** Whether a period reaches the day or begins after it. */
const reaches = (period: Period, day: string) => period.toDate === null || period.toDate >= day;

const dayBeforeNext = (periods: readonly LeaderPeriod[], from: string): string | null => {
  const next = periods.map(({ fromDate }) => fromDate).filter((fromDate) => fromDate > from);
  return next.length > 0 ? addDays(next.sort()[0] ?? '', -1) : null;
};

/**
 * Makes `leaderId` responsible from `from`; null gives the employee back to the school's leader. The period of that day
 * ends the day before, and one that begins on the very day is replaced. A period planned for later stays, and the new
 * one lasts until it begins. Null when nothing changes. Refuses a day in a period that has ended, or before one that
 * has begun: what was so stays so.
 */
export function leadFrom(
  periods: readonly LeaderPeriod[],
  { leaderId, from, today }: { leaderId: string | null; from: string; today: string },
): PeriodChange | null {
  const earliest = periods
    .flatMap((period) => {
      if (hasEnded(period, today)) return [addDays(period.toDate ?? '', 1)];
      return period.fromDate <= today ? [period.fromDate] : [];
    })
    .reduce(later, '');
  if (from < earliest) throw tooEarly(earliest);
  const covering = periods.find((period) => periodCovers(period, from));
  if ((covering?.leaderId ?? null) === leaderId) return null;
  const toDate = covering ? covering.toDate : dayBeforeNext(periods, from);
  const fresh = leaderId === null ? [] : [{ leaderId, fromDate: from, toDate }];
  if (!covering) return { gone: [], cut: [], fresh };
  if (covering.fromDate === from) return { gone: [covering.id], cut: [], fresh };
  return { gone: [], cut: [{ id: covering.id, toDate: addDays(from, -1) }], fresh };
}

const danish = (date: string) => date.split('-').map(Number).reverse().join('-');

function tooEarly(earliest: string) {
  const text: Text = {
    da: `Der står allerede en leder indtil den dag, og det ændrer Spind ikke bagud. Vælg tidligst ${danish(earliest)}.`,
    en: `A leader already stands until that day, and Spind does not change what has been. Choose ${earliest} or later.`,
  };
  return refuse('conflict', text, { fromDate: text });
}

type Handover = {
  readonly employeeId: string;
  readonly leaderId: string;
  readonly toLeaderId: string;
  readonly onDate: string;
  readonly today: string;
  /** Set when she leads the school: the first day Spind knows of the employee. Days without a period are then hers. */
  readonly schoolSince: string | null;
};

/**
 * Gives one employee on from a leader to the next. Periods that have ended stay; the present one ends the day before,
 * later ones change leader. Nobody becomes her own leader. Where the school itself changes leader, the days without a
 * period are written down as they were, else they would seem to have been the new leader's.
 */
export function handOverPeriods(periods: readonly LeaderPeriod[], handover: Handover): PeriodChange | null {
  const { employeeId, leaderId, toLeaderId, onDate, today, schoolSince } = handover;
  const isNewLeader = employeeId === toLeaderId;
  const gone: string[] = [];
  const cut: { id: string; toDate: string }[] = [];
  const fresh: (Period & { leaderId: string })[] = [];
  for (const period of periods) {
    // Who leads the school herself has no leader in it.
    const isHers = period.leaderId === leaderId || (isNewLeader && schoolSince !== null);
    if (!isHers || hasEnded(period, today) || !reaches(period, onDate)) continue;
    if (period.fromDate < onDate) cut.push({ id: period.id, toDate: addDays(onDate, -1) });
    else gone.push(period.id);
    const fromDate = later(period.fromDate, onDate);
    if (!isNewLeader) fresh.push({ leaderId: toLeaderId, fromDate, toDate: period.toDate });
  }
  const gap = schoolSince === null ? null : gapAt(periods, later(onDate, today), schoolSince);
  if (gap) {
    if (gap.fromDate < onDate) fresh.push({ leaderId, fromDate: gap.fromDate, toDate: addDays(onDate, -1) });
    const fromDate = later(gap.fromDate, onDate);
    if (!isNewLeader) fresh.push({ leaderId: toLeaderId, fromDate, toDate: gap.toDate });
  }
  return gone.length + cut.length + fresh.length > 0 ? { gone, cut, fresh } : null;
}

/** The days without a period around a day, from `since` on; null when a period covers the day. */
function gapAt(periods: readonly LeaderPeriod[], day: string, since: string): Period | null {
  if (periods.some((period) => periodCovers(period, day))) return null;
  const ended = periods.flatMap(({ toDate }) =>
    toDate !== null && toDate < day ? [addDays(toDate, 1)] : [],
  );
  const fromDate = ended.reduce(later, since);
  return { fromDate, toDate: dayBeforeNext(periods, later(fromDate, day)) };
}
