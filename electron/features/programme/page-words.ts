import type { Language } from '@shared/domain/text';

const count = (n: number, one: string, other: string) => (n === 1 ? one : other);

/** The words of the shared page beside what the school has written. */
const da = {
  title: 'Udviklingsprogram',
  updated: (date: string) => `Senest opdateret ${date}`,
  days: (n: number) => `${n}\u00a0${count(n, 'dag', 'dage')}`,
  materials: (amount: string) => `materialer ${amount}`,
  compulsory: 'lovpligtig i stillingen',
  targetGroup: 'Målgruppe',
  qualification: 'Kvalifikation',
  runs: 'Hold',
  competences: 'Løfter',
  focus: 'Fokus',
  source: 'Udspringer af',
  readMore: 'Læs mere',
  plans: (n: number) => `${n} ${count(n, 'plan', 'planer')} beder om det`,
  foundation: 'MÅLET, skolens fælles grundlag',
  decision: 'ledelsens beslutning',
  cancelled: 'aflyst',
  confirmed: 'oprettes',
  minimum: (n: number) => `oprettes ved ${n} tilmeldte`,
  seats: (n: number) => `${n} ${count(n, 'plads', 'pladser')}`,
  signUpBy: (date: string) => `tilmelding senest ${date}`,
  asked: 'Efterspurgt, men ikke udbudt',
  sources:
    'Programmet udspringer af udviklingsplanerne fra samtalerne, af skolens fælles grundlag og af ledelsens beslutninger.',
};
export type PageWords = typeof da;

const en: PageWords = {
  title: 'Development programme',
  updated: (date) => `Last updated ${date}`,
  days: (n) => `${n}\u00a0${count(n, 'day', 'days')}`,
  materials: (amount) => `materials ${amount}`,
  compulsory: 'required by law in the post',
  targetGroup: 'For',
  qualification: 'Qualification',
  runs: 'Runs',
  competences: 'Lifts',
  focus: 'Focus',
  source: 'Springs from',
  readMore: 'Read more',
  plans: (n) => `${n} ${count(n, 'plan asks', 'plans ask')} for it`,
  foundation: 'MÅLET, the school’s common foundation',
  decision: 'the management’s decision',
  cancelled: 'cancelled',
  confirmed: 'will be held',
  minimum: (n) => `held if ${n} sign up`,
  seats: (n) => `${n} ${count(n, 'seat', 'seats')}`,
  signUpBy: (date) => `sign up by ${date}`,
  asked: 'Asked for, but not offered',
  sources:
    'The programme springs from the development plans of the talks, the school’s common foundation and the management’s decisions.',
};

export const pageWords: Readonly<Record<Language, PageWords>> = { da, en };
