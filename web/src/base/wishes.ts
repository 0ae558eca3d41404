// Wishes: the events by which a component tells those above it what its user wants. No other event leaves the element that it is of.

/**
 * What each wish brings, by its name; void: nothing. Who knows the types adds to it:
 * `declare module '../base/wishes' { interface Wishes { ... } }`. Those that the whole page hears stand in state/wishes.ts.
 */
export interface Wishes {}

export type WishName = keyof Wishes;
/** The names of the wishes that bring nothing. */
export type PlainWish = { [Name in WishName]: Wishes[Name] extends void ? Name : never }[WishName];
/** What is told with a wish: nothing, or its detail. */
export type Told<Name extends WishName> = Wishes[Name] extends void ? [] : [detail: Wishes[Name]];

/** Tells every element above, out of all shadow roots. */
export function wish<Name extends WishName>(from: EventTarget, name: Name, ...[detail]: Told<Name>): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** Hears a wish of the element or of one below it; `event` is there to be stopped. */
export function listen<Name extends WishName>(
  target: EventTarget,
  name: Name,
  listener: (detail: Wishes[Name], event: Event) => void,
): void {
  target.addEventListener(name, (event) => listener((event as CustomEvent<Wishes[Name]>).detail, event));
}
