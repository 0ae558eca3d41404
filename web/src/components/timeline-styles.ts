import { css } from 'lit';

const controls = css`
  header,
  .cursor {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
    padding: 0 4px 8px;
  }
  .cursor {
    padding-block-end: 2px;
    min-block-size: 34px;
    font-size: var(--size-s);
  }
  .tools {
    display: inline-flex;
    gap: 4px;
  }
  header .tools {
    margin-inline-start: auto;
  }
  .tools button {
    min-inline-size: 26px;
    min-block-size: 26px;
    padding: 0 7px;
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    background: var(--surface);
    font-size: var(--size-s);
    line-height: 1;
  }
  .tools button:hover {
    background: var(--hover);
  }
  .tools button[aria-disabled='true'] {
    color: var(--muted);
    border-color: var(--line);
  }
  .back .icon {
    transform: scaleX(-1);
  }
  .switch {
    border: 0;
    background: none;
    padding: 2px 4px;
    min-block-size: 26px;
    color: var(--accent);
    font-size: var(--size-s);
  }
  h2 + .switch {
    margin-inline-start: auto;
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
  .instant {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    color: var(--muted);
  }
  .instant input {
    font: inherit;
    font-variant-numeric: tabular-nums;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--line-strong);
    border-radius: 6px;
    padding: 2px 7px;
    min-block-size: 26px;
    inline-size: 11.5em;
  }
  .instant input[aria-invalid='true'] {
    border-color: var(--deny);
  }
  .verdict {
    flex: 1 1 20em;
    min-block-size: 1lh;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .range {
    display: block;
    appearance: none;
    inline-size: 100%;
    block-size: 24px;
    margin: 0;
    background: none;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .range::-webkit-slider-runnable-track {
    block-size: 4px;
    border-radius: 2px;
    background: var(--line-strong);
  }
  .range::-moz-range-track {
    block-size: 4px;
    border-radius: 2px;
    background: var(--line-strong);
  }
  /* 24 px wide, because the drawing's time begins and ends 12 px from its edges. */
  .range::-webkit-slider-thumb {
    appearance: none;
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 24px;
    margin-block-start: -10px;
    border: 4px solid transparent;
    border-radius: 50%;
    background: var(--accent) content-box;
    padding: 2px;
  }
  .range::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 24px;
    block-size: 24px;
    border: 4px solid transparent;
    border-radius: 50%;
    background: var(--accent) content-box;
    padding: 2px;
  }
  .range.resting::-webkit-slider-thumb {
    background: var(--line-strong) content-box;
  }
  .range.resting::-moz-range-thumb {
    background: var(--line-strong) content-box;
  }
`;

const drawing = css`
  .stale {
    filter: grayscale(1);
  }
  /* Containment keeps a move of the cursor from laying out the rest of the page. */
  .frame,
  .drawing {
    contain: content;
  }
  .frame {
    position: relative;
  }
  .view {
    max-block-size: 60vh;
    overflow: hidden auto;
    scrollbar-width: thin;
    touch-action: pan-y;
    border-block: 1px solid var(--line-strong);
    cursor: grab;
  }
  .view:focus-visible {
    outline-offset: -2px;
  }
  .view.dragged {
    cursor: grabbing;
    user-select: none;
  }
  svg {
    display: block;
  }
  .line {
    contain: layout style;
    position: absolute;
    inset-block: 0;
    inset-inline-start: -1px;
    inline-size: 2px;
    background: var(--accent);
    pointer-events: none;
    will-change: transform;
  }
  .line[hidden] {
    display: none;
  }
  .line span {
    position: absolute;
    inset-block-start: 0;
    padding: 0 5px;
    border-radius: 4px;
    background: var(--accent);
    color: var(--page);
    font-size: 11px;
    line-height: 17px;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .living,
  .detail {
    font-size: var(--size-s);
    margin: 6px 4px 0;
    overflow-wrap: anywhere;
  }
  .living {
    contain: strict;
    block-size: 1lh;
  }
  .detail {
    color: var(--muted);
    min-block-size: 2lh;
  }
  @media (width < 600px) {
    .living {
      block-size: 2lh;
    }
  }
  @media print {
    .tools,
    .switch,
    .range {
      display: none;
    }
    .view {
      max-block-size: none;
    }
  }
`;

const marks = css`
  text {
    font-size: 12px;
    fill: var(--muted);
    /* A line that crosses a text stops short of it. */
    paint-order: stroke;
    stroke: var(--page);
    stroke-width: 4px;
    stroke-linejoin: round;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
    user-select: none;
  }
  .axis text {
    font-size: 11px;
  }
  .lane-name {
    white-space: pre;
  }
  .lane-id {
    font-weight: 600;
    fill: var(--text);
  }
  .on-bar {
    font-size: 11px;
  }
  .row {
    fill: transparent;
  }
  .lane:hover .row {
    fill: var(--hover);
    fill-opacity: 0.5;
  }
  .dead .bar {
    fill: var(--sunken);
    stroke: var(--muted);
    stroke-opacity: 0.7;
    stroke-dasharray: 2 2;
  }
  .dead .lane-id {
    fill: var(--muted);
    font-weight: 400;
  }
  .dead .mfa,
  .dead .mfa-start {
    opacity: 0.4;
  }
  .grid {
    stroke: var(--rule);
  }
  .guide {
    stroke: var(--line-strong);
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
  .ghost-bar:focus-visible .ghost {
    stroke: var(--focus);
    stroke-width: 2.5;
    stroke-dasharray: none;
  }
  .ghost-bar {
    outline: none;
  }
  .hatch {
    stroke: var(--muted);
    stroke-width: 1.5;
    opacity: 0.55;
  }
  .revoked {
    fill: none;
    stroke: var(--line-strong);
    pointer-events: all;
  }
  .expiry {
    stroke: var(--bar-edge);
    stroke-width: 2;
  }
  .revocation {
    fill: none;
    stroke: var(--deny);
    stroke-width: 2;
  }
  .mfa {
    fill: none;
    stroke: var(--allow);
    stroke-width: 1.5;
    stroke-dasharray: 5 2;
  }
  .mfa-start {
    fill: var(--allow);
  }
  .chain {
    fill: none;
    stroke: var(--bar-edge);
    stroke-width: 1.5;
    pointer-events: none;
  }
  .lead {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1;
    pointer-events: none;
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
  .many {
    color: var(--muted);
  }
  .count {
    font-size: 11px;
    font-weight: 600;
    fill: var(--page);
    stroke: none;
  }
`;

/** Browsers leave an SVG's colours alone where the visitor has colours of their own. */
const forcedColours = css`
  @media (forced-colors: active) {
    text,
    .mfa-start {
      fill: CanvasText;
      stroke: Canvas;
    }
    .grid {
      stroke: none;
    }
    .bar,
    .dead .bar {
      fill: Canvas;
      stroke: CanvasText;
    }
    .ghost,
    .revoked,
    .hatch,
    .guide,
    .endless,
    .expiry,
    .revocation,
    .chain,
    .lead,
    .mfa {
      stroke: CanvasText;
    }
    .lane:hover .row {
      fill: none;
    }
    .mark,
    .many {
      color: CanvasText;
    }
    .mark.chosen,
    .mark:hover {
      color: Highlight;
    }
    .mark .halo,
    .count {
      fill: Canvas;
    }
    .mark .knock {
      stroke: Canvas;
    }
    .mark:focus-visible .halo,
    .ghost-bar:focus-visible .ghost {
      stroke: Highlight;
    }
    .line {
      background: Highlight;
      forced-color-adjust: none;
    }
    .line span {
      background: Highlight;
      color: HighlightText;
    }
    .range::-webkit-slider-runnable-track {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .range::-webkit-slider-thumb,
    .range.resting::-webkit-slider-thumb {
      background: Highlight content-box;
      forced-color-adjust: none;
    }
  }
`;

export const timelineStyles = [controls, drawing, marks, forcedColours];
