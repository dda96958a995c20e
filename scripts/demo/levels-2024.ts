import { views } from './demo-talk';

/**
 * How the staff and their leader saw it in the season 2024/25, on the wording of that year, by employee number: self,
 * leader, and what they agreed on.
 */
export const levels2024: Readonly<Record<string, ReturnType<typeof views>>> = {
  B01: views(['44 433 344 44', '44 443 344 54', '44 443 344 54']),
  B02: views([
    '33 432 333 43',
    '33 432 343 43',
    '33 432 343 43',
    { self: { 'Observation og dokumentation': 'Jeg ser meget, men får det sjældent skrevet ned.' } },
  ]),
  P01: views(['33 433 334 42', '43 443 334 44', '43 443 334 43']),
  P02: views(['33 332 352 43', '33 333 352 43', '33 332 352 43']),
  P03: views(['43 343 433 43', '43 343 433 43', '43 343 433 43']),
  P04: views(['34 433 344 44', '44 433 344 44', '44 433 344 44']),
  P05: views(['33 433 43x 43', '33 433 43x 43', '33 433 43x 43']),
  L01: views(['443 433 343 433', '443 434 443 443', '443 434 443 443']),
  L02: views(['433 333 443 433', '433 333 443 433', '433 333 443 433']),
  L03: views(['434 443 343 434', '434 443 343 434', '434 443 343 434']),
  L04: views(['433 553 433 443', '333 554 434 443', '433 554 433 443']),
  L05: views(['433 332 333 432', '433 332 334 433', '433 332 333 432']),
  L06: views([
    '443 433 333 432',
    '443 443 344 443',
    '443 443 344 442',
    { self: { 'Robusthed og prioritering': 'Deltiden bliver let til fuld tid.' } },
  ]),
  L07: views([
    '433 433 433 433',
    '433 433 233 433',
    '433 433 333 433',
    {
      self: { Klasseledelse: 'I musik har jeg klassen helt med mig.' },
      leader: { Klasseledelse: 'Ro i musik. I matematik går der tid, før timen kommer i gang.' },
      agreed: { Klasseledelse: 'Tre: Vi taler om to forskellige fag.' },
    },
  ]),
  L08: views([
    '443 442 443 442',
    '443 444 443 543',
    '443 443 443 543',
    {
      self: { 'Evaluering og feedback': 'Jeg når ikke at følge op i alle fag.' },
      leader: { 'Evaluering og feedback': 'Elevernes mapper viser noget andet: Hun følger op hver uge.' },
    },
  ]),
  L09: views(['332 553 444 344', '332 553 444 344', '332 553 444 344']),
  L10: views(['434 443 433 443', '434 443 443 443', '434 443 443 443']),
  L11: views([
    '433 433 443 432',
    '443 433 443 442',
    '443 433 443 442',
    { self: { 'Robusthed og prioritering': 'AMR-opgaven kommer oven i resten.' } },
  ]),
  L12: views(['443 443 433 434', '442 443 433 434', '443 443 433 434']),
  L13: views(['333 433 233 433', '333 433 333 433', '333 433 333 433']),
  L14: views(['433 443 343 443', '433 443 343 443', '433 443 343 443']),
  L15: views([
    '332 222 222 321',
    '333 222 223 3--',
    '333 222 222 322',
    { leader: { 'Refleksion over egen praksis': 'For tidligt at sige efter tre måneder.' } },
  ]),
  L16: views(['443 444 443 544', '443 444 443 544', '443 444 443 544']),
  L17: views(['333 553 433 333', '334 553 433 343', '334 553 433 343']),
  L18: views(['444 443 433 433', '444 443 433 433', '444 443 433 433']),
  L19: views(['333 443 233 333', '333 443 333 433', '333 443 333 433']),
  L20: views(['333 543 343 433', '333 543 343 434', '333 543 343 434']),
  L21: views(['342 443 534 444', '332 443 534 444', '332 443 534 444']),
  L22: views(['435 443 343 433', '435 443 343 433', '435 443 343 433']),
  L23: views([
    '334 443 343 233',
    '334 443 343 433',
    '334 443 343 333',
    {
      self: { Relationskompetence: 'Der er to elever, jeg ikke når ind til.' },
      leader: { Relationskompetence: 'Eleverne i 7. klasse søger ham. To elever er ikke hele klassen.' },
    },
  ]),
  L24: views(['432 453 443 443', '433 453 443 443', '432 453 443 443']),
  S04: views(['444 443 43 34', '444 444 43 24', '444 444 43 34']),
};

/** What was seen in other years, by employee number and the day of the talk. */
export const otherLevels: Readonly<Record<string, ReturnType<typeof views>>> = {
  // Story 9: Anne-Lise, year by year.
  'B01 2021-11-17': views(['34 422 333 43', '34 422 333 43', '34 422 333 43']),
  'B01 2022-11-16': views(['34 432 333 43', '34 433 333 43', '34 433 333 43']),
  'B01 2023-11-15': views(['34 433 343 43', '34 433 344 44', '34 433 344 43']),
  'B01 2025-12-03': views(['44 444 344 44', '44 444 345 54', '44 444 345 54']),
  'L07 2025-12-10': views([
    '433 433 433 433',
    '433 433 233 433',
    '433 433 333 433',
    { leader: { Klasseledelse: 'Bedre med Zeynep i timen. Alene mangler rutinerne stadig.' } },
  ]),
  'L11 2025-12-02': views(['443 433 443 432', '443 433 443 442', '443 433 443 442']),
  'S02 2026-03-12': views([
    '333 322 333 343',
    '333 322 333 343',
    '333 322 333 343',
    {
      self: { 'Data og kvalitetsudvikling': 'Jeg ser tallene, men har ikke ført teamet igennem dem endnu.' },
    },
  ]),
};
