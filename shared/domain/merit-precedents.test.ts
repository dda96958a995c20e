import { describe, expect, it } from 'vitest';
import { type DecidedCase, type MeritGround, mostPrecedents, precedentsFor } from './merit-precedents';

const ground = (title: string, provider: string, ects: number): MeritGround => ({
  title,
  provider,
  ects,
  year: 2019,
});

const decided = (id: string, decidedOn: string, grounds: MeritGround[]): DecidedCase => ({
  id,
  decidedOn,
  state: 'partly',
  applied: 10,
  ects: 5,
  grounds,
  hidden: ['Lone Bæk Simonsen', 'Lærkemoseskolen'],
});

const mine = [ground('Master i pædagogisk ledelse', 'Aarhus Universitet', 15)];

describe('earlier decisions on similar grounds', () => {
  it('come with the likest first: provider before title before level before points', () => {
    const planted = [
      decided('points', '2022-05-01', [ground('Coachinguddannelse', 'Mentor A/S', 15)]),
      decided('level', '2022-05-02', [ground('Master i it', 'Aalborg Universitet', 30)]),
      decided('title', '2022-05-03', [ground('Diplommodul: Pædagogisk ledelse i praksis', 'UCL', 10)]),
      decided('provider', '2022-05-04', [ground('Statistik', 'Aarhus Universitet', 5)]),
      decided('all', '2022-05-05', [ground('Master i ledelse', 'aarhus  universitet', 15)]),
      decided('nothing', '2022-05-06', [ground('Truckcertifikat', 'AMU', 0)]),
    ];
    const found = precedentsFor(mine, planted);
    expect(found.map(({ alike }) => alike.join('+'))).toEqual([
      'provider+title+level+ects',
      'provider',
      'title',
      'level',
      'ects',
    ]);
  });

  it('come newest first among equals, and are few', () => {
    const same = [1, 2, 3, 4, 5, 6, 7].map((day) =>
      decided(`${day}`, `2021-03-0${day}`, [ground('Ledelse', 'UCL', 10)]),
    );
    const found = precedentsFor([ground('Ledelse', 'UCL', 10)], same);
    expect(found.map(({ number }) => number)).toEqual(['2021/7', '2021/6', '2021/5', '2021/4', '2021/3']);
    expect(found).toHaveLength(mostPrecedents);
  });

  it('tell neither name nor school nor id', () => {
    const one = decided('secret-id', '2021-03-01', [
      ground('Ledelse for Lone, kursus på Lærkemoseskolens kontor', 'Simonsen & Co.', 15),
    ]);
    const [found] = precedentsFor(mine, [one]);
    expect(JSON.stringify(found)).not.toMatch(/lone|bæk|simonsen|lærkemose|secret/i);
    expect(found?.grounds[0]?.title).toBe('Ledelse for –, kursus på – kontor');
  });

  it('are not alike in words that tell nothing', () => {
    const other = decided('a', '2021-03-01', [ground('Master i uddannelse og læring', 'DPU', 60)]);
    const grounds = [ground('Kursus i uddannelse', '', 0)];
    expect(precedentsFor(grounds, [other])).toEqual([]);
  });
});
