import { groupBy } from '@shared/domain/group-by';
import { list } from '@shared/domain/list-text';
import type { LeaderHours } from '@shared/domain/season-plan/types';
import type { Language } from '@shared/domain/text';
import { dayMonth } from '../../ui/day-month';
import { clock, weekdayTime } from '../../ui/format';

/** "tir 1. dec. 12.30". */
export function dayAndTime(date: string, startsAt: string, language: Language): string {
  const parts = [weekdayTime(date, '', language), dayMonth(date, language), clock(startsAt, language)];
  return parts.filter(Boolean).join(' ');
}

/** "12.30–13.30". */
export function timeSpan(startsAt: string, minutes: number, language: Language): string {
  if (startsAt === '') return '';
  const end = Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3)) + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  const endsAt = `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`;
  return `${clock(startsAt, language)}–${clock(endsAt, language)}`;
}

type Hours = Omit<LeaderHours, 'leaderId'>;

/** 1 → "mandag". */
export function weekdayName(weekday: number, language: Language): string {
  // 1 January 2024 was a Monday.
  const day = new Date(`2024-01-0${weekday}T12:00:00`);
  return day.toLocaleDateString(language === 'da' ? 'da-DK' : 'en-GB', { weekday: 'long' });
}

/** Hours in one line, days of the same hours together: "mandag–torsdag 13.00–16.00, fredag 09.00–11.30". */
export function hoursLine(hours: readonly Hours[], language: Language): string {
  const time = (at: string) => clock(at, language);
  const spans = groupBy(hours, (one) => `${time(one.startsAt)}–${time(one.endsAt)}`);
  return [...spans]
    .map(
      ([span, days]) =>
        `${dayRuns(
          days.map(({ weekday }) => weekday),
          language,
        )} ${span}`,
    )
    .join(', ');
}

/** [1, 2, 3, 5] → "mandag–onsdag og fredag": three days on end or more become a run. */
function dayRuns(weekdays: readonly number[], language: Language): string {
  const runs: number[][] = [];
  for (const day of [...new Set(weekdays)].sort()) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => weekdayName(day, language);
  const words = runs.flatMap((run) =>
    run.length > 2 ? [`${name(run[0] ?? 1)}–${name(run.at(-1) ?? 1)}`] : run.map(name),
  );
  return list(words, language);
}
