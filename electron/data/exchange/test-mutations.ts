/** Values that fit nowhere, or only seem to. */
const hostile: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.5,
  '',
  ' ',
  '__proto__',
  '../../x',
  'x'.repeat(100_000),
  '\u0000',
  '𝔸\ud800',
  [],
  {},
  [[[[[]]]]],
  { __proto__: null, toString: 1 },
  '2026-13-45T99:99:99Z',
  'age1'.padEnd(62, 'q'),
];

/** Random numbers below a bound, the same for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What somebody might do to a file or to what is in it, the same for the same seed. */
export function mutations(seed: number) {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

  /** One to three changes somewhere in the bytes: flipped, overwritten, cut out, doubled, put in, cut off, added. */
  function mutated(bytes: Buffer): Buffer {
    let now = Buffer.from(bytes);
    for (let left = 1 + random(3); left > 0; left--) {
      // The beginning and the end hold what steers the rest, so half of the changes are made there.
      const near = random(4);
      const at =
        near === 0
          ? random(Math.min(400, now.length + 1))
          : near === 1
            ? Math.max(0, now.length - random(600))
            : random(now.length + 1);
      const length = 1 + random(pick([2, 8, 64, 5000]));
      const some = Buffer.from(Array.from({ length: Math.min(length, 200) }, () => random(256)));
      const huge = Buffer.from(pick(['ffffffff', '00000000', 'ffffff7f', '00ca9a3b', '0000', 'ffff']), 'hex');
      const [before, after] = [now.subarray(0, at), now.subarray(at)];
      now = Buffer.concat(
        pick([
          () => [before, Buffer.from([(after[0] ?? 0) ^ (1 << random(8))]), after.subarray(1)],
          () => [before, huge, after.subarray(huge.length)],
          () => [before, after.subarray(length)],
          () => [before, after.subarray(0, length), after],
          () => [before, some, after],
          () => [before],
          () => [now, some],
        ])(),
      );
    }
    return now;
  }

  /** The value with something in it exchanged, taken out or put in, here or deeper down. */
  function altered(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || random(5) === 0) return pick(hostile);
    if (Array.isArray(value)) {
      const at = random(value.length + 1);
      const deeper = value.map((one, index) => (index === at ? altered(one) : one));
      return pick([deeper, [...value, pick(hostile)], value.slice(0, at), [...value, ...value]]);
    }
    const keys = Object.keys(value);
    const key = pick(keys.length > 0 ? keys : ['x']);
    const { [key]: chosen, ...rest } = value as Record<string, unknown>;
    return pick([
      { ...rest, [key]: altered(chosen) },
      { ...rest, [key]: altered(chosen) },
      rest,
      { ...rest, [pick(['__proto__x', 'constructor', 'toString', key.toUpperCase()])]: chosen },
    ]);
  }

  /** As JSON, at times with a name that reaches into every object, or with broken text. */
  function written(value: unknown): Buffer {
    const text = JSON.stringify(value) ?? 'null';
    return pick([
      () => Buffer.from(text),
      () => Buffer.from(text),
      () => Buffer.from(text.replace('{', '{"__proto__":{"isPolluted":true},')),
      () => Buffer.from(text.replace('{', '{"constructor":{"prototype":{"isPolluted":true}},')),
      () => mutated(Buffer.from(text)),
    ])();
  }

  return { random, pick, mutated, altered, written };
}
