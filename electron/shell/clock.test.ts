import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startClock } from './clock';

const { app } = vi.hoisted(() => ({ app: { isPackaged: false } }));
vi.mock('electron', () => ({ app }));

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2030-05-01T10:00:00') });
  app.isPackaged = false;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('the clock', () => {
  it('starts where an unpackaged build is told, and runs on', () => {
    vi.stubEnv('SPIND_CLOCK', '2026-11-23T08:00:00');
    const now = startClock();
    vi.advanceTimersByTime(90_000);
    expect(now()).toEqual(new Date('2026-11-23T08:01:30'));
  });

  it('is the real one in a packaged application, whatever it is told', () => {
    app.isPackaged = true;
    vi.stubEnv('SPIND_CLOCK', '2026-11-23T08:00:00');
    expect(startClock()()).toEqual(new Date('2030-05-01T10:00:00'));
  });

  it.each(['', 'i morgen', '2026-13-41'])('is the real one when told %j', (wanted) => {
    vi.stubEnv('SPIND_CLOCK', wanted);
    expect(startClock()()).toEqual(new Date('2030-05-01T10:00:00'));
  });
});
