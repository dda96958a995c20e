/** What was typed earlier and never handed in. */
export const drafts = {
  today: 'Du er tilbage, hvor du slap kl. {{time}}.',
  earlier: 'Du er tilbage, hvor du slap {{when}}.',
  old: 'Det her skrev du {{when}}, men det blev ikke gemt.',
  discard: 'Kassér',
  discarded: 'Kladden er kasseret.',
  notKept: 'Det skrevne er ikke gemt som kladde: {{reason}}',
} as const;
