import { ensureDebianPackages, virtualScreen } from './debian.mjs';

/** Whether a window could be seen here. Only Linux can lack a screen. */
export function hasScreen(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Installs what a screen in memory needs, where there is no other. */
export function ensureScreen() {
  if (!hasScreen()) ensureDebianPackages(virtualScreen);
}

/** The command line that gives a program a screen: itself, or itself inside xvfb-run. */
export function onScreen(command, args, screen = hasScreen()) {
  if (screen) return [command, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', command, ...args]];
}
