// The page's model: the document, what the engine says of it, and what is selected. Components read its state and call
// its methods; it knows none of them.

import { EngineClient, EngineError } from '../engine/client';
import type { Diagnostic, Location, PolicyEntry, Report, Step } from '../engine/report';
import { language, onLanguageChange } from '../i18n';
import { applyChange, type Change, changeBetween, movedSpan } from '../text/change';
import { documentChange } from '../text/policy-view';
import { keepInHistory, loadCurrent, saveCurrent } from './documents';
import { examples } from './examples';
import {
  type EditorView,
  type PageState,
  policyView,
  selectedPolicy,
  stepAt,
  targetOfDiagnostic,
  targetOfLocation,
  type Target,
} from './page-state';

const SLOW_MS = 300;

/** The page's documents break lines with \n only, so that editor and engine count the same offsets. */
const normalise = (text: string): string => text.replace(/\r\n?/g, '\n');

function firstState(): PageState {
  const kept = loadCurrent();
  const first = examples[0];
  return {
    text: normalise(kept?.text ?? first?.text ?? '{}'),
    example: kept ? kept.example : (first?.id ?? null),
    opened: 0,
    report: null,
    reportText: '',
    judged: null,
    judgedText: '',
    freshness: 'starting',
    policies: [],
    policy: null,
    view: 'policy',
    step: '0',
    reveal: null,
    kept: true,
    engine: null,
  };
}

export class Playground {
  #state = firstState();
  #listeners = new Set<() => void>();
  #engine = new EngineClient();
  #slow = 0;
  /** Whether the verdict that is held is still that of the document before this one. */
  #justOpened = false;

  constructor() {
    this.#judge();
    onLanguageChange(() => this.#judge());
  }

  get state(): PageState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The author edited the scenario as a whole. */
  editDocument(edited: string): void {
    const text = normalise(edited);
    const change = changeBetween(this.#state.text, text);
    if (change) this.#change(change, null);
  }

  /** The author edited the selected policy on its own. */
  editPolicy(edited: string): void {
    const policy = selectedPolicy(this.#state);
    const view = policyView(this.#state, policy);
    if (!policy || !view) return;
    const change = documentChange(view, normalise(edited));
    if (change) this.#change(change, policy);
  }

  /** Opens another document; the one that is left goes into the history. */
  open(text: string, example: string | null): void {
    const { text: left, example: leftExample } = this.#state;
    const kept = text === left || keepInHistory(left, leftExample);
    this.#justOpened = true;
    this.#set({
      text: normalise(text),
      example,
      opened: this.#state.opened + 1,
      policies: [],
      policy: null,
      step: '0',
      reveal: null,
      kept: saveCurrent(text, example) && kept,
    });
    this.#judge();
  }

  selectStep(step: string): void {
    this.#set({ step });
  }

  selectPolicy(policy: string): void {
    this.#set({ policy, view: 'policy', reveal: null });
  }

  setView(view: EditorView): void {
    this.#set({ view, reveal: null });
  }

  showLocation(location: Location): void {
    this.#show(targetOfLocation(this.#state, location));
  }

  showDiagnostic(diagnostic: Diagnostic): void {
    this.#show(targetOfDiagnostic(this.#state, diagnostic));
  }

  #show(target: Target | null): void {
    if (target) this.#set({ policy: target.policy, view: target.reveal.view, reveal: target.reveal });
  }

  #change(change: Change, edited: PolicyEntry | null): void {
    const text = applyChange(this.#state.text, change);
    const delta = change.inserted.length - (change.end - change.start);
    const policies = this.#state.policies.flatMap((policy) => {
      // An edit at the very edge of the policy that is being edited belongs to it.
      const span = policy === edited ? { start: policy.start, end: policy.end + delta } : movedSpan(policy, change);
      return span ? [{ ...policy, ...span }] : [];
    });
    this.#set({ text, policies, reveal: null, kept: saveCurrent(text, this.#state.example) });
    this.#judge();
  }

  #judge(): void {
    const { text } = this.#state;
    window.clearTimeout(this.#slow);
    if (this.#state.judged) this.#slow = window.setTimeout(() => this.#set({ freshness: 'judging' }), SLOW_MS);
    this.#engine.run(text, language()).then(
      (report) => this.#accept(report, text),
      (error: unknown) => this.#refuse(error),
    );
  }

  #accept(report: Report, text: string): void {
    const current = text === this.#state.text;
    if (current) window.clearTimeout(this.#slow);
    // While the document is broken the engine may see fewer policies than there are.
    const trusted = current && (report.valid || report.policies.length >= this.#state.policies.length);
    const policies = trusted ? withMargins(report.policies, this.#state) : this.#state.policies;
    this.#set({
      report,
      reportText: text,
      ...this.#judgement(report, text),
      freshness: report.valid ? 'fresh' : 'invalid',
      policies,
      policy: choosePolicy(policies, this.#state.policy),
      engine: this.#engine.info,
    });
  }

  /** What a report changes of the verdict that is shown: that of a broken document leaves the last one. */
  #judgement(report: Report, text: string): Partial<PageState> {
    if (report.valid) {
      this.#justOpened = false;
      return { judged: report, judgedText: text, step: chooseStep(report, this.#state) };
    }
    return this.#justOpened ? { judged: null, judgedText: '' } : {};
  }

  #refuse(error: unknown): void {
    const reason = error instanceof EngineError ? error.reason : 'crashed';
    if (reason === 'superseded') return;
    window.clearTimeout(this.#slow);
    this.#set({ freshness: reason, ...(this.#justOpened ? { judged: null, judgedText: '' } : {}) });
  }

  #set(patch: Partial<PageState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

/** Policies as the engine found them, each with the white space that its author has typed around it in its own view. */
function withMargins(found: readonly PolicyEntry[], { policies, text }: PageState): PolicyEntry[] {
  const before = new Map(policies.map((policy) => [policy.pointer, policy]));
  return found.map((policy) => {
    const known = before.get(policy.pointer);
    if (!known || known.start > policy.start || known.end < policy.end) return policy;
    const margins = text.slice(known.start, policy.start) + text.slice(policy.end, known.end);
    return margins.trim() === '' ? { ...policy, start: known.start, end: known.end } : policy;
  });
}

function choosePolicy(policies: readonly PolicyEntry[], present: string | null): string | null {
  if (policies.some((policy) => policy.pointer === present)) return present;
  const trust = policies.find((policy) => policy.kind === 'trust');
  return (trust ?? policies[0])?.pointer ?? present;
}

/** The step that was selected: by its id where the steps were moved, else by its place. */
function chooseStep(report: Report, state: PageState): string {
  const id = stepAt(state.judged, state.step)?.id;
  const same = (step: Step | null): boolean => step !== null && (id === undefined || step.id === id);
  if (same(stepAt(report, state.step))) return state.step;
  const moved = report.steps.findIndex((step) => step.id === id);
  if (moved >= 0) return String(moved);
  return stepAt(report, state.step) ? state.step : '0';
}
