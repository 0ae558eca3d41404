import { css } from 'lit';

export const paletteStyles = css`
  dialog {
    --dialog-width: 640px;
    margin-block-start: min(12dvh, 96px);
    max-block-size: min(560px, calc(100dvh - 24px - min(12dvh, 96px)));
  }
  .find {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 0 16px;
    border-block-end: 1px solid var(--rule);
    color: var(--muted);
  }
  .find input {
    flex: 1;
    min-inline-size: 0;
    border: 0;
    background: none;
    padding: 13px 0;
    font: inherit;
    font-size: 16px;
    color: var(--text);
    outline: none;
  }
  .find:focus-within {
    box-shadow: inset 0 -2px 0 var(--focus);
  }
  .find input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .list {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 6px;
    scroll-padding-block: 30px 8px;
  }
  .list[hidden] {
    display: none;
  }
  .group {
    padding: 8px 10px 3px;
    font-size: var(--size-xs);
    font-weight: 600;
    color: var(--muted);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 30px;
    padding: 4px 10px;
    border-radius: 6px;
    font-size: var(--size-s);
    cursor: pointer;
  }
  .option:hover {
    background: var(--hover);
  }
  .option[aria-selected='true'] {
    background: var(--accent-soft);
    box-shadow: inset 3px 0 0 var(--accent);
  }
  .name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  mark {
    background: none;
    color: var(--accent);
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .kind {
    color: var(--muted);
    font-size: var(--size-xs);
    white-space: nowrap;
  }
  .keys {
    display: inline-flex;
    gap: 3px;
  }
  .none,
  .more {
    padding: 16px;
    color: var(--muted);
    font-size: var(--size-s);
  }
  .more {
    padding: 8px 10px;
  }
  .answer {
    padding: 9px 16px;
    border-block-start: 1px solid var(--rule);
    font-size: var(--size-s);
    background: var(--accent-soft);
  }
  .answer.failed {
    background: var(--error-soft);
  }
  @media (forced-colors: active) {
    .find:focus-within {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
