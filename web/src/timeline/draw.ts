// The drawing's parts as SVG templates. What changes with the cursor is not in here: it is written into these elements.

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Messages } from '../base/i18n/en';
import { DECISION } from '../text/looks';
import { BAR_HEIGHT, BAR_TOP, type Bar, barOf, barOfRefused, type Chain, chainTo, LANE_HEIGHT, type Mark, marksOf, MIDDLE } from './layout';
import { ticksOf, type View, xOf } from './scale';
import type { Lane, Refused, Story } from './story';
import { cappedText, laneName, longTermText, markLabel, refusedText } from './words';

const CHARACTER = 6.6;
/** What a lane says at its right end is about this long: its lifetime, or its state at the cursor. */
const SIDE_WORDS = 175;
/** On a narrower drawing the id alone stands beside it. */
const NAMES_FROM_WIDTH = 480;

const SHAPES = {
  Allow: svg`<circle r="7.500"/><path class="knock" d="m-3.200 .3 2.200 2.200 4.200-4.700"/>`,
  Deny: svg`<rect x="-6.500" y="-6.500" width="13" height="13" rx="2.500" transform="rotate(45)"/><path class="knock" d="m-2.600-2.600 5.200 5.200m0-5.200-5.200 5.200"/>`,
  Error: svg`<path d="M0-8 8.500 6.800h-17z" stroke-linejoin="round"/><path class="knock" d="M0-3v4m0 2.500v.1"/>`,
};

export interface Picture {
  story: Story;
  view: View;
  width: number;
  /** The places of the lanes to draw. */
  places: readonly number[];
  /** The path of the selected step, and of the one that Tab comes to. */
  selected: string;
  reachable: string;
  t: Messages;
}

const hatch = (): SVGTemplateResult =>
  svg`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" x2="0" y1="0" y2="6"/></pattern></defs>`;

export const ghostSample = (): TemplateResult =>
  html`<svg width="26" height="10" aria-hidden="true">${hatch()}<rect class="ghost" x=".5" y=".5" width="25" height="9" rx="2"/></svg>`;

export const revokedSample = (): TemplateResult =>
  html`<svg width="26" height="10" aria-hidden="true"><rect class="revoked" x=".5" y=".5" width="25" height="9" rx="2"/></svg>`;

export function axis({ view, width, t }: Picture): TemplateResult {
  return html`<svg class="axis" width=${width} height="32" aria-hidden="true">
    ${ticksOf(view, width).map(
      ({ x, time, day }) => svg`${time ? svg`<text x=${x} y="28" text-anchor=${anchor(x, width)}>${time}</text>` : nothing}
      ${day ? svg`<text x=${x} y=${time ? 13 : 28} text-anchor=${anchor(x, width)}>${day} ${t.timeline.utc}</text>` : nothing}`,
    )}
  </svg>`;
}

export function lanes(picture: Picture): TemplateResult {
  const { story, view, width, places, selected } = picture;
  const height = story.lanes.length * LANE_HEIGHT;
  const marks = new Map(places.map((place) => [place, marksOf(story.lanes[place] as Lane, view, width)]));
  const chains = places.flatMap((place) => chainTo(story, place, view, width, marks) ?? []);
  const chosen = story.calls.find(({ path }) => path === selected);
  const guide = chosen ? xOf(view, width)(chosen.at) : -1;
  return html`<svg class="drawing" width=${width} height=${height} role="presentation">
    ${hatch()}
    ${ticksOf(view, width).map(({ x }) => svg`<line class="grid" x1=${x} x2=${x} y1="0" y2=${height}/>`)}
    ${guide < 0 || guide > width ? nothing : svg`<line class="guide" x1=${guide} x2=${guide} y1="0" y2=${height}/>`}
    ${chains.map(chain)}
    ${places.map((place) => lane(picture, place, marks.get(place) ?? []))}
  </svg>`;
}

const chain = ({ from, to }: Chain): SVGTemplateResult => {
  const bend = Math.sign(to.y - from.y) * 14;
  return svg`<path class="chain" d="M${from.x} ${from.y}C${from.x} ${to.y - bend} ${to.x} ${from.y + bend} ${to.x} ${to.y}"/>`;
};

function lane(picture: Picture, place: number, marks: readonly Mark[]): SVGTemplateResult {
  const { story, view, width, t } = picture;
  const shown = story.lanes[place] as Lane;
  const { session, life } = shown;
  const { refused } = shown;
  const bar = life ? barOf(life, view, width) : refused ? barOfRefused(refused, view, width) : null;
  const long = longTermText(shown, t);
  const id = session?.id ?? '';
  const name = session && width < NAMES_FROM_WIDTH ? '' : laneName(shown, t) + long;
  const room = Math.floor((width - (session ? SIDE_WORDS : 0)) / CHARACTER) - 2;
  return svg`<g class="lane" data-place=${place} role="group" aria-label=${id ? `${id}, ${laneName(shown, t)}` : name} transform="translate(0 ${place * LANE_HEIGHT})">
    <rect class="row" width=${width} height=${LANE_HEIGHT}/>
    <text class="lane-name" x="2" y="14">${id ? svg`<tspan class="lane-id">${cut(id, room)}</tspan>  ` : nothing}<tspan>${cut(name, room - id.length - 2)}</tspan></text>
    <text class="side" x=${width - 2} y="14" text-anchor="end"></text>
    ${bar && refused ? refusedParts(bar, refused, t) : bar ? barParts(bar, marks, picture, shown) : svg`<line class="endless" x1="2" x2=${width - 2} y1=${MIDDLE} y2=${MIDDLE}/>`}
    ${marks.map(lead)} ${marks.map((mark) => markOf(mark, picture))}
  </g>`;
}

function barParts(bar: Bar, marks: readonly Mark[], { t, width }: Picture, shown: Lane): SVGTemplateResult {
  const { from, end, until, asked, mfa } = bar;
  // Calls that were made after the end stand where the words would.
  const clear = Math.max(end + 8, ...marks.map(({ x }) => x + 16));
  const rect = (name: string, left: number, right: number): SVGTemplateResult =>
    svg`<rect class=${name} x=${left} y=${BAR_TOP} width=${Math.max(1, right - left)} height=${BAR_HEIGHT} rx="3"/>`;
  const revoked = end < until;
  return svg`
    ${asked === null || !shown.session ? nothing : ghost(until + 1, asked, clear, cappedText(shown.session, t))}
    ${revoked ? svg`${rect('revoked', end, until)}${words(clear, until, t.timeline.state.revoked)}` : nothing}
    ${rect('bar', from, end)}
    ${mfa === null ? nothing : mfaTrack(Math.max(mfa, -10), end)}
    ${end > width ? nothing : revoked ? revocation(end) : svg`<line class="expiry" x1=${end} x2=${end} y1=${BAR_TOP - 4} y2=${BAR_TOP + BAR_HEIGHT + 4}/>`}`;
}

/** A session that there is not: the longest that would have been given as an outline, and what was asked for beyond it. */
const refusedParts = ({ from, until, asked }: Bar, refused: Refused, t: Messages): SVGTemplateResult => svg`
    <rect class="revoked" x=${from} y=${BAR_TOP} width=${Math.max(1, until - from)} height=${BAR_HEIGHT} rx="3"/>
    ${ghost(until + 1, asked ?? until, until + 8, refusedText(refused, t))}
    <line class="expiry" x1=${until} x2=${until} y1=${BAR_TOP - 4} y2=${BAR_TOP + BAR_HEIGHT + 4}/>`;

/** The time that was asked for and not got. It takes the focus, because its words may have no room in the drawing. */
function ghost(from: number, until: number, clear: number, label: string): SVGTemplateResult {
  return svg`<g class="ghost-bar" role="img" tabindex="0" aria-label=${label}>
    <rect class="ghost" x=${from} y=${BAR_TOP} width=${Math.max(1, until - from)} height=${BAR_HEIGHT} rx="3"/>
    ${words(clear, until, label)}
  </g>`;
}

/** Words on a bar, where there is room for them. */
const words = (x: number, end: number, text: string): SVGTemplateResult | typeof nothing =>
  end - x > text.length * CHARACTER ? svg`<text class="on-bar" x=${x} y=${MIDDLE + 4} aria-hidden="true">${text}</text>` : nothing;

const revocation = (x: number): SVGTemplateResult =>
  svg`<path class="revocation" d="M${x} ${BAR_TOP - 5}v${BAR_HEIGHT + 10}m-4 ${-BAR_HEIGHT - 10}h8m-8 ${BAR_HEIGHT + 10}h8"/>`;

/** From the MFA until the session's end: how old the MFA is grows along it. */
const mfaTrack = (from: number, end: number): SVGTemplateResult =>
  end <= from
    ? svg``
    : svg`<path class="mfa" d="M${from} ${BAR_TOP + BAR_HEIGHT + 5}H${end}"/><circle class="mfa-start" cx=${from} cy=${BAR_TOP + BAR_HEIGHT + 5} r="2.500"/>`;

/** From the instant of a crowded call to where its mark had room. */
const lead = ({ calls, x, at }: Mark): SVGTemplateResult | typeof nothing =>
  calls.length > 1 || Math.abs(x - at) <= 2 ? nothing : svg`<path class="lead" d="M${at} ${BAR_TOP - 3}V${MIDDLE}H${x}"/>`;

function markOf(mark: Mark, { selected, reachable, t }: Picture): SVGTemplateResult {
  const { calls, x } = mark;
  const [{ path, step }] = calls;
  const holds = (wanted: string): boolean => calls.some((call) => call.path === wanted);
  const label = markLabel(mark, t);
  const chosen = holds(selected);
  const single = calls.length === 1;
  return svg`<g class="mark ${single ? DECISION[step.decision].tone : 'many'} ${chosen ? 'chosen' : ''}" role="button" tabindex=${holds(reachable) ? 0 : -1}
      aria-label=${label} aria-pressed=${chosen} data-path=${path} data-paths=${calls.map((call) => call.path).join(' ')} transform="translate(${x} ${MIDDLE})">
      <title>${label}</title><circle class="halo" r="12"/>${single ? SHAPES[step.decision] : svg`<rect x="-11" y="-8" width="22" height="16" rx="8"/><text class="count" y="4" text-anchor="middle" aria-hidden="true">${calls.length > 99 ? '99+' : calls.length}</text>`}
    </g>`;
}

const cut = (text: string, room: number): string => (text.length <= room ? text : room < 3 ? '' : `${text.slice(0, room - 1)}…`);

function anchor(x: number, width: number): string {
  if (x < 52) return 'start';
  return x > width - 52 ? 'end' : 'middle';
}
