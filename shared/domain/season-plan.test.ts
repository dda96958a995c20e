import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoWeek } from './dates';
import { movedText, planSeason, unplacedText } from './season-plan';
import { toClock, toMinutes } from './season-plan/book';
import {
  type FixedAppointment,
  type Placement,
  type SeasonFrame,
  type SeasonPlan,
  type SeasonTalk,
  unplacedReasons,
} from './season-plan/types';

type Input = { talks: SeasonTalk[]; fixed: FixedAppointment[]; frame: SeasonFrame };

/** 2 November 2026 is a Monday. */
const monday = '2026-11-02';
const weekdays = [1, 2, 3, 4, 5];
const afternoons = (leaderId: string, startsAt = '12:00', endsAt = '16:00') =>
  weekdays.map((weekday) => ({ leaderId, weekday, startsAt, endsAt }));

const frame = (change: Partial<SeasonFrame> = {}): SeasonFrame => ({
  first: monday,
  last: addDays(monday, 25),
  closedDays: [],
  hours: afternoons('birgitte'),
  absences: [],
  maxPerDay: 3,
  pauseMinutes: 15,
  ...change,
});
const talk = (id: string, change: Partial<SeasonTalk> = {}): SeasonTalk => ({
  id,
  minutes: 60,
  leaderId: 'birgitte',
  people: [`${id}-person`],
  earliest: null,
  latest: null,
  urgency: 0,
  preferred: null,
  ...change,
});
const several = (n: number, change: Partial<SeasonTalk> = {}) =>
  Array.from({ length: n }, (_, index) =>
    talk(`t${String(index).padStart(3, '0')}`, { urgency: index, ...change }),
  );
const plan = ({ talks, fixed, frame }: Input) => planSeason(talks, fixed, frame);

/** Everything a plan must never do, in words; empty when it is sound. Written without the planner's own helpers. */
function faults({ talks, fixed, frame }: Input, answer: SeasonPlan): string[] {
  const found: string[] = [];
  const byId = new Map(talks.map((one) => [one.id, one]));
  const named = [...answer.placements, ...answer.unplaced].map(({ id }) => id).sort();
  if (JSON.stringify(named) !== JSON.stringify([...byId.keys()].sort()))
    found.push('a talk is lost or doubled');
  const clock = (text: string) => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1]);
  const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

  type Busy = { label: string; person: string; date: string; start: number; end: number };
  const busy: Busy[] = [];
  const add = (label: string, who: readonly (string | null)[], date: string, start: number, end: number) => {
    for (const person of new Set(who)) if (person !== null) busy.push({ label, person, date, start, end });
  };
  for (const [n, one] of fixed.entries()) {
    const start = one.startsAt === '' ? 0 : clock(one.startsAt);
    const end = one.startsAt === '' ? 1440 : start + one.minutes;
    add(`fixed ${n}`, [one.leaderId, ...one.people], one.date, start, end);
  }
  const pause = frame.pauseMinutes;
  const perDay = new Map<string, number>();
  const count = (key: string) => perDay.set(key, (perDay.get(key) ?? 0) + 1);
  for (const one of fixed) count(`${one.leaderId} ${one.date}`);
  for (const { id, date, startsAt } of answer.placements) {
    const one = byId.get(id);
    if (!one) continue;
    const [start, end] = [clock(startsAt), clock(startsAt) + one.minutes];
    add(id, [one.leaderId, ...one.people], date, start, end);
    count(`${one.leaderId} ${date}`);
    if ((perDay.get(`${one.leaderId} ${date}`) ?? 0) > frame.maxPerDay) found.push(`${id} is one too many`);
    if (date < frame.first || date > frame.last) found.push(`${id} is outside the season`);
    if (frame.closedDays.includes(date)) found.push(`${id} is on a closed day`);
    if ((one.earliest ?? date) > date || (one.latest ?? date) < date)
      found.push(`${id} is too early or late`);
    const isWithin = frame.hours.some(
      (hours) =>
        hours.leaderId === one.leaderId &&
        hours.weekday === weekday(date) &&
        clock(hours.startsAt) <= start &&
        end <= clock(hours.endsAt),
    );
    if (!isWithin) found.push(`${id} is outside the leader's hours`);
    for (const away of frame.absences) {
      const isAway = away.first <= date && (away.last ?? date) >= date;
      if (isAway && [one.leaderId, ...one.people].includes(away.personId)) found.push(`${id} lacks somebody`);
    }
  }
  for (const [n, a] of busy.entries()) {
    for (const b of busy.slice(n + 1)) {
      if (a.label.startsWith('fixed') && b.label.startsWith('fixed')) continue;
      if (a.person === b.person && a.date === b.date && a.start < b.end + pause && b.start < a.end + pause)
        found.push(`${a.person} is in ${a.label} and ${b.label} at once`);
    }
  }
  return found;
}

const people = ['anne', 'bo', 'carl', 'dorte', 'emil', 'finn'];
const leaders = ['birgitte', 'anders', 'thomas'];
const days = fc.integer({ min: 0, max: 11 }).map((day) => addDays(monday, day));
const times = fc.integer({ min: 32, max: 64 }).map((quarter) => toClock(quarter * 15));
/** Small worlds, so that things collide: three leaders, who are also each other's people, and two weeks. */
const inputs: fc.Arbitrary<Input> = fc.record({
  talks: fc
    .uniqueArray(
      fc.record({
        id: fc.integer({ min: 0, max: 30 }).map(String),
        minutes: fc.constantFrom(30, 45, 50, 60, 105, 120),
        leaderId: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...leaders) }, fc.constant(null)),
        people: fc.uniqueArray(fc.constantFrom(...people, ...leaders), { minLength: 1, maxLength: 4 }),
        earliest: fc.option(days, { freq: 5 }),
        latest: fc.option(days, { freq: 5 }),
        urgency: fc.integer({ min: 0, max: 4 }),
        preferred: fc.option(fc.record({ date: days, startsAt: fc.oneof(times, fc.constant('')) }), {
          freq: 2,
        }),
      }),
      { selector: ({ id }) => id, maxLength: 14 },
    )
    .map((list) => list.map((one) => ({ ...one, people: one.people.filter((who) => who !== one.leaderId) }))),
  fixed: fc.array(
    fc.record({
      leaderId: fc.constantFrom(...leaders),
      people: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }),
      date: days,
      startsAt: fc.oneof({ weight: 6, arbitrary: times }, fc.constant('')),
      minutes: fc.constantFrom(45, 60, 120),
    }),
    { maxLength: 6 },
  ),
  frame: fc.record({
    first: fc.constant(monday),
    last: fc.integer({ min: -1, max: 11 }).map((day) => addDays(monday, day)),
    closedDays: fc.uniqueArray(days, { maxLength: 3 }),
    hours: fc.array(
      fc
        .record({
          leaderId: fc.constantFrom(...leaders),
          weekday: fc.integer({ min: 1, max: 7 }),
          from: fc.integer({ min: 32, max: 56 }),
          quarters: fc.integer({ min: 2, max: 16 }),
        })
        .map(({ leaderId, weekday, from, quarters }) => ({
          leaderId,
          weekday,
          startsAt: toClock(from * 15),
          endsAt: toClock((from + quarters) * 15),
        })),
      { maxLength: 12 },
    ),
    absences: fc.array(
      fc.record({ personId: fc.constantFrom(...people), first: days, last: fc.option(days) }),
      { maxLength: 2 },
    ),
    maxPerDay: fc.integer({ min: 1, max: 4 }),
    pauseMinutes: fc.constantFrom(0, 10, 15),
  }),
});

describe('a plan, whatever it is given', () => {
  it('never has anybody in two places, nor lies outside hours, open days, season or what was asked', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(faults(input, plan(input))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is looked at so that a broken planner is caught', () => {
    // The control: planners that each break one rule, and the same look at them.
    const shift = (answer: SeasonPlan, change: (one: Placement) => Partial<Placement>): SeasonPlan => ({
      ...answer,
      placements: answer.placements.map((one) => ({ ...one, ...change(one) })),
    });
    const talks = [...several(6), talk('x', { leaderId: 'anders', people: ['t000-person'] })];
    const input: Input = {
      talks,
      fixed: [{ leaderId: 'birgitte', people: [], date: monday, startsAt: '12:00', minutes: 60 }],
      frame: frame({
        closedDays: [addDays(monday, 1)],
        hours: [...afternoons('birgitte'), ...afternoons('anders')],
      }),
    };
    const sound = plan(input);
    expect(faults(input, sound)).toEqual([]);
    const first = sound.placements.find(({ id }) => id === 't000');
    const broken: Record<string, SeasonPlan> = {
      'all on one time': shift(sound, () => ({ date: addDays(monday, 2), startsAt: '12:00' })),
      'on what is fixed': shift(sound, (one) =>
        one.id === first?.id ? { date: monday, startsAt: '12:30' } : {},
      ),
      'on a closed day': shift(sound, (one) => (one.id === first?.id ? { date: addDays(monday, 1) } : {})),
      'without a pause': shift(sound, (one) =>
        one.id === first?.id ? { date: monday, startsAt: '13:05' } : {},
      ),
      'outside hours': shift(sound, (one) => (one.id === first?.id ? { startsAt: '15:30' } : {})),
      'after the season': shift(sound, (one) => (one.id === first?.id ? { date: addDays(monday, 28) } : {})),
      'one lost': { ...sound, placements: sound.placements.slice(1) },
      'employee doubled': shift(sound, (one) => {
        const other = sound.placements.find(({ id }) => id === 't000');
        return one.id === 'x' && other ? { date: other.date, startsAt: other.startsAt } : {};
      }),
    };
    for (const [name, answer] of Object.entries(broken)) expect(faults(input, answer), name).not.toEqual([]);
  });

  it('is the same for the same input, in whatever order it comes', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const again = plan({
          ...input,
          talks: [...input.talks].reverse(),
          fixed: [...input.fixed].reverse(),
        });
        expect(again).toEqual(plan(input));
      }),
      { numRuns: 100 },
    );
  });

  it('stays as it is when it is laid again on itself', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const before = plan(input);
        const lying = new Map(before.placements.map((one) => [one.id, one]));
        const talks = input.talks.map((one) => ({ ...one, preferred: lying.get(one.id) ?? null }));
        const after = new Map(plan({ ...input, talks }).placements.map((one) => [one.id, one]));
        // A talk that found no place may find one now, by a way the first search did not try; nobody loses hers.
        for (const id of lying.keys()) expect(after.has(id)).toBe(true);
        if (before.unplaced.length === 0) expect([...after.values()]).toEqual(before.placements);
      }),
      { numRuns: 150 },
    );
  });

  it('gives a reason for each that got no place, in words in both languages', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { reason } of plan(input).unplaced) {
          const { da, en } = unplacedText(reason, { leader: 'Birgitte', minutes: 60 });
          expect(Math.min(da.length, en.length)).toBeGreaterThan(30);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('when it can be done', () => {
  /** Tries every minute of a quarter-hour grid for every talk: slow, simple, and finds a full plan if there is one. */
  function canAllBePlaced(input: Input): boolean {
    const placed: Placement[] = [];
    const step = (index: number): boolean => {
      const one = input.talks[index];
      if (!one) return true;
      for (let day = 0; day < 3; day++) {
        for (let start = toMinutes('08:00'); start <= toMinutes('12:00'); start += 30) {
          placed.push({ id: one.id, date: addDays(monday, day), startsAt: toClock(start) });
          const some = { ...input, talks: input.talks.slice(0, index + 1) };
          if (faults(some, { placements: placed, unplaced: [] }).length === 0 && step(index + 1)) return true;
          placed.pop();
        }
      }
      return false;
    };
    return step(0);
  }

  const small: fc.Arbitrary<Input> = fc.record({
    talks: fc
      .array(
        fc.record({
          minutes: fc.constantFrom(30, 60, 90),
          leaderId: fc.constantFrom('birgitte', 'anders'),
          people: fc.uniqueArray(fc.constantFrom('anne', 'bo', 'carl'), { minLength: 1, maxLength: 2 }),
          latest: fc.option(fc.constantFrom(monday, addDays(monday, 1)), { freq: 3 }),
        }),
        { minLength: 2, maxLength: 5 },
      )
      .map((list) => list.map((one, index) => talk(String(index), { ...one, urgency: index }))),
    fixed: fc.array(
      fc.record({
        leaderId: fc.constantFrom('birgitte', 'anders'),
        people: fc.constant<string[]>([]),
        date: fc.constantFrom(monday, addDays(monday, 1)),
        startsAt: fc.constantFrom('09:00', '09:30'),
        minutes: fc.constantFrom(30, 60),
      }),
      { maxLength: 2 },
    ),
    frame: fc
      .record({
        ends: fc.constantFrom('09:30', '10:00', '10:30', '11:00'),
        maxPerDay: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ ends, maxPerDay }) =>
        frame({
          last: addDays(monday, 2),
          hours: [...afternoons('birgitte', '08:00', ends), ...afternoons('anders', '08:30', ends)],
          maxPerDay,
          pauseMinutes: 0,
        }),
      ),
  });

  it('places everybody, as looking through every possibility shows', () => {
    const seen = { full: 0, not: 0 };
    fc.assert(
      fc.property(small, (input) => {
        const isPossible = canAllBePlaced(input);
        seen[isPossible ? 'full' : 'not'] += 1;
        expect(plan(input).unplaced.length === 0).toBe(isPossible);
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.full, seen.not)).toBeGreaterThan(10);
  });

  it('places as many as can be placed, also in a season too full to look through', () => {
    /** The largest number of talks that can each have a day of its own, by augmenting paths. */
    function mostDays(ranges: readonly (readonly string[])[]): number {
      const taken = new Map<string, number>();
      const give = (index: number, seen: Set<string>): boolean =>
        (ranges[index] ?? []).some((day) => {
          if (seen.has(day)) return false;
          seen.add(day);
          const owner = taken.get(day);
          if (owner !== undefined && !give(owner, seen)) return false;
          taken.set(day, index);
          return true;
        });
      return ranges.filter((_, index) => give(index, new Set())).length;
    }
    const season = Array.from({ length: 28 }, (_, day) => addDays(monday, day)).filter(
      (_, day) => day % 7 < 5,
    );
    const span = fc.record({ from: fc.nat(19), days: fc.integer({ min: 0, max: 8 }) });
    fc.assert(
      fc.property(fc.array(span, { minLength: 18, maxLength: 30 }), (spans) => {
        const ranges = spans.map(({ from, days }) => season.slice(from, from + days + 1));
        const talks = ranges.map((days, index) =>
          talk(`t${index}`, { earliest: days[0] ?? null, latest: days.at(-1) ?? null }),
        );
        // One talk a day, and one that can be held on none, so that the whole can never be placed.
        const input: Input = {
          talks: [
            ...talks,
            talk('long', { minutes: 90 }),
            talk('same', { latest: monday }),
            talk('day', { latest: monday }),
          ],
          fixed: [],
          frame: frame({ hours: afternoons('birgitte', '12:00', '13:00'), last: addDays(monday, 27) }),
        };
        const most = mostDays([...ranges, [monday], [monday]]);
        expect(plan(input).placements.length).toBe(most);
      }),
      { numRuns: 60 },
    );
  });

  it('makes room by moving what lies loosely, when nothing else helps', () => {
    const input: Input = {
      talks: [
        talk('free', { preferred: { date: monday, startsAt: '12:00' } }),
        talk('bound', { latest: monday, urgency: 1 }),
      ],
      fixed: [],
      frame: frame({ hours: afternoons('birgitte', '12:00', '13:00') }),
    };
    expect(plan(input).unplaced).toEqual([]);
    expect(plan(input).placements[0]).toEqual({ id: 'bound', date: monday, startsAt: '12:00' });
  });
});

describe('a season', () => {
  const input: Input = { talks: several(10), fixed: [], frame: frame() };

  it('is spread from beginning to end, the most pressing first', () => {
    const { placements, unplaced } = plan(input);
    expect(unplaced).toEqual([]);
    expect(placements.map(({ id }) => id)).toEqual(several(10).map(({ id }) => id));
    expect(new Set(placements.map(({ date }) => date)).size).toBe(10);
    const weeks = placements.map(({ date }) => isoWeek(date));
    const perWeek = [...new Set(weeks)].map((week) => weeks.filter((one) => one === week).length);
    expect(perWeek).toEqual([3, 2, 3, 2]);
    expect(placements.every(({ startsAt }) => startsAt === '12:00')).toBe(true);
  });

  it('moves only what a new appointment stands on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (n) => {
        const before = plan(input).placements;
        const hit = before[n];
        if (!hit) return;
        const talks = input.talks.map((one) => ({
          ...one,
          preferred: before.find(({ id }) => id === one.id) ?? null,
        }));
        const meeting = { leaderId: 'birgitte', people: [], date: hit.date, startsAt: '11:30', minutes: 60 };
        const after = plan({ ...input, talks, fixed: [meeting] });
        expect(after.unplaced).toEqual([]);
        const moved = after.placements.filter(
          (one) => !before.some((old) => JSON.stringify(old) === JSON.stringify(one)),
        );
        expect(moved.map(({ id }) => id)).toEqual([hit.id]);
      }),
    );
  });

  it('keeps a day that is settled and finds the time', () => {
    const date = addDays(monday, 9);
    const { placements } = plan({ ...input, talks: [talk('a', { preferred: { date, startsAt: '' } })] });
    expect(placements).toEqual([{ id: 'a', date, startsAt: '12:00' }]);
  });

  it('of a hundred and fifty is laid in a moment', () => {
    const talks = several(150).map((one, n) => ({ ...one, leaderId: leaders[n % 3] ?? null }));
    const hours = leaders.flatMap((leader) => afternoons(leader));
    const started = performance.now();
    const { unplaced } = plan({ talks, fixed: [], frame: frame({ hours, last: addDays(monday, 88) }) });
    expect(unplaced).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('who gets no place is told why', () => {
  const why = (
    change: Partial<SeasonTalk>,
    frameChange: Partial<SeasonFrame> = {},
    fixed: FixedAppointment[] = [],
  ) => plan({ talks: [talk('a', change)], fixed, frame: frame(frameChange) }).unplaced[0]?.reason;
  const oneDay = { last: monday };
  const meeting = { leaderId: 'birgitte', people: [], date: monday, startsAt: '12:00', minutes: 240 };

  it('by the nearest thing that stands in the way', () => {
    expect(why({ leaderId: null })).toBe('noLeader');
    expect(why({ leaderId: 'anders' })).toBe('noHours');
    expect(why({ latest: '2026-10-31' })).toBe('noDays');
    expect(why({}, { first: addDays(monday, 1), ...oneDay })).toBe('noDays');
    expect(why({ minutes: 300 })).toBe('tooLong');
    expect(why({}, { absences: [{ personId: 'a-person', first: monday, last: null }] })).toBe('away');
    expect(why({}, oneDay, [meeting])).toBe('full');
    expect(why({}, { ...oneDay, maxPerDay: 1 }, [{ ...meeting, minutes: 30 }])).toBe('dayLimit');
    expect(why({}, oneDay, [{ ...meeting, leaderId: 'anders', people: ['a-person'] }])).toBe('peopleBusy');
    expect(unplacedReasons).toHaveLength(8);
  });

  it('and takes a whole day for an appointment without a time', () => {
    expect(why({}, oneDay, [{ ...meeting, startsAt: '', minutes: 60 }])).toBe('full');
  });
});

describe('a talk that moves', () => {
  const lies = (date: string, startsAt: string) => talk('a', { preferred: { date, startsAt } });
  const meeting = { leaderId: 'birgitte', people: [], date: monday, startsAt: '12:00', minutes: 60 };
  const why = (one: SeasonTalk, change: Partial<SeasonFrame> = {}, fixed: FixedAppointment[] = []) =>
    movedText(one, fixed, frame(change), 'Birgitte').da;

  it('is told why it cannot stay', () => {
    expect(why(lies(monday, ''))).toBe('Havde ingen tid på dagen.');
    expect(why(lies(monday, '12:00'), { closedDays: [monday] })).toBe('Dagen er lukket for samtaler.');
    expect(
      why(lies(monday, '12:00'), { absences: [{ personId: 'a-person', first: monday, last: monday }] }),
    ).toMatch(/er væk den dag/);
    expect(why(lies(monday, '08:00'))).toBe('Ligger uden for tiderne for Birgitte.');
    expect(why(lies(monday, '12:30'), {}, [meeting])).toMatch(/ligger fast/);
    expect(why(lies(monday, '12:00'))).toBe('Gør plads til en anden samtale.');
  });
});
