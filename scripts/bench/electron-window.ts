import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Launcher = { executablePath: string; args: string[]; env: Record<string, string> };

export type Started = {
  /** Wall clock (ms) when the process was asked for. */
  readonly spawnedAt: number;
  /** Evaluates in the page and answers the value; waits for a promise. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};

const patience = 60_000;

/**
 * Starts an Electron application on a profile of its own and attaches to its first page. `fill` may put something
 * into the profile beforehand. Attached by Chromium's own debugging port, which costs both sides of a pair the same.
 */
export async function startElectron(
  { executablePath, args, env }: Launcher,
  { own = {}, fill }: { own?: Record<string, string>; fill?: (profile: string) => void } = {},
): Promise<Started> {
  const profile = mkdtempSync(join(tmpdir(), 'spind-bench-'));
  fill?.(profile);
  const flags = [`--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  const spawnedAt = performance.timeOrigin + performance.now();
  const child = spawn(executablePath, [...flags, ...args], {
    env: { ...env, ...own },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const closed = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await closed;
    }
    // Helpers of a killed application may still be writing for a moment.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 });
  };
  try {
    const page = await attach(await pageAddress(await debuggingPort(child)));
    return {
      spawnedAt,
      evaluate: page.evaluate,
      close: async () => {
        page.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Wall clock (ms) of the first contentful paint. */
export function firstPaint(window: Started): Promise<number> {
  return window.evaluate<number>(`new Promise((resolve) =>
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (entry) resolve(performance.timeOrigin + entry.startTime);
    }).observe({ type: 'paint', buffered: true }))`);
}

function debuggingPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const timer = setTimeout(
      () => reject(new Error(`Electron said nothing of its port:\n${heard}`)),
      patience,
    );
    child.stderr?.on('data', (data) => {
      heard += data;
      const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(heard)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Electron ended with ${code}:\n${heard}`)));
  });
}

async function pageAddress(port: number): Promise<string> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(10)) {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      type: string;
      url: string;
      webSocketDebuggerUrl: string;
    }[];
    const page = targets.find(({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank');
    if (page) return page.webSocketDebuggerUrl;
  }
  throw new Error('no page appeared');
}

type Answer = { id: number; error?: { message: string }; result?: Evaluated };
type Evaluated = { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } };

async function attach(address: string) {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the page did not answer')), { once: true });
  });
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.addEventListener('close', () => {
    for (const [id, tell] of waiting) tell({ id, error: { message: 'the page is gone' } });
  });
  const ask = (expression: string) =>
    new Promise<Answer>((resolve) => {
      last += 1;
      const id = last;
      const timer = setTimeout(
        () => resolve({ id, error: { message: 'the page did not get there' } }),
        patience,
      );
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    });
  return {
    async evaluate<T>(expression: string): Promise<T> {
      for (const until = Date.now() + patience; ; ) {
        const answer = await ask(expression);
        const thrown = answer.result?.exceptionDetails;
        if (!answer.error && !thrown) return answer.result?.result.value as T;
        const reason = answer.error?.message ?? thrown?.exception?.description ?? 'the page threw';
        // Asked while the page was being loaded over the empty one: ask again.
        if (!reason.includes('context was destroyed') || Date.now() > until) throw new Error(reason);
      }
    },
    close: () => socket.close(),
  };
}
