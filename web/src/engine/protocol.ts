// What page and worker say to each other.

import type { EngineInfo, Language, Report } from './report';

export type ToWorker =
  | { type: 'start'; wasm: ArrayBuffer }
  | { type: 'run'; id: number; scenario: string; language: Language };

export type FromWorker =
  | { type: 'ready'; info: EngineInfo }
  | { type: 'report'; id: number; report: Report }
  | { type: 'failed'; id: number | null; message: string };
