import { call, done, line, optionalLine, type Reply, type SessionState } from '@shared/contract/core';
import { type Language, refuse } from '@shared/domain/text';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Context, Handlers } from './context';
import { createRouter } from './router';

const secret = 'Pernille Aagaard 010180-1234';
const shape = z.object({
  name: line(20),
  level: z.number().int().min(1).max(5).optional(),
  kind: z.enum(['present', 'intended']).optional(),
  on: z.iso.date().optional(),
  note: optionalLine(2000).optional(),
});

const contract = {
  things: {
    save: call('leader', shape, z.object({ id: z.string() }), ['things', 'today']),
    read: call('leader', shape, z.object({ id: z.string() })),
    remove: call('leader', z.object({}).strict(), done, ['things']),
    status: call('always', z.object({}), done),
  },
};

/** A router on one handler that every call leads to. */
function router(
  handle: (input: unknown) => unknown,
  { language = 'da' as Language, state = 'leader' as SessionState } = {},
) {
  const told: unknown[] = [];
  const reported: { error: unknown; where: string }[] = [];
  const seen: unknown[] = [];
  const handler = (_context: Context, input: unknown) => {
    seen.push(input);
    return handle(input);
  };
  const handlers = { things: { save: handler, read: handler, remove: handler, status: handler } };
  const context = {
    session: { state },
    language: () => language,
    tell: (event: string, payload: unknown) => told.push({ event, payload }),
  };
  const ask = createRouter(
    contract,
    handlers as unknown as Record<string, Handlers<typeof contract.things>>,
    context as unknown as Context,
    (error, where) => reported.push({ error, where }),
  );
  return { ask, told, reported, seen };
}

function failure(reply: Reply<unknown>) {
  if (reply.ok) throw new Error('the call succeeded');
  return reply.error;
}

describe('names', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    ' save',
    'SAVE',
    'Save',
    'save ',
    '0',
    'length',
  ];

  it.each(names)('%j is neither a feature nor a call', async (name) => {
    const { ask, seen, told } = router(() => ({ id: 'x' }));
    for (const [feature, call] of [
      [name, 'save'],
      ['things', name],
      [name, name],
    ] as const) {
      expect(failure(await ask(feature, call, { name: 'x' }))).toEqual({
        code: 'forbidden',
        message: 'Det kan Spind ikke gøre. Genstart Spind, og prøv igen.',
      });
    }
    expect(seen).toEqual([]);
    expect(told).toEqual([]);
  });

  it('of the contract without a handler are refused, in English too', async () => {
    const ask = createRouter(
      contract,
      { things: {} } as unknown as Record<string, Handlers<typeof contract.things>>,
      { session: { state: 'leader' }, language: () => 'en' } as unknown as Context,
      () => undefined,
    );
    expect(failure(await ask('things', 'save', { name: 'x' })).message).toBe(
      'Spind cannot do that. Restart Spind and try again.',
    );
  });

  it('of an object that became somebody’s prototype are refused', async () => {
    const ask = createRouter(
      Object.create(contract) as typeof contract,
      Object.create({ things: { save: () => ({ id: 'x' }) } }) as Record<string, never>,
      { session: { state: 'leader' }, language: () => 'da' } as unknown as Context,
      () => undefined,
    );
    expect(failure(await ask('things', 'save', { name: 'x' })).code).toBe('forbidden');
  });
});

describe('input', () => {
  const bad = { name: '   ', level: 9, kind: 'other', on: '2026-02-31', note: 'x'.repeat(2001) };

  it('that the contract refuses never reaches the handler and says in Danish what to correct', async () => {
    const { ask, seen } = router(() => ({ id: 'x' }));
    expect(failure(await ask('things', 'save', bad))).toEqual({
      code: 'invalid',
      message: 'Ret de markerede felter.',
      fields: {
        name: 'Feltet skal udfyldes.',
        level: 'Tallet må højst være 5.',
        kind: 'Vælg en af mulighederne.',
        on: 'Vælg en dato, der findes i kalenderen.',
        note: 'Teksten er for lang. Der er plads til 2.000 tegn.',
      },
    });
    expect(seen).toEqual([]);
  });

  it('says the same in English when that is the language', async () => {
    const { ask } = router(() => ({ id: 'x' }), { language: 'en' });
    expect(failure(await ask('things', 'save', bad))).toEqual({
      code: 'invalid',
      message: 'Correct the marked fields.',
      fields: {
        name: 'Fill in this field.',
        level: 'The number may be 5 at most.',
        kind: 'Choose one of the options.',
        on: 'Choose a date that exists in the calendar.',
        note: 'The text is too long. There is room for 2,000 characters.',
      },
    });
  });

  it.each([undefined, null, 1, 'x', [], [{ name: 'x' }], true])(
    '%j is refused like any other',
    async (input) => {
      const { ask, seen } = router(() => ({ id: 'x' }));
      expect(failure(await ask('things', 'save', input)).code).toBe('invalid');
      expect(seen).toEqual([]);
    },
  );

  it('reaches the handler as the contract read it: trimmed, without anything else', async () => {
    const { ask, seen } = router(() => ({ id: 'x' }));
    const sent = JSON.parse('{"name":" Åse ","isAdmin":true,"__proto__":{"polluted":1}}');
    expect(await ask('things', 'save', sent)).toEqual({ ok: true, value: { id: 'x' } });
    expect(seen).toEqual([{ name: 'Åse' }]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('with more than a strict call takes is refused', async () => {
    const { ask, seen } = router(() => ({}));
    expect(failure(await ask('things', 'remove', { all: true })).code).toBe('invalid');
    expect(seen).toEqual([]);
  });
});

describe('access', () => {
  it('is asked before the input is looked at', async () => {
    const { ask, seen } = router(() => ({ id: 'x' }), { state: 'locked' });
    const error = failure(await ask('things', 'save', { name: '' }));
    expect(error).toEqual({
      code: 'locked',
      message: 'Det kan ikke gøres lige nu. Lås op med din adgangssætning, og prøv igen.',
    });
    expect(seen).toEqual([]);
    expect((await router(() => ({}), { state: 'none' }).ask('things', 'status', {})).ok).toBe(true);
  });
});

describe('output', () => {
  const wentWrong = {
    code: 'internal',
    message: 'Noget gik galt i Spind. Det, der er gemt, er uberørt. Prøv igen, eller genstart Spind.',
  };

  it.each([
    ['nothing', undefined],
    ['too little', {}],
    ['the wrong kind', { id: 7, note: secret }],
    ['a bare text', secret],
  ])('of %s is not passed on', async (_, answer) => {
    const { ask, reported, told } = router(() => answer);
    const reply = await ask('things', 'save', { name: 'x' });
    expect(reply).toEqual({ ok: false, error: wentWrong });
    expect(told).toEqual([]);
    expect(reported.map(({ where }) => where)).toEqual(['things.save']);
  });

  it('beyond the contract stays inside', async () => {
    const { ask } = router(() => ({ id: 'x', cpr: secret }));
    expect(await ask('things', 'read', { name: 'x' })).toEqual({ ok: true, value: { id: 'x' } });
    const strict = router(() => ({ cpr: secret }));
    expect(failure(await strict.ask('things', 'remove', {}))).toEqual(wentWrong);
  });

  it('that is promised is waited for', async () => {
    const { ask, told } = router(() => Promise.resolve({ id: 'later' }));
    expect(await ask('things', 'save', { name: 'x' })).toEqual({ ok: true, value: { id: 'later' } });
    expect(told).toEqual([{ event: 'changed', payload: { features: ['things', 'today'] } }]);
  });
});

describe('changed', () => {
  it('is told after success only, and only by calls that change something', async () => {
    const good = router(() => ({ id: 'x' }));
    await good.ask('things', 'read', { name: 'x' });
    expect(good.told).toEqual([]);
    await good.ask('things', 'save', { name: '' });
    expect(good.told).toEqual([]);
    await good.ask('things', 'save', { name: 'x' });
    expect(good.told).toEqual([{ event: 'changed', payload: { features: ['things', 'today'] } }]);
    for (const error of [new Error('x'), refuse('conflict', { da: 'nej', en: 'no' })]) {
      const refused = router(() => Promise.reject(error));
      await refused.ask('things', 'save', { name: 'x' });
      expect(refused.told).toEqual([]);
    }
  });
});

describe('an error', () => {
  const thrown: readonly (readonly [string, unknown])[] = [
    ['an Error', new Error(secret)],
    [
      'an error with a code of its own',
      Object.assign(new Error(secret), { code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    ],
    ['a TypeError', new TypeError(secret)],
    ['a text', secret],
    ['nothing', undefined],
    ['an object that looks like a refusal', { code: 'invalid', text: { da: secret, en: secret } }],
  ];

  it.each(thrown)('that is %s is reported, and the reply says nothing of it', async (_, error) => {
    for (const handle of [
      () => {
        throw error;
      },
      () => Promise.reject(error),
    ]) {
      const { ask, reported } = router(handle);
      const reply = await ask('things', 'save', { name: 'x' });
      expect(failure(reply).code).toBe('internal');
      expect(JSON.stringify(reply)).not.toContain('Pernille');
      expect(reported).toEqual([{ error, where: 'things.save' }]);
    }
  });

  it('of the program is said in the language of the reader', async () => {
    const { ask } = router(() => Promise.reject(new Error(secret)), { language: 'en' });
    expect(failure(await ask('things', 'save', { name: 'x' })).message).toMatch(
      /^Something went wrong in Spind/,
    );
  });

  it.each([
    ['SQLITE_FULL', /^Disken er fuld.*Gør plads/],
    ['ENOSPC', /^Disken er fuld/],
    ['SQLITE_READONLY', /må ikke skrive i mappen/],
    ['SQLITE_IOERR_WRITE', /^Disken melder fejl/],
    ['SQLITE_BUSY', /er i brug af et andet program/],
    ['SQLITE_CORRUPT', /er beskadiget/],
  ])('of the disk, %s, becomes a sentence a person can act on', async (code, sentence) => {
    const { ask, reported, told } = router(() => {
      throw Object.assign(new Error(secret), { code });
    });
    const reply = await ask('things', 'save', { name: 'x' });
    expect(failure(reply).message).toMatch(sentence);
    expect(JSON.stringify(reply)).not.toContain('Pernille');
    expect(reported).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('a refusal', () => {
  const field = { da: 'Nummeret er taget.', en: 'The number is taken.' };
  const refusal = refuse(
    'conflict',
    { da: 'Det går ikke.', en: 'That will not do.' },
    { employeeNumber: field },
  );

  it.each([
    ['da', 'Det går ikke.', 'Nummeret er taget.'],
    ['en', 'That will not do.', 'The number is taken.'],
  ] as const)(
    'comes in %s, its fields too, and is no failure of the program',
    async (language, message, number) => {
      const { ask, reported } = router(() => Promise.reject(refusal), { language });
      expect(await ask('things', 'save', { name: 'x' })).toEqual({
        ok: false,
        error: { code: 'conflict', message, fields: { employeeNumber: number } },
      });
      expect(reported).toEqual([]);
    },
  );

  it('without fields has none', async () => {
    const { ask } = router(() => Promise.reject(refuse('cancelled', { da: 'Fortrudt.', en: 'Cancelled.' })));
    expect(failure(await ask('things', 'save', { name: 'x' }))).toEqual({
      code: 'cancelled',
      message: 'Fortrudt.',
    });
  });
});
