import type { Context } from './context';

/** Closes the school's file and forgets every key. What was saved is on the disk; nothing else is kept. */
export function lockSession({ session, tell }: Context): void {
  if (session.state === 'none' || session.state === 'locked') return;
  session.open?.close();
  session.open = null;
  session.keys?.dataKey.fill(0);
  session.keys?.release();
  session.keys = null;
  session.employee?.key?.fill(0);
  session.employee = null;
  session.state = 'locked';
  tell('session', { state: 'locked' });
}
