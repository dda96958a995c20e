/** Navigation and frame. */
export const layout = {
  today: 'I dag',
  employees: 'Medarbejdere',
  talks: 'Samtaler',
  season: 'Sæson',
  spiders: 'Kompetencespind',
  trainingPlans: 'Uddannelsesplaner',
  overview: 'Overblik',
  documents: 'Dokumenter',
  settings: 'Indstillinger',
  schoolYear: 'Skoleår på skærmen',
  backedUp: 'Sikret {{date}} kl. {{time}}',
  backedUpToday: 'Sikret i dag kl. {{time}}',
  notBackedUp: 'Ingen sikkerhedskopi endnu',
  otherLanguage: 'English',
  otherLanguageLabel: 'English: skift sprog til engelsk',
} as const;
