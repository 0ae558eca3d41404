// How the pane "Calls" is laid out: the list, the form below it, and the verdict that stays in sight.

import { css } from 'lit';

export const callsStyles = css`
  :host {
    container: form / inline-size;
  }
  .list {
    padding: 12px 16px 8px;
  }
  form {
    border-block-start: 1px solid var(--line);
  }
  .body {
    padding: 10px 16px 16px;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    padding-block-end: 4px;
  }
  h3 {
    margin: 0;
    font-size: var(--size-m);
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .bottom {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    display: grid;
    gap: 8px;
    padding: 9px 16px 11px;
    background: var(--sunken);
    border-block-start: 1px solid var(--line);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
  }
  .actions .check {
    margin-inline-end: auto;
  }
  .notice {
    font-size: var(--size-s);
    background: var(--error-soft);
    border-radius: 6px;
    padding: 6px 10px;
    margin-block: 6px;
  }
`;
