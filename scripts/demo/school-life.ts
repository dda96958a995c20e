import type { DemoMachine } from './machine';
import { ownForms, saveOwnForm } from './own-forms';
import { rewordSpiders } from './reword-spiders';

type Event = { readonly at: string; readonly run: () => Promise<unknown> };

export type DemoSchool = {
  readonly employeeId: (number: string) => string;
  readonly teamId: (name: string) => string;
};

/** Departments of the school; the others are teams. */
const departments = ['Administration og service', 'Ledelsesteam'];

/** The spider each team rates itself on in common (R002-07). */
const teamSpiders: Readonly<Record<string, string>> = {
  Indskolingsteam: 'Lærer',
  Mellemtrinsteam: 'Lærer',
  Udskolingsteam: 'Lærer',
  'SFO-team': 'Pædagog',
};

/** Gives the teams of the staff list their type and their spider. */
export async function setUpTeams(demo: DemoMachine): Promise<void> {
  const { templates } = await demo.call('spiders', 'list', {});
  for (const { id, name, type } of await demo.call('teams', 'list', {})) {
    const spider = templates.find((template) => template.name === teamSpiders[name]);
    await demo.call('teams', 'save', {
      id,
      name,
      type: departments.includes(name) ? 'department' : type,
      spiderTemplateId: spider?.id ?? null,
    });
  }
}

/** Everything around the talks, in the order it happened: rhythm, leaders, wishes, leave, forms, spiders, the planner's frame. */
export function schoolLife(demo: DemoMachine, { employeeId, teamId }: DemoSchool): Event[] {
  const lead = (team: string, leader: string, fromDate: string) =>
    demo.call('leaders', 'set', { who: { teamId: teamId(team) }, leaderId: employeeId(leader), fromDate });
  const wish = (at: string, number: string): Event => ({
    at,
    run: () =>
      demo.call('season', 'setWish', {
        employeeId: employeeId(number),
        schoolYear: '2025/26',
        wishesOwn: true,
      }),
  });
  return [
    {
      at: '2024-08-12T09:00',
      run: async () => {
        // DOMAIN §6.1: even years MUS, odd years TUS; the office and the caretakers have MUS every year.
        await demo.call('season', 'saveRule', {
          teamId: null,
          pattern: ['MUS', 'TUS'],
          startYear: '2024/25',
          rights: '',
        });
        await demo.call('season', 'saveRule', {
          teamId: teamId('Administration og service'),
          pattern: ['MUS'],
          startYear: '2024/25',
          rights: '',
        });
        for (const team of ['Indskolingsteam', 'SFO-team', 'Mellemtrinsteam', 'Udskolingsteam'])
          await lead(team, 'S01', '2024-08-01');
      },
    },
    wish('2025-09-15T13:00', 'L11'),
    wish('2025-09-29T10:00', 'L08'),
    wish('2025-10-06T10:00', 'B01'),
    wish('2025-10-20T14:00', 'L07'),
    {
      at: '2025-10-20T08:00',
      run: () =>
        demo.call('season', 'saveLeave', {
          employeeId: employeeId('L14'),
          fromDate: '2025-11-03',
          toDate: '2026-09-30',
        }),
    },
    {
      at: '2026-01-05T09:00',
      run: async () => {
        for (const team of ['Indskolingsteam', 'SFO-team']) await lead(team, 'S02', '2026-01-01');
      },
    },
    {
      at: '2026-08-03T09:00',
      run: async () => {
        for (const team of ['Mellemtrinsteam', 'Udskolingsteam']) await lead(team, 'S03', '2026-08-01');
      },
    },
    { at: '2026-08-17T10:00', run: () => rewordSpiders(demo) },
    {
      at: '2026-08-20T10:00',
      run: async () => {
        for (const form of ownForms) await saveOwnForm(demo, form, teamId(form.unit));
      },
    },
    { at: '2026-10-19T09:00', run: () => layOutFrame(demo, employeeId) },
  ];
}

/** When each leader can hold talks (1 is Monday), and the days without any. */
const hours: Readonly<Record<string, readonly (readonly [weekday: number, from: string, to: string])[]>> = {
  S01: [
    [1, '09:00', '12:00'],
    [2, '09:00', '12:00'],
    [4, '08:30', '11:30'],
  ],
  S02: [
    [1, '10:00', '15:00'],
    [2, '12:30', '15:30'],
    [3, '13:00', '16:00'],
    [4, '12:30', '15:30'],
  ],
  S03: [
    [1, '13:00', '16:00'],
    [2, '13:00', '16:00'],
    [3, '13:00', '16:00'],
    [4, '13:00', '16:00'],
    [5, '09:00', '11:30'],
  ],
};

async function layOutFrame(demo: DemoMachine, employeeId: (number: string) => string): Promise<void> {
  for (const [number, days] of Object.entries(hours)) {
    await demo.call('season', 'saveHours', {
      leaderId: employeeId(number),
      hours: days.map(([weekday, startsAt, endsAt]) => ({ weekday, startsAt, endsAt })),
    });
  }
  for (const [first, last, name] of [
    ['2026-12-21', '2027-01-01', 'Juleferie'],
    ['2027-01-21', '2027-01-22', 'Lederseminar'],
  ] as const)
    await demo.call('season', 'addClosedDays', { first, last, name });
}
