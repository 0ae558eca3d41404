// How what the engine says looks: an icon and a colour. A word stands beside each.

import type { IconName } from '../base/icons';
import type { Decision, LayerVerdict, Severity } from '../engine/report';

/** `tone`: the class that gives the colour. */
interface Look {
  icon: IconName;
  tone: string;
}

export const DECISION: Record<Decision, Look> = {
  Allow: { icon: 'check', tone: 'allow' },
  Deny: { icon: 'cross', tone: 'deny' },
  Error: { icon: 'triangle', tone: 'error' },
};

export const VERDICT: Record<LayerVerdict, Look> = {
  allow: { icon: 'check', tone: 'allow' },
  'explicit-deny': { icon: 'cross', tone: 'deny' },
  'implicit-deny': { icon: 'bar', tone: 'deny' },
  'not-applicable': { icon: 'ring', tone: 'quiet' },
};

export const SEVERITY: Record<Severity, Look> = {
  error: { icon: 'cross', tone: 'deny' },
  warning: { icon: 'triangle', tone: 'error' },
  info: { icon: 'info', tone: 'quiet' },
};
