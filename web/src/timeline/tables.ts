// The timeline's facts as rows of texts.

import type { Decision, Report, Session } from '../engine/report';
import type { Messages } from '../base/i18n/en';
import { callerName, durationText, instantText, secondsBetween, shortArn } from '../text/names';
import { flatSteps, lifeOf, type PathStep } from './story';
import { tagsText } from './details';
import { texts } from './texts';
import { instantOf, stateText } from './words';

export interface Cell {
  text: string;
  /** Set where the cell shows a decision. */
  decision?: Decision;
}

export interface Table {
  caption: string;
  heads: string[];
  rows: Cell[][];
}

const at = (instant: string | null | undefined, t: Messages): string => (instant ? instantText(instant) : t.timeline.none);

export function callTable(report: Report, t: Messages): Table {
  const words = texts();
  return {
    caption: words.calls,
    heads: [words.at, words.step, words.caller, words.call_, words.decision],
    rows: flatSteps(report.steps).map(({ step }: PathStep) => [
      { text: instantText(step.at) },
      { text: step.id },
      { text: callerName(step.caller, t.steps.nobody) },
      { text: step.call },
      { text: t.decision[step.decision] + (step.error ? ` (${step.error.code})` : ''), decision: step.decision },
    ]),
  };
}

/** With a column for the sessions' states where there is a cursor. */
export function sessionTable(report: Report, cursor: number | null, t: Messages): Table {
  const words = texts();
  const row = (session: Session): Cell[] => {
    const life = lifeOf(session);
    const state = cursor === null ? [] : [life ? stateText(life, cursor, t) : t.timeline.none];
    return [
      session.id,
      shortArn(session.arn),
      ...state,
      at(session.issuedAt, t),
      at(session.expiresAt, t),
      durationText(secondsBetween(session.issuedAt, session.expiresAt)),
      session.requestedSeconds === null ? t.timeline.none : durationText(session.requestedSeconds),
      session.issuedBy,
      session.chainedFrom ?? t.timeline.none,
      at(session.mfaAuthenticatedAt, t),
      at(session.revokedAt, t),
      tagsText(session) || t.timeline.none,
      session.sourceIdentity ?? t.timeline.none,
    ].map((text) => ({ text }));
  };
  const state = cursor === null ? [] : [`${words.stateNow} (${instantOf(cursor)})`];
  return {
    caption: words.sessions,
    heads: [
      words.session,
      'ARN',
      ...state,
      words.from,
      words.until,
      words.lifetime,
      words.asked,
      words.issuedBy,
      words.chained,
      words.mfa,
      words.revoked,
      words.tags,
      words.sourceIdentity,
    ],
    rows: report.sessions.map(row),
  };
}
