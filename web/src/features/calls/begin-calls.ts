// Calls that are begun outside of the pane of calls: they become the scenario's last step, which is then selected.
// Downloaded when the first one is begun.

import { worldOf } from '../../document/world';
import { loadCatalog } from '../../engine/catalog';
import { language } from '../../base/i18n';
import type { Feature } from '../../state/features';
import type { Playground } from '../../state/playground';
import type { TryCall } from '../../state/wishes';
import { withRevocation, withTriedCall } from './begin';
import type { StsCalls } from './sts-calls';

/** What a call that is begun needs of the page. */
interface Page extends HTMLElement {
  readonly model: Playground;
  need(feature: Feature): Promise<boolean>;
  scrollToEditor(): void;
}

/** Shows the form of a new call. */
export async function newCall(app: Page): Promise<void> {
  app.model.setView('calls');
  if (!(await app.need('calls'))) return;
  app.querySelector<StsCalls>('sts-calls')?.beginNew();
  app.scrollToEditor();
}

/** Puts the call of an edge of the graph into the scenario, and shows its form. */
export async function tryCall(app: Page, call: TryCall): Promise<void> {
  const { operations } = await loadCatalog(language());
  const { text } = app.model.state;
  const world = worldOf(text);
  app.model.setView('calls');
  void app.need('calls');
  app.model.addStep(withTriedCall(text, world, call, operations), world.steps.length);
  app.scrollToEditor();
}

/** Puts the revocation of the sessions of a session's role into the scenario. */
export async function revokeSessions(app: Page, id: string): Promise<void> {
  const { operations } = await loadCatalog(language());
  const { text, judged } = app.model.state;
  const session = judged?.sessions.find((one) => one.id === id);
  if (!judged || !session) return;
  const world = worldOf(text);
  const last = judged.steps.at(-1)?.at ?? session.issuedAt;
  app.model.addStep(withRevocation(text, world, session, last, operations), world.steps.length);
}
