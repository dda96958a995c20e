import type { SearchResult } from '@shared/contract/search';
import { readQuery } from '@shared/domain/search-text';
import { describe, expect, it } from 'vitest';
import { choiceGroups, destinationOf, stepIn } from './palette';

const pages = [
  { to: '/', label: 'I dag' },
  { to: '/employees', label: 'Medarbejdere' },
  { to: '/training-plans', label: 'Uddannelsesplaner' },
];
const result = (change: Partial<SearchResult>): SearchResult => ({
  key: '1',
  kind: 'employee',
  employeeId: 'p',
  teamId: null,
  talkId: null,
  talkKind: null,
  area: null,
  schoolYear: null,
  who: 'Pernille Aagaard',
  date: null,
  context: [],
  ...change,
});

describe('choiceGroups', () => {
  it('offers every page when nothing is typed, and no results that are left over', () => {
    const groups = choiceGroups(pages, [result({})], null);
    expect(groups.map(({ key, choices }) => [key, choices.length])).toEqual([['pages', 3]]);
  });

  it('puts pages, people, notes, agreements and plans in groups, the best first in each', () => {
    const results = [
      result({ key: '1' }),
      result({ key: '2', kind: 'agreement' }),
      result({ key: '3', kind: 'note' }),
      result({ key: '4', kind: 'team', employeeId: null, teamId: 't' }),
      result({ key: '5', kind: 'talkNote' }),
      result({ key: '6', kind: 'plan' }),
    ];
    const groups = choiceGroups(pages, results, readQuery('medarb'));
    expect(groups.map(({ key, choices }) => [key, ...choices.map((choice) => choice.key)])).toEqual([
      ['pages', 'page /employees'],
      ['people', '1', '4'],
      ['notes', '3', '5'],
      ['agreements', '2'],
      ['plans', '6'],
    ]);
  });

  it('wants every word of a page, and marks what was typed', () => {
    const labels = (typed: string) =>
      choiceGroups(pages, [], readQuery(typed)).flatMap(({ choices }) => choices.map(({ label }) => label));
    expect(labels('i da')).toEqual([
      [
        { text: 'I', hit: true },
        { text: ' ', hit: false },
        { text: 'dag', hit: true },
      ],
    ]);
    expect(labels('i morgen')).toEqual([]);
    const [group] = choiceGroups([], [result({})], readQuery('ågård'));
    expect(group?.choices[0]?.label).toContainEqual({ text: 'Aagaard', hit: true });
  });
});

describe('destinationOf', () => {
  it.each([
    [{}, { to: '/employees/$employeeId', params: { employeeId: 'p' } }],
    [{ kind: 'note' }, { to: '/employees/$employeeId', params: { employeeId: 'p' } }],
    [
      { kind: 'note', employeeId: null, teamId: 't' },
      { to: '/teams/$teamId', params: { teamId: 't' } },
    ],
    [
      { kind: 'agreement', talkId: 'm' },
      { to: '/employees/$employeeId', params: { employeeId: 'p' } },
    ],
    [
      { kind: 'talkNote', talkId: 'm', area: 3 },
      { to: '/talks/$talkId', params: { talkId: 'm' }, search: { area: 3 } },
    ],
    [
      { kind: 'plan', schoolYear: '2025/26' },
      { to: '/training-plans/$employeeId', params: { employeeId: 'p' }, schoolYear: '2025/26' },
    ],
    [{ employeeId: null }, null],
  ] as [Partial<SearchResult>, unknown][])('%o', (change, expected) => {
    expect(destinationOf(result(change))).toEqual(expected);
  });
});

it('stepIn goes round at both ends', () => {
  expect([stepIn(3, 0, -1), stepIn(3, 2, 1), stepIn(3, 0, 1), stepIn(0, 0, 1)]).toEqual([2, 0, 1, 0]);
});
