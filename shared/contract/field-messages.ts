import type { z } from 'zod';
import type { Language, Text } from '../domain/text';

type Issue = z.core.$ZodRawIssue;

const empty: Text = { da: 'Feltet skal udfyldes.', en: 'Fill in this field.' };
const date: Text = {
  da: 'Vælg en dato, der findes i kalenderen.',
  en: 'Choose a date that exists in the calendar.',
};
const number: Text = { da: 'Skriv et tal.', en: 'Enter a number.' };
const wholeNumber: Text = { da: 'Skriv et helt tal.', en: 'Enter a whole number.' };
const choice: Text = { da: 'Vælg en af mulighederne.', en: 'Choose one of the options.' };
const misfit: Text = {
  da: 'Det kan ikke stå i feltet. Ret det.',
  en: 'That does not belong in this field. Correct it.',
};

/** What is wrong with one input, as a sentence a person reads beside the field. For zod's `error` option. */
export function fieldMessage(issue: Issue, language: Language): string {
  return textOf(issue)[language];
}

function textOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return wholeNumber;
      if (issue.expected === 'number') return number;
      return issue.input === undefined || issue.input === null ? empty : misfit;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return issue.format === 'date' ? date : misfit;
    case 'invalid_value':
      return choice;
    case 'custom':
      return issue.params?.kind === 'date' ? date : misfit;
    default:
      return misfit;
  }
}

function tooSmall(origin: string, least: number): Text {
  if (origin === 'string' && least === 1) return empty;
  if (origin === 'string')
    return { da: `Skriv mindst ${least} tegn.`, en: `Enter at least ${least} characters.` };
  if (origin === 'number' || origin === 'int')
    return { da: `Tallet skal være mindst ${least}.`, en: `The number must be at least ${least}.` };
  return { da: `Der skal være mindst ${least}.`, en: `There must be at least ${least}.` };
}

function tooBig(origin: string, most: number): Text {
  const [da, en] = [most.toLocaleString('da-DK'), most.toLocaleString('en-GB')];
  if (origin === 'string') {
    return {
      da: `Teksten er for lang. Der er plads til ${da} tegn.`,
      en: `The text is too long. There is room for ${en} characters.`,
    };
  }
  if (origin === 'number' || origin === 'int')
    return { da: `Tallet må højst være ${da}.`, en: `The number may be ${en} at most.` };
  return { da: `Der må højst være ${da}.`, en: `There may be ${en} at most.` };
}
