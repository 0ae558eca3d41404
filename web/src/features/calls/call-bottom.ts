// The foot of a call's form: what would happen, whether that is what is expected, and writing it into the document.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../base/i18n/en';
import type { Decision, Diagnostic, Step } from '../../engine/report';
import { objectOf, textOf } from '../../document/values';
import { checkBox } from '../../forms/fields';
import { type CallForm, expectedDecision } from './draft';
import './sts-call-verdict';
import { texts } from './texts';

export interface CallBottom {
  form: CallForm;
  /** Whether the call is not in the document yet. */
  isNew: boolean;
  /** Whether the form says something else than the document. */
  changed: boolean;
  step: Step | null;
  /** Whether `step` is the verdict of what the form says now. */
  judged: boolean;
  valid: boolean;
  /** Why nothing can be judged. */
  blocking: Diagnostic | null;
  /** Whether the call can be written into the document. */
  writable: boolean;
  expect(decision: Decision | null): void;
  discard(): void;
  write(): void;
}

export function callBottom(bottom: CallBottom, words: Messages): TemplateResult {
  const { step, changed, isNew, valid } = bottom;
  const { form } = texts();
  return html`<div class="bottom">
    <sts-call-verdict
      .step=${step}
      .judged=${bottom.judged}
      .unchanged=${!changed}
      .valid=${valid}
      .expiresAt=${expiryOf(step)}
      .blocking=${bottom.blocking}
    ></sts-call-verdict>
    <div class="actions">
      ${expectation(bottom, words)}
      ${
        changed
          ? html`<button type="button" class="button" @click=${bottom.discard}>${isNew ? form.clear : form.discard}</button>
            <button type="button" class="button primary" ?disabled=${!bottom.writable} @click=${bottom.write}>${isNew ? form.add : form.save}</button>`
          : nothing
      }
    </div>
  </div>`;
}

function expectation({ form, step, valid, expect }: CallBottom, words: Messages): TemplateResult {
  const decision = valid ? (step?.decision ?? null) : null;
  const expected = expectedDecision(form);
  const met = decision !== null && expected === decision;
  const name = expected === 'Allow' || expected === 'Deny' || expected === 'Error' ? words.decision[expected] : expected;
  const label = html`${texts().form.expect}${name !== null && !met ? html` <span class="hint">${texts().form.expected(name)}</span>` : nothing}`;
  return checkBox({ label, checked: met, disabled: decision === null, change: (checked) => expect(checked ? decision : null) });
}

/** When the session that a call issues would expire, as the call's answer says. */
function expiryOf(step: Step | null): string | null {
  return textOf(objectOf(step?.response?.['Credentials'])['Expiration']) || null;
}
