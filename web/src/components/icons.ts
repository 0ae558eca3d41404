// The page's few icons, drawn in the colour of their text. They never carry meaning alone: a word stands beside each.

import { html, svg, type TemplateResult } from 'lit';
import type { Decision, LayerVerdict, Severity } from '../engine/report';

const PATHS = {
  check: svg`<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><path d="m4.800 8.300 2.200 2.200 4.200-4.700" class="knock"/>`,
  cross: svg`<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><path d="m5.500 5.500 5 5m0-5-5 5" class="knock"/>`,
  bar: svg`<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><path d="M4.800 8h6.400" class="knock"/>`,
  ring: svg`<circle cx="8" cy="8" r="6.300"/>`,
  triangle: svg`<path d="M8 1.800 15 14H1z" fill="currentColor" stroke-linejoin="round"/><path d="M8 6.200v3.600m0 2v.2" class="knock"/>`,
  info: svg`<circle cx="8" cy="8" r="7" fill="currentColor" stroke="none"/><path d="M8 7.300v4M8 4.600v.2" class="knock"/>`,
  tick: svg`<path d="m3 8.500 3.300 3.300L13 4.600"/>`,
  times: svg`<path d="m4 4 8 8m0-8-8 8"/>`,
  chevron: svg`<path d="m6 4 4 4-4 4"/>`,
  clock: svg`<circle cx="8" cy="8" r="6.300"/><path d="M8 4.500V8l2.500 1.700"/>`,
  moon: svg`<path d="M13.500 9.800A6 6 0 0 1 6.200 2.500a6 6 0 1 0 7.300 7.300z"/>`,
  undo: svg`<path d="M6 3 2.500 6.500 6 10"/><path d="M2.500 6.500h7a4 4 0 0 1 0 8H7"/>`,
  redo: svg`<path d="m10 3 3.500 3.500L10 10"/><path d="M13.500 6.500h-7a4 4 0 0 0 0 8H9"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  search: svg`<circle cx="7" cy="7" r="4.500"/><path d="m10.500 10.500 3.500 3.500"/>`,
  pencil: svg`<path d="m3 13 .8-3.200 7-7 2.400 2.400-7 7z"/>`,
  trash: svg`<path d="M3 4.500h10M6.500 4.500V3h3v1.500M4.500 4.500 5 13.500h6l.5-9"/>`,
  copy: svg`<rect x="5.500" y="5.500" width="8" height="8" rx="1.500"/><path d="M10.500 5.500v-3h-8v8h3"/>`,
  key: svg`<circle cx="5.200" cy="10.800" r="3.200"/><path d="m7.500 8.500 6-6m-2.700 2.700 2 2"/>`,
};

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon icon-${name}" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.700" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}

export const DECISION: Record<Decision, { icon: IconName; tone: string }> = {
  Allow: { icon: 'check', tone: 'allow' },
  Deny: { icon: 'cross', tone: 'deny' },
  Error: { icon: 'triangle', tone: 'error' },
};

/** A verdict in its colour: what draws it, and its word. */
export const verdictWord = ({ icon: shape, tone }: { icon: IconName; tone: string }, word: string): TemplateResult =>
  html`<span class="decision ${tone}">${icon(shape)}${word}</span>`;

export const VERDICT: Record<LayerVerdict, { icon: IconName; tone: string }> = {
  allow: { icon: 'check', tone: 'allow' },
  'explicit-deny': { icon: 'cross', tone: 'deny' },
  'implicit-deny': { icon: 'bar', tone: 'deny' },
  'not-applicable': { icon: 'ring', tone: 'quiet' },
};

export const SEVERITY: Record<Severity, { icon: IconName; tone: string }> = {
  error: { icon: 'cross', tone: 'deny' },
  warning: { icon: 'triangle', tone: 'error' },
  info: { icon: 'info', tone: 'quiet' },
};
