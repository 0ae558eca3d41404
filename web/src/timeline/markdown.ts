// Tables as Markdown.

import type { Table } from './tables';

/** A text as it shall be read, wherever Markdown would see a sign. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~&#]/g, '\\$&');

export function markdownOf(tables: readonly Table[]): string {
  const line = (texts: readonly string[]): string => `| ${texts.map(plain).join(' | ')} |`;
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ caption, heads, rows }) =>
      [
        `**${plain(caption)}** (UTC)`,
        '',
        line(heads),
        `|${heads.map(() => ' --- |').join('')}`,
        ...rows.map((cells) => line(cells.map(({ text }) => text))),
        '',
      ].join('\n'),
    )
    .join('\n');
}
