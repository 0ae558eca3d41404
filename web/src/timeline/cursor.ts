// Writes what changes with the cursor into what is drawn: no template is rendered anew for it.

import { DECISION } from '../text/looks';
import type { Step } from '../engine/report';
import { messages } from '../base/i18n';
import type { Messages } from '../base/i18n/en';
import { instantText } from '../text/names';
import type { Instrument } from './instrument';
import { fineStep, xOf } from './scale';
import { type Call, livingAt, type Story, stateAt } from './story';
import { instantOf, lifetimeText, stateText } from './words';

/** How many live sessions are named before they are only counted. */
const NAMED = 5;
/** The times of a lane stand at its right end, where there is room. */
const TIMES_FROM_WIDTH = 420;
const LABEL_HALF = 74;

interface Host extends Instrument {
  readonly selected: string;
  readonly chosen: Call | null;
  readonly rejudged: Step | null;
}

/** Writes a text only where it is another one: what is not touched is not laid out anew. */
function write(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export class CursorPainter {
  /** What the summary was last written for. */
  #said: { key: string; story: Story | null; words: Messages | null; place: Element | null } = {
    key: '',
    story: null,
    words: null,
    place: null,
  };

  constructor(private readonly host: Host) {}

  paint(root: ParentNode): void {
    const range = root.querySelector<HTMLInputElement>('.range');
    if (!range) return;
    this.#range(range);
    this.#field(root);
    this.#verdict(root.querySelector('.verdict'));
    this.#line(root.querySelector<HTMLElement>('.line'));
    for (const lane of root.querySelectorAll<SVGGElement>('.lane')) this.#lane(lane);
    this.#summary(root.querySelector('.living'));
    const table = root.querySelector<HTMLElement & { cursor: number | null }>('sts-timeline-table');
    if (table) table.cursor = this.host.cursor;
  }

  /** Marks the field's text as wrong, or takes that back. */
  wrong(root: ParentNode, wrong: boolean): void {
    const field = root.querySelector('.instant input');
    if (field) set(field, 'aria-invalid', String(wrong));
    write(root.querySelector('.wrong'), wrong ? messages().timeline.cursorWrong : '');
  }

  /** The range spans what is drawn, so that its thumb stands on the line, and zooming in makes its steps finer. */
  #range(range: HTMLInputElement): void {
    const { view, width, story, cursor, made } = this.host;
    const t = messages().timeline;
    const step = fineStep(view, width);
    range.step = String(step);
    range.min = String(Math.floor(view.from / step) * step);
    range.max = String(Math.ceil(view.until / step) * step);
    const at = cursor ?? made ?? view.from;
    if (range.valueAsNumber !== at) range.value = String(at);
    range.classList.toggle('resting', cursor === null);
    set(range, 'aria-valuetext', cursor === null ? t.cursorIsOff(instantOf(at)) : `${instantOf(at)} ${t.utc}, ${livingText(story, at)}`);
  }

  #field(root: ParentNode): void {
    const { cursor, made } = this.host;
    const field = root.querySelector<HTMLInputElement>('.instant input');
    const at = cursor ?? made;
    const text = at === null ? '' : instantOf(at);
    if (field && field.dataset['shown'] !== text) {
      field.dataset['shown'] = text;
      field.value = text;
      this.wrong(root, false);
    }
    const off = root.querySelector<HTMLButtonElement>('.off');
    if (off) set(off, 'aria-disabled', String(cursor === null));
  }

  #verdict(place: Element | null): void {
    const { cursor, chosen, rejudged } = this.host;
    if (!place) return;
    const words = messages();
    const t = words.timeline;
    let text = '';
    let tone = '';
    if (cursor !== null && !rejudged) text = t.notRejudged;
    if (cursor !== null && rejudged && chosen) {
      const { decision, error, id, call, at } = rejudged;
      const was = chosen.step.decision;
      tone = DECISION[decision].tone;
      text =
        t.rejudged(id || call, words.decision[decision], error?.code ?? '', instantText(at)) +
        (was === decision ? t.still : t.was(words.decision[was]));
    }
    write(place, text);
    set(place, 'class', `verdict ${tone}`);
  }

  #line(line: HTMLElement | null): void {
    if (!line) return;
    const { view, width, cursor } = this.host;
    const shown = cursor !== null && cursor >= view.from && cursor <= view.until;
    line.hidden = !shown;
    if (!shown) return;
    const x = xOf(view, width)(cursor);
    line.style.transform = `translateX(${x}px)`;
    const label = line.firstElementChild as HTMLElement;
    write(label, `${instantOf(cursor)} ${messages().timeline.utc}`);
    const moved = Math.min(Math.max(x, LABEL_HALF), Math.max(LABEL_HALF, width - LABEL_HALF)) - x;
    label.style.transform = `translateX(calc(-50% + ${moved}px))`;
  }

  #lane(element: SVGGElement): void {
    const { story, cursor, width } = this.host;
    const lane = story.lanes[Number(element.dataset['place'])];
    if (!lane?.session || !lane.life) return;
    const words = messages();
    const state = cursor === null ? 'live' : stateAt(lane.life, cursor);
    element.classList.toggle('dead', state !== 'live');
    const times = width >= TIMES_FROM_WIDTH ? lifetimeText(lane.session) : '';
    write(element.querySelector('.side'), cursor === null ? times : stateText(lane.life, cursor, words));
  }

  /** Says who lives, when that changes and only then. */
  #summary(place: Element | null): void {
    const { story, cursor } = this.host;
    const words = messages();
    const key = cursor === null || story.begins.length === 0 ? '' : livingAt(story, cursor).key;
    const { key: said, story: of, words: language, place: where } = this.#said;
    if (key === said && story === of && words === language && place === where) return;
    this.#said = { key, story, words, place };
    write(place, key === '' || cursor === null ? '' : summary(story, cursor));
  }
}

function livingText(story: Story, at: number): string {
  return messages().timeline.living(livingAt(story, at).count, story.begins.length);
}

function summary(story: Story, at: number): string {
  const living = story.lanes.flatMap(({ session, life }) => (session && life && stateAt(life, at) === 'live' ? session.id : []));
  const count = livingText(story, at);
  return living.length > 0 && living.length <= NAMED ? `${count}: ${living.join(', ')}` : count;
}
