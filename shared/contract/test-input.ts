import fc from 'fast-check';
import type { z } from 'zod';
import { addDays } from '../domain/dates';
import { hostileTexts } from '../domain/hostile-texts';

/** What usually stands at a place of the input, named by its path; undefined leaves it to the schema alone. */
export type Chooser = (path: readonly string[]) => fc.Arbitrary<unknown> | undefined;

/** The parts of zod's own description of a schema that a generator needs. */
type Definition = {
  readonly type: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
};
type Check = {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
};

/** What a schema says of itself; the one place that reads zod's inner description. */
export function definition(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

/** The checks of a schema, those of its format included. */
export function checksOf(schema: z.ZodType): Check[] {
  const { checks = [], format, pattern } = definition(schema);
  const own = format ? [{ check: 'string_format', format, ...(pattern && { pattern }) }] : [];
  return [...own, ...checks.map((check) => check._zod.def)];
}

/**
 * Inputs that a call's schema accepts: mostly plausible ones, with hostile texts, long texts, odd numbers and far
 * dates among them. Throws for a kind of schema it does not know, so that no part of an input stays untried.
 */
export function inputsOf(schema: z.ZodType, choose: Chooser = () => undefined): fc.Arbitrary<unknown> {
  return build(schema, choose, []).filter((value) => schema.safeParse(value).success);
}

function build(schema: z.ZodType, choose: Chooser, path: readonly string[]): fc.Arbitrary<unknown> {
  const { type, shape, innerType, element, options, keyType, valueType, entries, values } =
    definition(schema);
  const inner = (part: z.ZodType | undefined, name?: string) => {
    if (!part) throw new Error(`the schema at ${path.join('.')} lacks a part`);
    return build(part, choose, name === undefined ? path : [...path, name]);
  };
  if (type === 'optional') return fc.option(inner(innerType), { nil: undefined, freq: 3 });
  if (type === 'nullable') return fc.option(inner(innerType), { nil: null, freq: 3 });
  const usual = choose(path);
  if (!usual) return bySchema();
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: bySchema() });

  function bySchema(): fc.Arbitrary<unknown> {
    switch (type) {
      case 'object': {
        const parts = Object.entries(shape ?? {}).map(([key, part]) => [key, inner(part, key)] as const);
        return fc.record(Object.fromEntries(parts)).map(withoutUndefined);
      }
      case 'string':
        return textsOf(checksOf(schema));
      case 'number':
        return numbersOf(checksOf(schema));
      case 'boolean':
        return fc.boolean();
      case 'enum':
        return fc.constantFrom(...Object.values(entries ?? {}));
      case 'literal':
        return fc.constantFrom(...(values ?? []));
      case 'union':
        return fc.oneof(...(options ?? []).map((option) => inner(option)));
      case 'array': {
        const { least, most } = lengths(checksOf(schema), 8);
        return fc.array(inner(element), { minLength: least, maxLength: Math.min(most, 8) });
      }
      case 'record':
        return fc.dictionary(inner(keyType) as fc.Arbitrary<string>, inner(valueType), { maxKeys: 14 });
      default:
        throw new Error(`no inputs are known for ${type} at ${path.join('.')}`);
    }
  }
}

const textsOf = (checks: readonly Check[]): fc.Arbitrary<string> => {
  const format = checks.find((check) => check.check === 'string_format');
  if (format?.format === 'date') return dates;
  if (format?.pattern) return fc.stringMatching(format.pattern, { maxLength: 40 });
  const { least, most } = lengths(checks, 300);
  const fitting = hostileTexts.filter((text) => text.length <= most && text.length >= least);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom('Testning af ordblindhed', 'Åse', 'dansk 4.A', 'x')
        .map((text) => text.slice(0, most)),
    },
    {
      weight: 3,
      arbitrary:
        fitting.length > 0 ? fc.constantFrom(...fitting) : fc.string({ minLength: least, maxLength: most }),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: least, maxLength: Math.min(most, 300) }) },
    { weight: 1, arbitrary: fc.constant('å'.repeat(most)) },
  );
};

const day = (first: string, days: number) => fc.nat(days).map((n) => addDays(first, n));
/** The demo year mostly; a lifetime sometimes; rarely the ends of what a date can say. */
const dates = fc.oneof(
  { weight: 8, arbitrary: day('2026-08-01', 364) },
  { weight: 3, arbitrary: day('1990-01-01', 20_000) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1900-01-01', '2199-12-31', '0000-01-01', '9999-12-31', '2028-02-29'),
  },
);

function numbersOf(checks: readonly Check[]): fc.Arbitrary<number> {
  const value = (name: string, other: number) => checks.find((check) => check.check === name)?.value ?? other;
  const [min, max] = [value('greater_than', -1e9), value('less_than', 1e9)];
  const isWhole = checks.some((check) => check.check === 'number_format');
  return isWhole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}

function lengths(checks: readonly Check[], otherwise: number): { least: number; most: number } {
  return {
    least: Math.max(0, ...checks.map((check) => (check.check === 'min_length' ? (check.minimum ?? 0) : 0))),
    most: Math.min(
      ...checks.map((check) =>
        check.check === 'max_length' ? (check.maximum ?? otherwise) : Number.POSITIVE_INFINITY,
      ),
      otherwise * 200,
    ),
  };
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
