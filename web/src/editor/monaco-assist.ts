// Monaco's hover and completion, answered by assist.ts. The catalog is downloaded when help is first wanted.

import { type editor, languages, type IMarkdownString, type Position, Range } from 'monaco-editor/editor';
import { type World, worldOf } from '../document/world';
import { loadCatalog } from '../engine/catalog';
import { language } from '../base/i18n';
import type { Span } from '../text/positions';
import { type Completion, completionsAt, hoverAt, type Knowledge, type TextKind } from './assist';
import { texts } from './texts';

/** What a model's text is, and the scenario that it belongs to. */
export interface ModelContext {
  kind: TextKind;
  scenario: () => string;
}

const contexts = new WeakMap<editor.ITextModel, ModelContext>();

export const describeModel = (model: editor.ITextModel, context: ModelContext): unknown => contexts.set(model, context);

let known: { scenario: string; world: World } | null = null;

function worldIn(scenario: string): World {
  if (known?.scenario !== scenario) known = { scenario, world: worldOf(scenario) };
  return known.world;
}

/** Null where the catalog cannot be downloaded: then there is no help, and everything else works. */
async function knowledgeFor({ scenario }: ModelContext): Promise<Knowledge | null> {
  try {
    return { catalog: await loadCatalog(language()), world: worldIn(scenario()), words: texts() };
  } catch {
    return null;
  }
}

/** Text that Markdown leaves as it is, whoever wrote it. */
const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');

function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text.replace(/\s+/g, ' ')} ${fence}`;
}

const link = (address: string | null | undefined): string[] => (address ? [`[${texts().documentation}](${address})`] : []);

const markdown = (value: string): IMarkdownString => ({ value, isTrusted: false, supportHtml: false });

/** What was asked, as the text was at that moment: the answer waits for the catalog, and the author types on meanwhile. */
interface Question {
  text: string;
  offset: number;
  position: Position;
  context: ModelContext;
}

function questionAt(model: editor.ITextModel, position: Position): Question | null {
  const context = contexts.get(model);
  return context ? { text: model.getValue(), offset: model.getOffsetAt(position), position, context } : null;
}

/** Tokens of JSON stand in one line, so a place near the question's is in its line. */
function rangeNear({ offset, position: { lineNumber, column } }: Question, { start, end }: Span): Range {
  return new Range(lineNumber, column + start - offset, lineNumber, column + end - offset);
}

const hovers: languages.HoverProvider = {
  async provideHover(model, position) {
    const question = questionAt(model, position);
    const knowledge = question && (await knowledgeFor(question.context));
    if (!question || !knowledge) return null;
    const hover = hoverAt(question.text, question.offset, question.context.kind, knowledge);
    if (!hover) return null;
    const parts = [code(hover.title), ...hover.lines.map(escaped), ...link(hover.documentation)];
    return { range: rangeNear(question, hover), contents: [markdown(parts.join('\n\n'))] };
  },
};

const { CompletionItemKind, CompletionItemInsertTextRule } = languages;

const KINDS: Record<Completion['kind'], languages.CompletionItemKind> = {
  element: CompletionItemKind.Property,
  operator: CompletionItemKind.Operator,
  key: CompletionItemKind.Variable,
  action: CompletionItemKind.Method,
  principal: CompletionItemKind.User,
  resource: CompletionItemKind.Reference,
  value: CompletionItemKind.Value,
};

function itemOf(question: Question, completion: Completion, index: number): languages.CompletionItem {
  const { label, detail, text, documentation } = completion;
  const about = [...(detail ? [escaped(detail)] : []), ...(text ? [escaped(text)] : []), ...link(documentation)];
  return {
    label: detail ? { label, description: detail } : label,
    kind: KINDS[completion.kind],
    insertText: completion.insert,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    filterText: completion.filter,
    sortText: String(index).padStart(5, '0'),
    range: rangeNear(question, completion),
    ...(about.length > 0 ? { documentation: markdown(about.join('\n\n')) } : {}),
    ...(completion.more ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
  };
}

const completions: languages.CompletionItemProvider = {
  triggerCharacters: ['"', '$', '/'],
  async provideCompletionItems(model, position) {
    const question = questionAt(model, position);
    const knowledge = question && (await knowledgeFor(question.context));
    if (!question || !knowledge) return { suggestions: [] };
    const found = completionsAt(question.text, question.offset, question.context.kind, knowledge);
    return { suggestions: found.map((completion, index) => itemOf(question, completion, index)) };
  },
};

/** Once for all editors of the page. */
export function registerAssist(): void {
  languages.registerHoverProvider('json', hovers);
  languages.registerCompletionItemProvider('json', completions);
}
