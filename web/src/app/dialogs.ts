// The page's dialogs. Each element is defined when its part is downloaded; until then it is empty.

import { html, type TemplateResult } from 'lit';
import type { PageState } from '../state/page-state';

export const dialogTemplates = (state: PageState): TemplateResult => html`<sts-palette .state=${state}></sts-palette>
  <sts-shortcuts></sts-shortcuts>
  <sts-history .original=${state.original} .present=${state.text}></sts-history>
  <sts-compare .original=${state.original} .present=${state.text}></sts-compare>
  <sts-about .engine=${state.engine}></sts-about>`;
