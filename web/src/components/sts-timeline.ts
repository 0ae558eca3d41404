// Sessions and calls over time, and a cursor: the instant at which the page judges the selected call anew. A change of the
// report or the view draws the lanes that are in sight; a move of the cursor only writes into what is drawn.

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Report, Step } from '../engine/report';
import { controls, cursorControls, type Part } from '../timeline/controls';
import { CursorPainter } from '../timeline/cursor';
import { axis, lanes, type Picture } from '../timeline/draw';
import { type Command, commandOf, type Instrument } from '../timeline/instrument';
import { LANE_HEIGHT, lanesInSight } from '../timeline/layout';
import type { View } from '../timeline/scale';
import { type Call, readStory, type Story } from '../timeline/story';
import { shared, StsElement } from '../base/element';
import { timelineStyles } from './timeline-styles';

type Hands = typeof import('../timeline/hands');

const EMPTY: Story = { lanes: [], calls: [], events: [], begins: [], ends: [], all: { from: 0, until: 1 }, ofCalls: null };
/** The cursor's properties: their changes draw nothing anew. */
const WRITTEN = ['cursor', 'rejudged'];

@customElement('sts-timeline')
export class StsTimeline extends StsElement implements Instrument {
  @property({ attribute: false }) report: Report | null = null;
  @property() selected = '0';
  @property({ type: Boolean }) stale = false;
  /** Milliseconds since 1970; null: the selected call is judged when it was made. */
  @property({ attribute: false }) cursor: number | null = null;
  /** The selected step, as the engine judges it at the cursor. */
  @property({ attribute: false }) rejudged: Step | null = null;
  @state() private asTable = false;
  @state() private chosenView: View | null = null;
  @state() private sight: readonly [number, number] = [0, 0];
  @state() private reachable: string | null = null;
  @state() private failed = false;
  @state() width = 0;

  story: Story = EMPTY;
  #hands: Promise<Hands> | null = null;
  #here: Hands | null = null;
  #painter = new CursorPainter(this);
  #held: string | null = null;

  static override styles = [shared, timelineStyles];

  #resize = new ResizeObserver(() => this.#measure());

  get view(): View {
    return this.chosenView ?? this.story.all;
  }

  get chosen(): Call | null {
    return this.story.calls.find(({ path }) => path === this.selected) ?? null;
  }

  get made(): number | null {
    return this.chosen?.at ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resize.disconnect();
    super.disconnectedCallback();
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    const written = changed.size > 0 && [...changed.keys()].every((name) => WRITTEN.includes(String(name)));
    if (written && this.hasUpdated) this.#painter.paint(this.renderRoot);
    return !written || !this.hasUpdated;
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#held = this.#focused();
    if (!changed.has('report')) return;
    this.story = this.report ? readStory(this.report) : EMPTY;
    const { all } = this.story;
    const { chosenView } = this;
    // What was zoomed to stays while the document is edited, as far as the story still reaches there.
    if (chosenView && (chosenView.from < all.from || chosenView.until > all.until)) this.chosenView = null;
    this.reachable = null;
  }

  protected override updated(): void {
    this.#keepFocus();
    this.#measure();
    this.#painter.paint(this.renderRoot);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.report) return nothing;
    const { asTable, t } = this;
    return html`<section class=${this.stale ? 'stale' : ''} aria-labelledby="timeline"
      @keydown=${this.#onKey} @focusin=${this.#detail} @pointerover=${this.#detail}>
      <header>
        <h2 id="timeline">${t.timeline.heading}</h2>
        ${this.story.calls.length > 0 ? controls(t, { story: this.story, asTable, do: this.#do, twin: () => this.switchTwin() }) : nothing}
      </header>
      ${this.failed ? html`<p class="error" role="alert">${t.timeline.failed}</p>` : nothing}
      ${this.story.lanes.length === 0 ? html`<p class="quiet">${t.timeline.empty}</p>` : this.#body()}
    </section>`;
  }

  #body(): TemplateResult {
    const { asTable, t, width } = this;
    const picture = this.#picture();
    const part: Part = { do: this.#do, slide: this.#slide, write: this.#write };
    return html`${this.story.calls.length > 0 ? cursorControls(t, part) : nothing}
      ${
        asTable
          ? html`<sts-timeline-table .report=${this.report} .cursor=${this.cursor}></sts-timeline-table>`
          : html`<div class="frame">
            ${axis(picture)}
            <div class="view" tabindex="0" role="group" aria-label=${t.timeline.drawing} aria-describedby="keys"
              @scroll=${this.#measure} @pointerdown=${this.#grab} @click=${this.#choose} @wheel=${{ handleEvent: this.#wheel, passive: false }}>
              ${width > 40 ? lanes(picture) : nothing}
            </div>
            <div class="line" aria-hidden="true" hidden><span></span></div>
          </div>`
      }
      <p id="keys" hidden>${t.timeline.keys}</p>
      <p class="living" role="status"></p>
      ${asTable ? nothing : html`<p class="detail" aria-hidden="true"></p>`}`;
  }

  #picture(): Picture {
    const { story, view, width, selected, t } = this;
    const [first, end] = this.sight;
    const places = Array.from({ length: Math.max(0, Math.min(end, story.lanes.length) - first) }, (_, index) => first + index);
    const reachable = this.reachable ?? (this.chosen ? selected : (story.calls[0]?.path ?? ''));
    return { story, view, width, places, selected, reachable, t };
  }

  /** The path of the mark that has the focus; '' where something else in the drawing has it, null where nothing has. */
  #focused(): string | null {
    const focused = this.shadowRoot?.activeElement;
    return focused?.closest('.drawing') ? ((focused as SVGElement).dataset['path'] ?? '') : null;
  }

  /** Lanes are drawn into the elements of those that went out of sight; the focus goes with its mark, or stays in the drawing. */
  #keepFocus(): void {
    const held = this.#held;
    if (held === null || this.#focused() === held) return;
    const mark = held && this.renderRoot.querySelector<SVGElement>(`.mark[data-path="${CSS.escape(held)}"]`);
    (mark || this.renderRoot.querySelector<HTMLElement>('.view'))?.focus({ preventScroll: true });
  }

  /** Reads what is in sight; sets nothing that has not changed. */
  #measure = (): void => {
    const view = this.renderRoot.querySelector<HTMLElement>('.view');
    if (!view) return;
    this.width = view.clientWidth;
    const [first, end] = lanesInSight(this.story, view.scrollTop, view.clientHeight);
    if (first !== this.sight[0] || end !== this.sight[1]) this.sight = [first, end];
  };

  // --- What its hands do ---

  show(view: View | null): void {
    const { all } = this.story;
    this.chosenView = view && (view.from > all.from || view.until < all.until) ? view : null;
  }

  place(at: number | null): void {
    this.#move(at);
    if (at === null || (at >= this.view.from && at <= this.view.until)) return;
    const half = (this.view.until - this.view.from) / 2;
    void this.#use((hands) => this.show(hands.within({ from: at - half, until: at + half }, this.story.all)));
  }

  selectStep(path: string): void {
    this.tell('select-step', path);
  }

  focusCall(path: string): void {
    const call = this.story.calls.find((one) => one.path === path);
    const view = this.renderRoot.querySelector('.view');
    if (!call || !view) return;
    const top = call.lane * LANE_HEIGHT;
    if (top < view.scrollTop) view.scrollTop = top;
    else if (top + LANE_HEIGHT > view.scrollTop + view.clientHeight) view.scrollTop = top + LANE_HEIGHT - view.clientHeight;
    this.reachable = path;
    this.#measure();
    void this.#use(async (hands) => {
      if (call.at < this.view.from || call.at > this.view.until) {
        const half = (this.view.until - this.view.from) / 2;
        this.show(hands.within({ from: call.at - half, until: call.at + half }, this.story.all));
      }
      await this.updateComplete;
      this.renderRoot.querySelector<SVGElement>('.mark[tabindex="0"]')?.focus();
    });
  }

  switchTwin(): void {
    const hadFocus = this.renderRoot.querySelector('.view')?.matches(':focus-within') ?? false;
    void import('./sts-timeline-table').then(
      async () => {
        this.failed = false;
        this.asTable = !this.asTable;
        await this.updateComplete;
        // The focus stays in the timeline, where the key that brings the drawing back works.
        if (hadFocus) this.renderRoot.querySelector<HTMLElement>('.switch')?.focus();
      },
      () => (this.failed = true),
    );
  }

  #move(at: number | null): void {
    if (at === this.cursor) return;
    this.cursor = at;
    this.tell('move-cursor', at);
  }

  /** At once where the hands are here: a pointer's next event may not wait. */
  async #use(act: (hands: Hands) => void | Promise<void>): Promise<void> {
    try {
      this.#here ??= await this.#load();
      await act(this.#here);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  /** A download that failed is tried again by the next touch. */
  #load(): Promise<Hands> {
    this.#hands ??= import('../timeline/hands');
    this.#hands.catch(() => (this.#hands = null));
    return this.#hands;
  }

  #ready = (): void => {
    this.#load().then(
      (hands) => (this.#here = hands),
      () => undefined,
    );
  };

  #do = (command: Command): void => {
    const focused = this.#focused();
    void this.#use((hands) => hands.perform(this, command, focused));
  };

  #slide = (event: Event): void => this.#move((event.target as HTMLInputElement).valueAsNumber);

  /** An instant was written. What is none stays as it is, and is said to be wrong. */
  #write = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    void this.#use((hands) => {
      const at = hands.readInstant(field.value, this.cursor ?? this.made ?? this.view.from);
      this.#painter.wrong(this.renderRoot, at === null);
      if (at !== null) this.place(at);
    });
  };

  #onKey = (event: KeyboardEvent): void => {
    const target = event.target as Element;
    if ((event.key === 'Enter' || event.key === ' ') && target.closest('.mark')) {
      event.preventDefault();
      this.#choose(event);
      return;
    }
    const command = this.story.calls.length > 0 ? commandOf(event, target) : null;
    if (!command) return;
    event.preventDefault();
    if (command === 'twin') this.switchTwin();
    else this.#do(command);
  };

  #choose = (event: Event): void => {
    const mark = (event.target as Element).closest<SVGElement>('.mark');
    const path = mark?.dataset['path'];
    if (path === undefined) return;
    this.reachable = path;
    const paths = mark?.dataset['paths']?.split(' ') ?? [path];
    if (paths.length === 1) this.selectStep(path);
    else void this.#use((hands) => hands.openGroup(this, paths, this.selected));
  };

  #grab = (event: PointerEvent): void => {
    const view = event.currentTarget as HTMLElement;
    void this.#use((hands) => hands.grab(this, view, event));
  };

  #wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const view = event.currentTarget as HTMLElement;
    void this.#use((hands) => hands.wheel(this, view, event));
  };

  /** What is pointed at or focused, in words below the drawing. */
  #detail = (event: Event): void => {
    this.#ready();
    const target = event.target as Element;
    const lane = this.story.lanes[Number(target.closest<SVGElement>('.lane')?.dataset['place'] ?? -1)];
    const line = this.renderRoot.querySelector('.detail');
    if (!lane || !line) return;
    const mark = target.closest('.mark')?.getAttribute('aria-label');
    void this.#use((hands) => void (line.textContent = mark ?? hands.laneDetail(lane, this.t)));
  };
}
