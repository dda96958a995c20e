import { scrypt } from 'node:crypto';
import { app, BrowserWindow } from 'electron';

/**
 * The least Electron application: one window, one page (`SPIND_BENCH_PAGE`). With `SPIND_BENCH_LATE` (ms) it dawdles before
 * its window, for the control. A page that calls itself `kdf` is told how long the key derivation takes in this binary.
 */
const { SPIND_BENCH_PAGE: page, SPIND_BENCH_LATE: late } = process.env;

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  for (const until = performance.now() + Number(late ?? 0); performance.now() < until; );
  const window = new BrowserWindow({ width: 1280, height: 800 });
  window.on('page-title-updated', async (_event, title) => {
    if (title !== 'kdf') return;
    const milliseconds = await timeOfKeyDerivation();
    await window.webContents.executeJavaScript(`window.kdf = ${milliseconds}; 0`);
  });
  if (page) void window.loadFile(page);
});

/** As electron/data/keys.ts stretches a passphrase. */
function timeOfKeyDerivation(): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };
    scrypt('en adgangssætning til målingen', Buffer.alloc(16), 64, cost, (error) =>
      error ? reject(error) : resolve(performance.now() - started),
    );
  });
}
