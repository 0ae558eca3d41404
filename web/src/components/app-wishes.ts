// What the components wish, and what the page does about it; and the keys that work everywhere.

import type { Diagnostic, Location } from '../engine/report';
import type { TryCall } from '../features/calls/begin';
import type { Feature } from '../features/load';
import { language, setLanguage } from '../i18n';
import { exampleText } from '../state/examples';
import { type Pane, policyView, selectedPolicy, type TryRequest } from '../state/page-state';
import type { Caret } from '../state/caret';
import { emptyScenario } from '../state/empty-scenario';
import { nextProblem } from '../state/problems';
import type { StsApp } from './sts-app';
import type { StsExplanation } from './sts-explanation';
import type { StsGraphSection } from './sts-graph-section';
import type { StsTimeline } from './sts-timeline';

/** A document to open. `original` is what it is to be compared with; absent: itself. */
export interface OpenDocument {
  text: string;
  example: string | null;
  original?: string;
}

export function connectWishes(app: StsApp): void {
  const { model } = app;
  const on = <T>(name: string, listener: (detail: T) => void): void =>
    app.addEventListener(name, (event) => listener((event as CustomEvent<T>).detail));

  on<string>('select-step', (path) => model.selectStep(path));
  on<string>('select-policy', (pointer) => {
    model.selectPolicy(pointer);
    app.scrollToEditor();
  });
  on<Pane>('select-view', (view) => showPane(app, view));
  on<Location>('show-location', (location) => {
    model.showLocation(location);
    app.scrollToEditor();
  });
  on<Diagnostic>('show-diagnostic', (diagnostic) => model.showDiagnostic(diagnostic));
  on<string>('edit', (text) => {
    if (model.state.view === 'policy') model.editPolicy(text);
    else model.editDocument(text);
  });
  on<string>('change-document', (text) => model.editDocument(text, 'form'));
  on<void>('format-text', () => void formatText(app));
  on<TryRequest | null>('draft', (request) => model.tryCall(request));
  on<number | null>('move-cursor', (at) => model.moveCursor(at));
  on<OpenDocument>('open-document', ({ text, example, original }) => model.open(text, example, original));
  on<string>('open-example', (id) => void openExample(app, id));
  on<TryCall>('try-call', (call) => void begin(app, (calls) => calls.tryCall(app, call)));
  on<void>('new-call', () => void begin(app, (calls) => calls.newCall(app)));
  on<string>('revoke-sessions', (id) => void begin(app, (calls) => calls.revokeSessions(app, id)));
  on<void>('new-document', () => {
    model.open(emptyScenario(), null);
    showPane(app, 'world');
  });
  on<void>('switch-language', () => {
    setLanguage(language() === 'en' ? 'ko' : 'en').catch(() => model.tellNotLoaded());
  });
  on<void>('undo', () => model.undo());
  on<void>('redo', () => model.redo());
  on<Feature>('need-feature', (feature) => void app.need(feature));
  on<Feature>('open-dialog', (feature) => void app.openDialog(feature));
  on<void>('next-problem', () => showNextProblem(app));
  on<Caret>('cursor-at', (caret) => model.setCaret(caret));
  on<void>('show-in-explanation', () => showInExplanation(app));
  on<void>('show-graph', () => app.querySelector<StsGraphSection>('sts-graph-section')?.show());
  on<void>('switch-timeline', () => switchTimeline(app));
  on<void>('focus-editor', () => void app.updateComplete.then(() => app.focusEditor()));
  window.addEventListener('keydown', (event) => onKey(app, event));
  // Monaco would take this key for a second way to the next problem.
  window.addEventListener('keydown', (event) => onExplainKey(app, event), { capture: true });
}

/** Begins a call by code that is downloaded with the calls. */
async function begin(app: StsApp, make: (calls: typeof import('../features/calls/begin-calls')) => Promise<void>): Promise<void> {
  try {
    await make(await import('../features/calls/begin-calls'));
  } catch {
    app.model.tellNotLoaded();
  }
}

function showPane(app: StsApp, view: Pane): void {
  app.model.setView(view);
  if (view === 'world' || view === 'calls') void app.need(view);
}

async function openExample({ model }: StsApp, id: string): Promise<void> {
  try {
    model.open(await exampleText(id), id);
  } catch {
    model.tellNotLoaded();
  }
}

async function formatText({ model }: StsApp): Promise<void> {
  const { formatJson } = await import('../document/edit');
  const { state } = model;
  if (state.view === 'document') model.editDocument(formatJson(state.text), 'form');
  const view = state.view === 'policy' ? policyView(state, selectedPolicy(state)) : null;
  if (view) model.editPolicy(formatJson(view.text), 'form');
}

function showNextProblem(app: StsApp): void {
  const problem = nextProblem(app.model.state);
  if (!problem) return;
  app.model.showDiagnostic(problem);
  app.scrollToEditor();
}

const showInExplanation = (app: StsApp): void => app.querySelector<StsExplanation>('sts-explanation')?.showCurrent();

function switchTimeline(app: StsApp): void {
  const timeline = app.querySelector<StsTimeline>('sts-timeline');
  timeline?.switchTwin();
  timeline?.scrollIntoView({ block: 'nearest' });
}

const TYPED_IN = 'input, textarea, select, [contenteditable], .monaco-editor';

/** Whether a key is text for a field, wherever in the shadow trees that field is. */
const isTyping = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(TYPED_IN));

const inDialog = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => target instanceof HTMLDialogElement);

function onKey(app: StsApp, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const wish = wishOf(event);
  if (!wish || (inDialog(event) && wish !== 'palette')) return;
  event.preventDefault();
  if (wish === 'undo') app.model.undo();
  else if (wish === 'redo') app.model.redo();
  else if (wish === 'problem') showNextProblem(app);
  else void app.openDialog(wish);
}

function onExplainKey(app: StsApp, event: KeyboardEvent): void {
  if (event.key !== 'F8' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || inDialog(event)) return;
  event.preventDefault();
  event.stopPropagation();
  showInExplanation(app);
}

/** Ctrl is Cmd on a Mac. */
function wishOf(event: KeyboardEvent): 'undo' | 'redo' | 'problem' | 'palette' | 'shortcuts' | null {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (control && !altKey) {
    const letter = key.toLowerCase();
    if (letter === 'k') return 'palette';
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    return letter === 'y' && !shiftKey ? 'redo' : null;
  }
  if (key === 'F8' && !altKey) return 'problem';
  return key === '?' && !isTyping(event) ? 'shortcuts' : null;
}
