import { views } from './demo-talk';

/** How it was seen in November 2026, in the talks held before the demo's Monday, on the wording of August 2026. */
export const levels2026: Readonly<Record<string, ReturnType<typeof views>>> = {
  L01: views(['443 433 344 443', '443 444 443 543', '443 444 443 543']),
  L02: views(['433 433 444 433', '434 433 444 433', '434 433 444 433']),
  L03: views(['444 443 344 434', '454 443 344 434', '454 443 344 434']),
  L04: views(['433 554 433 443', '443 554 434 443', '443 554 434 443']),
  L05: views([
    '433 433 343 432',
    '433 433 344 443',
    '433 433 344 442',
    { self: { 'Robusthed og prioritering': 'To klasselæreropgaver er på grænsen.' } },
  ]),
  L09: views(['442 554 444 344', '443 554 444 344', '443 554 444 344']),
  L10: views(['434 443 443 443', '434 544 443 443', '434 544 443 443']),
  L11: views(['443 433 443 442', '443 433 443 442', '443 433 443 442']),
  L12: views([
    '442 443 433 434',
    '444 443 443 434',
    '443 443 443 434',
    {
      self: { 'Digital dømmekraft og it i hverdagen': 'Jeg bliver let hægtet af, når programmerne skifter.' },
      leader: {
        'Digital dømmekraft og it i hverdagen':
          'Hendes forløb om kildekritik i 6. klasse er det, vi viser andre.',
      },
      agreed: { 'Digital dømmekraft og it i hverdagen': 'Tre: Stærk i dømmekraften, usikker på knapperne.' },
    },
  ]),
  L13: views(['343 433 333 433', '343 433 443 433', '343 433 343 433']),
  L16: views(['443 444 443 545', '443 444 444 545', '443 444 444 545']),
  L17: views(['343 553 434 343', '344 553 434 343', '344 553 434 343']),
  L18: views(['444 443 433 433', '444 443 443 433', '444 443 443 433']),
  L19: views(['333 443 333 433', '333 443 343 433', '333 443 343 433']),
  L21: views(['442 443 534 444', '442 443 534 454', '442 443 534 454']),
  L23: views(['334 443 343 334', '434 443 343 434', '434 443 343 434']),
  P01: views(['43 443 334 43', '44 443 334 45', '44 443 334 44']),
};
