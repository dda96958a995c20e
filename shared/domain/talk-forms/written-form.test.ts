import { describe, expect, it } from 'vitest';
import { mostAreas, type TalkAreaPart } from '../talk-areas';
import { isTeamKind, talkKinds } from '../talk-kinds';
import { formLimits, formProblems, partsFor, type WrittenArea } from './written-form';

const area = (part: TalkAreaPart, change: Partial<WrittenArea> = {}): WrittenArea => ({
  title: 'Noget',
  short: 'Noget',
  questions: 'Hvad?',
  part,
  ...change,
});
const said = (kind: (typeof talkKinds)[number], ...areas: WrittenArea[]) =>
  formProblems(kind, areas).map(({ da }) => da);

describe('what keeps a form from being used', () => {
  it('is nothing when the talk opens on the promises and ends in the plan', () => {
    expect(said('KUS', area('followUp'), area('plan'))).toEqual([]);
    expect(said('TUS', area('followUp'), area('picture'), area('ratings'), area('plan'))).toEqual([]);
  });

  it.each([
    ['MUS', ['plan', 'followUp'], [/første .* opfølgningen/, /sidste .* handlingsplanen/]],
    ['MUS', ['followUp', 'note'], [/sidste .* handlingsplanen/]],
    ['MUS', ['followUp', 'plan', 'plan'], [/ét hovedområde med handlingsplan/]],
    ['MUS', ['followUp', 'followUp', 'plan'], [/ét hovedområde med opfølgning/]],
    ['MUS', ['followUp', 'ratings', 'ratings', 'plan'], [/ét hovedområde med vurdering/]],
    ['TUS', ['followUp', 'picture', 'picture', 'plan'], [/ét hovedområde med teamets spind/]],
    ['KUS', ['followUp', 'picture', 'plan'], [/hører til i samtaler med et team/]],
    ['GRUS', [], [/mindst 2/, /første/, /sidste/]],
    ['GRUS', ['followUp', ...Array(mostAreas - 1).fill('note'), 'plan'], [/højst have 10/]],
  ] as const)('%s %j', (kind, parts, expected) => {
    const problems = said(kind, ...(parts as readonly TalkAreaPart[]).map((part) => area(part)));
    expect(problems).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(problems[index]).toMatch(pattern);
  });

  it('names the area whose words are missing or too long', () => {
    const long = (n: number) => 'å'.repeat(n);
    const problems = said(
      'MUS',
      area('followUp', { title: ' ', short: '' }),
      area('note', { title: long(formLimits.title + 1), short: long(formLimits.short + 1) }),
      area('note', {
        questions: Array(formLimits.questions + 1)
          .fill('Hvad?')
          .join('\n'),
      }),
      area('plan', { questions: long(formLimits.question + 1) }),
    );
    expect(problems).toEqual([
      'Hovedområde 1: Skriv en overskrift.',
      'Hovedområde 1: Skriv et par ord til fanen.',
      'Hovedområde 2: Overskriften er på 121 tegn. Der er plads til 120.',
      'Hovedområde 2: Ordene til fanen er på 31 tegn. Der er plads til 30.',
      'Hovedområde 3: Der er 11 spørgsmål. Vælg de 10 vigtigste.',
      'Hovedområde 4: Et spørgsmål er længere end 200 tegn. Del det, eller gør det kortere.',
    ]);
  });

  it('offers the team’s spider to teams only', () => {
    for (const kind of talkKinds) expect(partsFor(kind).includes('picture')).toBe(isTeamKind(kind));
  });
});
