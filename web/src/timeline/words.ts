// What the timeline says of lanes and calls, for labels and the table alike.

import type { Decision, Session } from '../engine/report';
import type { Messages } from '../base/i18n/en';
import { callerName, clockText, durationText, instantText, secondsBetween, shortArn } from '../text/names';
import type { Mark } from './layout';
import { type Lane, type Life, type Refused, stateAt } from './story';

/** "2026-01-15 09:05:00" of milliseconds since 1970. */
export const instantOf = (at: number): string => instantText(new Date(at).toISOString());

export function laneName({ session, caller, refused, issuedBy }: Lane, t: Messages): string {
  if (session) return shortArn(session.arn);
  if (refused) return t.timeline.refused(issuedBy?.step.id || (issuedBy?.step.call ?? ''));
  return caller ? callerName(caller, t.steps.nobody) : '';
}

/** Users and root users have credentials that last; nobody and services have none. */
export function longTermText({ caller }: Lane, t: Messages): string {
  return caller?.kind === 'user' || caller?.kind === 'root' ? `, ${t.timeline.longTerm}` : '';
}

const minutes = (instant: string): string => clockText(instant).slice(0, 5);

export function lifetimeText({ issuedAt, expiresAt }: Session): string {
  return `${minutes(issuedAt)}–${minutes(expiresAt)} · ${durationText(secondsBetween(issuedAt, expiresAt))}`;
}

export function refusedText({ from, longest, asked }: Refused, t: Messages): string {
  return t.timeline.refusedLength(durationText((asked - from) / 1000), durationText((longest - from) / 1000));
}

export function cappedText({ issuedAt, expiresAt, requestedSeconds }: Session, t: Messages): string {
  return t.timeline.capped(durationText(requestedSeconds ?? 0), durationText(secondsBetween(issuedAt, expiresAt)));
}

/** "expired · MFA 12m old": a session at an instant. */
export function stateText(life: Life, at: number, t: Messages): string {
  const state = t.timeline.state[stateAt(life, at)];
  // The age is the time since the MFA, as aws:MultiFactorAuthAge counts it:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthage
  const old = life.mfa !== null && at >= Math.max(life.from, life.mfa);
  return old ? `${state} · ${t.timeline.mfaAge(durationText((at - (life.mfa as number)) / 1000))}` : state;
}

/** A mark's name: its call, or how many it stands for. */
export function markLabel({ calls }: Mark, t: Messages): string {
  const [{ step }] = calls;
  if (calls.length === 1) {
    return t.timeline.call(step.id || step.call, step.call, t.decision[step.decision], instantText(step.at));
  }
  const counts = new Map<Decision, number>();
  for (const {
    step: { decision },
  } of calls)
    counts.set(decision, (counts.get(decision) ?? 0) + 1);
  const decisions = [...counts].map(([decision, count]) => `${t.decision[decision]} ${count}`).join(', ');
  return t.timeline.group(calls.length, clockText(step.at), clockText(calls.at(-1)?.step.at ?? step.at), decisions);
}
