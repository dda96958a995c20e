import { fileURLToPath } from 'node:url';
import { solveHere } from './features/solve';

// The process of the solver: one model in, its answer out. Whoever started it ends it.
const wasmFile = fileURLToPath(new URL('./highs.wasm', import.meta.url));

process.parentPort.once('message', ({ data }) => {
  void solveHere(String(data), wasmFile).then(
    (answer) => process.parentPort.postMessage({ answer }),
    (error: unknown) => process.parentPort.postMessage({ error: String(error) }),
  );
});
