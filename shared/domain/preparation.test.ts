import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelChoices, preparationQuestions, shortened } from './preparation';
import { talkKinds } from './talk-kinds';

describe('the choices of a competence', () => {
  const descriptors = ['Begynder.', 'Kan lidt.', 'Planlægger og evaluerer undervisning sammen med teamet.'];

  it('are none yet, each level with its words, and the two states', () => {
    expect(levelChoices(descriptors, 3, 'da')).toEqual([
      { value: '–', text: '–' },
      { value: '1', text: '1  Begynder.' },
      { value: '2', text: '2  Kan lidt.' },
      { value: '3', text: '3  Planlægger og evaluerer …' },
      { value: 'iv', text: 'Ikke vurderet' },
      { value: 'ir', text: 'Ikke relevant' },
    ]);
  });

  it('are told apart by value and by words alike, whatever the descriptors say', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 7 }), fc.integer({ min: 2, max: 7 }), (texts, max) => {
        const choices = levelChoices(texts, max, 'da');
        expect(new Set(choices.map(({ value }) => value)).size).toBe(max + 3);
        expect(new Set(choices.map(({ text }) => text)).size).toBe(max + 3);
        const values = new Set(choices.map(({ value }) => value));
        for (const { value, text } of choices) expect(text === value || !values.has(text)).toBe(true);
      }),
    );
  });
});

it('shortens at a word, and never beyond the room', () => {
  expect(shortened('kort')).toBe('kort');
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(shortened(text, 30).length).toBeLessThanOrEqual(32);
    }),
  );
});

it('asks four or five questions before every kind of talk, each once', () => {
  for (const kind of talkKinds) {
    const questions = preparationQuestions(kind);
    expect([4, 5]).toContain(questions.length);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
    for (const { text } of questions) expect(text.da).toMatch(/^[A-ZÆØÅ].*\?$/);
  }
});
