// Monaco as the editor: only the features that JSON policies need, its JSON colours, and the engine's diagnostics as
// markers. Loaded when the editor is first touched.

import './monaco-features';
import { createTokenizationSupport } from 'monaco-editor/languages/features/json/tokenization';
import { editor, languages, MarkerSeverity, Range, Selection, Uri } from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { Severity } from '../engine/report';
import { changeBetween, cursorAfter } from '../text/change';
import type { Span } from '../text/positions';
import { addActions, divertUndo, leaveOnEscape } from './monaco-actions';
import { describeModel, registerAssist } from './monaco-assist';
import { defineThemes } from './monaco-themes';
import type { EditorHost, Surface, SurfaceContent } from './surface';

const OWNER = 'sts-playground';
const SEVERITY: Record<Severity, MarkerSeverity> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
};

let prepared = false;

function prepare(): void {
  if (prepared) return;
  prepared = true;
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  languages.register({ id: 'json', extensions: ['.json'] });
  languages.setTokensProvider('json', createTokenizationSupport(false));
  languages.setLanguageConfiguration('json', {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    // An ARN or an action is one word: it is completed and selected as a whole.
    wordPattern: /[^\s"{}[\],]+/,
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"', notIn: ['string'] },
    ],
    indentationRules: { increaseIndentPattern: /[{[]\s*$/, decreaseIndentPattern: /^\s*[}\]],?\s*$/ },
  });
  defineThemes();
  registerAssist();
}

const options: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: 'var(--mono)',
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 18,
  glyphMargin: false,
  minimap: { enabled: false },
  padding: { top: 8, bottom: 8 },
  renderLineHighlight: 'line',
  renderLineHighlightOnlyWhenFocus: true,
  scrollBeyondLastLine: false,
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  guides: { indentation: true, bracketPairs: false },
  bracketPairColorization: { enabled: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
  tabFocusMode: true,
  wordBasedSuggestions: 'off',
  quickSuggestions: { strings: true, other: true, comments: false },
  acceptSuggestionOnCommitCharacter: false,
  suggest: { showWords: false, showStatusBar: false },
  fixedOverflowWidgets: true,
  unicodeHighlight: { ambiguousCharacters: false },
};

function themeName(): string {
  return document.documentElement.dataset['theme'] === 'dark' ? 'sts-dark' : 'sts-light';
}

export class MonacoSurface implements Surface {
  #host = document.createElement('div');
  #editor: editor.IStandaloneCodeEditor;
  #models = new Map<string, editor.ITextModel>();
  #states = new Map<string, editor.ICodeEditorViewState | null>();
  #key: string | null = null;
  #opened = -1;
  /** The line of which the page was last told that the text cursor is there. */
  #line = 0;
  #page: EditorHost;
  #decorations: editor.IEditorDecorationsCollection;
  /** Set while the page, not the author, changes the text. */
  #quiet = false;
  #theme = new MutationObserver(() => editor.setTheme(themeName()));

  constructor(host: HTMLElement, page: EditorHost) {
    prepare();
    this.#page = page;
    this.#host.className = 'monaco-host';
    host.append(this.#host);
    this.#editor = editor.create(this.#host, {
      ...options,
      model: null,
      theme: themeName(),
      smoothScrolling: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
    this.#decorations = this.#editor.createDecorationsCollection();
    this.#editor.onDidChangeModelContent(() => {
      if (this.#quiet) return;
      this.#decorations.clear();
      page.edit(this.#editor.getValue());
    });
    this.#editor.onDidChangeCursorPosition(() => this.#noteLine());
    this.#editor.onDidFocusEditorText(() => this.#noteLine());
    addActions(this.#editor, page);
    leaveOnEscape(this.#host, page);
    this.#theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  show(content: SurfaceContent): void {
    if (content.opened !== this.#opened) this.#forget();
    this.#opened = content.opened;
    const model = this.#modelFor(content);
    if (this.#key !== content.key) {
      if (this.#key !== null) this.#states.set(this.#key, this.#editor.saveViewState());
      this.#key = content.key;
      this.#line = 0;
      this.#editor.setModel(model);
      this.#editor.restoreViewState(this.#states.get(content.key) ?? null);
    }
    this.#editor.updateOptions({ ariaLabel: `${content.label}. ${content.hint}`, readOnly: content.readOnly });
    editor.setModelMarkers(
      model,
      OWNER,
      content.markers.map(({ span, severity, code, message }) => ({
        ...this.#rangeOf(model, span),
        severity: SEVERITY[severity],
        code,
        message,
        source: OWNER,
      })),
    );
  }

  #forget(): void {
    this.#editor.setModel(null);
    for (const model of this.#models.values()) model.dispose();
    this.#models.clear();
    this.#states.clear();
    this.#key = null;
  }

  #modelFor({ key, text, kind }: SurfaceContent): editor.ITextModel {
    let model = this.#models.get(key);
    if (!model) {
      model = editor.createModel(text, 'json', Uri.from({ scheme: 'scenario', path: `/policy${key}` }));
      model.updateOptions({
        tabSize: 2,
        insertSpaces: true,
        bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
      });
      model.setEOL(editor.EndOfLineSequence.LF);
      divertUndo(model, this.#page);
      describeModel(model, { kind, scenario: () => this.#page.scenario() });
      this.#models.set(key, model);
      return model;
    }
    this.#write(model, text);
    return model;
  }

  /** The page changed the text: by undo, by a form, by laying it out anew. The text cursor goes to where that was. */
  #write(model: editor.ITextModel, text: string): void {
    const before = model.getValue();
    const change = changeBetween(before, text);
    if (!change) return;
    const shown = this.#editor.getModel() === model;
    const position = shown ? this.#editor.getPosition() : null;
    const cursor = position ? cursorAfter(before, change, model.getOffsetAt(position)) : null;
    this.#quiet = true;
    model.pushStackElement();
    const range = this.#rangeOf(model, change);
    model.pushEditOperations(null, [{ range: Range.lift(range), text: change.inserted }], () => null);
    this.#quiet = false;
    if (cursor === null) return;
    const place = model.getPositionAt(cursor);
    this.#editor.setPosition(place);
    this.#editor.revealPositionInCenterIfOutsideViewport(place);
  }

  #noteLine(): void {
    const line = this.#editor.getPosition()?.lineNumber ?? 0;
    if (line === 0 || line === this.#line || !this.#editor.hasTextFocus()) return;
    this.#line = line;
    this.#page.cursorAt(line);
  }

  #rangeOf(model: editor.ITextModel, span: Span): Range {
    return Range.fromPositions(model.getPositionAt(span.start), model.getPositionAt(span.end));
  }

  reveal(span: Span): void {
    const model = this.#editor.getModel();
    if (!model) return;
    const range = this.#rangeOf(model, span);
    this.#decorations.set([{ range, options: { className: 'revealed', isWholeLine: false } }]);
    this.#editor.setPosition(range.getStartPosition());
    this.#editor.revealRangeInCenter(range);
  }

  focus(): void {
    this.#editor.focus();
  }

  hasFocus(): boolean {
    return this.#editor.hasTextFocus();
  }

  selection(): Span {
    const model = this.#editor.getModel();
    const selection = this.#editor.getSelection();
    if (!model || !selection) return { start: 0, end: 0 };
    return {
      start: model.getOffsetAt(selection.getStartPosition()),
      end: model.getOffsetAt(selection.getEndPosition()),
    };
  }

  select(span: Span): void {
    const model = this.#editor.getModel();
    if (model) this.#editor.setSelection(toSelection(this.#rangeOf(model, span)));
  }

  scrollTop(): number {
    return this.#editor.getScrollTop();
  }

  scrollTo(top: number): void {
    this.#editor.setScrollTop(top);
  }

  dispose(): void {
    this.#theme.disconnect();
    this.#editor.dispose();
    for (const model of this.#models.values()) model.dispose();
    this.#host.remove();
  }
}

function toSelection(range: Range): Selection {
  return new Selection(range.startLineNumber, range.startColumn, range.endLineNumber, range.endColumn);
}
