// The looks of the tree of the world.

import { css } from 'lit';

export const treeStyles = css`
  :host {
    padding: 6px;
    font-size: var(--size-s);
  }
  li {
    outline: none;
  }
  li:focus-visible {
    outline: none;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 27px;
    border-radius: 6px;
    padding-inline-end: 2px;
    cursor: pointer;
  }
  .line:hover {
    background: var(--hover);
  }
  li[aria-selected='true'] > .line {
    background: var(--accent-soft);
    box-shadow: inset 2px 0 0 var(--accent);
  }
  li:focus-visible > .line {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  /* Deep levels are drawn closer to each other: their names need the room. */
  li > .line {
    padding-inline-start: calc(min(var(--level) - 1, 4) * 12px + max(var(--level) - 5, 0) * 8px);
  }
  .toggle {
    flex: none;
    inline-size: 16px;
    block-size: 24px;
    display: grid;
    place-items: center;
    font-size: 11px;
    color: var(--muted);
  }
  .toggle.open svg {
    transform: rotate(90deg);
  }
  .kind {
    flex: none;
    color: var(--muted);
    display: grid;
  }
  .name {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    padding-block: 3px;
    line-height: 1.35;
  }
  .collection {
    color: var(--muted);
  }
  .detail {
    color: var(--muted);
    font-size: var(--size-xs);
  }
  .problem {
    font-size: 12px;
  }
  .count {
    font-size: var(--size-xs);
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .add {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border: 0;
    border-radius: 5px;
    background: none;
    color: var(--accent);
    font-size: 12px;
    padding: 0;
  }
  .add:hover {
    background: var(--surface);
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] > .line {
      outline: 1px solid Highlight;
    }
  }
`;
