// A small drawing for each kind of thing in the world. A word stands beside each.

import { html, svg, type TemplateResult } from 'lit';
import type { ThingKind } from '../../document/things';

const person = svg`<circle cx="8" cy="5" r="2.600"/><path d="M3 13.500a5 5 0 0 1 10 0"/>`;
const people = svg`<circle cx="6" cy="5.500" r="2.300"/><path d="M1.800 13a4.300 4.300 0 0 1 8.400 0M10.500 3.500a2.300 2.300 0 0 1 0 4.200M12 9.300a4.300 4.300 0 0 1 2.300 3.700"/>`;
const hat = svg`<path d="M2 11.500h12M4.200 11.500V6.200c0-1.700 1.600-2.700 3.800-2.700s3.800 1 3.800 2.700v5.300"/>`;
const paper = svg`<path d="M4 2h5.500L12.500 5v9H4zM6.500 7.500h3.800M6.500 10.500h3.800"/>`;
const badge = svg`<rect x="2" y="3.500" width="12" height="9" rx="1.500"/><circle cx="6" cy="7.300" r="1.500"/><path d="M4 10.700h4M10 7h2M10 9.500h2"/>`;
const box = svg`<path d="m8 1.800 5.500 3v6.400l-5.500 3-5.500-3V4.800zM2.700 5 8 7.900 13.300 5M8 7.900v6"/>`;
const cloud = svg`<path d="M4.500 12.500h7a2.700 2.700 0 0 0 .4-5.400 4 4 0 0 0-7.700-.6 3 3 0 0 0 .3 6z"/>`;
const levels = svg`<rect x="5.500" y="1.800" width="5" height="3.600" rx=".8"/><rect x="1.500" y="10.500" width="5" height="3.600" rx=".8"/><rect x="9.500" y="10.500" width="5" height="3.600" rx=".8"/><path d="M8 5.400V8M4 10.500V8h8v2.500"/>`;
const folder = svg`<path d="M1.800 12.800v-9h4.400l1.600 1.700h6.400v7.300z"/>`;
const page = svg`<circle cx="8" cy="8" r="6.200"/><path d="M1.800 8h12.400M8 1.800c2 2 2.600 4 2.600 6.200S10 12.200 8 14.200C6 12.200 5.400 10.200 5.400 8S6 3.800 8 1.800"/>`;

const DRAWINGS: Record<ThingKind, TemplateResult> = {
  scenario: page,
  accounts: cloud,
  organizations: levels,
  account: cloud,
  users: person,
  groups: people,
  roles: hat,
  managedPolicies: paper,
  samlProviders: badge,
  oidcProviders: badge,
  resources: box,
  user: person,
  group: people,
  role: hat,
  managedPolicy: paper,
  samlProvider: badge,
  oidcProvider: badge,
  resource: box,
  organization: levels,
  root: folder,
  unit: folder,
  member: cloud,
  policy: paper,
  scp: paper,
  rcp: paper,
};

export const kindIcon = (kind: ThingKind): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.300" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${DRAWINGS[kind]}</svg>`;

/** A text cursor between letters: another name. */
export const renameIcon = (): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="M9 2.500h1.500m3 0H12a1.500 1.500 0 0 0-1.500 1.500v8a1.500 1.500 0 0 0 1.500 1.500h1.500m-4.500 0h0a1.500 1.500 0 0 0 1.500-1.500M8 5.500H2v5h6m5-5h1v5h-1"/></svg>`;
