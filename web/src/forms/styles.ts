// How the fields of every form look: a name beside its control, or above it where there is no room or the form wants it so
// (--field-columns), and below it what is wrong. A form's host is a container of the name "form".

import { css } from 'lit';
import { shared } from '../components/base';
import { buttonStyles } from './button-styles';

/** What is typed into or chosen from, wherever it stands. */
export const inputStyles = css`
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
`;

export const formStyles = [
  shared,
  buttonStyles,
  inputStyles,
  css`
    .field {
      display: grid;
      grid-template-columns: var(--field-columns, minmax(0, 148px) minmax(0, 1fr));
      gap: 3px 12px;
      padding-block: 5px;
    }
    .field > .name {
      font-size: var(--size-s);
      font-weight: var(--field-name, 400);
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
      color: var(--text);
    }
    .none {
      font-size: var(--size-s);
      color: var(--muted);
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
      flex: none;
      inline-size: 16px;
      block-size: 16px;
      margin: 0;
    }
    @container form (max-width: 440px) {
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
  `,
];
