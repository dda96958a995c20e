import type { TalkForm } from '../talk-areas';

/** MUS: the six main areas, word for word and in the order of the source (R002-08). */
export const musForm: TalkForm = {
  purpose: {
    da: 'Vi ser på det, vi aftalte sidst, og aftaler, hvad du skal arbejde med og udvikle det næste år. Samtalen er din og min, og den munder ud i en plan, vi begge kan skrive under på.',
    en: 'We look at what we agreed last time, and agree what you will work on and develop in the coming year. The talk is yours and mine, and it ends in a plan we can both sign.',
  },
  notForDiscussion: {
    da: 'Løn, næste års fagfordeling og forhold om kolleger. Det tager vi på andre møder.',
    en: 'Pay, next year’s allocation of subjects, and matters concerning colleagues. Those belong in other meetings.',
  },
  areas: [
    {
      number: 1,
      part: 'followUp',
      title: {
        da: 'Opfølgning på sidste MUS – resultater, opgaver og udvikling',
        en: 'Follow-up of the last talk – results, tasks and development',
      },
      short: { da: 'Siden sidst', en: 'Since last time' },
      questions: [
        {
          da: 'Hvad er du mest tilfreds med siden sidst?',
          en: 'What are you most pleased with since last time?',
        },
        { da: 'Hvad blev til noget, og hvad gjorde ikke?', en: 'What came to something, and what did not?' },
        { da: 'Hvad stod i vejen?', en: 'What stood in the way?' },
      ],
    },
    {
      number: 2,
      part: 'note',
      title: { da: 'Samarbejde og arbejdsforhold', en: 'Collaboration and working conditions' },
      short: { da: 'Samarbejde', en: 'Collaboration' },
      questions: [
        { da: 'Hvordan går det i teamet?', en: 'How are things in the team?' },
        { da: 'Hvad har du brug for fra mig?', en: 'What do you need from me?' },
        { da: 'Er der balance mellem opgaver og tid?', en: 'Is there a balance between tasks and time?' },
      ],
    },
    {
      number: 3,
      part: 'ratings',
      title: { da: 'Kompetencevurdering', en: 'Competence assessment' },
      short: { da: 'Kompetencevurdering', en: 'Competences' },
      questions: [
        {
          da: 'Hvor ser vi det ens, og hvor ser vi det forskelligt?',
          en: 'Where do we agree, and where not?',
        },
        { da: 'Hvilken situation tænkte vi hver især på?', en: 'Which situation did each of us think of?' },
        { da: 'Hvilken afstand til målet betyder noget nu?', en: 'Which gap matters now?' },
      ],
    },
    {
      number: 4,
      part: 'agreements',
      title: { da: 'Opgaver og mål for det kommende år', en: 'Tasks and goals for the coming year' },
      short: { da: 'Opgaver og mål', en: 'Tasks and goals' },
      questions: [
        {
          da: 'Hvad er dine vigtigste opgaver i det kommende år?',
          en: 'What are your main tasks in the coming year?',
        },
        { da: 'Hvilke mål har undervisningen?', en: 'What are the goals of the teaching?' },
        {
          da: 'Hvilke af skolens mål arbejder du med på?',
          en: 'Which of the school’s goals do you work towards?',
        },
      ],
    },
    {
      number: 5,
      part: 'agreements',
      title: { da: 'Din udvikling – kompetencer og job', en: 'Your development – competences and job' },
      short: { da: 'Din udvikling', en: 'Your development' },
      questions: [
        { da: 'Hvad vil du gerne blive bedre til?', en: 'What would you like to become better at?' },
        { da: 'Hvor ser du dig selv om tre år?', en: 'Where do you see yourself in three years?' },
        { da: 'Hvad vil du gerne prøve – eller slippe?', en: 'What would you like to try – or let go of?' },
      ],
    },
    {
      number: 6,
      part: 'plan',
      title: { da: 'Individuel udviklings- og handlingsplan', en: 'Individual development and action plan' },
      short: { da: 'Udviklings- og handlingsplan', en: 'Development and action plan' },
      questions: [
        { da: 'Hvad aftaler vi, hvem gør det, og hvornår?', en: 'What do we agree, who does it, and when?' },
        { da: 'Hvilken opgave udspringer behovet af?', en: 'Which task does the need arise from?' },
        { da: 'Hvad skal vi se på næste gang?', en: 'What shall we look at next time?' },
      ],
    },
  ],
};
