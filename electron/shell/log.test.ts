import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { startLog } from './log';

const { log } = vi.hoisted(() => ({
  log: {
    transports: { file: {} as Record<string, unknown>, console: {} as Record<string, unknown> },
    error: vi.fn(),
  },
}));
vi.mock('electron-log/main', () => ({ default: log }));

const person = 'Pernille Aagaard 010180-1234';
const written = () => JSON.stringify(log.error.mock.calls);

beforeEach(() => log.error.mockClear());

describe('the log', () => {
  it('lies in the folder it is given, ends by itself, and says nothing on the screen', () => {
    startLog('/somewhere/logs');
    expect((log.transports.file.resolvePathFn as () => string)()).toBe('/somewhere/logs/spind.log');
    expect(log.transports.file.maxSize).toBe(1_000_000);
    expect(log.transports.console.level).toBe(false);
  });

  it('says where, and of an error its kind, its code and our own lines', () => {
    const error = Object.assign(new TypeError('x'), { code: 'SQLITE_CONSTRAINT_UNIQUE' });
    startLog('/x')(error, 'employees.save');
    const [where, text] = log.error.mock.calls[0] as [string, string];
    expect(where).toBe('employees.save');
    expect(text).toMatch(/^TypeError SQLITE_CONSTRAINT_UNIQUE at .*log\.test\.ts:\d+:\d+/);
  });

  it.each([
    ['its message', new Error(person)],
    [
      'a message of lines that look like a stack',
      new Error(`x\n    at ${person} (a.ts:1:1)\n    at ${person}:1:1`),
    ],
    ['its cause', new Error('x', { cause: new Error(person) })],
    ['its name', Object.assign(new Error('x'), { name: person })],
    ['its code', Object.assign(new Error('x'), { code: person })],
    ['its own fields', Object.assign(new Error('x'), { sql: person, params: [person] })],
    [
      'a message changed later',
      Object.assign(new Error(`${person}\n    at ${person}:1:1`), { message: 'other' }),
    ],
    [
      'what the contract refused',
      new z.ZodError([{ code: 'custom', path: [person], message: person, input: person }]),
    ],
    ['a bare text', person],
    ['an object', { name: person }],
    ['nothing', undefined],
  ])('never holds what an error may quote: %s', (_, error) => {
    startLog('/x')(error, 'employees.save');
    expect(log.error).toHaveBeenCalledTimes(1);
    expect(written()).not.toContain('Pernille');
    expect(written()).not.toContain('010180');
  });

  it.each([
    ['    at save (/home/pernille/spind/main.js:3:14)', 'at save (main.js:3:14)'],
    [
      '    at async Promise.all (C:\\Users\\Pernille Aagaard\\Programmer (x86)\\main.js:3:14)',
      'at async Promise.all (main.js:3:14)',
    ],
    ['    at C:\\Users\\Pernille\\main.js:3:14', 'at main.js:3:14'],
    ['    at async file:///home/pernille/main.js:3:14', 'at main.js:3:14'],
    ['    at node:internal/process/task_queues:95:5', 'at task_queues:95:5'],
  ])('names files without their folders: %s', (frame, shown) => {
    const error = new Error('x');
    error.stack = `Error: x\n${frame}`;
    startLog('/x')(error, 'main');
    expect(log.error.mock.calls[0]?.[1]).toBe(`Error  ${shown}`);
  });
});
