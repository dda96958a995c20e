/** Navigation and frame. */
export const layout = {
  today: 'I dag',
  employees: 'Medarbejdere',
  talks: 'Samtaler',
  spiders: 'Kompetencespind',
  trainingPlans: 'Uddannelsesplaner',
  documents: 'Dokumenter',
  settings: 'Indstillinger',
  schoolYear: 'Skoleår på skærmen',
  backedUp: 'Sikret {{date}} kl. {{time}}',
  backedUpToday: 'Sikret i dag kl. {{time}}',
  notBackedUp: 'Ingen sikkerhedskopi endnu',
  otherLanguage: 'English',
  otherLanguageLabel: 'English: skift sprog til engelsk',
} as const;
