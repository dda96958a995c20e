import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { schoolYearOf } from '../domain/school-year';
import { errorCodes, languages } from '../domain/text';
import {
  calendarDate,
  call,
  callError,
  done,
  type FeatureContract,
  id,
  line,
  moment,
  nothing,
  optionalLine,
  prose,
  schoolYear,
} from './core';
import { fieldMessage } from './field-messages';
import { contract } from './index';
import { checksOf, definition, inputsOf } from './test-input';

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('the words of a contract', () => {
  it('take a day that the calendar has and a school can mean', () => {
    for (const day of ['2026-08-01', '2028-02-29', '1900-01-01', '2199-12-31'])
      expect([day, takes(calendarDate, day)]).toEqual([day, true]);
    for (const day of [
      '2026-02-31',
      '2027-02-29',
      '31-02-2026',
      '2026-8-1',
      '2026-08-01T00:00:00Z',
      '1899-12-31',
      '2200-01-01',
      '0000-01-01',
      '+010000-01-01',
      '',
      ' 2026-08-01',
      20260801,
      null,
    ]) {
      expect([day, takes(calendarDate, day)]).toEqual([day, false]);
    }
  });

  it('take the school year of every such day and no other', () => {
    fc.assert(
      fc.property(inputsOf(calendarDate), (day) => {
        expect(takes(schoolYear, schoolYearOf(String(day)))).toBe(true);
      }),
    );
    for (const year of [
      '2026/28',
      '2026/26',
      '2026/2027',
      '26/27',
      '2026-27',
      '0000/01',
      '9999/00',
      '2026/27 ',
      '',
      null,
    ]) {
      expect([year, takes(schoolYear, year)]).toEqual([year, false]);
    }
  });

  it('trim a line and want something on it; leave free text as it was typed', () => {
    expect(line().parse('  Åse \n')).toBe('Åse');
    expect(optionalLine().parse(' \t ')).toBe('');
    expect(prose.parse('  to\r\nlinjer ')).toBe('  to\r\nlinjer ');
    for (const blank of ['', '   ', '\n\t', '\u00a0']) expect(takes(line(), blank)).toBe(false);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const read = line(200).safeParse(text);
        expect(read.success).toBe(text.trim() !== '' && text.trim().length <= 200);
        if (read.success) expect(read.data).toBe(text.trim());
      }),
    );
  });

  it('end: no text is longer than its place', () => {
    expect([takes(id, 'x'.repeat(64)), takes(id, 'x'.repeat(65)), takes(id, '')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([takes(prose, 'x'.repeat(50_000)), takes(prose, 'x'.repeat(50_001))]).toEqual([true, false]);
    expect(takes(moment, '2026-11-23T12:00:00.000Z')).toBe(true);
    expect(takes(moment, '2026-11-23 12:00')).toBe(false);
  });

  it('take nothing but nothing where nothing is expected', () => {
    for (const schema of [nothing, done]) {
      expect(takes(schema, {})).toBe(true);
      for (const value of [{ id: 'x' }, undefined, null, [], '', 0]) expect(takes(schema, value)).toBe(false);
    }
  });

  it('know every code a refusal may carry', () => {
    for (const code of errorCodes) expect(takes(callError, { code, message: 'x' })).toBe(true);
    expect(takes(callError, { code: 'other', message: 'x' })).toBe(false);
    expect(call('leader', nothing, done)).toMatchObject({ access: 'leader', changes: [] });
  });
});

const calls = Object.entries(contract as Readonly<Record<string, FeatureContract>>).flatMap(
  ([feature, ofFeature]) =>
    Object.entries(ofFeature).map(([name, one]) => ({ place: `${feature}.${name}`, ...one })),
);

/** Every schema inside a schema, with the way to it. */
function parts(schema: z.ZodType, path: string): { path: string; schema: z.ZodType }[] {
  const { shape = {}, innerType, element, options = [], keyType, valueType } = definition(schema);
  const inner = [
    ...Object.entries(shape),
    ...[innerType, element, keyType, valueType, ...options].map((part) => ['', part] as const),
  ];
  return [
    { path, schema },
    ...inner.flatMap(([name, part]) => (part ? parts(part, name ? `${path}.${name}` : path) : [])),
  ];
}

describe('every call of the contract', () => {
  it('takes an object, so that a window cannot send anything bare', () => {
    const bare = calls.filter(({ input }) => definition(input).type !== 'object').map(({ place }) => place);
    expect(bare).toEqual([]);
  });

  it('has a limit for every text and every list that comes in', () => {
    const endless = calls
      .flatMap(({ place, input }) => parts(input, place))
      .filter(({ schema }) => {
        const { type } = definition(schema);
        const checks = checksOf(schema);
        const isLimited = checks.some(({ check }) => check === 'max_length');
        if (type === 'array') return !isLimited;
        if (type !== 'string') return false;
        // A date or a pattern without `*`, `+` or `{n,}` ends by itself.
        const format = checks.find(({ check }) => check === 'string_format');
        return !isLimited && !(format && !/[*+]|\{\d+,\}/.test(format.pattern?.source ?? ''));
      })
      .map(({ path }) => path);
    expect(endless).toEqual([]);
  });

  it('takes what the tests make up for it', () => {
    for (const { place, input } of calls) {
      for (const made of fc.sample(inputsOf(input), 5))
        expect([place, takes(input, made)]).toEqual([place, true]);
    }
  }, 30_000);

  it('is deaf to prototypes', () => {
    for (const { place, input } of calls) {
      const [made] = fc.sample(inputsOf(input), { numRuns: 1, seed: 1 });
      const sent = JSON.parse(
        `{"__proto__":{"polluted":1},${JSON.stringify(made).slice(1)}`.replace(',}', '}'),
      );
      const read = input.safeParse(sent);
      if (read.success)
        expect([place, Object.hasOwn(read.data as object, '__proto__')]).toEqual([place, false]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('says of every input it refuses, in both languages, what to do, without the words of a programmer', () => {
    const odd = [
      undefined,
      null,
      '',
      ' ',
      'x'.repeat(60_000),
      -1,
      1.5,
      1e9,
      Number.NaN,
      [],
      Array(100).fill(''),
      {},
      true,
      '2026-02-31',
      '=1+1',
    ];
    for (const { place, input } of calls) {
      for (const { path, schema } of parts(input, place)) {
        for (const language of languages) {
          for (const value of odd) {
            const read = schema.safeParse(value, { error: (issue) => fieldMessage(issue, language) });
            for (const { message } of read.error?.issues ?? []) {
              expect([path, message]).toEqual([path, expect.stringMatching(/^[A-ZÆØÅ].{5,90}\.$/)]);
              expect([path, message]).not.toEqual([
                path,
                expect.stringMatching(/input|ugyldig|streng|undefined|null|NaN|regex|[{}[\]|]/i),
              ]);
            }
          }
        }
      }
    }
  });
});
