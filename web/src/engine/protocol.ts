// What page and worker say to each other. A call names a function of the engine and carries its request; the answer is the
// engine's text, which the page reads: passing text is faster than cloning the tree that it holds.

import type { EngineInfo } from './report';

/** The engine's functions that the page calls: each takes and gives JSON. */
export type EngineFunction = 'run' | 'judgeAt' | 'mfaCode' | 'trustGraph';

export type ToWorker =
  /** `mailbox`: where answers are put besides; null where there is no shared memory. */
  | { type: 'start'; wasm: ArrayBuffer; mailbox: SharedArrayBuffer | null }
  | { type: 'call'; id: number; name: EngineFunction; request: string };

export type FromWorker =
  | { type: 'ready'; info: EngineInfo }
  | { type: 'answer'; id: number; answer: string }
  | { type: 'failed'; id: number | null; message: string };
