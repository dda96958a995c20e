import type { layout as da } from '../da/layout';
import type { Same } from '../same';

export const layout: Same<typeof da> = {
  today: 'Today',
  employees: 'Employees',
  talks: 'Talks',
  season: 'Season',
  spiders: 'Competence spiders',
  trainingPlans: 'Training plans',
  leaderTraining: 'Leadership training',
  merit: 'Merit',
  overview: 'Overview',
  exchange: 'Exchange',
  inbox: 'Inbox',
  documents: 'Documents',
  settings: 'Settings',
  notHereTitle: 'That is in the school’s Spind',
  notHere: 'This file belongs to HR. Staff, talks and competence spiders are with each school.',
  toInbox: 'Go to the inbox',
  schoolYear: 'School year on screen',
  backedUp: 'Backed up {{date}} at {{time}}',
  backedUpToday: 'Backed up today at {{time}}',
  notBackedUp: 'No backup yet',
  otherLanguage: 'Dansk',
  otherLanguageLabel: 'Dansk: switch language to Danish',
};
