// The worker that holds the engine. It answers one call at a time and keeps nothing between two.

import createModule from './generated/sts-playground.mjs';
import type { EngineModule } from './generated/sts-playground.mjs';
import { putAnswer } from './mailbox';
import type { FromWorker, ToWorker } from './protocol';
import type { EngineInfo } from './report';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (message: FromWorker): void => scope.postMessage(message);

let engine: EngineModule | null = null;
let mailbox: SharedArrayBuffer | null = null;

async function start(wasm: ArrayBuffer): Promise<void> {
  engine = await createModule({ wasmBinary: wasm });
  tell({ type: 'ready', info: JSON.parse(engine.engineInfo()) as EngineInfo });
}

function call({ id, name, request }: Extract<ToWorker, { type: 'call' }>): void {
  if (!engine) throw new Error('the engine has not been started');
  const answer = engine[name](request);
  if (mailbox) putAnswer(mailbox, id, answer);
  tell({ type: 'answer', id, answer });
}

scope.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  const id = data.type === 'call' ? data.id : null;
  try {
    if (data.type === 'start') {
      mailbox = data.mailbox;
      await start(data.wasm);
    } else call(data);
  } catch (error) {
    tell({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
  }
};
