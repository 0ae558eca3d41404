// The timeline's facts as tables: for screen readers, for print, and for copying.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Report, Session } from '../engine/report';
import { callerName, durationText, instantText, secondsBetween, shortArn } from '../text/names';
import { flatSteps, type PathStep } from '../timeline/layout';
import { shared, StsElement } from './base';
import { DECISION, icon } from './icons';

@customElement('sts-timeline-table')
export class StsTimelineTable extends StsElement {
  @property({ attribute: false }) report: Report | null = null;

  static override styles = [
    shared,
    css`
      .scroll {
        overflow-x: auto;
        margin-block-end: 14px;
      }
      caption {
        text-align: start;
        font-size: var(--size-s);
        color: var(--muted);
        padding-block-end: 4px;
      }
      td {
        white-space: nowrap;
        font-variant-numeric: tabular-nums;
      }
      .badge {
        font-weight: 600;
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    if (!this.report) return nothing;
    const t = this.t.timeline;
    return html`${this.#table(
      t.calls,
      [t.at, t.step, t.caller, t.call_, t.decision],
      flatSteps(this.report.steps).map((entry) => this.#call(entry)),
    )}
    ${this.report.sessions.length > 0
      ? this.#table(
          t.sessions,
          [t.session, t.from, t.until, t.lifetime, t.asked, t.issuedBy, t.chained, t.mfa, t.revoked],
          this.report.sessions.map((session) => this.#session(session)),
        )
      : nothing}`;
  }

  #table(caption: string, heads: string[], rows: TemplateResult[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
  }

  #call({ step }: PathStep): TemplateResult {
    const { icon: shape, tone } = DECISION[step.decision];
    return html`<tr>
      <td>${this.#instant(step.at)}</td>
      <td>${step.id}</td>
      <td>${callerName(step.caller, this.t.steps.nobody)}</td>
      <td><code>${step.call}</code></td>
      <td class="badge ${tone}">${icon(shape)} ${this.t.decision[step.decision]}</td>
    </tr>`;
  }

  #session(session: Session): TemplateResult {
    const { none } = this.t.timeline;
    const asked = session.requestedSeconds;
    return html`<tr>
      <td><strong>${session.id}</strong> ${shortArn(session.arn)}</td>
      <td>${this.#instant(session.issuedAt)}</td>
      <td>${this.#instant(session.expiresAt)}</td>
      <td>${durationText(secondsBetween(session.issuedAt, session.expiresAt))}</td>
      <td>${asked === null ? none : durationText(asked)}</td>
      <td>${session.issuedBy}</td>
      <td>${session.chainedFrom ?? none}</td>
      <td>${this.#instant(session.mfaAuthenticatedAt)}</td>
      <td>${this.#instant(session.revokedAt)}</td>
    </tr>`;
  }

  #instant(instant: string | null | undefined): TemplateResult | string {
    if (!instant) return this.t.timeline.none;
    return html`<time datetime=${instant}>${instantText(instant)}</time>`;
  }
}
