// What the parts of the forms of the world ask for; sts-world carries it out.

import type { JSONPath } from '../../document/edit';
import type { ThingKind } from '../../document/things';
import type { TemplateKind } from './template';

export type WorldWish =
  /** A value at a place; `undefined` takes away what is there. */
  | { wish: 'set'; path: JSONPath; value: unknown }
  /** Another name for a property that nothing refers to, such as a tag's key. */
  | { wish: 'rename-key'; path: JSONPath; name: string }
  /** Another name for a thing; the visitor is asked about what refers to it. */
  | { wish: 'rename'; path: JSONPath; name: string }
  /** Another IAM path ("/teams/") for a thing, which is part of its ARN. */
  | { wish: 'move'; path: JSONPath; iamPath: string }
  /** Asks for another name first. */
  | { wish: 'ask-name'; path: JSONPath }
  | { wish: 'remove'; path: JSONPath }
  | { wish: 'duplicate'; path: JSONPath }
  /** `at`: the object that the new thing becomes a property of. */
  | { wish: 'add'; kind: ThingKind; at: JSONPath; template?: TemplateKind }
  /** A policy from a template, in place of what is there. */
  | { wish: 'template'; path: JSONPath; template: TemplateKind }
  /** Shows a policy in the editor. */
  | { wish: 'edit'; path: JSONPath }
  /** Puts an account into a level of an organization, and nowhere else; null: into none. */
  | { wish: 'place'; account: string; level: JSONPath | null }
  | { wish: 'select'; pointer: string; focus?: 'form' | 'tree' };

export const WISH = 'world-wish';

declare module '../../base/wishes' {
  interface Wishes {
    [WISH]: WorldWish;
  }
}
