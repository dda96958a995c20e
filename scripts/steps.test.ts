import { describe, expect, it } from 'vitest';
import { SetupError } from './setup/lines.mjs';
import { runSteps } from './steps.mjs';

function watched() {
  const lines: string[] = [];
  let now = 0;
  return {
    lines,
    options: {
      clock: () => {
        now += 500;
        return now;
      },
      print: (line: string) => lines.push(line),
    },
  };
}

describe('runSteps', () => {
  it('numbers the steps and ends with a summary', async () => {
    const { lines, options } = watched();
    const steps = [
      { name: 'set-up', run: async () => {} },
      { name: 'build', run: async () => 0 },
    ];
    expect(await runSteps('Tests', steps, options)).toBe(0);
    expect(lines).toEqual([
      '[1/2] set-up …',
      '[1/2] set-up: ok (0.5 s)',
      '[2/2] build …',
      '[2/2] build: ok (0.5 s)',
      'Tests: all 2 steps passed in 2.5 s.',
    ]);
  });

  it('stops at the first failure with its exit code', async () => {
    const { lines, options } = watched();
    const ran: string[] = [];
    const step = (name: string, code: number) => ({
      name,
      run: async () => {
        ran.push(name);
        return code;
      },
    });
    expect(await runSteps('Tests', [step('a', 0), step('b', 3), step('c', 0)], options)).toBe(3);
    expect(ran).toEqual(['a', 'b']);
    expect(lines.at(-1)).toBe('Tests: failed at step 2 of 3 (b) after 2.5 s.');
  });

  it('shows a set-up problem as its message alone', async () => {
    const { lines, options } = watched();
    const run = async () => {
      throw new SetupError('Missing Debian packages: xvfb');
    };
    expect(await runSteps('Tests', [{ name: 'set-up', run }], options)).toBe(1);
    expect(lines).toContain('Missing Debian packages: xvfb');
  });
});
