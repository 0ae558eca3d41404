// The names of the parts of the page that are downloaded when they are first asked for.

export type Feature = 'world' | 'calls' | 'graph' | 'palette' | 'shortcuts' | 'compare' | 'history' | 'about';
export type FeatureState = 'loading' | 'here' | 'failed';
