// PolicyArns: managed policies that limit a session, as a list of {"arn": ...}.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared, StsElement } from '../../components/base';
import { icon } from '../../components/icons';
import { isObject } from './draft';
import { type ChoiceGroup, type Field, grouped } from './fields';
import { formStyles } from './form-styles';
import './sts-pick-field';
import { texts } from './texts';

@customElement('sts-arns-field')
export class StsArnsField extends StsElement {
  @property({ attribute: false }) field: Field = { id: 'arns', label: '' };
  @property({ attribute: false }) value: unknown = undefined;
  @property({ attribute: false }) groups: readonly ChoiceGroup[] = [];

  static override styles = [
    shared,
    formStyles,
    css`
      .one {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 30px;
        gap: 6px;
        align-items: end;
      }
      .one .square {
        margin-block-end: 5px;
      }
    `,
  ];

  get #arns(): string[] {
    const list: unknown[] = Array.isArray(this.value) ? this.value : [];
    return list.map((item) => (isObject(item) && typeof item['arn'] === 'string' ? item['arn'] : ''));
  }

  protected override render(): TemplateResult {
    const { policy, form } = texts();
    const arns = this.#arns;
    return grouped(this.field, [
      ...arns.map((arn, index) => {
        const label = policy.arn(index + 1);
        return html`<div class="one">
          <sts-pick-field
            .field=${{ id: `arn-${index}`, label, mono: false, wide: true }}
            .groups=${this.groups}
            .value=${arn}
            @pick=${({ detail }: CustomEvent<string>) => this.#give(arns.map((one, place) => (place === index ? detail : one)))}
          ></sts-pick-field>
          <button
            type="button"
            class="square"
            aria-label=${form.remove(label)}
            title=${form.remove(label)}
            @click=${() => this.#give(arns.filter((_, place) => place !== index))}
          >
            ${icon('times')}
          </button>
        </div>`;
      }),
      html`<button type="button" class="plain" @click=${() => this.#give([...arns, ''])}>${icon('plus')}${policy.addArn}</button>`,
    ]);
  }

  #give(arns: readonly string[]): void {
    const detail = arns.map((arn) => ({ arn }));
    this.dispatchEvent(new CustomEvent('arns', { detail }));
  }
}
