import type { TalkForm } from '../talk-areas';

/** The specific competence talk: short, and about making needs and expectations clear to both (R003-07). */
export const kusForm: TalkForm = {
  purpose: {
    da: 'Vi taler om en bestemt opgave og om de kompetencer, den kræver. Vi gør det klart for hinanden, hvad du har brug for, og hvad vi forventer, og vi aftaler, hvad der skal ske.',
    en: 'We talk about one particular task and the competences it takes. We make clear to each other what you need and what we expect, and agree what is to happen.',
  },
  notForDiscussion: {
    da: 'Løn og resten af dit arbejde. Det tager vi i din MUS eller på andre møder.',
    en: 'Pay and the rest of your work. We deal with those in your MUS or in other meetings.',
  },
  areas: [
    {
      number: 1,
      part: 'followUp',
      title: { da: 'Opfølgning på det, vi aftalte sidst', en: 'Follow-up of what we agreed last time' },
      short: { da: 'Siden sidst', en: 'Since last time' },
      questions: [
        { da: 'Hvad har du brugt det, du lærte, til?', en: 'What have you used what you learned for?' },
        { da: 'Hvad blev til noget, og hvad gjorde ikke?', en: 'What came to something, and what did not?' },
        { da: 'Hvad stod i vejen?', en: 'What stood in the way?' },
      ],
    },
    {
      number: 2,
      part: 'note',
      title: {
        da: 'Gensidig afklaring af behov og forventninger',
        en: 'Making needs and expectations clear to both',
      },
      short: { da: 'Behov og forventninger', en: 'Needs and expectations' },
      questions: [
        {
          da: 'Hvilken opgave taler vi om, og hvad kræver den?',
          en: 'Which task is it, and what does it take?',
        },
        {
          da: 'Hvad har du brug for, for at det kan lykkes?',
          en: 'What do you need for it to succeed?',
        },
        { da: 'Hvad forventer vi af hinanden?', en: 'What do we expect of each other?' },
      ],
    },
    {
      number: 3,
      part: 'ratings',
      title: { da: 'Kompetencevurdering', en: 'Competence assessment' },
      short: { da: 'Kompetencevurdering', en: 'Competences' },
      questions: [
        {
          da: 'Hvad kan du allerede, som opgaven kræver?',
          en: 'What can you already do that the task takes?',
        },
        {
          da: 'Hvor ser vi det ens, og hvor ser vi det forskelligt?',
          en: 'Where do we agree, and where not?',
        },
        { da: 'Hvilken afstand til målet betyder noget nu?', en: 'Which gap matters now?' },
      ],
    },
    {
      number: 4,
      part: 'plan',
      title: { da: 'Aftaler og plan for udviklingen', en: 'Agreements and plan for the development' },
      short: { da: 'Aftaler og plan', en: 'Agreements and plan' },
      questions: [
        { da: 'Hvad aftaler vi, hvem gør det, og hvornår?', en: 'What do we agree, who does it, and when?' },
        {
          da: 'Hvordan får du lejlighed til at bruge det, du lærer?',
          en: 'How do you get to use what you learn?',
        },
        { da: 'Hvornår ser vi på, om det virkede?', en: 'When do we look at whether it worked?' },
      ],
    },
  ],
};
