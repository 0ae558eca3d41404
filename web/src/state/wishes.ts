// The wishes that the whole page hears: app/ carries them out.

import type { Diagnostic, Location } from '../engine/report';
import type { TrustEdge, TrustNeed } from '../engine/assist';
import type { Feature } from './features';
import type { Caret, TryRequest, Pane } from './page-state';

/** A document to open. `original` is what it is to be compared with; absent: itself. */
export interface OpenDocument {
  text: string;
  example: string | null;
  original?: string | undefined;
}

/** An edge of the graph as a call. `as`: the node that calls; null where the edge has none. */
export interface TryCall {
  as: string | null;
  call: TrustEdge['action'];
  roleArn: string;
  needs: readonly TrustNeed[];
}

declare module '../base/wishes' {
  interface Wishes {
    /** The path of a step: "0", or "0.1" for the second sub-step of the first. */
    'select-step': string;
    /** JSON pointer of a policy. */
    'select-policy': string;
    'select-view': Pane;
    'show-location': Location;
    'show-diagnostic': Diagnostic;
    /** The text that the editor shows, after a keystroke. */
    edit: string;
    /** The whole document, after a form changed it. */
    'change-document': string;
    'format-text': void;
    /** The call that is being put together; null: none any more. */
    draft: TryRequest | null;
    /** Milliseconds since 1970; null: no other instant than the step's. */
    'move-cursor': number | null;
    'open-document': OpenDocument;
    'open-example': string;
    'new-document': void;
    'new-call': void;
    'try-call': TryCall;
    /** Of the role whose session this is. */
    'revoke-sessions': string;
    'switch-language': void;
    undo: void;
    redo: void;
    'need-feature': Feature;
    'open-dialog': Feature;
    'next-problem': void;
    'cursor-at': Caret;
    'show-in-explanation': void;
    'show-graph': void;
    'switch-timeline': void;
    'focus-editor': void;
  }
}
