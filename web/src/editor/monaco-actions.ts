// The keys of the page inside Monaco, which keeps every key to itself otherwise; and undo, which is the page's.

import { editor, KeyCode, KeyMod } from 'monaco-editor/editor';
import type { EditorHost } from './surface';
import { texts } from './texts';

/** Whatever asks a text for undo or redo (a key, a menu, the browser) asks the page. */
export function divertUndo(model: editor.ITextModel, host: EditorHost): void {
  model.undo = () => host.undo();
  model.redo = () => host.redo();
}

function goToProblem(target: editor.ICodeEditor, host: EditorHost, action: string): void {
  const model = target.getModel();
  const here = model ? editor.getModelMarkers({ resource: model.uri }).length : 0;
  if (here > 0) target.trigger('keyboard', action, null);
  else host.nextProblem();
}

export function addActions(target: editor.IStandaloneCodeEditor, host: EditorHost): void {
  const words = texts();
  const add = (id: string, label: string, keys: number[], run: () => void, group?: string): void => {
    const menu = group ? { contextMenuGroupId: group } : {};
    target.addAction({ id: `sts-playground.${id}`, label, keybindings: keys, run, ...menu });
  };
  add('undo', words.undo, [], () => host.undo(), '1_modification');
  add('redo', words.redo, [], () => host.redo(), '1_modification');
  add('format', words.format, [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF], () => host.format(), '1_modification');
  add('palette', words.palette, [KeyMod.CtrlCmd | KeyCode.KeyK], () => host.palette());
  add(
    'help',
    words.help,
    [KeyCode.F1],
    () => target.trigger('keyboard', 'editor.action.showHover', { focus: 'noAutoFocus' }),
    'navigation',
  );
  add('next-problem', words.nextProblem, [KeyCode.F8], () => goToProblem(target, host, 'editor.action.marker.next'));
  add('previous-problem', words.previousProblem, [KeyMod.Shift | KeyCode.F8], () => goToProblem(target, host, 'editor.action.marker.prev'));
}

const POPUPS = '.monaco-hover:not(.hidden)';

/** Esc closes what is open in the editor first; only where nothing is, it leaves the editor. */
export function leaveOnEscape(container: HTMLElement, host: EditorHost): void {
  let open = false;
  const isOpen = (): boolean =>
    [...container.querySelectorAll<HTMLElement>(POPUPS)].some((popup) => popup.checkVisibility({ visibilityProperty: true }));
  // Monaco closes a hover at any key, before its own keys are looked at.
  container.addEventListener('keydown', () => (open = isOpen()), { capture: true });
  container.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || open) return;
    event.preventDefault();
    host.leave();
  });
}
