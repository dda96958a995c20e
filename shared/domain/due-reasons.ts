import { dayText } from './day-text';
import type { FrequencyKind } from './talk-frequency';
import type { Text } from './text';

/** A sentence with days in it, written in both languages. */
const both = (days: readonly string[], write: (language: 'da' | 'en', days: string[]) => string): Text => ({
  da: write(
    'da',
    days.map((day) => dayText(day).da),
  ),
  en: write(
    'en',
    days.map((day) => dayText(day).en),
  ),
});

/** Why somebody is due for a talk or is not, in sentences a leader understands. */
export const reasons = {
  planned: (on: string) =>
    both([on], (l, [day]) => (l === 'da' ? `Planlagt til ${day}.` : `Planned for ${day}.`)),
  held: (on: string) => both([on], (l, [day]) => (l === 'da' ? `Holdt ${day}.` : `Held on ${day}.`)),
  onLeave: (until: string | null) =>
    until === null
      ? {
          da: 'Er væk indtil videre. Tilbyd en samtale inden for otte uger efter tilbagekomsten.',
          en: 'Is away until further notice. Offer a talk within eight weeks of the return.',
        }
      : both([until], (l, [day]) =>
          l === 'da'
            ? `Er væk til og med ${day}. Tilbyd en samtale inden for otte uger derefter.`
            : `Is away up to ${day}. Offer a talk within eight weeks after that.`,
        ),
  returned: (back: string, by: string, isOver: boolean) =>
    both([back, by], (l, [day, limit]) => {
      if (l === 'da')
        return isOver
          ? `Kom tilbage ${day}. En samtale var tilrådet inden for otte uger, senest ${limit}.`
          : `Kom tilbage ${day}. En samtale tilrådes inden for otte uger, senest ${limit}.`;
      return isOver
        ? `Came back on ${day}. A talk was advised within eight weeks, by ${limit}.`
        : `Came back on ${day}. A talk is advised within eight weeks, by ${limit}.`;
    }),
  wished: (kind: FrequencyKind): Text => ({
    da: `Har ønsket sin egen samtale i et år med ${kind}. Så skal den holdes.`,
    en: `Has asked for an individual talk in a year of ${kind}. Then it must be held.`,
  }),
  threeYears: (last: string | null): Text =>
    last === null
      ? {
          da: 'Ingen samtale er holdt i de sidste tre skoleår.',
          en: 'No talk has been held in the last three school years.',
        }
      : both([last], (l, [day]) =>
          l === 'da'
            ? `Ikke afholdt i tre skoleår. Den sidste var ${day}.`
            : `Not held for three school years. The last was on ${day}.`,
        ),
  overdue: (last: string) =>
    both([last], (l, [day]) =>
      l === 'da'
        ? `Mere end et år siden: den sidste samtale var ${day}.`
        : `More than a year ago: the last talk was on ${day}.`,
    ),
  never: (since: string) =>
    both([since], (l, [day]) =>
      l === 'da'
        ? `Har ingen samtale haft endnu. Ansat ${day}.`
        : `Has not had a talk yet. Employed since ${day}.`,
    ),
  noTeam: (kind: FrequencyKind): Text => ({
    da: `Der holdes ${kind} i år, men medarbejderen er ikke i et team, der kan holde en. Hold en MUS i stedet.`,
    en: `${kind} is held this year, but this employee is in no team that can hold one. Hold a MUS instead.`,
  }),
  missedTeam: (kind: FrequencyKind, name: string, on: string) =>
    both([on], (l, [day]) =>
      l === 'da'
        ? `Var ikke med til ${kind} med ${name} ${day}. Hold en MUS i stedet.`
        : `Did not take part in the ${kind} with ${name} on ${day}. Hold a MUS instead.`,
    ),
  inSeason: (last: string) =>
    both([last], (l, [day]) =>
      l === 'da'
        ? `Sæsonen er i gang. Den sidste samtale var ${day}.`
        : `The season is on. The last talk was on ${day}.`,
    ),
  later: (last: string, by: string) =>
    both([last, by], (l, [day, limit]) =>
      l === 'da'
        ? `Den sidste samtale var ${day}. Den næste skal holdes senest ${limit}.`
        : `The last talk was on ${day}. The next must be held by ${limit}.`,
    ),
  teamDue: (kind: FrequencyKind, name: string): Text => ({
    da: `Er med i ${kind} med ${name}, som ikke er planlagt endnu.`,
    en: `Takes part in the ${kind} with ${name}, which is not planned yet.`,
  }),
  teamPlanned: (kind: FrequencyKind, name: string, on: string) =>
    both([on], (l, [day]) =>
      l === 'da'
        ? `Er med i ${kind} med ${name} ${day}.`
        : `Takes part in the ${kind} with ${name} on ${day}.`,
    ),
  teamHeld: (kind: FrequencyKind, name: string, on: string) =>
    both([on], (l, [day]) =>
      l === 'da'
        ? `Var med i ${kind} med ${name} ${day}.`
        : `Took part in the ${kind} with ${name} on ${day}.`,
    ),
} as const;
