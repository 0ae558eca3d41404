// The colours of JSON, for the editor that is there before Monaco and on touch devices. It colours broken text too.

export type TokenKind = 'key' | 'string' | 'number' | 'word' | 'plain';

export interface Token {
  start: number;
  end: number;
  kind: TokenKind;
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"?(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

function kindOf(text: string, colon: string | undefined): TokenKind {
  if (text.startsWith('"')) return colon === undefined ? 'string' : 'key';
  return /^[a-z]/.test(text) ? 'word' : 'number';
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length - (match[1]?.length ?? 0);
    tokens.push({ start, end, kind: kindOf(match[0], match[1]) });
  }
  return tokens;
}
