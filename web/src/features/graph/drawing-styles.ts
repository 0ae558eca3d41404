import { css } from 'lit';

export const drawingStyles = css`
  .box {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
  }
  .scroll {
    overflow: auto;
    max-block-size: min(560px, 75vh);
  }
  .scroll:focus-visible {
    outline-offset: -2px;
    border-radius: var(--radius);
  }
  svg[role='group'] {
    display: block;
    margin-inline: auto;
  }
  text {
    font-size: 12px;
    fill: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .item {
    cursor: pointer;
    outline: none;
  }
  .node {
    color: var(--muted);
  }
  .node .frame {
    fill: var(--sunken);
    stroke: var(--line-strong);
  }
  .node.outside .frame,
  .node.anyone .frame {
    stroke-dasharray: 4 3;
  }
  .node.role .frame {
    fill: var(--accent-soft);
    stroke: var(--bar-edge);
  }
  .node .name {
    font-size: 13px;
    font-weight: 600;
    fill: var(--text);
  }
  .label .frame {
    fill: var(--surface);
    stroke: transparent;
  }
  .label text {
    fill: currentColor;
  }
  .item:hover .frame {
    stroke: currentColor;
  }
  .chosen .frame {
    stroke: var(--accent);
    stroke-width: 2;
  }
  .item:focus-visible .frame {
    stroke: var(--focus);
    stroke-width: 3;
  }
  .reach {
    fill: none;
    stroke: transparent;
    stroke-width: 14;
    cursor: pointer;
    pointer-events: stroke;
  }
  .strong > .line {
    stroke-width: 2.8;
  }
  .faint > .line,
  .faint > g {
    opacity: 0.4;
  }
  .label.faint > .shape {
    opacity: 1;
  }
  .label.faint {
    color: var(--muted);
  }
  .zoom {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding-block: 8px 2px;
    font-size: var(--size-s);
  }
  [role='status'],
  [role='alert'] {
    font-size: var(--size-s);
    padding: 6px 4px;
  }
  @media (forced-colors: active) {
    text,
    .node .name,
    .label text {
      fill: CanvasText;
    }
    .node,
    .label.faint {
      color: CanvasText;
    }
    .node .frame,
    .node.role .frame {
      fill: Canvas;
      stroke: CanvasText;
    }
    .label .frame {
      fill: Canvas;
    }
    .chosen .frame,
    .item:focus-visible .frame {
      stroke: Highlight;
      stroke-width: 3;
    }
  }
`;
