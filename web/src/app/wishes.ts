// What the components wish, and what the page does about it; and the keys that work everywhere.

import { listen, type WishName, type Wishes } from '../base/wishes';
import { language, setLanguage } from '../base/i18n';
import { emptyScenario } from '../state/empty-scenario';
import { exampleText } from '../state/examples';
import type { Feature } from '../state/features';
import { type Pane, policyView, selectedPolicy } from '../state/page-state';
import type { Playground } from '../state/playground';
import { nextProblem } from '../state/problems';
import type { StsExplanation } from '../components/sts-explanation';
import type { StsGraphSection } from '../components/sts-graph-section';
import type { StsTimeline } from '../components/sts-timeline';

/** What wishes need of the element that puts the page together. */
export interface Page extends HTMLElement {
  readonly model: Playground;
  readonly updateComplete: Promise<boolean>;
  /** Downloads a part of the page where that was not done, and shows it; resolves to whether it is here. */
  need(feature: Feature): Promise<boolean>;
  openDialog(feature: Feature): Promise<void>;
  focusEditor(): void;
  scrollToEditor(): void;
}

export function connectWishes(app: Page): void {
  const { model } = app;
  const on = <Name extends WishName>(name: Name, listener: (detail: Wishes[Name]) => void): void => listen(app, name, listener);

  on('select-step', (path) => model.selectStep(path));
  on('select-policy', (pointer) => {
    model.selectPolicy(pointer);
    app.scrollToEditor();
  });
  on('select-view', (view) => showPane(app, view));
  on('show-location', (location) => {
    model.showLocation(location);
    app.scrollToEditor();
  });
  on('show-diagnostic', (diagnostic) => model.showDiagnostic(diagnostic));
  on('edit', (text) => {
    if (model.state.view === 'policy') model.editPolicy(text);
    else model.editDocument(text);
  });
  on('change-document', (text) => model.editDocument(text, 'form'));
  on('format-text', () => void formatText(app));
  on('draft', (request) => model.tryCall(request));
  on('move-cursor', (at) => model.moveCursor(at));
  on('open-document', ({ text, example, original }) => model.open(text, example, original));
  on('open-example', (id) => void openExample(app, id));
  on('try-call', (call) => void begin(app, (calls) => calls.tryCall(app, call)));
  on('new-call', () => void begin(app, (calls) => calls.newCall(app)));
  on('revoke-sessions', (id) => void begin(app, (calls) => calls.revokeSessions(app, id)));
  on('new-document', () => {
    model.open(emptyScenario(), null);
    showPane(app, 'world');
  });
  on('switch-language', () => {
    setLanguage(language() === 'en' ? 'ko' : 'en').catch(() => model.tellNotLoaded());
  });
  on('undo', () => model.undo());
  on('redo', () => model.redo());
  on('need-feature', (feature) => void app.need(feature));
  on('open-dialog', (feature) => void app.openDialog(feature));
  on('next-problem', () => showNextProblem(app));
  on('cursor-at', (caret) => model.setCaret(caret));
  on('show-in-explanation', () => showInExplanation(app));
  on('show-graph', () => app.querySelector<StsGraphSection>('sts-graph-section')?.show());
  on('switch-timeline', () => switchTimeline(app));
  on('focus-editor', () => void app.updateComplete.then(() => app.focusEditor()));
  window.addEventListener('keydown', (event) => onKey(app, event));
  // Monaco would take this key for a second way to the next problem.
  window.addEventListener('keydown', (event) => onExplainKey(app, event), { capture: true });
}

/** Begins a call by code that is downloaded with the calls. */
async function begin(app: Page, make: (calls: typeof import('../features/calls/begin-calls')) => Promise<void>): Promise<void> {
  try {
    await make(await import('../features/calls/begin-calls'));
  } catch {
    app.model.tellNotLoaded();
  }
}

function showPane(app: Page, view: Pane): void {
  app.model.setView(view);
  if (view === 'world' || view === 'calls') void app.need(view);
}

async function openExample({ model }: Page, id: string): Promise<void> {
  try {
    model.open(await exampleText(id), id);
  } catch {
    model.tellNotLoaded();
  }
}

async function formatText({ model }: Page): Promise<void> {
  const { formatJson } = await import('../document/edit');
  const { state } = model;
  if (state.view === 'document') model.editDocument(formatJson(state.text), 'form');
  const view = state.view === 'policy' ? policyView(state, selectedPolicy(state)) : null;
  if (view) model.editPolicy(formatJson(view.text), 'form');
}

function showNextProblem(app: Page): void {
  const problem = nextProblem(app.model.state);
  if (!problem) return;
  app.model.showDiagnostic(problem);
  app.scrollToEditor();
}

const showInExplanation = (app: Page): void => app.querySelector<StsExplanation>('sts-explanation')?.showCurrent();

function switchTimeline(app: Page): void {
  const timeline = app.querySelector<StsTimeline>('sts-timeline');
  timeline?.switchTwin();
  timeline?.scrollIntoView({ block: 'nearest' });
}

const TYPED_IN = 'input, textarea, select, [contenteditable], .monaco-editor';

/** Whether a key is text for a field, wherever in the shadow trees that field is. */
const isTyping = (event: KeyboardEvent): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(TYPED_IN));

const inDialog = (event: KeyboardEvent): boolean => event.composedPath().some((target) => target instanceof HTMLDialogElement);

function onKey(app: Page, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const wish = wishOf(event);
  if (!wish || (inDialog(event) && wish !== 'palette')) return;
  event.preventDefault();
  if (wish === 'undo') app.model.undo();
  else if (wish === 'redo') app.model.redo();
  else if (wish === 'problem') showNextProblem(app);
  else void app.openDialog(wish);
}

function onExplainKey(app: Page, event: KeyboardEvent): void {
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
