import type { Page } from 'playwright-core';
import { type Camera, noCamera } from './camera';
import { writeGoals } from './plan';
import type { Levels } from './ratings';
import { makeAgreement, openArea, writeNote } from './talk';

/** What is typed on the way from an empty folder to a signed plan; the tests and the demo walk it alike. */
export const school = {
  name: 'Lærkemoseskolen',
  municipality: 'Nordmarke Kommune',
  leaderName: 'Birgitte Halkjær',
  leaderTitle: 'skoleleder',
  passphrase: 'ærlig mose fløjter sagte',
};

export const employee = 'Pernille Aagaard';
export const first = 'Pernille';
export const pin = '480213';
export const talk = { name: employee, date: '24-11-2026', time: '13.30', place: 'Kontoret' };

/** Pre-school class leaders are rated as pedagogues at this school. */
export const spiders = { børnehaveklasseleder: 'Pædagog' };

export const selfLevels: Levels = [4, 4, 3, 4, 4, 3, 4, 3, 4, 5, 4, null];
export const leaderLevels: Levels = [4, 4, 3, 5, 4, 5, 4, 4, 4, 5, 4, 3];
export const agreedLevel = ['Evaluering og feedback', 4] as const;

export const goals = 'Tre af fire elever i 4.A læser på eller over niveau i maj.';

const notes = {
  1: 'Første samtale i Spind. Læsebåndet kører på hele mellemtrinnet.',
  2: 'Godt samarbejde med Nadia og Lars-Ole.\nMange afbrydelser om tirsdagen.',
  3: 'Vi ser forskelligt på evaluering og feedback.',
  4: 'Læsevejleder med 60 timer. Klasselærer for 4.A.',
  5: 'Vil gerne vejlede kolleger i deres egen undervisning.',
  6: 'To linjer i planen.',
} as const;

/** The talk from its first main area to its sixth, with two agreements that become the plan. */
export async function holdTalk(page: Page, camera: Camera = noCamera): Promise<void> {
  for (const area of [1, 2, 3, 4, 5, 6] as const) {
    await writeNote(page, area, notes[area]);
    await camera(`hovedområde-${area}`);
  }
  await openArea(page, 6);
  await makeAgreement(
    page,
    {
      competence: 'Evaluering og feedback',
      activity: 'Vejlede to kolleger, tre gange hver',
      who: employee,
      dueOn: '31-03-2027',
      origin: 'both',
      plan: { cell: 'S-F2', task: 'Dansk i 4.A' },
    },
    camera,
  );
  await makeAgreement(page, {
    competence: 'Robusthed og prioritering',
    activity: 'Fast vejledningsrum tirsdag og torsdag',
    who: school.leaderName,
    dueOn: '15-01-2027',
    origin: 'wish',
    plan: { cell: 'M-T1', task: 'Læsevejleder' },
  });
  await writeGoals(page, goals);
  await camera('planen-i-samtalen');
}
