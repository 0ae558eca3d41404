// The page's side of the engine: one worker, lanes in which the newest call wins, and a watchdog over every call.

import type { JudgeAtAnswer, JudgeAtRequest, MfaCodeAnswer, MfaCodeRequest, TrustGraph, TrustGraphRequest } from './assist';
import wasmAddress from './generated/sts-playground.wasm?url';
import { makeMailbox, takeAnswer, whenAnswered } from './mailbox';
import type { EngineFunction, FromWorker, ToWorker } from './protocol';
import type { EngineInfo, Report, RunRequest } from './report';

/** How long one call may take before its worker is ended. */
export const TIME_BUDGET_MS = 5000;

export type EngineFailure = 'superseded' | 'too-slow' | 'crashed' | 'unavailable';

export class EngineError extends Error {
  constructor(
    readonly reason: EngineFailure,
    detail = '',
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
  }
}

/** What each function of the engine takes and gives. */
export interface EngineCalls {
  run: { request: RunRequest; answer: Report };
  judgeAt: { request: JudgeAtRequest; answer: JudgeAtAnswer };
  mfaCode: { request: MfaCodeRequest; answer: MfaCodeAnswer };
  trustGraph: { request: TrustGraphRequest; answer: TrustGraph };
}

interface Job {
  id: number;
  name: EngineFunction;
  request: string;
  resolve(answer: unknown): void;
  reject(error: EngineError): void;
}

export class EngineClient {
  info: EngineInfo | null = null;

  #worker: Worker | null = null;
  #ready = false;
  #wasm: Promise<ArrayBuffer> | null = null;
  #running: Job | null = null;
  /** By lane, in the order in which they were asked. */
  #waiting = new Map<string, Job>();
  #watchdog = 0;
  /** A worker that was ended may still write into its own. */
  #mailbox: SharedArrayBuffer | null = null;
  #lastId = 0;

  /** Begins to load the engine; `ask` does so too. */
  start(): void {
    if (!this.#worker) this.#startWorker();
  }

  /**
   * Calls a function of the engine. Of the calls that wait in one lane only the newest is made; the others are rejected as
   * superseded. Whoever asks for different things gives each a lane of its own.
   */
  ask<K extends EngineFunction>(name: K, request: EngineCalls[K]['request'], lane: string = name): Promise<EngineCalls[K]['answer']> {
    this.start();
    return new Promise((resolve, reject) => {
      this.#waiting.get(lane)?.reject(new EngineError('superseded'));
      this.#waiting.delete(lane);
      this.#waiting.set(lane, {
        id: ++this.#lastId,
        name,
        request: JSON.stringify(request),
        resolve: resolve as (answer: unknown) => void,
        reject,
      });
      this.#next();
    });
  }

  #startWorker(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    this.#ready = false;
    this.#mailbox = makeMailbox();
    const mailbox = this.#mailbox;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.#receive(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#replaceWorker(this.#ready ? 'crashed' : 'unavailable', event.message);
    };
    this.#wasm ??= fetchModule();
    this.#wasm.then(
      (wasm) => worker.postMessage({ type: 'start', wasm, mailbox } satisfies ToWorker),
      (error: unknown) => {
        // The next call tries the download again.
        this.#wasm = null;
        if (this.#worker === worker) this.#replaceWorker('unavailable', String(error));
      },
    );
  }

  #next(): void {
    if (!this.#ready || this.#running) return;
    const [first] = this.#waiting;
    if (!first) return;
    const [lane, job] = first;
    this.#waiting.delete(lane);
    this.#running = job;
    this.#watchdog = window.setTimeout(() => this.#replaceWorker('too-slow'), TIME_BUDGET_MS);
    const { id, name, request } = job;
    if (this.#mailbox) void whenAnswered(this.#mailbox).then(() => this.#look(id));
    this.#worker?.postMessage({ type: 'call', id, name, request } satisfies ToWorker);
  }

  /** Takes an answer that is there before its message is. */
  #look(id: number): void {
    if (this.#running?.id !== id || !this.#mailbox) return;
    const answer = takeAnswer(this.#mailbox, id);
    if (answer !== null) this.#receive({ type: 'answer', id, answer });
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
    job.resolve(JSON.parse(message.answer));
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
      lost.push(...this.#waiting.values());
      this.#waiting.clear();
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

/** The page's one engine. */
export const engine = new EngineClient();
