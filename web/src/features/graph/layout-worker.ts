// Lays out graphs beside the page: a large one takes seconds, in which the author goes on typing.

import type { Layout, LayoutRequest } from './geometry';
import { layoutGraph } from './layout';

export type LayoutAnswer = { layout: Layout } | { error: string };

const scope = self as unknown as DedicatedWorkerGlobalScope;

scope.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  let answer: LayoutAnswer;
  try {
    answer = { layout: layoutGraph(data) };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  scope.postMessage(answer);
};
