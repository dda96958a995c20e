import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  followUp,
  isMadeBefore,
  missingWords,
  type PromiseFacts,
  promiseStates,
  type TalkInOrder,
  unmarkedPromises,
} from './promises';

const talk = (id: string, heldOn: string, closedAt: string | null = null): TalkInOrder => ({
  id,
  heldOn,
  createdAt: `${heldOn}T08:00:00.000Z`,
  closedAt,
});
const first = talk('t1', '2024-11-20');
const second = talk('t2', '2025-11-20');
const third = talk('t3', '2026-11-24');
const promise = (change: Partial<PromiseFacts>): PromiseFacts => ({
  state: 'open',
  markedInTalkId: null,
  talk: first,
  madeOn: '2024-11-20',
  createdAt: '2024-11-20T12:00:00.000Z',
  ...change,
});

describe('the follow-up of earlier promises', () => {
  it('holds an open promise in every later talk until one marks it', () => {
    expect(followUp([promise({})], first)).toEqual([]);
    expect(followUp([promise({})], second)).toHaveLength(1);
    expect(followUp([promise({})], third)).toHaveLength(1);
    const marked = promise({ state: 'notKept', markedInTalkId: 't2' });
    expect(followUp([marked], second)).toEqual([marked]);
    expect(unmarkedPromises([marked], second)).toEqual([]);
    expect(followUp([marked], third)).toEqual([]);
  });

  it('shows what was marked between talks', () => {
    const between = promise({ state: 'kept' });
    expect(followUp([between], second)).toEqual([between]);
    expect(unmarkedPromises([between], second)).toEqual([]);
  });

  it('counts a promise outside a talk from the day after it was made', () => {
    const loose = promise({ talk: null, madeOn: '2026-11-23', createdAt: '2026-11-23T11:00:00.000Z' });
    expect(isMadeBefore(loose, third)).toBe(true);
    expect(isMadeBefore(loose, talk('t', '2026-11-23'))).toBe(false);
    expect(isMadeBefore(loose, talk('t', '2026-11-24', '2026-11-23T10:00:00.000Z'))).toBe(false);
  });

  it('orders any two talks one way', () => {
    const moment = fc.constantFrom('2026-01-01T08:00:00.000Z', '2026-01-02T08:00:00.000Z');
    const anyTalk = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      heldOn: fc.constantFrom('2026-11-23', '2026-11-24'),
      createdAt: moment,
      closedAt: fc.constant(null),
    });
    fc.assert(
      fc.property(anyTalk, anyTalk, (one, other) => {
        fc.pre(one.id !== other.id);
        expect(isMadeBefore(promise({ talk: one }), other)).toBe(
          !isMadeBefore(promise({ talk: other }), one),
        );
      }),
    );
  });

  it('never leaves out an open promise of an earlier talk, nor shows one twice', () => {
    const talks = [first, second, third];
    const anyPromise = fc.record({
      state: fc.constantFrom(...promiseStates),
      markedInTalkId: fc.constantFrom(null, 't1', 't2', 't3'),
      talk: fc.constantFrom(...talks),
      madeOn: fc.constant('2024-11-20'),
      createdAt: fc.constant('2024-11-20T12:00:00.000Z'),
    });
    fc.assert(
      fc.property(fc.array(anyPromise), fc.constantFrom(...talks), (promises, now) => {
        const shown = followUp(promises, now);
        for (const one of promises) {
          const times = shown.filter((other) => other === one).length;
          expect(times).toBeLessThanOrEqual(1);
          if (one.state === 'open') expect(times).toBe(one.talk.heldOn < now.heldOn ? 1 : 0);
        }
      }),
    );
  });
});

describe('an agreement (R003-01)', () => {
  const words = { competence: 'Klasseledelse', who: 'Rasmus', dueOn: '2027-03-01', activity: 'Sparring' };
  it('needs competence, who, when and activity', () => {
    expect(missingWords(words)).toEqual({});
    for (const key of Object.keys(words))
      expect(Object.keys(missingWords({ ...words, [key]: ' ' }))).toEqual([key]);
    expect(Object.keys(missingWords({ competence: '', who: '', dueOn: '', activity: '' }))).toHaveLength(4);
  });
});
