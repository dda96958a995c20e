import type { layout as da } from '../da/layout';
import type { Same } from '../same';

export const layout: Same<typeof da> = {
  today: 'Today',
  employees: 'Employees',
  talks: 'Talks',
  season: 'Season',
  spiders: 'Competence spiders',
  trainingPlans: 'Training plans',
  overview: 'Overview',
  documents: 'Documents',
  settings: 'Settings',
  schoolYear: 'School year on screen',
  backedUp: 'Backed up {{date}} at {{time}}',
  backedUpToday: 'Backed up today at {{time}}',
  notBackedUp: 'No backup yet',
  otherLanguage: 'Dansk',
  otherLanguageLabel: 'Dansk: switch language to Danish',
};
