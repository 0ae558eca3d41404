// What stays selected when a new report comes, and where its policies are in the editor.

import type { PolicyEntry, Report, Step } from '../engine/report';
import { type PageState, stepAt } from './page-state';

/** Policies as the engine found them, each with the white space that its author has typed around it in its own view. */
export function withMargins(found: readonly PolicyEntry[], { policies, text }: PageState): PolicyEntry[] {
  const before = new Map(policies.map((policy) => [policy.pointer, policy]));
  return found.map((policy) => {
    const known = before.get(policy.pointer);
    if (!known || known.start > policy.start || known.end < policy.end) return policy;
    const margins = text.slice(known.start, policy.start) + text.slice(policy.end, known.end);
    return margins.trim() === '' ? { ...policy, start: known.start, end: known.end } : policy;
  });
}

export function choosePolicy(policies: readonly PolicyEntry[], present: string | null): string | null {
  if (policies.some((policy) => policy.pointer === present)) return present;
  const trust = policies.find((policy) => policy.kind === 'trust');
  return (trust ?? policies[0])?.pointer ?? present;
}

/** The step that was selected: by its id where the steps were moved, else by its place. */
export function chooseStep(report: Report, state: PageState): string {
  const id = stepAt(state.judged, state.step)?.id;
  const same = (step: Step | null): boolean => step !== null && (id === undefined || step.id === id);
  if (same(stepAt(report, state.step))) return state.step;
  const moved = report.steps.findIndex((step) => step.id === id);
  if (moved >= 0) return String(moved);
  return stepAt(report, state.step) ? state.step : '0';
}
