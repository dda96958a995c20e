/** What was typed earlier and never handed in. */
export const drafts = {
  today: 'Genskabt kladde fra {{time}}',
  earlier: 'Genskabt kladde fra {{when}}',
  old: 'Gammel kladde fra {{when}}',
  discard: 'Kassér',
  discarded: 'Kladden er kasseret.',
  notKept: 'Det skrevne er ikke gemt som kladde: {{reason}}',
} as const;
