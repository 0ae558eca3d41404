#!/usr/bin/env node
// Serves the built site: Node's own HTTP server, the headers of the site's _headers file, and the files that the
// build compressed. Usage: node scripts/serve.mjs [--port 8137] [--host 127.0.0.1] [--root web/dist]
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve as absolute, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { headersFor, readHeaderRules } from './headers.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

const isFile = (path) => existsSync(path) && statSync(path).isFile();

// The file that a request names, or null. Nothing outside the root, and not the host's own settings file.
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (path.endsWith('/')) path += 'index.html';
  const file = normalize(join(root, path));
  if (!file.startsWith(root + sep) || path.includes('\0') || path === '/_headers') return null;
  return isFile(file) ? { file, path } : null;
}

function encodingFor(file, accepted) {
  const names = String(accepted ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0].trim());
  return ENCODINGS.find(([name, suffix]) => names.includes(name) && isFile(file + suffix));
}

function respond(root, rules, request, response) {
  const found = fileFor(root, request.url ?? '/');
  const headers = headersFor(rules, found?.path ?? '/');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  if (!found) {
    response.writeHead(404, { ...headers, 'Content-Type': TYPES['.txt'] }).end('Not found\n');
    return;
  }
  const encoding = encodingFor(found.file, request.headers['accept-encoding']);
  const file = found.file + (encoding?.[1] ?? '');
  response.writeHead(200, {
    'Cache-Control': 'no-cache',
    ...headers,
    'Content-Type': TYPES[extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': statSync(file).size,
    Vary: 'Accept-Encoding',
    ...(encoding ? { 'Content-Encoding': encoding[0] } : {}),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** Starts the server; port 0 takes a free one. */
export function serve({ port = 8137, host = '127.0.0.1', root } = {}) {
  const folder = absolute(root ?? fileURLToPath(new URL('../dist', import.meta.url)));
  if (!isFile(join(folder, 'index.html'))) throw new Error(`${folder} has no index.html: build the page first`);
  const headerFile = join(folder, '_headers');
  const rules = isFile(headerFile) ? readHeaderRules(headerFile) : [];
  const server = createServer((request, response) => respond(folder, rules, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = `http://${host === '127.0.0.1' ? 'localhost' : host}:${server.address().port}/`;
      resolve({
        server,
        address,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(done);
          }),
      });
    });
  });
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8137' },
      host: { type: 'string', default: '127.0.0.1' },
      root: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is not a port`);
  const { address } = await serve({ port, host: values.host, ...(values.root ? { root: values.root } : {}) });
  console.log(`STS Playground: ${address}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    console.error(error.code === 'EADDRINUSE' ? `The port is taken; choose another with --port.` : error.message);
    process.exitCode = 1;
  });
}
