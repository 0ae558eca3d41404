// What the page knows, as one value that is replaced and never changed, and what can be derived from it.

import type { Diagnostic, EngineInfo, Location, PolicyEntry, Report, Severity, Step } from '../engine/report';
import { changeBetween, movedOffset } from '../text/change';
import { type PolicyView, spanInView, viewPolicy } from '../text/policy-view';
import { type Span, spanOf } from '../text/positions';

/** Why the verdict that is shown is, or is not, that of the text that is shown. */
export type Freshness = 'starting' | 'fresh' | 'judging' | 'invalid' | 'too-slow' | 'crashed' | 'unavailable';

/** The texts that the editor shows. */
export type EditorView = 'policy' | 'document';
/** What the pane beside the answer shows: forms, or a text. */
export type Pane = 'world' | 'calls' | EditorView;
export const PANES: readonly Pane[] = ['world', 'calls', 'policy', 'document'];

/** The line that the editor's text cursor is in. */
export interface Caret {
  view: EditorView;
  /** The policy whose own text it is in; null in the whole scenario. */
  policy: string | null;
  /** Counted from 1, in the text that is shown. */
  line: number;
}

/** A call that is being put together: a scenario that has it among its steps, which is not the author's document yet. */
export interface TryRequest {
  /** The scenario with the call in it. */
  text: string;
  /** The call's place in the scenario's steps. */
  index: number;
}

export interface TriedCall extends TryRequest {
  /** What would happen; that of the text before while this one is being judged, or is not valid. */
  step: Step | null;
  diagnostics: readonly Diagnostic[];
  /** Whether the scenario with the call in it could be run. */
  valid: boolean;
  /** Whether `step` and `diagnostics` are those of `text`. */
  judged: boolean;
}

/** The selected call, as if it were made at another instant. */
export interface Cursor {
  /** Milliseconds since 1970. */
  at: number;
  step: Step | null;
}

/** A place to be shown in the editor. A new object asks anew. */
export interface Reveal {
  view: EditorView;
  span: Span;
  /** The problem that stands there, where it is one that is shown. */
  about?: Diagnostic;
}

export interface PageState {
  text: string;
  /** The text as it was opened. */
  original: string;
  example: string | null;
  /** Counts the documents that were opened: editors keep their undo steps within one. */
  opened: number;
  /** The newest report, and the text that it is about. */
  report: Report | null;
  reportText: string;
  /** The newest report of a valid document, and that document. */
  judged: Report | null;
  judgedText: string;
  freshness: Freshness;
  /** The policies, where they are in `text`. */
  policies: readonly PolicyEntry[];
  policy: string | null;
  view: Pane;
  /** Indices of the selected step: "0", or "0.1" for the second sub-step of the first. */
  step: string;
  reveal: Reveal | null;
  /** Where the editor's text cursor is; null until it was put somewhere. */
  caret: Caret | null;
  tried: TriedCall | null;
  cursor: Cursor | null;
  canUndo: boolean;
  canRedo: boolean;
  kept: boolean;
  /** Whether what was asked for last could not be downloaded. */
  notLoaded: boolean;
  engine: EngineInfo | null;
}

export interface Marker {
  span: Span;
  severity: Severity;
  code: string;
  message: string;
}

export function stepAt(report: Report | null, path: string): Step | null {
  let steps: readonly Step[] = report?.steps ?? [];
  let found: Step | null = null;
  for (const index of path.split('.')) {
    found = steps[Number(index)] ?? null;
    if (!found) return null;
    steps = found.subSteps ?? [];
  }
  return found;
}

/** What the answer is about: a step of the scenario, a call that is being put together, or a step at another instant. */
export type Shown = 'step' | 'tried' | 'cursor';

export function shownKind(state: PageState): Shown {
  if (state.tried && state.view === 'calls') return 'tried';
  return state.cursor ? 'cursor' : 'step';
}

export function shownStep(state: PageState): Step | null {
  const kind = shownKind(state);
  if (kind === 'tried') return state.tried?.step ?? null;
  return kind === 'cursor' ? (state.cursor?.step ?? null) : stepAt(state.judged, state.step);
}

export function selectedPolicy(state: PageState): PolicyEntry | null {
  return state.policies.find((policy) => policy.pointer === state.policy) ?? null;
}

export function policyView(state: PageState, policy: PolicyEntry | null): PolicyView | null {
  return policy && viewPolicy(state.text, policy.form, policy);
}

/** A place of an earlier text, in the present one. */
function moved(span: Span, before: string, after: string): Span {
  const change = changeBetween(before, after);
  return { start: movedOffset(span.start, change), end: movedOffset(span.end, change) };
}

const contains = (outer: Span, inner: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

function markerSpan(state: PageState, diagnostic: Diagnostic, view: PolicyView | null): Span | null {
  if (view && diagnostic.in === 'policy') {
    return diagnostic.policy === state.policy ? spanOf(view.text, diagnostic.range) : null;
  }
  const span = moved(spanOf(state.reportText, diagnostic.documentRange), state.reportText, state.text);
  return view ? spanInView(view, span) : span;
}

/** The diagnostics that have a place in what the editor shows. */
export function markersOf(state: PageState, view: PolicyView | null): Marker[] {
  return (state.report?.diagnostics ?? []).flatMap((diagnostic) => {
    const span = markerSpan(state, diagnostic, view);
    const { severity, code, message } = diagnostic;
    return span ? [{ span, severity, code, message }] : [];
  });
}

export interface Target {
  policy: string | null;
  reveal: Reveal;
}

/** Where the editor shows a place that the explanation names: in the view that is open, as far as it can. */
export function targetOfLocation(state: PageState, location: Location): Target | null {
  const policy = state.policies.find((entry) => entry.pointer === location.policy) ?? null;
  const view = state.view === 'document' ? null : policyView(state, policy);
  if (location.in === 'policy') {
    if (policy && view) return policyTarget(policy, spanOf(view.text, location));
    return policy && documentTarget(state, { start: policy.start, end: policy.end });
  }
  const about = shownKind(state) === 'tried' && state.tried ? state.tried.text : state.judgedText;
  const span = moved(spanOf(about, location), about, state.text);
  const inView = view && spanInView(view, span);
  return policy && inView ? policyTarget(policy, inView) : documentTarget(state, span);
}

export function targetOfDiagnostic(state: PageState, diagnostic: Diagnostic): Target {
  const span = moved(spanOf(state.reportText, diagnostic.documentRange), state.reportText, state.text);
  if (state.view === 'document') return documentTarget(state, span);
  const policy = policyOfDiagnostic(state.policies, diagnostic, span);
  const view = policyView(state, policy);
  if (!policy || !view) return documentTarget(state, span);
  if (diagnostic.in === 'policy') return policyTarget(policy, spanOf(view.text, diagnostic.range));
  const inView = spanInView(view, span);
  return inView ? policyTarget(policy, inView) : documentTarget(state, span);
}

/** The policy in whose text a diagnostic has its place, if it has one in a policy. */
export function policyOfDiagnostic(policies: readonly PolicyEntry[], diagnostic: Diagnostic, span: Span): PolicyEntry | null {
  const inside = (policy: PolicyEntry): boolean =>
    diagnostic.in === 'policy' ? policy.pointer === diagnostic.policy : policy.form === 'object' && contains(policy, span);
  return policies.find(inside) ?? null;
}

const policyTarget = (policy: PolicyEntry, span: Span): Target => ({
  policy: policy.pointer,
  reveal: { view: 'policy', span },
});

const documentTarget = (state: PageState, span: Span): Target => ({
  policy: state.policy,
  reveal: { view: 'document', span },
});
