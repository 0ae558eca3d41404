// The buttons of forms, dialogs and drawings: a framed one, one that stands in a sentence, one beside a field, one of an icon.

import { css } from 'lit';

export const buttonStyles = css`
  .button,
  .plain,
  .square {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 5px;
    flex: none;
    min-block-size: 28px;
    border: 1px solid transparent;
    border-radius: 6px;
    background: none;
    padding: 2px 4px;
    font-size: var(--size-s);
    font-weight: 400;
  }
  .button {
    border-color: var(--line-strong);
    background: var(--surface);
    color: var(--text);
    padding-inline: 10px;
    white-space: nowrap;
  }
  .button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--surface);
    font-weight: 600;
  }
  .button.danger {
    border-color: var(--deny);
    color: var(--deny);
    font-weight: 600;
  }
  .plain {
    color: var(--accent);
    justify-self: start;
  }
  .square {
    inline-size: 30px;
    min-block-size: 30px;
    padding: 0;
    color: var(--muted);
  }
  .button:not(.primary):hover:enabled,
  .square:hover:enabled {
    background: var(--hover);
    color: var(--text);
  }
  .plain:hover:enabled,
  .link:hover {
    text-decoration: underline;
  }
  :is(.button, .plain, .square):disabled {
    cursor: default;
    opacity: 0.45;
  }
  .link {
    border: 0;
    background: none;
    padding: 2px 0;
    text-align: start;
    color: var(--accent);
    overflow-wrap: anywhere;
  }
`;
