import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpiderLevel } from './gap';
import { compareTalks, type RatedTalk, shownLevel, trendsOf, type Wording } from './spider-history';

const rated = (level: number): SpiderLevel => ({ state: 'rated', level });
const texts = (word: string) => [1, 2, 3, 4, 5].map((level) => `${word} ${level}`);
const axis = (lineageId: string, name: string, version: string, word = lineageId, domain = 'Almene') => ({
  competenceId: `${lineageId}-${version}`,
  lineageId,
  name,
  domain,
  target: 4,
  descriptors: texts(word),
});
const old: Wording = {
  id: 'v1',
  scaleMax: 5,
  axes: [
    axis('team', 'Teamsamarbejde', 'v1'),
    axis('it', 'It-kørekort', 'v1'),
    axis('data', 'Data', 'v1', 'data', 'Faglige'),
  ],
};
const now: Wording = {
  id: 'v2',
  scaleMax: 5,
  axes: [
    axis('team', 'Teamsamarbejde', 'v2'),
    axis('data', 'Data og kvalitetsudvikling', 'v2', 'kvalitet', 'Faglige'),
    axis('care', 'Trivsel', 'v2', 'trivsel', 'Personlige'),
  ],
};
const talk = (
  versionId: string,
  heldOn: string,
  leader: SpiderLevel[],
  more: Partial<RatedTalk> = {},
): RatedTalk => ({
  talkId: heldOn,
  heldOn,
  versionId,
  leader,
  self: leader.map(() => rated(1)),
  agreed: leader.map(() => null),
  ...more,
});
const first = talk('v1', '2024-11-12', [rated(2), rated(3), rated(4)]);
const second = talk('v2', '2026-11-10', [rated(3), { state: 'notRated' }, rated(5)], {
  agreed: [rated(4), null, null],
});

describe('the level shown', () => {
  it('is the agreed one, else the leader’s, and says which', () => {
    expect(shownLevel(second, 0, 'agreed')).toEqual({ level: rated(4), source: 'agreed' });
    expect(shownLevel(second, 2, 'agreed')).toEqual({ level: rated(5), source: 'leader' });
    expect(shownLevel(second, 2, 'self')).toEqual({ level: rated(1), source: 'self' });
  });
});

describe('two talks side by side', () => {
  const rows = compareTalks({ talk: first, wording: old }, { talk: second, wording: now }, 'agreed');

  it('are matched by lineage, and say what became of each competence', () => {
    expect(rows.map(({ lineageId, change }) => [lineageId, change])).toEqual([
      ['team', 'same'],
      ['it', 'dropped'],
      ['data', 'reworded'],
      ['care', 'new'],
    ]);
  });

  it('keep the wording each was made with', () => {
    const data = rows.find(({ lineageId }) => lineageId === 'data');
    expect(data?.earlier).toMatchObject({ name: 'Data', level: rated(4), text: 'data 4' });
    expect(data?.later).toMatchObject({ name: 'Data og kvalitetsudvikling', text: '' });
    expect(rows[0]?.later).toMatchObject({ level: rated(4), source: 'agreed', text: 'team 4' });
  });

  it('lose no competence of either and repeat none', () => {
    const wording = (id: string, lineages: readonly string[]): Wording => ({
      id,
      scaleMax: 5,
      axes: lineages.map((lineage, place) =>
        axis(lineage, lineage, id, lineage, place % 2 ? 'Almene' : 'Faglige'),
      ),
    });
    const lineages = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(lineages, lineages, (before, after) => {
        const result = compareTalks(
          { talk: talk('a', '2024-11-12', []), wording: wording('a', before) },
          { talk: talk('b', '2025-11-12', []), wording: wording('b', after) },
          'agreed',
        );
        expect(result.map(({ lineageId }) => lineageId).sort()).toEqual(
          [...new Set([...before, ...after])].sort(),
        );
        expect(result.filter(({ later }) => later).map(({ lineageId }) => lineageId)).toEqual(after);
      }),
    );
  });
});

describe('a competence through the years', () => {
  it('breaks where nothing was rated or asked, and tells where the wording changed', () => {
    const trends = trendsOf([second, first], [old, now], 'agreed');
    expect(trends.map(({ name }) => name)).toEqual([
      'Teamsamarbejde',
      'Data og kvalitetsudvikling',
      'Trivsel',
      'It-kørekort',
    ]);
    const [team, data, care, it] = trends.map(({ points }) => points);
    expect(team?.map(({ level }) => level)).toEqual([2, 4]);
    expect(data?.map(({ level, state, isReworded }) => [level, state, isReworded])).toEqual([
      [4, 'rated', false],
      [null, 'notRated', true],
    ]);
    expect(care?.map(({ state }) => state)).toEqual(['notAsked', 'rated']);
    expect(it?.map(({ state }) => state)).toEqual(['rated', 'notAsked']);
  });
});
