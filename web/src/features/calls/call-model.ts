// What the pane "Calls" edits: the scenario's steps as they are, the forms that were begun, and the texts that come of them.

import { insertValue, removeValue, treeOf } from '../../document/edit';
import { type Json, listOf, objectOf, textOf } from '../../document/values';
import { valueOf, type World, worldOf } from '../../document/world';
import type { CatalogOperation } from '../../engine/assist';
import { operationOf } from '../../engine/operations';
import type { TryRequest } from '../../state/page-state';
import { formOf, knowing, stepOf } from './draft';
import { appendStep, changeStep, freeId, swapSteps } from './step-text';
import { type CallStore, editedStep, type Edited, emptyStore, isChanged, type Key, moveForms, storeOf } from './store';

export interface ShownCall {
  key: Key;
  /** Its place in the scenario's steps, or the one that it would have. */
  index: number;
  edited: Edited;
}

/** A document to be written, and the step that is to be selected in it; null: none is left. */
export interface DocumentChange {
  text: string;
  select: number | null;
}

export class CallModel {
  world: World = worldOf('');
  steps: readonly Json[] = [];
  store: CallStore = emptyStore(-1);
  /** Whether the text is one that a call can be written into. */
  writable = false;
  #text = '';
  /** What the catalog says of operations; none as long as it is not there. */
  #operations: readonly CatalogOperation[] = [];

  /** Takes over what the catalog says of operations. */
  learn(operations: readonly CatalogOperation[]): void {
    this.#operations = operations;
    for (const [key, edited] of this.store.edits) {
      // A call that was begun before there was a catalog names no operation yet.
      const { form, json } = edited;
      const call = key === 'new' && form.call === '' && json === null ? this.#firstCall : form.call;
      this.store.edits.set(key, { ...edited, form: { ...knowing(form, operationOf(operations, call)), call } });
    }
  }

  /** Takes over the scenario's text; `opened` counts the documents that were opened. */
  read(text: string, opened: number): void {
    this.#text = text;
    this.store = storeOf(opened);
    this.world = worldOf(text);
    this.writable = treeOf(text)?.type === 'object';
    this.steps = listOf(valueOf(text)['steps']).map(objectOf);
    this.#dropLost();
  }

  /** The shown step may be gone, by an undo or in another pane. What was begun with it becomes a new call. */
  #dropLost(): void {
    const { shown, edits } = this.store;
    if (typeof shown !== 'number' || shown < this.steps.length) return;
    const begun = edits.get(shown);
    edits.delete(shown);
    this.store.shown = null;
    if (!begun || !isChanged(begun) || edits.has('new')) return;
    edits.set('new', { ...begun, base: {} });
    this.store.shown = 'new';
  }

  /** Shows the page's selection, once for each selection: what the author chose here since then stays. */
  follow(selected: string): void {
    const { store } = this;
    if (store.followed === selected && store.shown !== null) return;
    const first = store.followed === null;
    store.followed = selected;
    const index = indexOf(selected);
    if (first && this.steps.length === 0) this.begin(selected);
    else if (index < this.steps.length) store.shown = index;
  }

  show(index: number | null): void {
    this.store.shown = index;
    if (index !== null) this.store.followed = String(index);
  }

  get shown(): ShownCall | null {
    const { shown, edits } = this.store;
    if (shown === null) return null;
    if (shown === 'new') {
      const edited = edits.get('new');
      return edited ? { key: shown, index: this.steps.length, edited } : null;
    }
    const step = this.steps[shown];
    return step ? { key: shown, index: shown, edited: editedStep(this.store, shown, step, this.#operations) } : null;
  }

  /** Shows the new call; it begins with the caller of the selected one. */
  begin(selected: string): void {
    const { edits } = this.store;
    if (!edits.has('new')) {
      const as = textOf(this.steps[indexOf(selected)]?.['as'], this.world.users[0]?.arn);
      const id = freeId(`call-${this.steps.length + 1}`, this.#ids());
      edits.set('new', {
        form: formOf({ id, as, call: this.#firstCall, at: '+1m' }, this.#operations),
        base: {},
        json: null,
        asJson: false,
      });
    }
    this.store.shown = 'new';
  }

  edit(patch: Partial<Edited>): void {
    const { shown } = this;
    if (shown) this.store.edits.set(shown.key, { ...shown.edited, ...patch });
  }

  /** Forgets what was begun. */
  discard(key: Key): void {
    this.store.edits.delete(key);
  }

  /** The steps whose forms say something else than the document. */
  get changed(): ReadonlySet<number> {
    return new Set([...this.store.edits].flatMap(([key, edited]) => (key !== 'new' && isChanged(edited) ? [key] : [])));
  }

  /** The scenario with the shown call in it; null where the document says so already, or cannot be written into. */
  request(): TryRequest | null {
    const { shown } = this;
    if (!shown || !this.writable || (shown.key !== 'new' && !isChanged(shown.edited))) return null;
    const { index, edited } = shown;
    const step = stepOf(edited.form, edited.base);
    const present = this.steps[index];
    const text = present ? changeStep(this.#text, index, present, step) : appendStep(this.#text, step);
    return { text, index };
  }

  /** Writes the shown call into the document. */
  write(): DocumentChange | null {
    const request = this.request();
    if (!request || !this.shown) return null;
    this.discard(this.shown.key);
    return { text: request.text, select: request.index };
  }

  remove(index: number): DocumentChange {
    moveForms(this.store, (at) => (at === index ? null : at > index ? at - 1 : at));
    const select = this.steps.length > 1 ? Math.min(index, this.steps.length - 2) : null;
    return { text: removeValue(this.#text, ['steps', index]), select };
  }

  duplicate(index: number): DocumentChange {
    const step = this.steps[index] ?? {};
    const id = typeof step['id'] === 'string' ? { id: freeId(step['id'], this.#ids()) } : {};
    moveForms(this.store, (at) => (at > index ? at + 1 : at));
    return { text: insertValue(this.#text, ['steps'], index + 1, { ...step, ...id }), select: index + 1 };
  }

  /** Exchanges a step with its neighbour: -1 is the one before it, 1 the one behind it. */
  move(index: number, by: -1 | 1): DocumentChange {
    const first = Math.min(index, index + by);
    moveForms(this.store, (at) => (at === first ? first + 1 : at === first + 1 ? first : at));
    return { text: swapSteps(this.#text, first), select: index + by };
  }

  /** What a new call begins as. */
  get #firstCall(): string {
    return this.#operations.find(({ plays }) => plays === 'new_call')?.name ?? '';
  }

  #ids(): string[] {
    return this.world.steps.map(({ id }) => id);
  }
}

/** The step of a path: 3 of "3" and of "3.0". */
const indexOf = (selected: string): number => Number(selected.split('.')[0]);
