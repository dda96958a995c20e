import type { ElectronApplication } from 'playwright-core';

type Seen = { readonly pid: number; readonly name: string };

/**
 * Watches from the main process which helper processes come and go, until `stop`. It looks every few milliseconds, which it
 * can only while it is not held by anything itself.
 */
export async function watchProcesses(
  app: ElectronApplication,
): Promise<{ now: () => Promise<Seen[]>; stop: () => Promise<Seen[]> }> {
  await app.evaluate(({ app: electron }) => {
    const seen = new Map<number, Seen>();
    const look = () => {
      for (const { pid, type, name = '' } of electron.getAppMetrics())
        if (type === 'Utility' && !name.startsWith('Network')) seen.set(pid, { pid, name });
    };
    Object.assign(globalThis, { seenProcesses: { seen, timer: setInterval(look, 2) } });
    look();
  });
  return {
    now: () =>
      app.evaluate(({ app: electron }) =>
        electron
          .getAppMetrics()
          .filter(({ name }) => name === 'Spind solver')
          .map(({ pid, name = '' }) => ({ pid, name })),
      ),
    stop: () =>
      app.evaluate(() => {
        const { seenProcesses } = globalThis as unknown as {
          seenProcesses: { seen: Map<number, Seen>; timer: NodeJS.Timeout };
        };
        clearInterval(seenProcesses.timer);
        return [...seenProcesses.seen.values()];
      }),
  };
}
