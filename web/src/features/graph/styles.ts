// What the parts of the graph share: the looks of edges, in line and colour.

import { css } from 'lit';
import { shared } from '../../components/base';
import { buttonStyles } from '../../forms/button-styles';

const edgeStyles = css`
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

export const partStyles = [shared, buttonStyles, edgeStyles];
