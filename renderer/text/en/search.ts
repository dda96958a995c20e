import type { search as da } from '../da/search';
import type { Same } from '../same';

export const search: Same<typeof da> = {
  open: 'Search …',
  title: 'Search Spind',
  label: 'Name, note, agreement or plan',
  labelPages: 'Name of a page',
  hint: 'Search names, notes, agreements and training plans. The beginning of a word is enough. Ratings are not searched.',
  keys: 'Up and down arrows choose, Enter opens, Esc closes.',
  results: 'Found',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  none: 'Nothing found for “{{text}}”',
  noneHint: 'Try the beginning of the word, or fewer words.',
  more: 'There is more. Add a word to narrow it down.',
  pages: 'Go to',
  people: 'Employees and teams',
  notes: 'Notes',
  agreements: 'Agreements',
  plans: 'Training plans',
  team: 'Team',
  noteOf: 'Note {{date}}',
  due: 'Due {{date}}',
};
