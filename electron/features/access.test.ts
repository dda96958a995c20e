import { contract } from '@shared/contract';
import { type Call, type FeatureContract, type SessionState, sessionState } from '@shared/contract/core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Context, Handlers } from './context';
import { handlers } from './index';
import { createRouter } from './router';

const features = Object.entries(contract as Readonly<Record<string, FeatureContract>>);
const calls = features.flatMap(([feature, ofFeature]) =>
  Object.entries(ofFeature).map(([name, call]) => ({ feature, name, call })),
);
const named = (access: Call['access']) =>
  calls.filter(({ call }) => call.access === access).map(({ feature, name }) => `${feature}.${name}`);

/** The real contract's names and access, with inputs and outputs that take anything, on handlers that only count. */
function counting(state: SessionState) {
  const reached: string[] = [];
  const open = Object.fromEntries(
    features.map(([feature, ofFeature]) => [
      feature,
      Object.fromEntries(
        Object.entries(ofFeature).map(([name, call]) => [
          name,
          { ...call, input: z.any(), output: z.any(), changes: [] },
        ]),
      ),
    ]),
  );
  const spies = Object.fromEntries(
    features.map(([feature, ofFeature]) => [
      feature,
      Object.fromEntries(
        Object.keys(ofFeature).map((name) => [name, () => reached.push(`${feature}.${name}`)]),
      ),
    ]),
  );
  const router = createRouter(
    open,
    spies as unknown as Record<string, Handlers<FeatureContract>>,
    { session: { state }, language: () => 'da' } as unknown as Context,
    (error) => {
      throw error;
    },
  );
  return { router, reached };
}

const allowed: Readonly<Record<SessionState, readonly Call['access'][]>> = {
  none: ['always'],
  locked: ['always'],
  leader: ['always', 'leader'],
  employee: ['always', 'employee'],
};

describe('who may ask what', () => {
  it.each(sessionState.options)(
    'while %s: exactly the calls of that state reach a handler',
    async (state) => {
      const { router, reached } = counting(state);
      for (const { feature, name, call } of calls) {
        const reply = await router(feature, name, {});
        expect([feature, name, reply.ok]).toEqual([feature, name, allowed[state].includes(call.access)]);
        if (!reply.ok) expect(reply.error.code).toBe('locked');
      }
      expect(reached.sort()).toEqual(allowed[state].flatMap(named).sort());
    },
  );

  it('stays as it was decided: a call that needs no leader is added here knowingly', () => {
    expect(named('always').sort()).toEqual(withoutLeader.always);
    expect(named('employee').sort()).toEqual(withoutLeader.employee);
  });
});

/** Everything that can be asked before the passphrase, or by an employee at the leader's machine. */
const withoutLeader = {
  always: [
    'preferences.get',
    'preferences.set',
    'vault.backups',
    'vault.create',
    'vault.lock',
    'vault.restore',
    'vault.status',
    'vault.unlock',
    'vault.unlockWithRecovery',
  ],
  employee: [
    'ratings.choosePin',
    'ratings.form',
    'ratings.handBack',
    'ratings.lock',
    'ratings.openWithPin',
    'ratings.save',
    'ratings.withdraw',
  ],
};

describe('the table of contents', () => {
  it('has a handler for every call and no handler beyond', () => {
    const table = handlers as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    const offered = Object.entries(table).flatMap(([feature, ofFeature]) =>
      Object.entries(ofFeature).map(([name, handler]) => {
        expect(handler).toBeTypeOf('function');
        return `${feature}.${name}`;
      }),
    );
    expect(offered.sort()).toEqual(calls.map(({ feature, name }) => `${feature}.${name}`).sort());
  });

  it('names only features that exist where it says what a call changes', () => {
    const known = features.map(([feature]) => feature);
    const unknown = calls.flatMap(({ feature, name, call }) =>
      call.changes
        .filter((change) => !known.includes(change))
        .map((change) => `${feature}.${name} → ${change}`),
    );
    expect(unknown).toEqual([]);
  });

  it('says of every call by its name that writes which answers it changes', () => {
    const writes =
      /^(save|remove|restore|set|apply|undo|plan|close|reopen|mark|unmark|agree|sign|publish|end|add|open)([A-Z]|$)/;
    const silent = calls
      .filter(({ name, call }) => writes.test(name) && call.changes.length === 0)
      .map(({ feature, name }) => `${feature}.${name}`);
    // The employee's form keeps what she types itself; a restored file ends locked, and the window starts over;
    // opening a file that has come says what it would do and writes nothing.
    expect(silent.sort()).toEqual(['backups.restore', 'caseExchange.open', 'ratings.save']);
  });
});
