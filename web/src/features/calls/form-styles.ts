// How the fields of a call's form look: a name beside its control, and below it what is wrong.

import { css } from 'lit';

export const formStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 148px) minmax(0, 1fr);
    gap: 3px 12px;
    padding-block: 5px;
  }
  .field > .name {
    font-size: var(--size-s);
    padding-block-start: 5px;
    overflow-wrap: anywhere;
  }
  .field > .name .need {
    display: block;
    font-size: var(--size-xs);
    color: var(--muted);
  }
  .field.wide {
    grid-template-columns: minmax(0, 1fr);
  }
  .field > .control {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }
  .hint,
  .problem {
    font-size: var(--size-xs);
    line-height: 1.4;
    color: var(--muted);
    overflow-wrap: anywhere;
  }
  .problem {
    color: var(--deny);
  }
  .problem.warning {
    color: var(--error);
  }
  .problem.info {
    color: var(--muted);
  }
  input:not([type='checkbox'], [type='range']),
  select,
  textarea {
    font: inherit;
    font-size: var(--size-s);
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    padding: 4px 8px;
    min-block-size: 30px;
    inline-size: 100%;
    min-inline-size: 0;
  }
  input.mono,
  textarea.mono {
    font-family: var(--mono);
    font-size: 12.5px;
  }
  textarea {
    resize: vertical;
    line-height: 1.45;
  }
  [aria-invalid='true'] {
    border-color: var(--deny);
  }
  ::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  button.small,
  button.plain,
  button.main {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 5px;
    font-size: var(--size-s);
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: var(--surface);
    min-block-size: 28px;
    padding: 2px 10px;
  }
  button.main {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--surface);
    font-weight: 600;
    min-block-size: 32px;
    padding-inline: 14px;
  }
  button.plain {
    border-color: transparent;
    background: none;
    color: var(--accent);
    padding-inline: 4px;
    justify-self: start;
  }
  button.square {
    inline-size: 30px;
    min-block-size: 30px;
    flex: none;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 6px;
    background: none;
    color: var(--muted);
    display: inline-flex;
    align-items: center;
    justify-content: center;
  }
  button.small:hover:enabled,
  button.square:hover:enabled {
    background: var(--hover);
    color: var(--text);
  }
  button.plain:hover:enabled {
    text-decoration: underline;
  }
  button:disabled {
    cursor: default;
    opacity: 0.45;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: var(--size-s);
  }
  .check input {
    accent-color: var(--accent);
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
  }
  @container calls (max-width: 440px) {
    .field {
      grid-template-columns: minmax(0, 1fr);
    }
    .field > .name {
      padding-block-start: 0;
    }
    .field > .name .need {
      display: inline;
      margin-inline-start: 6px;
    }
  }
`;
