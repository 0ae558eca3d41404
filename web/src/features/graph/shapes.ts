// The few shapes of the drawing: what a node is, what an edge means. A word stands beside each.

import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { TrustNodeKind } from '../../engine/assist';
import type { EdgeLook } from './model';

const PROVIDER = svg`<rect x="1.800" y="3" width="12.400" height="10" rx="1.500"/><circle cx="5.600" cy="7" r="1.600"/><path d="M3.600 11c.3-1.600 3.700-1.600 4 0M9.800 6.500h2.500M9.800 9.500h2.500"/>`;
const OUTSIDE = svg`<rect x="2" y="6" width="8" height="8" rx="1.500" stroke-dasharray="2 1.800"/><path d="M8 8l6-6m-4.500 0H14v4.500"/>`;

const NODES: Record<TrustNodeKind, SVGTemplateResult> = {
  user: svg`<circle cx="8" cy="5" r="3"/><path d="M2.500 14c.3-6 10.700-6 11 0"/>`,
  role: svg`<path d="M2.500 6.500c3.700 1.500 7.300 1.500 11 0M4.500 7 5.500 2.500h5l1 4.500M5 10.500c0 4.500 6 4.500 6 0"/>`,
  root: svg`<path d="M2.500 12.500v-8l3 3L8 3l2.500 4.500 3-3v8z"/>`,
  service: svg`<circle cx="8" cy="8" r="2.300"/><path d="M8 1.500v2m0 9v2M1.500 8h2m9 0h2M3.400 3.400l1.400 1.400m6.400 6.400 1.400 1.400M12.600 3.400l-1.400 1.400m-6.400 6.400-1.400 1.400"/>`,
  'saml-provider': PROVIDER,
  'oidc-provider': PROVIDER,
  'federated-provider': PROVIDER,
  anyone: svg`<circle cx="8" cy="8" r="6.300"/><path d="M1.700 8h12.600M8 1.700c-4 4-4 8.600 0 12.600 4-4 4-8.600 0-12.600"/>`,
  outside: OUTSIDE,
};

const MARKS: Record<EdgeLook, SVGTemplateResult> = {
  allowed: svg`<path d="m3 8.500 3.300 3.300L13 4.600"/>`,
  conditional: svg`<circle cx="5.200" cy="10.800" r="3.200"/><path d="m7.500 8.500 6-6m-2.700 2.700 2 2"/>`,
  'trust-only': svg`<path d="M8 2.500H3v11h5M13.500 8H7m3-3L7 8l3 3"/>`,
  'caller-only': svg`<path d="M8 2.500h5v11H8M2.500 8H9M6 5l3 3-3 3"/>`,
  denied: svg`<path d="m4 4 8 8m0-8-8 8"/>`,
};

/** The end of an edge that points to the right and ends at 0 0. */
export const ENDS: Record<EdgeLook, SVGTemplateResult> = {
  allowed: svg`<path class="end solid" d="M0 0-9-4.500v9z"/>`,
  conditional: svg`<path class="end hollow" d="M-.8 0-9-4.200v8.400z"/>`,
  'trust-only': svg`<path class="end open" d="M-8-4.500 0 0-8 4.500"/>`,
  'caller-only': svg`<path class="end open" d="M-8-4.500 0 0-8 4.500"/>`,
  denied: svg`<path class="end open" d="M-10-4.500l8 9m0-9-8 9"/>`,
};

/** A shape of 16 by 16, within an SVG, with its upper left corner at a place and `size` pixels wide. */
const placed = (shape: SVGTemplateResult, x: number, y: number, size: number): SVGTemplateResult =>
  svg`<g class="shape" transform="translate(${x} ${y}) scale(${size / 16})">${shape}</g>`;

export const nodeShape = (kind: TrustNodeKind, x: number, y: number): SVGTemplateResult => placed(NODES[kind], x, y, 16);
export const edgeShape = (look: EdgeLook, x: number, y: number): SVGTemplateResult => placed(MARKS[look], x, y, 11);

export const nodeIcon = (kind: TrustNodeKind): TemplateResult =>
  html`<svg class="icon shape" viewBox="0 0 16 16" aria-hidden="true">${NODES[kind]}</svg>`;

/** A piece of line as the drawing has it, with its mark: for the legend and the list. */
export const lookSample = (look: EdgeLook): TemplateResult =>
  html`<svg class="sample edge ${look}" width="42" height="12" viewBox="0 0 42 12" aria-hidden="true">
    <path class="line" d="M1 6h22" />
    <g transform="translate(26 6)">${ENDS[look]}</g>
    ${edgeShape(look, 30, 0.5)}
  </svg>`;
