import { describe, expect, it } from 'vitest';
import { ensureDebianPackages } from './debian.mjs';
import { hasScreen, onScreen } from './screen.mjs';

describe('ensureDebianPackages', () => {
  function machine({
    installed,
    root = false,
    sudo = false,
  }: {
    installed?: string[];
    root?: boolean;
    sudo?: boolean;
  }) {
    const asked: string[] = [];
    return {
      asked,
      platform: 'linux' as NodeJS.Platform,
      isRoot: () => root,
      say: () => {},
      ask: (command: string, args: string[]) => {
        asked.push([command, ...args].join(' '));
        if (command === 'sudo' && args[1] === 'true') return { ok: sudo, output: '' };
        if (command !== 'dpkg-query') return { ok: true, output: '' };
        return { ok: true, output: installed?.map((name) => `${name} installed`).join('\n') ?? '' };
      },
    };
  }

  it('asks apt only for what is missing', () => {
    const debian = machine({ installed: ['xauth', 'libasound2t64'], root: true });
    expect(ensureDebianPackages(['xvfb', 'xauth', 'libasound2'], debian)).toEqual(['xvfb']);
    expect(debian.asked.at(-1)).toMatch(/apt-get .*install -y --no-install-recommends xvfb$/);
  });

  it('asks nothing when nothing is missing, and nothing without dpkg', () => {
    const complete = machine({ installed: ['xvfb'] });
    expect(ensureDebianPackages(['xvfb'], complete)).toEqual([]);
    const fedora = machine({});
    expect(ensureDebianPackages(['xvfb'], fedora)).toEqual([]);
    expect(complete.asked.length + fedora.asked.length).toBe(2);
  });

  it('says what to run where apt is not allowed', () => {
    const visitor = machine({ installed: ['xauth'] });
    expect(() => ensureDebianPackages(['xvfb', 'xauth'], visitor)).toThrow(/install.* xvfb$/);
    expect(visitor.asked.some((line) => line.includes('apt-get'))).toBe(false);
  });

  it('uses sudo where it needs no password', () => {
    const user = machine({ installed: ['xauth'], sudo: true });
    ensureDebianPackages(['xvfb', 'xauth'], user);
    expect(user.asked.at(-1)).toMatch(/^sudo -n env .*apt-get/);
  });
});

describe('the screen', () => {
  it('is missing on Linux without a display only', () => {
    expect(hasScreen({}, 'linux')).toBe(false);
    expect(hasScreen({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasScreen({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasScreen({}, 'darwin')).toBe(true);
  });

  it('is made by xvfb-run where it is missing', () => {
    expect(onScreen('node', ['a.ts'], true)).toEqual(['node', ['a.ts']]);
    const [command, args] = onScreen('node', ['a.ts'], false);
    expect([command, args.slice(-2)]).toEqual(['xvfb-run', ['node', 'a.ts']]);
  });
});
