import type { TalkForm } from '../talk-areas';

/** TUS: the five main areas, word for word and in the order of the source, two years ahead (R002-09). */
export const tusForm: TalkForm = {
  purpose: {
    da: 'Vi ser på det, vi aftalte sidst, og aftaler, hvor teamet skal hen de kommende to år. Samtalen er hele teamets, og den munder ud i mål og handlingsplaner, I alle kan stå bag.',
    en: 'We look at what we agreed last time, and agree where the team is going in the coming two years. The talk belongs to the whole team, and it ends in goals and action plans you can all stand behind.',
  },
  notForDiscussion: {
    da: 'Løn, næste års fagfordeling og den enkeltes forhold. Det, der kun angår én, hører til i en MUS.',
    en: 'Pay, next year’s allocation of subjects, and personal matters. What concerns only one person belongs in that person’s own talk.',
  },
  areas: [
    {
      number: 1,
      part: 'followUp',
      title: {
        da: 'Opfølgning på sidste TUS - resultater, opgaver og udvikling',
        en: 'Follow-up of the last team talk - results, tasks and development',
      },
      short: { da: 'Siden sidst', en: 'Since last time' },
      questions: [
        { da: 'Hvad er teamet mest tilfreds med siden sidst?', en: 'What is the team most pleased with?' },
        {
          da: 'Hvilke aftaler blev holdt, og hvad kom der ud af dem?',
          en: 'Which agreements were kept, and what came of them?',
        },
        {
          da: 'Hvad nåede vi ikke, og er det stadig vigtigt?',
          en: 'What was not done, and does it still matter?',
        },
      ],
    },
    {
      number: 2,
      part: 'note',
      title: {
        da: 'Teamets fremtid – opgaver, samarbejde og udvikling',
        en: 'The team’s future – tasks, collaboration and development',
      },
      short: { da: 'Teamets fremtid', en: 'The team’s future' },
      questions: [
        {
          da: 'Hvilke opgaver bliver de vigtigste for eleverne de kommende to år?',
          en: 'Which tasks will matter most to the pupils in the coming two years?',
        },
        {
          da: 'Hvad fungerer i samarbejdet, og hvad skal vi gøre anderledes?',
          en: 'What works in our collaboration, and what shall we do differently?',
        },
        { da: 'Hvad har teamet brug for fra ledelsen?', en: 'What does the team need from the leaders?' },
      ],
    },
    {
      number: 3,
      part: 'picture',
      title: {
        da: 'Kompetencespind – hvor skal fokus være de kommende to år?',
        en: 'Competence spider – where should the focus be in the coming two years?',
      },
      short: { da: 'Kompetencespind', en: 'Competence spider' },
      questions: [
        { da: 'Hvor er vi stærke sammen?', en: 'Where are we strong together?' },
        {
          da: 'Hvor hviler det på en enkelt, og gør det os sårbare?',
          en: 'Where does it rest on one person, and does that make us vulnerable?',
        },
        {
          da: 'Hvilke to eller tre kompetencer vil vi samle kræfterne om?',
          en: 'Which two or three competences shall we concentrate on?',
        },
      ],
    },
    {
      number: 4,
      part: 'ratings',
      title: { da: 'Kompetencevurdering', en: 'Competence assessment' },
      short: { da: 'Kompetencevurdering', en: 'Competences' },
      questions: [
        {
          da: 'Hvor ser teamet og ledelsen det ens, og hvor forskelligt?',
          en: 'Where do the team and the leader agree, and where not?',
        },
        { da: 'Hvilke situationer fra hverdagen viser det?', en: 'Which everyday situations show it?' },
        { da: 'Hvilken afstand til målet betyder noget nu?', en: 'Which gap matters now?' },
      ],
    },
    {
      number: 5,
      part: 'plan',
      title: {
        da: 'Mål og handlingsplaner for teamets udvikling de kommende to år',
        en: 'Goals and action plans for the team’s development in the coming two years',
      },
      short: { da: 'Mål og handlingsplaner', en: 'Goals and action plans' },
      questions: [
        { da: 'Hvad aftaler vi, hvem gør det, og hvornår?', en: 'What do we agree, who does it, and when?' },
        {
          da: 'Hvordan kan eleverne mærke det om to år?',
          en: 'How will the pupils notice it in two years?',
        },
        {
          da: 'Hvornår ser vi på det sammen undervejs?',
          en: 'When shall we look at it together on the way?',
        },
      ],
    },
  ],
};
