// Brings Monaco, once, in the page's language.

import { language } from '../base/i18n';
import { divertStyleElements } from './style-shim';

type MonacoModule = typeof import('./monaco-surface');

let loading: Promise<MonacoModule> | null = null;

async function load(): Promise<MonacoModule> {
  divertStyleElements();
  // Monaco reads its texts while it loads, so they must be there first.
  if (language() === 'ko') await import('monaco-editor/nls/lang/ko');
  return import('./monaco-surface');
}

export function loadMonaco(): Promise<MonacoModule> {
  loading ??= load();
  // A failed download may be tried again at the next touch.
  loading.catch(() => {
    loading = null;
  });
  return loading;
}
