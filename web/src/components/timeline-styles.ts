import { css } from 'lit';

export const timelineStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 16px;
    padding: 0 4px 8px;
  }
  .switch {
    margin-inline-start: auto;
    border: 0;
    background: none;
    padding: 2px 4px;
    color: var(--accent);
    font-size: var(--size-s);
  }
  .switch:hover {
    text-decoration: underline;
  }
  .legend {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: var(--size-xs);
    color: var(--muted);
  }
  .stale {
    filter: grayscale(1);
  }
  svg.drawing {
    display: block;
    overflow: visible;
  }
  text {
    font-size: 12px;
    fill: var(--muted);
    /* A line that crosses a text stops short of it. */
    paint-order: stroke;
    stroke: var(--page);
    stroke-width: 4px;
    stroke-linejoin: round;
    font-variant-numeric: tabular-nums;
  }
  .lane-name {
    white-space: pre;
  }
  .lane-id {
    font-weight: 600;
    fill: var(--text);
  }
  .tick,
  .day {
    font-size: 11px;
  }
  .grid {
    stroke: var(--rule);
  }
  .axis {
    stroke: var(--line-strong);
  }
  .guide {
    stroke: var(--accent);
    stroke-dasharray: 2 3;
  }
  .endless {
    stroke: var(--line-strong);
    stroke-width: 2;
    stroke-dasharray: 1 5;
    stroke-linecap: round;
  }
  .bar {
    fill: var(--bar);
    stroke: var(--bar-edge);
  }
  .ghost {
    fill: url(#hatch);
    stroke: var(--line-strong);
    stroke-dasharray: 3 3;
  }
  .hatch {
    stroke: var(--muted);
    stroke-width: 1.5;
    opacity: 0.55;
  }
  .revoked {
    fill: none;
    stroke: var(--line-strong);
  }
  .expiry {
    stroke: var(--bar-edge);
    stroke-width: 2;
  }
  .connector {
    fill: none;
    stroke: var(--bar-edge);
    stroke-width: 1.5;
  }
  .mark {
    cursor: pointer;
    fill: currentColor;
    stroke: none;
    outline: none;
  }
  .mark .halo {
    fill: var(--page);
    stroke: transparent;
    opacity: 0.001;
  }
  .mark.chosen .halo {
    opacity: 1;
    stroke: currentColor;
    stroke-width: 1.5;
  }
  .mark:focus-visible .halo {
    opacity: 1;
    stroke: var(--focus);
    stroke-width: 3;
  }
  .mark .knock {
    stroke: var(--page);
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;
