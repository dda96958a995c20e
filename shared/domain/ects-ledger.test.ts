import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, countedLines, type LedgerLine, ledgerSums, unplannedPoints } from './ects-ledger';
import { ledgerKinds } from './merit-states';

const line = (change: Partial<LedgerLine>): LedgerLine => ({
  kind: 'passed',
  ects: 5,
  startedOn: null,
  completedOn: '2026-05-01',
  meritCaseId: null,
  ...change,
});

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((n) => `20${String(10 + (n % 20))}-0${1 + (n % 9)}-1${n % 10}`);
const lines = fc.array(
  fc.record({
    kind: fc.constantFrom(...ledgerKinds),
    ects: fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
    startedOn: fc.option(day),
    completedOn: fc.option(day),
    meritCaseId: fc.option(fc.constantFrom('a', 'b')),
  }),
  { maxLength: 12 },
);

describe('the sum of a ledger', () => {
  it('adds what is passed and granted, and keeps the rest apart', () => {
    const sums = ledgerSums(
      [
        line({ ects: 2.5 }),
        line({ kind: 'merit', ects: 5, meritCaseId: 'm' }),
        line({ kind: 'underWay', ects: 5 }),
        line({ kind: 'planned', ects: 1.5 }),
      ],
      10,
    );
    expect(sums).toEqual({ passed: 2.5, merit: 5, earned: 7.5, underWay: 5, planned: 1.5, missing: 2.5 });
    expect(unplannedPoints(sums)).toBe(0);
  });

  it('gives half of the requirement after a partial merit', () => {
    expect(ledgerSums([line({ kind: 'merit', ects: 5, meritCaseId: 'm' })], 10)).toMatchObject({
      earned: 5,
      missing: 5,
    });
  });

  it('counts a module and the merit granted for it once, as the decision says', () => {
    const degree = line({ ects: 15, meritCaseId: 'm' });
    expect(ledgerSums([degree], 10).earned).toBe(15);
    expect(ledgerSums([degree, line({ kind: 'merit', ects: 5, meritCaseId: 'm' })], 10).earned).toBe(5);
  });

  it('lets the newest decision of a case count, and other cases beside it', () => {
    const decisions = [
      line({ kind: 'merit', ects: 5, meritCaseId: 'm' }),
      line({ kind: 'merit', ects: 2, meritCaseId: 'other' }),
      line({ kind: 'merit', ects: 7.5, meritCaseId: 'm' }),
    ];
    expect(ledgerSums(decisions, 10)).toMatchObject({ merit: 9.5, missing: 0.5 });
  });

  it('is never below 0, whole or half, and the same in parts as in all', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 120 }), (all, halves) => {
        const required = halves / 2;
        const sums = ledgerSums(all, required);
        expect(sums.missing).toBeGreaterThanOrEqual(0);
        expect(sums.earned + sums.missing).toBeGreaterThanOrEqual(required);
        expect(Number.isInteger(sums.earned * 2)).toBe(true);
        const counted = countedLines(all).reduce((sum, { ects }) => sum + ects, 0);
        expect(sums.earned + sums.underWay + sums.planned).toBe(counted);
        expect(unplannedPoints(sums)).toBeLessThanOrEqual(sums.missing);
      }),
    );
  });

  it('counts every decided case exactly once', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const counted = countedLines(all);
        for (const caseId of ['a', 'b']) {
          const decisions = all.filter((one) => one.kind === 'merit' && one.meritCaseId === caseId);
          const left = counted.filter((one) => one.meritCaseId === caseId);
          if (decisions.length > 0) expect(left).toEqual([decisions.at(-1)]);
          else expect(left).toEqual(all.filter((one) => one.meritCaseId === caseId));
        }
        expect(counted.filter((one) => one.meritCaseId === null)).toEqual(
          all.filter((one) => one.meritCaseId === null),
        );
      }),
    );
  });
});

describe('the beginning of training', () => {
  it('is the first day of what is passed, under way or granted', () => {
    const all = [
      line({ kind: 'planned', startedOn: '2026-01-01' }),
      line({ kind: 'underWay', startedOn: '2026-09-01', completedOn: null }),
      line({ startedOn: '2026-02-01' }),
    ];
    expect(beginning(all, '2026-11-23')).toEqual({ on: '2026-02-01' });
    expect(beginning(all.slice(0, 1), '2026-11-23')).toBeNull();
  });

  it('is not there before its day has come', () => {
    const later = [line({ kind: 'underWay', startedOn: '2026-11-24', completedOn: null })];
    expect(beginning(later, '2026-11-23')).toBeNull();
    expect(beginning(later, '2026-11-24')).toEqual({ on: '2026-11-24' });
    expect(beginning([line({ completedOn: '2026-11-24' })], '2026-11-23')).toBeNull();
  });

  it('counts without a date, and never by a line that counts no more', () => {
    expect(beginning([line({ completedOn: null })], '2026-11-23')).toEqual({ on: null });
    const replaced = [
      line({ startedOn: '2015-01-01', meritCaseId: 'm' }),
      line({ kind: 'merit', ects: 5, startedOn: '2026-10-01', meritCaseId: 'm' }),
    ];
    expect(beginning(replaced, '2026-11-23')).toEqual({ on: '2026-10-01' });
    expect(beginning([line({ kind: 'merit', ects: 0 })], '2026-11-23')).toBeNull();
  });
});
