// Managed policies by their ARNs, as a list of {"arn": ...}.

import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type ChoiceGroup, type Field, grouped } from './fields';
import { StsRows } from './rows';
import './sts-pick-field';
import { formStyles } from './styles';
import { texts } from './texts';

export interface ArnRow {
  arn: string;
}

@customElement('sts-arns-field')
export class StsArnsField extends StsRows<ArnRow> {
  @property({ attribute: false }) field: Field = { id: 'arns', label: '' };
  @property({ attribute: false }) groups: readonly ChoiceGroup[] = [];

  static override styles = [
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

  protected empty(): ArnRow {
    return { arn: '' };
  }

  protected override render(): TemplateResult {
    const { policy, remove } = texts();
    const one = ({ arn }: ArnRow, index: number): TemplateResult => {
      const label = policy.arn(index + 1);
      return html`<div class="one">
        <sts-pick-field
          id="row-${index}"
          .field=${{ id: 'pick', label, mono: false, wide: true }}
          .groups=${this.groups}
          .value=${arn}
          @pick=${({ detail }: CustomEvent<string>) => this.changeRow(index, { arn: detail })}
        ></sts-pick-field>
        ${this.removing(remove(label), index)}
      </div>`;
    };
    return grouped(this.field, [...this.rows.map(one), this.adding(policy.addArn)]);
  }
}
