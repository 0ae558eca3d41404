// The sessions' lifetimes and the calls made with them, drawn over time; and the switch to the same facts as a table.

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Report } from '../engine/report';
import { callerName, clockText, durationText, instantText, secondsBetween, shortArn } from '../text/names';
import { BAR_HEIGHT, BAR_TOP, type Lane, layoutTimeline, type Mark, type TimelineLayout } from '../timeline/layout';
import { shared, StsElement } from './base';
import { DECISION } from './icons';
import './sts-timeline-table';
import { timelineStyles } from './timeline-styles';

const CHARACTER = 6.6;
/** The instants of a lane stand at its right end, where there is room. */
const TIMES_FROM_WIDTH = 420;

const SHAPES = {
  Allow: svg`<circle r="7.500"/><path class="knock" d="m-3.200 .3 2.200 2.200 4.200-4.700"/>`,
  Deny: svg`<rect x="-6.500" y="-6.500" width="13" height="13" rx="2.500" transform="rotate(45)"/><path class="knock" d="m-2.600-2.600 5.200 5.200m0-5.200-5.200 5.200"/>`,
  Error: svg`<path d="M0-8 8.500 6.800h-17z" stroke-linejoin="round"/><path class="knock" d="M0-3v4m0 2.500v.1"/>`,
};

@customElement('sts-timeline')
export class StsTimeline extends StsElement {
  @property({ attribute: false }) report: Report | null = null;
  @property() selected = '0';
  @property({ type: Boolean }) stale = false;
  @state() private asTable = false;
  @state() private width = 0;

  static override styles = [shared, timelineStyles];

  #resize = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.round(entry.contentRect.width);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resize.disconnect();
    super.disconnectedCallback();
  }

  /** Shows the table, or the drawing again. */
  switchTwin(): void {
    this.asTable = !this.asTable;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.report) return nothing;
    const capped = this.report.sessions.some((session) => secondsBetween(session.issuedAt, session.expiresAt) < (session.requestedSeconds ?? 0));
    return html`<section class=${this.stale ? 'stale' : ''} aria-labelledby="timeline">
      <header>
        <h2 id="timeline">${this.t.timeline.heading}</h2>
        ${capped && !this.asTable
          ? html`<span class="legend"><svg width="26" height="10" aria-hidden="true">${hatch()}<rect class="ghost" x=".5" y=".5" width="25" height="9" rx="2"/></svg>${this.t.timeline.legendCapped}</span>`
          : nothing}
        <button type="button" class="switch" @click=${() => this.switchTwin()}>
          ${this.asTable ? this.t.timeline.asDrawing : this.t.timeline.asTable}
        </button>
      </header>
      ${this.#body(this.report)}
    </section>`;
  }

  #body(report: Report): TemplateResult | typeof nothing {
    if (report.steps.length === 0) return html`<p class="quiet">${this.t.timeline.empty}</p>`;
    if (this.asTable) return html`<sts-timeline-table .report=${report}></sts-timeline-table>`;
    if (this.width < 40) return nothing;
    return this.#drawing(layoutTimeline(report, this.width - 2));
  }

  #drawing(layout: TimelineLayout): TemplateResult {
    const { width, height, axis } = layout;
    const chosen = layout.marks.find((mark) => mark.path === this.selected);
    return html`<svg class="drawing" width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="group" aria-label=${this.t.timeline.drawing}>
      ${hatch()}
      ${layout.ticks.map((tick) => svg`<line class="grid" x1=${tick.x} x2=${tick.x} y1="0" y2=${axis}/>`)}
      ${chosen ? svg`<line class="guide" x1=${chosen.at} x2=${chosen.at} y1="0" y2=${axis}/>` : nothing}
      ${layout.lanes.map((lane) => this.#bar(lane, width))}
      ${layout.connectors.map(({ from, to }) => svg`<path class="connector" d="M${from.x} ${from.y}C${from.x} ${to.y - 14} ${to.x} ${from.y + 14} ${to.x} ${to.y - BAR_HEIGHT / 2}"/>`)}
      ${layout.lanes.map((lane) => this.#label(lane, width))}
      ${layout.marks.map((mark) => this.#mark(mark))}
      <line class="axis" x1="0" x2=${width} y1=${axis} y2=${axis}/>
      ${layout.ticks.map((tick) => svg`<text class="tick" x=${tick.x} y=${axis + 15} text-anchor=${anchor(tick.x, width)}>${tick.time}</text>
        ${tick.day ? svg`<text class="day" x=${tick.x} y=${axis + 29} text-anchor=${anchor(tick.x, width)}>${tick.day} ${this.t.timeline.utc}</text>` : nothing}`)}
    </svg>`;
  }

  #label(lane: Lane, width: number): SVGTemplateResult {
    const { session, caller, y } = lane;
    const times = session && width >= TIMES_FROM_WIDTH ? this.#times(lane) : '';
    const name = session ? shortArn(session.arn) : caller ? callerName(caller, this.t.steps.nobody) : '';
    const id = session?.id ?? '';
    const room = Math.floor((width - times.length * CHARACTER - id.length * 7 - 28) / CHARACTER);
    const long = !session && caller && (caller.kind === 'user' || caller.kind === 'root') ? ` · ${this.t.timeline.longTerm}` : '';
    return svg`<g>
      <text class="lane-name" x="2" y=${y + 14}>${id ? svg`<tspan class="lane-id">${id}</tspan>  ` : nothing}<tspan>${cut(name + long, room)}</tspan></text>
      ${times ? svg`<text class="lane-times" x=${width - 2} y=${y + 14} text-anchor="end">${times}</text>` : nothing}
    </g>`;
  }

  #times({ session }: Lane): string {
    if (!session) return '';
    const seconds = secondsBetween(session.issuedAt, session.expiresAt);
    return `${clockText(session.issuedAt).slice(0, 5)}–${clockText(session.expiresAt).slice(0, 5)} · ${durationText(seconds)}`;
  }

  #bar({ bar, y, session }: Lane, width: number): SVGTemplateResult {
    const top = y + BAR_TOP;
    const middle = top + BAR_HEIGHT / 2;
    if (!bar || !session) return svg`<line class="endless" x1="2" x2=${width - 2} y1=${middle} y2=${middle}/>`;
    const end = bar.revoked ?? bar.until;
    const got = durationText(secondsBetween(session.issuedAt, session.expiresAt));
    const rect = (name: string, from: number, until: number, title = ''): SVGTemplateResult =>
      svg`<rect class=${name} x=${from} y=${top} width=${Math.max(1, until - from)} height=${BAR_HEIGHT} rx="3">${title ? svg`<title>${title}</title>` : nothing}</rect>`;
    return svg`
      ${bar.asked === null ? nothing : rect('ghost', bar.until + 1, bar.asked, this.t.timeline.capped(durationText(session.requestedSeconds ?? 0), got))}
      ${bar.revoked === null ? nothing : rect('revoked', end, bar.until, this.t.timeline.revoked)}
      ${rect('bar', bar.from, end)}
      <line class="expiry" x1=${end} x2=${end} y1=${top - 4} y2=${top + BAR_HEIGHT + 4}/>`;
  }

  #mark(mark: Mark): SVGTemplateResult {
    const { step, path } = mark;
    const label = this.t.timeline.call(step.id || step.call, step.call, this.t.decision[step.decision], instantText(step.at));
    const choose = (): void => this.tell('select-step', path);
    return svg`<g class="mark ${DECISION[step.decision].tone} ${path === this.selected ? 'chosen' : ''}" role="button" tabindex="0"
        aria-label=${label} aria-pressed=${path === this.selected} transform="translate(${mark.x} ${mark.y})"
        @click=${choose} @keydown=${(event: KeyboardEvent) => onPress(event, choose)}>
      <title>${label}</title><circle class="halo" r="12"/>${SHAPES[step.decision]}
    </g>`;
  }
}

function onPress(event: KeyboardEvent, action: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  action();
}

const hatch = (): SVGTemplateResult => svg`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" x2="0" y1="0" y2="6"/></pattern></defs>`;

const cut = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1))}…`;

function anchor(x: number, width: number): string {
  if (x < 40) return 'start';
  return x > width - 40 ? 'end' : 'middle';
}
