// The little of CommonMark that a description uses: paragraphs, code, emphasis and links. Built as nodes, never as HTML,
// because a scenario may come from a stranger.

export type Inline = { kind: 'text' | 'code' | 'emphasis' | 'strong'; text: string } | { kind: 'link'; text: string; address: string };

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|<(https?:\/\/[^\s>]+)>/g;

export function inlines(paragraph: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of paragraph.matchAll(INLINE)) {
    if (match.index > at) found.push({ kind: 'text', text: paragraph.slice(at, match.index) });
    at = match.index + match[0].length;
    const [, code, strong, emphasis, label, address, bare] = match;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: emphasis });
    else found.push({ kind: 'link', text: label ?? bare ?? '', address: address ?? bare ?? '' });
  }
  if (at < paragraph.length) found.push({ kind: 'text', text: paragraph.slice(at) });
  return found;
}

export function paragraphs(text: string): Inline[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\n\s*/g, ' '))
    .filter((paragraph) => paragraph !== '')
    .map(inlines);
}
