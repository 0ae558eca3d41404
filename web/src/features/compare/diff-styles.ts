import { css } from 'lit';

export const diffStyles = css`
  :host {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 14px;
    margin-block-end: 10px;
    font-size: var(--size-s);
  }
  .summary .done {
    flex: 1;
    color: var(--allow);
  }
  .coarse {
    display: flex;
    gap: 8px;
    align-items: baseline;
    padding: 6px 10px;
    margin-block-end: 10px;
    border-radius: 6px;
    background: var(--error-soft);
    font-size: var(--size-s);
  }
  .coarse .icon {
    color: var(--error);
  }
  .scroll {
    flex: 1;
    min-block-size: 120px;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 6px;
  }
  table {
    font: 12.500px / 19px var(--mono);
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    border: 0;
    padding: 0 6px;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: 3px;
    background: var(--sunken);
    border-block-end: 1px solid var(--line);
    font: 600 var(--size-xs) / 1.5 var(--sans);
  }
  .number {
    inline-size: 1%;
    text-align: end;
    color: var(--gutter);
    font-variant-numeric: tabular-nums;
    user-select: none;
    white-space: nowrap;
  }
  .sign {
    inline-size: 1%;
    font-weight: 700;
    user-select: none;
    white-space: nowrap;
  }
  .line {
    white-space: pre;
    tab-size: 2;
    padding-inline-end: 16px;
  }
  .removed td {
    background: var(--removed);
  }
  .added td {
    background: var(--added);
  }
  .removed .sign {
    color: var(--deny);
  }
  .added .sign {
    color: var(--allow);
  }
  .removed mark {
    background: var(--removed-word);
    text-decoration: line-through;
  }
  .added mark {
    background: var(--added-word);
    text-decoration: underline;
  }
  mark {
    color: inherit;
    border-radius: 3px;
  }
  .endless,
  .fold td {
    color: var(--muted);
    font: var(--size-xs) / 1.6 var(--sans);
  }
  .endless {
    margin-inline-start: 12px;
  }
  .fold td {
    padding: 3px 12px;
    background: var(--sunken);
    border-block: 1px solid var(--rule);
  }
  .hunk th {
    padding: 5px 8px 4px;
    border-block-start: 1px solid var(--rule);
  }
  .hunk div {
    position: sticky;
    inset-inline-start: 8px;
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: max-content;
    font: var(--size-xs) / 1.5 var(--sans);
  }
  .hunk button {
    min-block-size: 24px;
    padding: 0 8px;
    font-size: var(--size-xs);
  }
  .more {
    margin: 8px 12px;
  }
  @media (forced-colors: active) {
    .removed td,
    .added td {
      border-block-end: 1px dotted CanvasText;
    }
  }
`;
