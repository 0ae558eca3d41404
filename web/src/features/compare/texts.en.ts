// The words of the comparison and of the history, in English.

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en = {
  close: 'Close',

  compare: {
    title: 'Changes since it was opened',
    count: (added: number, removed: number) => `${plural(added, 'line', 'lines')} added, ${removed} removed`,
    none: 'There is no difference.',
    coarse: 'The two texts differ too much to find every difference, so they are shown as one.',
    showAll: 'Show all lines',
    showChanges: 'Show changes only',
    table: 'Differences, line by line',
    before: 'Before',
    after: 'Now',
    change: 'Change',
    text: 'Text',
    added: 'added',
    removed: 'removed',
    endless: 'no line break at the end',
    folded: (count: number) => plural(count, 'unchanged line', 'unchanged lines'),
    more: (count: number) => `Show more: ${plural(count, 'row is', 'rows are')} left`,
    place: (line: number) => `From line ${line}`,
    putBack: 'Put this back',
    done: 'Put back. Undo takes it away again.',
  },

  history: {
    title: 'Earlier scenarios',
    about: (most: number) =>
      `What you edited before you opened something else: the last ${most}, kept in this browser only. Opening one keeps the present scenario here.`,
    empty: 'Nothing yet. When you open something else, the scenario that you edited is kept here.',
    untitled: 'Without a title',
    lines: (count: number) => plural(count, 'line', 'lines'),
    open: 'Open',
    compare: 'Compare',
    remove: 'Remove',
    removed: (title: string) => `Removed: ${title}`,
    clear: 'Clear the history…',
    sure: (count: number) => `Remove ${plural(count, 'scenario', 'scenarios')} from this browser? This cannot be undone.`,
    clearAll: 'Remove all',
    keep: 'Keep them',
    back: 'Back to the list',
    compared: (title: string) => `Compared with the present scenario: ${title}`,
  },
};

export type Texts = typeof en;
