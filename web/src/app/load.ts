// The parts of the page that are downloaded when they are first asked for: each defines its elements.

import type { Feature, FeatureState } from '../state/features';

const LOADERS: Record<Feature, () => Promise<unknown>> = {
  world: () => import('../features/world/sts-world'),
  calls: () => import('../features/calls/sts-calls'),
  graph: () => import('../features/graph/sts-graph'),
  palette: () => import('../features/palette/sts-palette'),
  shortcuts: () => import('../features/palette/sts-shortcuts'),
  compare: () => import('../features/compare/sts-compare'),
  history: () => import('../features/compare/sts-history'),
  about: () => import('../features/palette/sts-about'),
};

const states = new Map<Feature, FeatureState>();

export const featureState = (feature: Feature): FeatureState => states.get(feature) ?? 'loading';

/** Downloads a part once; a failed download is tried again by the next call. Resolves to whether it is here. */
export async function loadFeature(feature: Feature): Promise<boolean> {
  if (states.get(feature) === 'here') return true;
  states.set(feature, 'loading');
  try {
    await LOADERS[feature]();
    states.set(feature, 'here');
    return true;
  } catch {
    states.set(feature, 'failed');
    return false;
  }
}
