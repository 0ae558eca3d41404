// Answers by shared memory. After a keystroke browsers make messages wait until the next frame is painted; a wait on shared memory
// ends at once, so that the verdict is painted with the letter. Only a page whose headers isolate it (Cross-Origin-Opener-Policy,
// Cross-Origin-Embedder-Policy) has shared memory, and not every browser can wait so; elsewhere messages are all there is.

/** Bytes of an answer; a longer one comes as a message only. */
const ROOM = 1 << 20;
/** Before the answer: the call's id, and the answer's length in bytes. */
const HEAD = 8;

/** Null where there is no shared memory, or no way to wait on it. */
export const makeMailbox = (): SharedArrayBuffer | null =>
  self.crossOriginIsolated && 'waitAsync' in Atomics ? new SharedArrayBuffer(HEAD + ROOM) : null;

/** Settles when the next answer is put in. Asked before the call is made. */
export async function whenAnswered(mailbox: SharedArrayBuffer): Promise<void> {
  const head = new Int32Array(mailbox, 0, 2);
  await Atomics.waitAsync(head, 0, Atomics.load(head, 0)).value;
}

/** Puts an answer in, in UTF-8; one that has no room is left out. */
export function putAnswer(mailbox: SharedArrayBuffer, id: number, answer: string): void {
  if (answer.length > ROOM) return;
  // An encoder and a decoder may refuse shared memory, so both work beside it.
  const bytes = new TextEncoder().encode(answer);
  if (bytes.length > ROOM) return;
  new Uint8Array(mailbox, HEAD).set(bytes);
  const head = new Int32Array(mailbox, 0, 2);
  head[1] = bytes.length;
  // Whoever reads the id sees all that was written before it.
  Atomics.store(head, 0, id);
  Atomics.notify(head, 0);
}

/** The answer to a call; null while it is not there. */
export function takeAnswer(mailbox: SharedArrayBuffer, id: number): string | null {
  const head = new Int32Array(mailbox, 0, 2);
  if (Atomics.load(head, 0) !== id) return null;
  return new TextDecoder().decode(new Uint8Array(mailbox, HEAD, head[1]).slice());
}
