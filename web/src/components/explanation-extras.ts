// What stands below the authorizations: the request's context, the response, and what the marks of values mean.

import { html, type TemplateResult } from 'lit';
import type { ContextOrigin, ContextValue, ElementOrigin } from '../engine/report';
import type { Messages } from '../base/i18n/en';
import { icon } from '../base/icons';

const ORIGINS = ['derived', 'given', 'absent', 'overridden', 'removed'] as const;

export const originTag = (t: Messages, origin: ElementOrigin | ContextOrigin): TemplateResult =>
  html`<span class="origin origin-${origin}" title=${t.why.originAbout[origin]}>${t.why.origin[origin]}</span>`;

export const legend = (t: Messages): TemplateResult => html`<details class="extra">
  <summary>${icon('chevron')}${t.why.legend}</summary>
  <dl class="legend">
    ${ORIGINS.map((origin) => html`<div><dt>${originTag(t, origin)}</dt><dd>${t.why.originAbout[origin]}</dd></div>`)}
  </dl>
</details>`;

export const contextTable = (t: Messages, context: readonly ContextValue[]): TemplateResult => html`<details class="extra">
  <summary>${icon('chevron')}${t.why.context(context.length)}</summary>
  <div class="scroll" tabindex="0" role="region" aria-label=${t.why.context(context.length)}>
    <table>
      <thead>
        <tr>
          <th scope="col">${t.why.contextKey}</th>
          <th scope="col">${t.why.contextValue}</th>
          <th scope="col">${t.why.contextOrigin}</th>
        </tr>
      </thead>
      <tbody>
        ${context.map(
          (entry) => html`<tr class=${entry.origin === 'removed' ? 'removed' : ''}>
            <td><code>${entry.key}</code></td>
            <td>${entry.values.map((value) => html`<code class="value">${value}</code> `)}</td>
            <td>${originTag(t, entry.origin)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>
</details>`;

export const responseText = (t: Messages, response: Record<string, unknown>): TemplateResult => html`<details class="extra">
  <summary>${icon('chevron')}${t.result.response}</summary>
  <pre class="scroll" tabindex="0" role="region" aria-label=${t.result.response}>${JSON.stringify(response, null, 2)}</pre>
</details>`;
