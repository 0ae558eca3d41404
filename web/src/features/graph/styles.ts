// What the parts of the graph share: the looks of edges, in line and colour, and its buttons.

import { css } from 'lit';

export const edgeStyles = css`
  .shape {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .edge {
    color: var(--muted);
  }
  .edge.allowed {
    color: var(--allow);
  }
  .edge.conditional {
    color: var(--accent);
  }
  .edge.denied {
    color: var(--deny);
  }
  .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
  }
  .conditional > .line {
    stroke-dasharray: 7 4;
  }
  .trust-only > .line {
    stroke-dasharray: 2 4;
  }
  .caller-only > .line {
    stroke-dasharray: 9 3 2 3;
  }
  .denied > .line {
    stroke-width: 1.1;
  }
  .end {
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .end.solid {
    fill: currentColor;
    stroke-width: 1;
  }
  .end.hollow {
    fill: var(--surface);
  }
  .end.open {
    fill: none;
  }
  .sample {
    flex: none;
    vertical-align: -1px;
  }
  @media (forced-colors: active) {
    .edge,
    .edge.allowed,
    .edge.conditional,
    .edge.denied {
      color: CanvasText;
    }
    .end.hollow {
      fill: Canvas;
    }
  }
`;

export const buttonStyles = css`
  .button {
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: var(--surface);
    padding: 3px 10px;
    font-size: var(--size-s);
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .button:hover {
    background: var(--hover);
  }
  .button:disabled {
    color: var(--muted);
    cursor: default;
  }
  .link {
    border: 0;
    background: none;
    padding: 2px 0;
    text-align: start;
    color: var(--accent);
    overflow-wrap: anywhere;
  }
  .link:hover {
    text-decoration: underline;
  }
`;
