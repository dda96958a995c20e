import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint';

describe('fingerprintOf', () => {
  it('is eight groups of four digits, leading zeros kept', () => {
    const digest = new Uint8Array(32);
    digest[3] = 7;
    digest.set([0xff, 0xff, 0xff, 0xff], 28);
    expect(fingerprintOf(digest)).toEqual(['0007', ...Array(6).fill('0000'), '7295']);
  });

  it('shows a change in any of the bytes', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const change = fc.record({ at: fc.nat(31), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(bytes, change, (digest, { at, by }) => {
        const other = Uint8Array.from(digest);
        other[at] = ((other[at] ?? 0) + by) % 256;
        expect(fingerprintOf(other)).toHaveLength(8);
        // A change of 2^32 by a multiple of 10,000 would not show; one byte never changes it by that much times 625.
        const step = by * 256 ** (3 - (at % 4));
        if (step % 10_000 !== 0 && (2 ** 32 - step) % 10_000 !== 0)
          expect(fingerprintOf(other)).not.toEqual(fingerprintOf(digest));
      }),
    );
  });

  it('reads a view into a larger buffer from its own beginning', () => {
    const buffer = Uint8Array.from({ length: 48 }, (_, at) => at);
    expect(fingerprintOf(buffer.subarray(16))).toEqual(fingerprintOf(Uint8Array.from(buffer.subarray(16))));
  });

  it('wants a whole digest', () => {
    expect(() => fingerprintOf(new Uint8Array(31))).toThrow(RangeError);
  });
});
