// The page's model: the document, what the engine says of it, and what is selected. Components read its state and call
// its methods; it knows none of them.

import { engine, EngineError } from '../engine/client';
import type { Diagnostic, Location, PolicyEntry, Report } from '../engine/report';
import { language, onLanguageChange } from '../base/i18n';
import { applyChange, type Change, changeBetween, movedSpan } from '../text/change';
import { documentChange } from '../text/policy-view';
import { choosePolicy, chooseStep, withMargins } from './choices';
import { keepInHistory, loadCurrent, saveCurrent } from './documents';
import { firstExample } from './examples';
import {
  type Caret,
  type PageState,
  type Pane,
  policyView,
  selectedPolicy,
  stepAt,
  targetOfDiagnostic,
  targetOfLocation,
  type Target,
  type TryRequest,
} from './page-state';
import { type ChangeKind, type Snapshot, UndoHistory } from './undo';

const SLOW_MS = 300;

/** The page's documents break lines with \n only, so that editor and engine count the same offsets. */
const normalise = (text: string): string => text.replace(/\r\n?/g, '\n');

function firstState(): PageState {
  const kept = loadCurrent();
  const text = normalise(kept?.text ?? firstExample.text);
  return {
    text,
    original: kept ? normalise(kept.original ?? kept.text) : text,
    example: kept ? kept.example : firstExample.id,
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
    caret: null,
    tried: null,
    cursor: null,
    canUndo: false,
    canRedo: false,
    kept: true,
    notLoaded: false,
    engine: null,
  };
}

const snapshot = ({ text, example, original }: PageState): Snapshot => ({ text, example, original });

export class Playground {
  #state = firstState();
  #listeners = new Set<() => void>();
  #undo = new UndoHistory();
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

  /** The author edited the scenario as a whole: by typing, or by a form. */
  editDocument(edited: string, kind: ChangeKind = 'typing'): void {
    const text = normalise(edited);
    const change = changeBetween(this.#state.text, text);
    if (change) this.#change(change, null, kind);
  }

  /** The author edited the selected policy on its own. */
  editPolicy(edited: string, kind: ChangeKind = 'typing'): void {
    const policy = selectedPolicy(this.#state);
    const view = policyView(this.#state, policy);
    if (!policy || !view) return;
    const change = documentChange(view, normalise(edited));
    if (change) this.#change(change, policy, kind);
  }

  /** Opens another document; the one that is left goes into the history. `original`: what it is to be compared with. */
  open(opened: string, example: string | null, original = opened): void {
    const text = normalise(opened);
    this.#undo.note(snapshot(this.#state), 'open', '', performance.now());
    this.#load({ text, example, original: normalise(original) });
  }

  /** Takes over a document that has one more step, which is then the selected one. */
  addStep(text: string, index: number): void {
    this.#set({ step: String(index), cursor: null });
    this.editDocument(text, 'form');
  }

  tellNotLoaded(): void {
    this.#set({ notLoaded: true });
  }

  undo(): void {
    this.#restore(this.#undo.undo(snapshot(this.#state)));
  }

  redo(): void {
    this.#restore(this.#undo.redo(snapshot(this.#state)));
  }

  /** An undone change of the document that is open moves nothing; an undone opening brings the other document back. */
  #restore(next: Snapshot | null): void {
    if (!next) return;
    if (next.original !== this.#state.original) {
      this.#load(next);
      return;
    }
    const change = changeBetween(this.#state.text, next.text);
    if (change) this.#apply(change, null);
    else this.#noteUndo();
  }

  #load({ text, example, original }: Snapshot): void {
    const left = this.#state;
    const kept = text === left.text || keepInHistory(left.text, left.example, left.original);
    this.#justOpened = true;
    this.#set({
      text,
      example,
      original,
      opened: left.opened + 1,
      policies: [],
      policy: null,
      step: '0',
      reveal: null,
      caret: null,
      tried: null,
      cursor: null,
      notLoaded: false,
      kept: saveCurrent(text, example, original) && kept,
    });
    this.#noteUndo();
    this.#judge();
  }

  selectStep(step: string): void {
    this.#set({ step });
    if (stepAt(this.#state.judged, step)?.explanation.explained === false) this.#judge();
    this.#judgeCursor();
  }

  /** Judges a call that is being put together; null puts it away. */
  tryCall(request: TryRequest | null): void {
    if (!request) {
      if (this.#state.tried) this.#set({ tried: null });
      return;
    }
    const before = this.#state.tried ?? { step: null, diagnostics: [], valid: true };
    this.#set({ tried: { ...before, ...request, judged: false } });
    const { text: scenario, index } = request;
    engine.ask('run', { scenario, language: language(), explain: [String(index)] }, 'tried').then(
      (report) => {
        const { tried } = this.#state;
        if (tried?.text !== scenario || tried.index !== index) return;
        const step = report.steps[index] ?? tried.step;
        const { diagnostics, valid } = report;
        this.#set({ tried: { ...request, step, diagnostics, valid, judged: true } });
      },
      (error: unknown) => this.#refuse(error),
    );
  }

  /** Judges the selected step as if it were made at another instant, in milliseconds since 1970; null: when it was made. */
  moveCursor(at: number | null): void {
    const step = this.#state.cursor?.step ?? stepAt(this.#state.judged, this.#state.step);
    this.#set({ cursor: at === null ? null : { at, step } });
    this.#judgeCursor();
  }

  #judgeCursor(): void {
    const { cursor, judgedText: scenario, step, judged } = this.#state;
    if (!cursor || !judged) return;
    const { at } = cursor;
    engine.ask('judgeAt', { scenario, language: language(), step, at: new Date(at).toISOString() }, 'cursor').then(
      (answer) => {
        if (this.#state.cursor?.at === at) this.#set({ cursor: { at, step: answer.step } });
      },
      (error: unknown) => this.#refuse(error),
    );
  }

  selectPolicy(policy: string): void {
    this.#set({ policy, view: 'policy', reveal: null });
  }

  setView(view: Pane): void {
    this.#set({ view, reveal: null });
  }

  setCaret(caret: Caret): void {
    const { caret: last } = this.#state;
    if (last?.line === caret.line && last.view === caret.view && last.policy === caret.policy) return;
    this.#set({ caret });
  }

  showLocation(location: Location): void {
    this.#show(targetOfLocation(this.#state, location));
  }

  showDiagnostic(diagnostic: Diagnostic): void {
    const target = targetOfDiagnostic(this.#state, diagnostic);
    this.#show({ ...target, reveal: { ...target.reveal, about: diagnostic } });
  }

  #show(target: Target | null): void {
    if (target) this.#set({ policy: target.policy, view: target.reveal.view, reveal: target.reveal });
  }

  #change(change: Change, edited: PolicyEntry | null, kind: ChangeKind): void {
    this.#undo.note(snapshot(this.#state), kind, edited?.pointer ?? '', performance.now());
    this.#apply(change, edited);
  }

  #apply(change: Change, edited: PolicyEntry | null): void {
    const text = applyChange(this.#state.text, change);
    const delta = change.inserted.length - (change.end - change.start);
    const policies = this.#state.policies.flatMap((policy) => {
      // An edit at the very edge of the policy that is being edited belongs to it.
      const span = policy === edited ? { start: policy.start, end: policy.end + delta } : movedSpan(policy, change);
      return span ? [{ ...policy, ...span }] : [];
    });
    const { example, original } = this.#state;
    this.#set({ text, policies, reveal: null });
    // The engine works while the text is kept.
    this.#judge();
    this.#set({ kept: saveCurrent(text, example, original) });
    this.#noteUndo();
  }

  #noteUndo(): void {
    const { canUndo, canRedo } = this.#undo;
    this.#set({ canUndo, canRedo });
  }

  #judge(): void {
    const { text, step } = this.#state;
    window.clearTimeout(this.#slow);
    if (this.#state.judged) this.#slow = window.setTimeout(() => this.#set({ freshness: 'judging' }), SLOW_MS);
    engine.ask('run', { scenario: text, language: language(), explain: [step] }).then(
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
      engine: engine.info,
    });
    if (!report.valid) return;
    if (stepAt(report, this.#state.step)?.explanation.explained === false) this.#judge();
    this.#judgeCursor();
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
