import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './dates';
import { type ModuleSeeker, sharedModules } from './shared-modules';

const today = '2026-11-23';
const parts = ['Pædagogisk ledelse', 'Samarbejde og relationer'];
const seeker = (name: string, change: Partial<ModuleSeeker> = {}): ModuleSeeker => ({
  employeeId: name,
  name,
  missing: 10,
  beginBy: null,
  requirementName: 'Pædagogiske ledere',
  parts,
  titles: [],
  planned: [],
  waits: false,
  ...change,
});
const thomas = seeker('Thomas', { beginBy: '2027-01-01' });
const lone = seeker('Lone', { missing: 5, titles: ['Pædagogisk ledelse i praksis'] });

describe('leaders who could take the same module', () => {
  it('are those who lack one about the same, in the time of the most pressing', () => {
    expect(sharedModules([lone, thomas], today)).toEqual([
      {
        title: 'Samarbejde og relationer',
        provider: '',
        ects: 5,
        startedOn: '2027-01-01',
        joins: null,
        leaders: [
          { employeeId: 'Lone', name: 'Lone', missing: 5 },
          { employeeId: 'Thomas', name: 'Thomas', missing: 10 },
        ],
        reason: {
          da: 'Lone mangler 5 point, Thomas 10. Ingen af dem har et modul om »Samarbejde og relationer«. Thomas skal være begyndt senest 1. januar 2027.',
          en: 'Lone lacks 5 points, Thomas 10. None of them has a module about “Samarbejde og relationer”. Thomas must have begun by 1 January 2027.',
        },
      },
    ]);
  });

  it('go with somebody who has planned one, when it begins in time', () => {
    const module = { title: 'Organisation', provider: 'UCX', ects: 5, startedOn: '2026-12-10' };
    const owner = seeker('Birgitte', { missing: 0, titles: ['Organisation'], planned: [module] });
    expect(sharedModules([owner, thomas], today)).toMatchObject([
      { ...module, joins: { name: 'Birgitte' }, leaders: [{ name: 'Thomas' }] },
    ]);
    const late = { ...owner, planned: [{ ...module, startedOn: '2027-02-01' }] };
    expect(sharedModules([late, thomas], today)).toEqual([]);
    expect(sharedModules([late, { ...thomas, beginBy: null }], today)).toHaveLength(1);
    expect(
      sharedModules([{ ...owner, planned: [{ ...module, startedOn: '2026-11-01' }] }, thomas], today),
    ).toEqual([]);
  });

  it('are never one alone, and never who waits for merit or lacks nothing', () => {
    expect(sharedModules([thomas], today)).toEqual([]);
    expect(sharedModules([thomas, { ...lone, waits: true }], today)).toEqual([]);
    expect(sharedModules([thomas, { ...lone, missing: 0 }], today)).toEqual([]);
  });

  it('begin today when the deadline is over, and whenever they like when all have begun', () => {
    const late = { ...thomas, beginBy: '2026-03-01' };
    expect(sharedModules([late, lone], today)[0]?.startedOn).toBe(today);
    expect(sharedModules([{ ...thomas, beginBy: null }, lone], today)[0]?.startedOn).toBeNull();
  });

  it('are each in one suggestion, and the suggestions end when they are followed', () => {
    const seekers = fc.uniqueArray(
      fc.record({
        employeeId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        missing: fc.integer({ min: 0, max: 20 }).map((halves) => halves / 2),
        beginBy: fc.option(fc.integer({ min: -200, max: 400 }).map((days) => addDays(today, days))),
        parts: fc.subarray(parts),
        titles: fc.subarray([...parts, 'Organisation']),
        waits: fc.boolean(),
      }),
      { selector: ({ employeeId }) => employeeId },
    );
    fc.assert(
      fc.property(seekers, (given) => {
        let all = given.map((one) => seeker(one.employeeId, one));
        for (let rounds = 0; ; rounds++) {
          const found = sharedModules(all, today);
          if (found.length === 0) return;
          // Every round gives everybody in it points she lacked, so there is an end.
          expect(rounds).toBeLessThan(60);
          const named = found.flatMap(({ leaders }) => leaders.map(({ employeeId }) => employeeId));
          expect(new Set(named).size).toBe(named.length);
          for (const { leaders, joins, ects, startedOn } of found) {
            expect(leaders.length + (joins ? 1 : 0)).toBeGreaterThanOrEqual(2);
            expect(ects).toBeGreaterThanOrEqual(0.5);
            if (startedOn) expect(startedOn >= today).toBe(true);
            for (const { employeeId } of leaders) {
              const member = all.find((one) => one.employeeId === employeeId);
              expect(member).toMatchObject({ waits: false });
              expect(member?.missing).toBeGreaterThan(0);
            }
          }
          all = all.map((one) => {
            const module = found.find(({ leaders }) =>
              leaders.some(({ employeeId }) => employeeId === one.employeeId),
            );
            if (!module) return one;
            return {
              ...one,
              missing: Math.max(0, one.missing - module.ects),
              titles: [...one.titles, module.title],
              planned: [...one.planned, module],
            };
          });
        }
      }),
    );
  });
});
