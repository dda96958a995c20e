import type { TalkForm } from '../talk-areas';

/**
 * GRUS: the frame first, then few questions, so that four to six people reach them all in one and a half to two hours
 * (DOMAIN 3.2).
 */
export const grusForm: TalkForm = {
  purpose: {
    da: 'Vi taler om de opgaver, I er fælles om: hvad vi lærte af det, vi aftalte sidst, hvad I skal lykkes med det næste år, og hvad I har brug for. Samtalen munder ud i en plan for gruppen.',
    en: 'We talk about the tasks you share: what we learned from what we agreed last time, what you are to succeed with in the coming year, and what you need. The talk ends in a plan for the group.',
  },
  notForDiscussion: {
    da: 'Løn, næste års fagfordeling og den enkeltes forhold. Vil du tale alene med mig, så sig til: Du kan altid få en MUS.',
    en: 'Pay, next year’s allocation of subjects, and personal matters. If you would like to talk with me alone, say so: you can always have an individual talk.',
  },
  areas: [
    {
      number: 1,
      part: 'followUp',
      title: {
        da: 'Ramme og opfølgning – hvad aftalte vi sidst, og hvad kom der ud af det?',
        en: 'Frame and follow-up – what did we agree last time, and what came of it?',
      },
      short: { da: 'Ramme og siden sidst', en: 'Frame and last time' },
      questions: [
        {
          da: 'Er vi enige om, hvad vi skal nå, og hvad der ikke er til diskussion?',
          en: 'Do we agree what we are to reach, and what is not up for discussion?',
        },
        { da: 'Hvad blev til noget, og hvad gjorde ikke?', en: 'What came to something, and what did not?' },
        { da: 'Hvad lærte vi, som vi kan bruge igen?', en: 'What did we learn that we can use again?' },
      ],
    },
    {
      number: 2,
      part: 'note',
      title: {
        da: 'Fælles opgaver – hvad skal vi lykkes med det kommende år?',
        en: 'Shared tasks – what are we to succeed with in the coming year?',
      },
      short: { da: 'Fælles opgaver', en: 'Shared tasks' },
      questions: [
        {
          da: 'Hvilke opgaver fylder mest, og er det de rigtige?',
          en: 'Which tasks take the most, and are they the right ones?',
        },
        { da: 'Hvad kan vi lade ligge?', en: 'What can we leave undone?' },
        {
          da: 'Hvordan ser vi, at det lykkes for eleverne?',
          en: 'How do we see that it works for the pupils?',
        },
      ],
    },
    {
      number: 3,
      part: 'agreements',
      title: {
        da: 'Samarbejde – hvordan bruger vi hinanden?',
        en: 'Collaboration – how do we make use of one another?',
      },
      short: { da: 'Samarbejde', en: 'Collaboration' },
      questions: [
        { da: 'Hvornår er samarbejdet bedst?', en: 'When is our collaboration at its best?' },
        {
          da: 'Hvad vil vi gøre mere af, og hvad vil vi holde op med?',
          en: 'What shall we do more of, and what shall we stop doing?',
        },
        { da: 'Hvad har gruppen brug for fra ledelsen?', en: 'What does the group need from the leaders?' },
      ],
    },
    {
      number: 4,
      part: 'picture',
      title: {
        da: 'Kompetencer – hvad kan vi, og hvad får vi brug for?',
        en: 'Competences – what can we do, and what shall we need?',
      },
      short: { da: 'Kompetencer', en: 'Competences' },
      questions: [
        { da: 'Hvor supplerer vi hinanden godt?', en: 'Where do we complement one another well?' },
        { da: 'Hvad mangler vi for at løse opgaverne?', en: 'What do we lack to solve the tasks?' },
        {
          da: 'Hvad kan vi lære af hinanden, og hvad skal komme udefra?',
          en: 'What can we learn from one another, and what must come from outside?',
        },
      ],
    },
    {
      number: 5,
      part: 'plan',
      title: {
        da: 'Aftaler og handlingsplan for det kommende år',
        en: 'Agreements and action plan for the coming year',
      },
      short: { da: 'Handlingsplan', en: 'Action plan' },
      questions: [
        { da: 'Hvad aftaler vi, hvem gør det, og hvornår?', en: 'What do we agree, who does it, and when?' },
        { da: 'Hvad er det første, vi gør?', en: 'What do we do first?' },
        {
          da: 'Hvem ønsker en samtale alene ud over denne?',
          en: 'Who would like a talk alone besides this one?',
        },
      ],
    },
  ],
};
