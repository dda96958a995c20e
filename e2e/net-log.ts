import { readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';

/** The switch that has Chromium write down everything it does on a network. */
export const netLogSwitch = (file: string) => `--log-net-log=${file}`;

/**
 * What left for a network according to Chromium's own log, from a run that was closed properly: addresses asked for,
 * names looked up, sockets connected. Reading our own `app:` pages is not among it.
 */
export function networkTraces(file: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: { url?: string; host?: string; address?: string } }[];
  };
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  return events.flatMap(({ type, params = {} }) => {
    const name = names.get(type) ?? '';
    if (name === 'URL_REQUEST_START_JOB' && /^(https?|wss?|ftp):/.test(params.url ?? ''))
      return [`request ${params.url}`];
    if (name.startsWith('HOST_RESOLVER_MANAGER_REQUEST') && params.host) return [`look-up ${params.host}`];
    if (name === 'TCP_CONNECT_ATTEMPT' && params.address) return [`connection ${params.address}`];
    return [];
  });
}

/** Counts from now on the sockets that the main process itself opens. */
export async function watchMainSockets(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(() => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedSockets: opened });
    const net = process.getBuiltinModule('node:net');
    const { connect } = net.Socket.prototype;
    net.Socket.prototype.connect = function (this: unknown, ...given: unknown[]) {
      opened.push(JSON.stringify(given[0]));
      return connect.apply(this, given as never);
    } as typeof connect;
  });
  return () => app.evaluate(() => (globalThis as unknown as { openedSockets: string[] }).openedSockets);
}
