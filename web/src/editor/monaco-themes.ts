// Monaco in the page's colours. They repeat tokens.css, because Monaco cannot read custom properties.

import { editor } from 'monaco-editor/editor';

interface Palette {
  base: 'vs' | 'vs-dark';
  background: string;
  text: string;
  faint: string;
  line: string;
  selection: string;
  /** Of what lies over the editor: hover, completion, menus. */
  raised: string;
  edge: string;
  link: string;
  key: string;
  string: string;
  number: string;
  word: string;
}

const LIGHT: Palette = {
  base: 'vs',
  background: '#ffffff',
  text: '#1b212b',
  faint: '#667082',
  line: '#f4f6f9',
  selection: '#cfdcfb',
  raised: '#ffffff',
  edge: '#b9c1cd',
  link: '#2450b8',
  key: '#1f4fb0',
  string: '#0f6b4a',
  number: '#8a3f00',
  word: '#7a2c8f',
};

const DARK: Palette = {
  base: 'vs-dark',
  background: '#161b23',
  text: '#e3e8ef',
  faint: '#8b96a5',
  line: '#1b222c',
  selection: '#2b4272',
  raised: '#1a2029',
  edge: '#465161',
  link: '#9dbcff',
  key: '#9dbcff',
  string: '#7fd6ae',
  number: '#f0b27a',
  word: '#d9a5ea',
};

function define(name: string, colours: Palette): void {
  const bare = (colour: string): string => colour.slice(1);
  editor.defineTheme(name, {
    base: colours.base,
    inherit: true,
    rules: [
      { token: 'string.key.json', foreground: bare(colours.key) },
      { token: 'string.value.json', foreground: bare(colours.string) },
      { token: 'number.json', foreground: bare(colours.number) },
      { token: 'keyword.json', foreground: bare(colours.word) },
      { token: 'delimiter', foreground: bare(colours.text) },
    ],
    colors: {
      'editor.background': colours.background,
      'editor.foreground': colours.text,
      'editorLineNumber.foreground': colours.faint,
      'editorLineNumber.activeForeground': colours.text,
      'editor.lineHighlightBackground': colours.line,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': colours.selection,
      'editorBracketMatch.background': colours.selection,
      'editorBracketMatch.border': '#00000000',
      'textLink.foreground': colours.link,
      'textLink.activeForeground': colours.link,
      ...raised('editorHoverWidget', colours),
      ...raised('editorSuggestWidget', colours),
      'editorSuggestWidget.selectedBackground': colours.selection,
      'editorSuggestWidget.selectedForeground': colours.text,
      'editorSuggestWidget.highlightForeground': colours.link,
      'editorSuggestWidget.focusHighlightForeground': colours.link,
      ...raised('editorWidget', colours),
      ...raised('menu', colours),
      'menu.selectionBackground': colours.selection,
      'menu.selectionForeground': colours.text,
    },
  });
}

const raised = (part: string, { raised: background, edge, text }: Palette): Record<string, string> => ({
  [`${part}.background`]: background,
  [`${part}.border`]: edge,
  [`${part}.foreground`]: text,
});

export function defineThemes(): void {
  define('sts-light', LIGHT);
  define('sts-dark', DARK);
}
