import { css } from 'lit';

export const explanationStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    padding: 0 4px 6px;
  }
  .top h2 {
    flex: 1;
  }
  .folding {
    display: flex;
    gap: 12px;
  }
  .folding button {
    border: 0;
    background: none;
    padding: 2px 0;
    min-block-size: 24px;
    font-size: var(--size-xs);
    color: var(--accent);
  }
  .folding button:hover {
    text-decoration: underline;
  }
  .fetching {
    padding: 10px 4px;
    color: var(--muted);
  }
  .stale {
    filter: grayscale(1);
  }
  article {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    margin-block-end: 12px;
  }
  article > header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 4px 12px;
    padding: 12px 16px 0;
  }
  h3 {
    font-size: var(--size-m);
    font-weight: 600;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 7px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  h3 .quiet {
    font-weight: 400;
  }
  .summary {
    padding: 2px 16px 0;
    color: var(--muted);
  }
  .layers {
    padding: 10px 0 0;
  }
  .layers > li {
    border-block-start: 1px solid var(--rule);
  }
  .decision.quiet {
    font-weight: 500;
  }
  summary {
    display: flex;
    gap: 6px;
    list-style: none;
    padding: 9px 16px 9px 12px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover,
  button.row:hover {
    background: var(--hover);
  }
  summary .icon-chevron {
    margin-block-start: 4px;
    font-size: 12px;
    color: var(--muted);
    transition: transform 120ms;
  }
  details[open] > summary .icon-chevron {
    transform: rotate(90deg);
  }
  .head,
  .flat {
    display: flex;
    flex-wrap: wrap;
    flex: 1;
    align-items: baseline;
    gap: 0 10px;
    min-inline-size: 0;
  }
  .flat {
    padding: 9px 16px 9px 30px;
  }
  .title {
    font-weight: 600;
    margin-inline-end: auto;
    overflow-wrap: anywhere;
  }
  .text {
    flex-basis: 100%;
    color: var(--muted);
    font-size: var(--size-s);
  }
  .faint .title {
    font-weight: 500;
    color: var(--muted);
  }
  .tag {
    font-size: var(--size-xs);
    color: var(--muted);
    border: 1px solid var(--line-strong);
    border-radius: 99px;
    padding: 0 8px;
    white-space: nowrap;
  }
  .tag-strong {
    color: var(--accent);
    border-color: currentColor;
  }
  .marks {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
    margin-inline-start: auto;
  }
  .tag-also {
    border-style: dashed;
  }
  .policy {
    padding: 0 16px 8px 30px;
  }
  .idle {
    padding: 0 16px 10px 30px;
    font-size: var(--size-s);
  }
  .policy-name {
    display: flex;
    align-items: baseline;
    gap: 6px;
    font-size: var(--size-s);
    padding-block: 2px 4px;
  }
  .statement {
    border: 1px solid var(--line);
    border-radius: 6px;
    margin-block-end: 6px;
    overflow: clip;
  }
  .statement.decisive {
    border-color: var(--line-strong);
  }
  .row {
    display: flex;
    gap: 8px;
    inline-size: 100%;
    text-align: start;
    background: none;
    border: 0;
    padding: 5px 12px;
    align-items: baseline;
    font-size: var(--size-s);
    line-height: 1.45;
  }
  button.row:focus-visible {
    outline-offset: -2px;
  }
  .statement-row {
    background: var(--sunken);
  }
  .row[aria-current] {
    box-shadow: inset 3px 0 0 var(--accent);
    background: var(--accent-soft);
  }
  .grow {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .effect {
    margin-inline: 4px;
  }
  .element-row {
    border-block-start: 1px solid var(--rule);
  }
  .element-row.failed {
    background: var(--deny-soft);
  }
  button.element-row.failed:hover {
    background: var(--deny-soft-hover);
  }
  .name {
    flex: 0 0 6.4em;
    color: var(--muted);
  }
  .comparison {
    display: flex;
    flex-wrap: wrap;
    gap: 1px 14px;
    margin-block-start: 2px;
  }
  .value {
    background: var(--code);
    border-radius: 4px;
    padding: 0 4px;
    overflow-wrap: anywhere;
    box-decoration-break: clone;
  }
  .origin {
    font-size: var(--size-xs);
    padding: 0 6px;
    border-radius: 4px;
    border: 1px solid transparent;
    white-space: nowrap;
  }
  .origin-derived {
    color: var(--muted);
    border-color: var(--line-strong);
  }
  .origin-given {
    color: var(--accent);
    border-color: currentColor;
    border-inline-start-width: 4px;
  }
  .origin-absent {
    color: var(--muted);
    border: 1px dashed var(--line-strong);
    font-style: italic;
  }
  .origin-overridden,
  .origin-removed {
    color: var(--error);
    background: var(--error-soft);
    border-color: currentColor;
  }
  .removed code {
    text-decoration: line-through;
  }
  .extra {
    border-block-end: 1px solid var(--line);
    font-size: var(--size-s);
  }
  .extra summary {
    padding: 7px 4px;
    border-radius: 6px;
    color: var(--muted);
  }
  .extra summary .icon-chevron {
    margin-block-start: 3px;
  }
  .extra .scroll {
    overflow: auto;
    max-block-size: 320px;
    padding: 4px 8px 12px 22px;
  }
  .legend {
    display: grid;
    gap: 4px;
    padding: 2px 8px 12px 22px;
  }
  .legend > div {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 10px;
  }
  .legend dt {
    min-inline-size: 84px;
  }
  .legend dd {
    flex: 1 1 220px;
    color: var(--muted);
  }
  @media (max-width: 480px) {
    article > header,
    .summary {
      padding-inline: 12px;
    }
    .policy {
      padding-inline: 10px;
    }
    .name {
      flex-basis: 100%;
      padding-inline-start: 22px;
    }
    .element-row {
      flex-wrap: wrap;
      position: relative;
    }
    .element-row .state {
      position: absolute;
    }
    .element-row .grow {
      padding-inline-start: 22px;
    }
  }
  @media (forced-colors: active) {
    .statement.decisive {
      border-width: 2px;
    }
  }
  @media print {
    .folding {
      display: none;
    }
  }
`;
