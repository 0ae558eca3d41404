// The page's side of the engine: one worker, the newest document wins, and a watchdog over every evaluation.

import wasmAddress from './generated/sts-playground.wasm?url';
import type { FromWorker, ToWorker } from './protocol';
import type { EngineInfo, Language, Report } from './report';

/** How long one evaluation may take before its worker is ended. */
export const TIME_BUDGET_MS = 5000;

export type EngineFailure = 'superseded' | 'too-slow' | 'crashed' | 'unavailable';

export class EngineError extends Error {
  constructor(readonly reason: EngineFailure, detail = '') {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}

interface Job {
  id: number;
  scenario: string;
  language: Language;
  resolve(report: Report): void;
  reject(error: EngineError): void;
}

export class EngineClient {
  info: EngineInfo | null = null;

  #worker: Worker | null = null;
  #ready = false;
  #wasm: Promise<ArrayBuffer> | null = null;
  #running: Job | null = null;
  #waiting: Job | null = null;
  #watchdog = 0;
  #lastId = 0;

  /** Begins to load the engine; `run` does so too. */
  start(): void {
    if (!this.#worker) this.#startWorker();
  }

  /** Judges a document. A call that a newer one overtakes before it began is rejected as superseded. */
  run(scenario: string, language: Language): Promise<Report> {
    this.start();
    return new Promise((resolve, reject) => {
      this.#waiting?.reject(new EngineError('superseded'));
      this.#waiting = { id: ++this.#lastId, scenario, language, resolve, reject };
      this.#next();
    });
  }

  #startWorker(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    this.#ready = false;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#replaceWorker(this.#ready ? 'crashed' : 'unavailable', event.message);
    };
    this.#wasm ??= fetchModule();
    this.#wasm.then(
      (wasm) => worker.postMessage({ type: 'start', wasm } satisfies ToWorker),
      (error: unknown) => {
        // The next call tries the download again.
        this.#wasm = null;
        if (this.#worker === worker) this.#replaceWorker('unavailable', String(error));
      },
    );
  }

  #next(): void {
    const job = this.#waiting;
    if (!this.#ready || this.#running || !job) return;
    this.#waiting = null;
    this.#running = job;
    this.#watchdog = window.setTimeout(() => this.#replaceWorker('too-slow'), TIME_BUDGET_MS);
    const { id, scenario, language } = job;
    this.#worker?.postMessage({ type: 'run', id, scenario, language } satisfies ToWorker);
  }

  #receive(message: FromWorker): void {
    if (message.type === 'ready') {
      this.info = message.info;
      this.#ready = true;
      this.#next();
      return;
    }
    if (message.type === 'failed') {
      // An engine that failed once may hold broken state, so it is not asked again.
      this.#replaceWorker(this.#ready ? 'crashed' : 'unavailable', message.message);
      return;
    }
    if (message.id !== this.#running?.id) return;
    window.clearTimeout(this.#watchdog);
    const job = this.#running;
    this.#running = null;
    this.#next();
    job.resolve(message.report);
  }

  /** Ends the worker, tells whoever waits on it why, and goes on with a new one where that can help. */
  #replaceWorker(reason: EngineFailure, detail = ''): void {
    window.clearTimeout(this.#watchdog);
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    const lost = [this.#running];
    this.#running = null;
    if (reason === 'unavailable') {
      lost.push(this.#waiting);
      this.#waiting = null;
    } else {
      this.#startWorker();
    }
    for (const job of lost) job?.reject(new EngineError(reason, detail));
  }
}

async function fetchModule(): Promise<ArrayBuffer> {
  const response = await fetch(wasmAddress);
  if (!response.ok) throw new Error(`${wasmAddress}: ${response.status}`);
  return response.arrayBuffer();
}
