// The timeline's hands: zoom, pan, pinch, and the ways from one event or call to another. Downloaded at the first touch.

import type { Command, Instrument } from './instrument';
import { instantAt, type View } from './scale';
import { countUntil } from './story';

/** A view shows at least so many milliseconds. */
const LEAST = 10_000;
const STEP = 1.6;
const PAN = 0.15;
/** How far a pointer moves, in px, before it drags. */
const DRAG_FROM = 4;

/** A view that lies within all of the story's time, and is as long as it may be. */
export function within({ from, until }: View, all: View): View {
  const span = Math.min(Math.max(until - from, LEAST), all.until - all.from);
  const start = Math.min(Math.max(from, all.from), all.until - span);
  return { from: start, until: start + span };
}

/** `factor` over 1 shows more. The instant `fixed` stays at its place on the screen, unless the story's ends are reached. */
export function zoomed({ from, until }: View, factor: number, fixed: number, all: View): View {
  const least = Math.min(LEAST, all.until - all.from);
  const exact = Math.max(factor, least / (until - from));
  return within({ from: fixed - (fixed - from) * exact, until: fixed + (until - fixed) * exact }, all);
}

export function panned({ from, until }: View, ms: number, all: View): View {
  return within({ from: from + ms, until: until + ms }, all);
}

/** The first of the ordered instants after `at`, or the last one before it. */
export function neighbour(ordered: readonly number[], at: number, direction: 1 | -1): number | null {
  const after = countUntil(ordered, at);
  if (direction === 1) return ordered[after] ?? null;
  return ordered[ordered[after - 1] === at ? after - 2 : after - 1] ?? null;
}

/** An instant as people write it, in UTC: with or without seconds, "T" and "Z"; a time alone is on the day of `near`. Null: no instant. */
export function readInstant(text: string, near: number): number | null {
  const parts = /^\s*(?:(\d{4}-\d\d-\d\d)[T\s]+)?(\d\d?):(\d\d)(?::(\d\d))?(?:\.0+)?\s*(?:Z|UTC)?\s*$/i.exec(text);
  if (!parts) return null;
  const [, day = new Date(near).toISOString().slice(0, 10), hour = '', minute, second = '00'] = parts;
  const written = `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
  const at = Date.parse(`${written}Z`);
  // JavaScript takes the 30th of February for the 2nd of March.
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(written) ? null : at;
}

const now = ({ cursor, made, view }: Instrument): number => cursor ?? made ?? view.from;

function zoomBy(instrument: Instrument, factor: number): void {
  const { view, story, cursor, made } = instrument;
  const wanted = cursor ?? made;
  const seen = wanted !== null && wanted >= view.from && wanted <= view.until;
  instrument.show(zoomed(view, factor, seen ? wanted : (view.from + view.until) / 2, story.all));
}

export function perform(instrument: Instrument, command: Command, focused: string | null): void {
  const { view, story } = instrument;
  const pan = (view.until - view.from) * PAN;
  const toEvent = (direction: 1 | -1): void => {
    const at = neighbour(story.events, now(instrument), direction);
    if (at !== null) instrument.place(at);
  };
  const place = story.calls.findIndex(({ path }) => path === focused);
  const toCall = (index: number): void => {
    const call = story.calls[index];
    if (call) instrument.focusCall(call.path);
  };
  const actions: Record<Command, () => void> = {
    in: () => zoomBy(instrument, 1 / STEP),
    out: () => zoomBy(instrument, STEP),
    all: () => instrument.show(null),
    calls: () => instrument.show(story.ofCalls && within(story.ofCalls, story.all)),
    left: () => instrument.show(panned(view, -pan, story.all)),
    right: () => instrument.show(panned(view, pan, story.all)),
    'previous-event': () => toEvent(-1),
    'next-event': () => toEvent(1),
    off: () => instrument.place(null),
    'previous-call': () => toCall(place - 1),
    'next-call': () => toCall(place + 1),
    'first-call': () => toCall(0),
    'last-call': () => toCall(story.calls.length - 1),
  };
  actions[command]();
}

/** A mark that stands for several calls was chosen: zooms in on them, or chooses the next of them where they are at one instant. */
export function openGroup(instrument: Instrument, paths: readonly string[], selected: string): void {
  const { story } = instrument;
  const instants = story.calls.filter(({ path }) => paths.includes(path)).map(({ at }) => at);
  const from = instants[0] ?? 0;
  const until = instants.at(-1) ?? from;
  const span = Math.max(until - from, LEAST);
  const closer = within({ from: from - span * 0.1, until: until + span * 0.1 }, story.all);
  const narrower = closer.until - closer.from < (instrument.view.until - instrument.view.from) * 0.95;
  if (narrower) instrument.show(closer);
  const next = paths[(paths.indexOf(selected) + 1) % paths.length];
  if (!narrower && next !== undefined) instrument.selectStep(next);
}

const place = (drawing: Element, { clientX }: { clientX: number }): number => clientX - drawing.getBoundingClientRect().left;

/** Ctrl or Cmd with the wheel, which a touchpad's pinch sends as well: zooms at the pointer. */
export function wheel(instrument: Instrument, drawing: Element, event: WheelEvent): void {
  const { view, width, story } = instrument;
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const turn = Math.max(-120, Math.min(120, event.deltaY * lines));
  instrument.show(zoomed(view, Math.exp(turn * 0.004), instantAt(view, width, place(drawing, event)), story.all));
}

/** The pointers that are down on a drawing, by their id, at their last place in px. */
const held = new Map<number, number>();

/** Follows a pointer that went down on the drawing: one drags, two pinch. */
export function grab(instrument: Instrument, drawing: HTMLElement, down: PointerEvent): void {
  if (down.button !== 0 || held.size > 1) return;
  const start = place(drawing, down);
  held.set(down.pointerId, start);
  let dragging = held.size > 1;
  const move = (event: PointerEvent): void => {
    const before = held.get(event.pointerId);
    if (before === undefined || event.pointerId !== down.pointerId) return;
    // It was let go before this file was here.
    if (event.buttons === 0) return end(event);
    const x = place(drawing, event);
    if (!dragging && Math.abs(x - start) < DRAG_FROM) return;
    if (!dragging) drawing.setPointerCapture(event.pointerId);
    dragging = true;
    drawing.classList.add('dragged');
    instrument.show(moved(instrument, event.pointerId, before, x));
    held.set(event.pointerId, x);
  };
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    held.delete(event.pointerId);
    drawing.classList.remove('dragged');
    for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) window.removeEventListener(name, end);
    window.removeEventListener('pointermove', move);
  };
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) window.addEventListener(name, end);
  window.addEventListener('pointermove', move);
}

/** The view after one pointer moved: what was under the pointers stays under them. */
function moved({ view, width, story }: Instrument, pointer: number, before: number, x: number): View {
  const [other] = [...held].filter(([id]) => id !== pointer).map(([, at]) => at);
  if (other === undefined) return panned(view, instantAt(view, width, before) - instantAt(view, width, x), story.all);
  const gap = (a: number, b: number): number => Math.max(8, Math.abs(a - b));
  const fixed = instantAt(view, width, other);
  return zoomed(view, gap(before, other) / gap(x, other), fixed, story.all);
}
