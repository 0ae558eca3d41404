import { css } from 'lit';

export const graphStyles = css`
  :host {
    padding-block: 6px 4px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
    font-size: var(--size-s);
  }
  .tools label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  input[type='search'] {
    inline-size: 220px;
  }
  .actions {
    display: flex;
    gap: 6px;
    margin-inline-start: auto;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    border: 0;
    margin: 0;
    padding: 8px 0 10px;
    font-size: var(--size-s);
  }
  .kinds label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
  }
  .note {
    margin-block-end: 8px;
    padding: 6px 10px;
    border-radius: 6px;
    background: var(--accent-soft);
    font-size: var(--size-s);
  }
  .quiet {
    font-size: var(--size-s);
  }
`;
