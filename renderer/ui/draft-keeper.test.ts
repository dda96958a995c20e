import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper } from './draft-keeper';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A machine that remembers drafts, answers a little later, and can be told to refuse. */
function machine(rows: Record<string, string> = {}) {
  const disk = new Map(Object.entries(rows));
  const asked: string[] = [];
  let refusal: string | null = null;
  const keeper = createDraftKeeper((name, input) => {
    const { key, content } = input as { key: string; content?: string };
    asked.push(content === undefined ? `${name} ${key}` : `${name} ${key} ${content}`);
    // What is asked happens at once; only the answer takes its time.
    const kept = disk.get(key);
    if (!refusal && name === 'keep') disk.set(key, content ?? '');
    if (!refusal && name === 'drop') disk.delete(key);
    const draft = kept === undefined ? null : { content: kept, savedAt: 'then', isToday: true, isOld: false };
    return Promise.resolve(
      refusal
        ? { ok: false as const, error: { code: 'internal' as const, message: refusal } }
        : { ok: true as const, value: name === 'get' ? { draft } : {} },
    );
  });
  return {
    keeper,
    disk,
    asked,
    refuse: (why: string | null) => {
      refusal = why;
    },
    value: (key: string) => keeper.store.getState()[key]?.value,
    restored: (key: string) => keeper.store.getState()[key]?.restored?.savedAt,
    error: (key: string) => keeper.store.getState()[key]?.error,
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('what is typed', () => {
  it('goes to the machine after a pause, and never later than 0.9 s after the first key', async () => {
    const { keeper, disk } = machine();
    keeper.keep('a', 'k');
    await pass(399);
    expect(disk.get('a')).toBeUndefined();
    await pass(1);
    expect(disk.get('a')).toBe('"k"');
    for (let n = 0; n < 20; n++) {
      keeper.keep('a', `tast ${n}`);
      await pass(60);
    }
    // 1.2 s without a pause: what was typed by 0.9 s is safe.
    expect(Number(/\d+/.exec(disk.get('a') ?? '')?.[0])).toBeGreaterThanOrEqual(14);
  });

  it('goes at once when the window is left or locked, one form like another', async () => {
    const { keeper, disk, asked } = machine();
    keeper.keep('a', { who: 'Åse' });
    keeper.keep('b', 'x');
    void keeper.flush();
    expect(disk.get('a')).toBe('{"who":"Åse"}');
    expect(disk.get('b')).toBe('"x"');
    await pass(2000);
    expect(asked.length).toBe(2);
  });

  it('is read back when the form opens anew, and says from when it is', async () => {
    const { keeper, value, restored } = machine({ a: '{"who":"Åse"}' });
    await keeper.open('a');
    expect(value('a')).toEqual({ who: 'Åse' });
    expect(restored('a')).toBe('then');
    await keeper.open('b');
    expect([value('b'), restored('b')]).toEqual([undefined, undefined]);
  });

  it('wins over what the machine had, when somebody typed before it answered', async () => {
    const { keeper, value, restored, disk } = machine({ a: '"gammel"' });
    const opened = keeper.open('a');
    keeper.keep('a', 'ny');
    await opened;
    expect([value('a'), restored('a')]).toEqual(['ny', undefined]);
    await pass(900);
    expect(disk.get('a')).toBe('"ny"');
  });

  it('is gone from the machine when it is handed in, also while it is on its way', async () => {
    const { keeper, disk, value, restored } = machine({ b: '"før"' });
    keeper.keep('a', 'x');
    keeper.drop('a');
    keeper.keep('a', 'y');
    const sent = keeper.flush();
    keeper.drop('a');
    await sent;
    await keeper.open('b');
    keeper.drop('b');
    await pass(2000);
    expect([...disk.keys()]).toEqual([]);
    expect([value('a'), value('b'), restored('b')]).toEqual([undefined, undefined, undefined]);
  });

  it('that saves itself stays in the window, and costs the machine nothing', async () => {
    const { keeper, asked, value } = machine();
    await keeper.open('a');
    keeper.keep('a', 'skrevet', true);
    await pass(2000);
    expect(value('a')).toBe('skrevet');
    keeper.drop('a');
    await pass(2000);
    expect(asked).toEqual(['get a']);
  });

  it('is tried again after a failure, which is said', async () => {
    const { keeper, disk, refuse, error } = machine();
    refuse('Disken er fuld.');
    keeper.keep('a', 'x');
    await pass(900);
    expect(error('a')).toBe('Disken er fuld.');
    refuse(null);
    await keeper.flush();
    expect(disk.get('a')).toBe('"x"');
    expect(error('a')).toBeNull();
  });

  it('is not brought back by a failure that comes after it was handed in', async () => {
    const { keeper, disk, refuse } = machine();
    refuse('Disken er fuld.');
    keeper.keep('a', 'x');
    const sent = keeper.flush();
    keeper.drop('a');
    await sent;
    refuse(null);
    await keeper.flush();
    expect(disk.has('a')).toBe(false);
  });
});

describe('when somebody else has the machine', () => {
  it('nothing is left in the window, kept or asked for, until the leader is back', async () => {
    const { keeper, asked, value, disk } = machine();
    keeper.keep('a', 'hemmeligt');
    await keeper.flush();
    keeper.keep('b', 'ikke nået');
    keeper.heard(false);
    expect(keeper.store.getState()).toEqual({});
    const before = asked.length;
    keeper.keep('c', 'af medarbejderen');
    keeper.drop('a');
    await keeper.open('a');
    await pass(2000);
    expect(asked.length).toBe(before);
    expect(value('c')).toBeUndefined();

    keeper.heard(true);
    await keeper.open('a');
    expect(value('a')).toBe('hemmeligt');
    expect([...disk.keys()]).toEqual(['a']);
  });

  it('an answer that was on its way shows nothing', async () => {
    const { keeper, value } = machine({ a: '"hemmeligt"' });
    const opened = keeper.open('a');
    keeper.heard(false);
    await opened;
    expect(value('a')).toBeUndefined();
    keeper.heard(true);
    expect(value('a')).toBeUndefined();
  });

  it('hearing again that the leader is in takes nothing away', () => {
    const { keeper, value } = machine();
    keeper.keep('a', 'x');
    keeper.heard(true);
    expect(value('a')).toBe('x');
  });
});
