import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { talks } from '../../data/schema/talks';
import { agreementInput, talkInput } from '../talks-test-school';
import { type CalendarEntry, calendarFile, calendarUid } from './calendar-file';
import { schoolYear, seasonSchool } from './season-test-school';

type Event = Record<string, string>;

/** Reads a calendar file as RFC 5545 says: folded lines joined, escapes undone, parts nested. Refuses bare line ends. */
function readCalendar(file: string): { events: Event[]; zones: string[]; props: Event } {
  const bare = file.replaceAll('\r\n', '');
  if (/[\r\n]/.test(bare) || !file.endsWith('END:VCALENDAR\r\n')) throw new Error('not CRLF throughout');
  for (const line of file.split('\r\n'))
    if (Buffer.byteLength(line) > 75) throw new Error(`a line of ${Buffer.byteLength(line)} octets`);
  const lines = file.replaceAll('\r\n ', '').split('\r\n').filter(Boolean);
  const events: Event[] = [];
  const zones: string[] = [];
  const props: Event = {};
  const open: string[] = [];
  for (const line of lines) {
    const [, name = '', parameters = '', raw = ''] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/s.exec(line) ?? [];
    if (!name) throw new Error(`no property: ${line}`);
    const value = raw.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push({});
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends what it did not begin`);
    } else if (open.at(-1) === 'VEVENT') {
      (events.at(-1) as Event)[name + parameters] = value;
    } else if (open.at(-1) === 'VTIMEZONE' && name === 'TZID') zones.push(value);
    else if (open.length === 1) props[name] = value;
  }
  if (open.length > 0) throw new Error('something does not end');
  return { events, zones, props };
}

const now = new Date('2026-11-23T12:00:00Z');
const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'talk-1',
  title: 'MUS',
  date: '2026-11-24',
  startsAt: '13:30',
  minutes: 60,
  place: '',
  ...change,
});
const made = (...entries: CalendarEntry[]) =>
  readCalendar(calendarFile(entries, { name: 'Samtaler', language: 'da', now }));

describe('a calendar file', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['Europe/Copenhagen', 'America/New_York', 'Pacific/Auckland', 'UTC'])(
    'says Danish time and the right day on a machine in %s',
    (machine) => {
      process.env.TZ = machine;
      const { events, zones } = made(entry(), entry({ uid: 'b', startsAt: '', date: '2026-12-01' }));
      expect(zones).toEqual(['Europe/Copenhagen']);
      expect(events[0]).toMatchObject({
        'DTSTART;TZID=Europe/Copenhagen': '20261124T133000',
        'DTEND;TZID=Europe/Copenhagen': '20261124T143000',
        DTSTAMP: '20261123T120000Z',
      });
      expect(events[1]).toMatchObject({ 'DTSTART;VALUE=DATE': '20261201', TRANSP: 'TRANSPARENT' });
    },
  );

  it('keeps an hour an hour on the days the clocks change', () => {
    for (const date of ['2027-03-28', '2026-10-25']) {
      const [event] = made(entry({ date, startsAt: '01:30' })).events;
      const day = date.replaceAll('-', '');
      expect(event).toMatchObject({
        'DTSTART;TZID=Europe/Copenhagen': `${day}T013000`,
        'DTEND;TZID=Europe/Copenhagen': `${day}T023000`,
      });
    }
  });

  it('keeps every letter through folding and escaping', () => {
    const title = `MUS: Åse Bæk-Østergård; »leder«, a\\b ${'æøå 🙂 '.repeat(30)}slut`;
    const place = 'Lokale 3, 1. sal; bag biblioteket';
    expect(made(entry({ title, place })).events[0]).toMatchObject({ SUMMARY: title, LOCATION: place });
  });

  it('stands for the same talks each time, and counts higher when it is made later', () => {
    const at = (time: string) =>
      readCalendar(calendarFile([entry()], { name: 'x', language: 'da', now: new Date(time) })).events[0];
    const [first, second] = [at('2026-11-23T12:00:00Z'), at('2026-11-23T12:00:01Z')];
    expect(first?.UID).toBe(second?.UID);
    expect(Number(second?.SEQUENCE)).toBe(Number(first?.SEQUENCE) + 1);
    expect(Number(second?.SEQUENCE)).toBeLessThan(2 ** 31);
    expect(calendarUid('talk', 'x')).not.toBe(calendarUid('rating', 'x'));
  });
});

/** A school with a saved season, and what it wrote. */
async function exported() {
  const files = new Map<string, string>();
  const keep = (name: string, bytes: Buffer) => void files.set(name, bytes.toString('utf8'));
  const test = seasonSchool({
    machine: {
      saveFile: async (kind, name, bytes) => {
        expect(kind).toBe('calendar');
        keep(name, bytes);
        return true;
      },
      chooseFolder: async () => ({
        name: 'Kalendere',
        save: async (name, bytes) => {
          keep(name, bytes);
          return name;
        },
      }),
    },
  });
  await test.accept(await test.propose());
  const promise = (change: Record<string, unknown>) =>
    test.call('agreements', 'save', agreementInput({ activity: 'Kursus i stresshåndtering', ...change }));
  await promise({});
  await promise({ giver: 'leader', dueOn: '2027-01-15' });
  await promise({ employeeId: 'kasper', dueOn: '2027-02-01' });
  const save = async (input: Record<string, unknown>) => {
    files.clear();
    return test.call<{ saved: number }>('season', 'exportCalendar', { schoolYear, ...input });
  };
  return { ...test, files, save };
}

describe('the season in a calendar', () => {
  it('holds every talk, when ratings are due and every open promise, and nothing of what is talked about', async () => {
    const { save, files, context } = await exported();
    const rows = context.db.select().from(talks).all();
    context.db.update(talks).set({ purpose: 'Hemmeligt formål', place: 'Kontoret' }).run();
    expect(await save({ which: 'all' })).toEqual({ saved: 1 });
    const [name, file = ''] = [...files][0] ?? [];
    expect(name).toBe('samtaler-2026-27.ics');
    const { events } = readCalendar(file);
    const titles = events.map(({ SUMMARY }) => SUMMARY);
    expect(titles.filter((title) => title?.startsWith('MUS: '))).toHaveLength(4);
    expect(titles).toContain('MUS: Pernille Aagaard (Birgitte Halkjær)');
    const starts = events.map((event) => event['DTSTART;TZID=Europe/Copenhagen']).filter(Boolean);
    const wanted = rows.map((talk) => `${talk.heldOn}T${talk.startsAt}00`.replaceAll(/[-:]/g, ''));
    expect(starts.sort()).toEqual(wanted.sort());
    // Pernille and Kasper have a spider, so both sides rate; the others have none.
    expect(titles.filter((title) => title?.startsWith('Vurderinger senest: '))).toHaveLength(2);
    expect(titles.filter((title) => title?.includes('rist for'))).toEqual([
      'Frist for lederens løfte: Pernille Aagaard',
      'Frist for aftale: Kasper Nyholm',
      'Frist for aftale: Pernille Aagaard',
    ]);
    expect(file).not.toMatch(/stress|Hemmeligt|DESCRIPTION|Testning/);
  });

  it('updates instead of doubling: the same ids when a talk has moved', async () => {
    const { save, files, context } = await exported();
    await save({ which: 'all' });
    const before = readCalendar([...files.values()][0] ?? '').events;
    context.db.update(talks).set({ startsAt: '15:00' }).where(eq(talks.employeeId, 'ole')).run();
    await save({ which: 'all' });
    const after = readCalendar([...files.values()][0] ?? '').events;
    expect(after.map(({ UID }) => UID).sort()).toEqual(before.map(({ UID }) => UID).sort());
    expect(new Set(after.map(({ UID }) => UID)).size).toBe(after.length);
  });

  it('per person holds her own things only, in files named by number', async () => {
    const { save, files } = await exported();
    expect(await save({ which: 'perPerson' })).toEqual({ saved: 4 });
    expect([...files.keys()]).toEqual([
      'samtaler-2026-27-1.ics',
      'samtaler-2026-27-2.ics',
      'samtaler-2026-27-3.ics',
      'samtaler-2026-27-S-02.ics',
    ]);
    const titles = readCalendar(files.get('samtaler-2026-27-1.ics') ?? '').events.map(
      ({ SUMMARY }) => SUMMARY,
    );
    expect(titles).toEqual([
      'MUS med Birgitte Halkjær',
      'Din selvvurdering senest',
      'Frist for lederens løfte til dig',
      'Frist for din aftale',
    ]);
    for (const file of files.values()) expect(file).not.toMatch(/Kasper|Pernille|Ole|stress/);
    expect(await save({ which: 'perPerson', employeeIds: ['ole'] })).toEqual({ saved: 1 });
    expect(await save({ which: 'perPerson', employeeIds: ['hanne'] })).toEqual({ saved: 0 });
  });

  it('tells whoever took part in a team talk what her team has promised, and nobody else', async () => {
    const { save, files, call } = await exported();
    const tus = talkInput({ kind: 'TUS', employeeId: null, teamId: 'middle', participants: ['kasper'] });
    const { id: talkId } = await call<{ id: string }>('talks', 'plan', tus);
    await call('agreements', 'save', agreementInput({ employeeId: null, teamId: 'middle', talkId }));
    await save({ which: 'perPerson' });
    const told = [...files].filter(([, file]) => file.includes('Frist for aftale: Mellemtrinsteam'));
    expect(told.map(([name]) => name)).toEqual(['samtaler-2026-27-2.ics']);
  });

  it('says that nothing was saved when the person changes her mind', async () => {
    const { call } = seasonSchool({ machine: { saveFile: async () => false } });
    expect(await call('season', 'exportCalendar', { schoolYear, which: 'all' })).toEqual({ saved: 0 });
  });
});
