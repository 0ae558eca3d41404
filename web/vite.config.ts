import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { headersFor, readHeaderRules } from './scripts/headers.mjs';

const headers: Record<string, string> = headersFor(readHeaderRules(fileURLToPath(new URL('public/_headers', import.meta.url))), '/');
const policy = headers['Content-Security-Policy'] ?? '';

// The policy also stands in the page itself, for hosts that cannot send headers.
function policyInPage(): Plugin {
  return {
    name: 'content-security-policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

// The engine is asked for while the script is still on its way, not after it.
function engineAhead(): Plugin {
  return {
    name: 'engine-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const module = Object.keys(bundle ?? {}).find((name) => name.endsWith('.wasm'));
        if (!module) throw new Error('the bundle has no engine');
        const attrs = { rel: 'preload', as: 'fetch', type: 'application/wasm', href: `./${module}`, crossorigin: '' };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

// The development server writes styles into the page and reloads over a socket; nothing else is looser there.
const developmentPolicy = policy
  .replace(/style-src-elem [^;]*/, "style-src-elem 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' ws:");

const SHARED =
  /node_modules\/(@lit|lit|lit-element|lit-html)\/|src\/(base\/(element|icons|storage|texts|wishes|i18n\/(en|index))\.|text\/)|preload-helper|rolldown\/runtime/;

export default defineConfig({
  base: './',
  plugins: [policyInPage(), engineAhead()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first download and later parts share is one file: each further one costs a request and its headers.
        codeSplitting: { groups: [{ name: 'shared', test: SHARED }] },
      },
    },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: {
    headers: { ...headers, 'Content-Security-Policy': developmentPolicy },
    fs: { allow: ['..'] },
  },
  preview: { headers },
});
