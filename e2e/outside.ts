import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export type Outside = { readonly address: string; readonly hits: string[]; close(): void };

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const font = fileURLToPath(
  new URL('../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2', import.meta.url),
);

/** The world outside, on this machine: a server that gladly answers everything and remembers who asked. */
export async function openOutside(): Promise<Outside> {
  const hits: string[] = [];
  const server: Server = createServer((request, response) => {
    hits.push(request.url ?? '');
    const [type, body] = answer(request.url ?? '');
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
  });
  server.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '');
    const key = request.headers['sec-websocket-key'];
    const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
    socket.write(`${[...lines, `Sec-WebSocket-Accept: ${accept}`].join('\r\n')}\r\n\r\n`);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    hits,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function answer(url: string): [string, string | Buffer] {
  if (url.endsWith('.png')) return ['image/png', pixel];
  if (url.endsWith('.css')) return ['text/css', 'body { color: black }'];
  if (url.endsWith('.woff2')) return ['font/woff2', readFileSync(font)];
  if (url.endsWith('.json')) return ['application/json', '{}'];
  const script = url.endsWith('/frame.html') ? "<script>parent.postMessage('here', '*')</script>" : '';
  return ['text/html', `<!doctype html><html lang="da"><title>Ude</title><body>Ude${script}</body></html>`];
}
