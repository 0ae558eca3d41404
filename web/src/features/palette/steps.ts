// Every step of a report with its path: "0", or "0.1" for the second sub-step of the first.

import type { Step } from '../../engine/report';

export function stepPaths(steps: readonly Step[], prefix = ''): { path: string; step: Step }[] {
  return steps.flatMap((step, index) => {
    const path = `${prefix}${index}`;
    return [{ path, step }, ...stepPaths(step.subSteps ?? [], `${path}.`)];
  });
}
