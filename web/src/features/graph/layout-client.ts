// The page's side of the layout's worker: the newest request wins, and a drawing that takes too long is given up.

import type { Layout, LayoutRequest } from './geometry';
import type { LayoutAnswer } from './layout-worker';

/** How long one layout may take before its worker is ended. */
const TIME_BUDGET_MS = 10_000;

export class LayoutClient {
  #worker: Worker | null = null;
  #end: ((layout: Layout | null) => void) | null = null;
  #watchdog = 0;

  /** Resolves to null where a newer request or `stop` put an end to this one; rejects where it fails or takes too long. */
  ask(request: LayoutRequest): Promise<Layout | null> {
    if (this.#end) this.stop();
    const worker = (this.#worker ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' }));
    return new Promise((resolve, reject) => {
      const fail = (message: string): void => {
        this.#done();
        this.stop();
        reject(new Error(message));
      };
      this.#end = resolve;
      this.#watchdog = window.setTimeout(() => fail('too slow'), TIME_BUDGET_MS);
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        if ('error' in data) return fail(data.error);
        this.#done();
        resolve(data.layout);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        fail(event.message);
      };
      worker.postMessage(request);
    });
  }

  /** Ends the worker, and what it is doing. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#end?.(null);
    this.#done();
  }

  #done(): void {
    window.clearTimeout(this.#watchdog);
    this.#end = null;
  }
}
