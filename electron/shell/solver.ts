import { fileURLToPath } from 'node:url';
import type { ModelAnswer } from '@shared/domain/seat-plan/seat-model';
import { utilityProcess } from 'electron';
import { z } from 'zod';

const answered = z.union([
  z.object({
    answer: z.object({
      status: z.enum(['optimal', 'infeasible', 'timeLimit', 'other']),
      values: z.record(z.string(), z.number()),
    }),
  }),
  z.object({ error: z.string() }),
]);

/**
 * Solves a model in a process of its own, so that the window answers meanwhile; it ends with its answer, and its memory
 * comes back. Throws when the process ends without one.
 */
export function solveAside(model: string): Promise<ModelAnswer> {
  const child = utilityProcess.fork(fileURLToPath(new URL('./solver.js', import.meta.url)), [], {
    serviceName: 'Spind solver',
    // Nothing of this process's surroundings is its business.
    env: {},
    stdio: 'ignore',
  });
  return new Promise<ModelAnswer>((resolve, reject) => {
    child.once('message', (message: unknown) => {
      const reply = answered.parse(message);
      if ('answer' in reply) resolve(reply.answer);
      else reject(new Error(reply.error));
    });
    child.once('exit', (code) => reject(new Error(`the solver ended with ${code} before it had answered`)));
    child.postMessage(model);
  }).finally(() => child.kill());
}
