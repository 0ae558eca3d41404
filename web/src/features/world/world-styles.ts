// The looks of the pane "World": tree and form side by side, or one below the other where there is no room.

import { css } from 'lit';
import { formStyles } from '../../forms/styles';

export const worldStyles = [
  formStyles,
  css`
    :host {
      container: form / inline-size;
      position: relative;
      block-size: 100%;
    }
    .panes {
      display: grid;
      grid-template-columns: minmax(180px, 36%) minmax(0, 1fr);
      block-size: 100%;
    }
    nav {
      overflow-y: auto;
      border-inline-end: 1px solid var(--line);
      background: var(--sunken);
    }
    section {
      overflow-y: auto;
      padding: 12px 16px 40px;
    }
    .form {
      --field-columns: minmax(0, 1fr);
      --field-name: 600;
      display: grid;
      gap: 4px;
    }
    .form > * {
      min-inline-size: 0;
    }
    .title {
      display: flex;
      align-items: flex-start;
      gap: 2px;
    }
    h3 {
      flex: 1;
      min-inline-size: 0;
      font-size: var(--size-m);
      line-height: 1.35;
      overflow-wrap: anywhere;
    }
    h3 .kind {
      display: block;
      font-size: var(--size-xs);
      font-weight: 600;
      color: var(--muted);
    }
    h3 .kind:only-child {
      font-size: var(--size-m);
      color: var(--text);
    }
    .arn {
      color: var(--muted);
      font-size: 11.5px;
      overflow-wrap: anywhere;
      user-select: all;
    }
    .about,
    .begin {
      font-size: var(--size-s);
      color: var(--muted);
    }
    .begin {
      display: grid;
      justify-items: start;
      gap: 8px;
      padding: 14px;
      border: 1px dashed var(--line-strong);
      border-radius: var(--radius);
    }
    .begin-title {
      font-size: var(--size-m);
      font-weight: 600;
      color: var(--text);
    }
    .collections {
      border: 1px solid var(--line);
      border-radius: 6px;
    }
    .collections li {
      display: flex;
      align-items: center;
      gap: 4px;
      padding: 2px;
    }
    .collections li + li {
      border-block-start: 1px solid var(--rule);
    }
    .collections .add {
      border-color: transparent;
      color: var(--accent);
      background: none;
    }
    .go {
      flex: 1;
      min-inline-size: 0;
      display: flex;
      align-items: center;
      gap: 7px;
      padding: 5px 8px;
      border: 0;
      border-radius: 5px;
      background: none;
      font-size: var(--size-s);
      text-align: start;
      overflow-wrap: anywhere;
    }
    .go:hover {
      background: var(--hover);
    }
    .count {
      color: var(--muted);
      font-size: var(--size-xs);
    }
    .policy {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 2px;
      border: 1px solid var(--line);
      border-radius: 6px;
      padding: 1px 2px 1px 9px;
      margin-block-end: 4px;
      background: var(--sunken);
    }
    .policy > div {
      flex-basis: 100%;
    }
    .policy .name {
      flex: 1;
      min-inline-size: 90px;
      font-size: var(--size-s);
      overflow-wrap: anywhere;
    }
    .policy .kind {
      font-size: var(--size-xs);
      color: var(--muted);
      margin-inline-start: 6px;
      white-space: nowrap;
    }
    .broken {
      margin-block-end: 12px;
      padding: 8px 10px;
      border-radius: 6px;
      background: var(--error-soft);
      font-size: var(--size-s);
    }
    .said {
      position: absolute;
      inset-block-end: 8px;
      inset-inline-end: 12px;
      max-inline-size: calc(100% - 24px);
      padding: 3px 10px;
      border: 1px solid var(--line);
      border-radius: 6px;
      background: var(--surface);
      font-size: var(--size-s);
      pointer-events: none;
    }
    .said:empty {
      padding: 0;
      border: 0;
    }
    @container (max-width: 480px) {
      .panes {
        display: block;
        block-size: auto;
      }
      nav {
        max-block-size: 260px;
        border-inline-end: 0;
        border-block-end: 1px solid var(--line);
      }
      section {
        overflow: visible;
      }
    }
  `,
];
