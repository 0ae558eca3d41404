// The request context that the caller's situation gives: the address, and any other condition key.

import { html, type TemplateResult } from 'lit';
import type { CatalogConditionKey } from '../../engine/assist';
import { grouped, type Problem, textField } from '../../forms/fields';
import '../../forms/sts-value-rows';
import type { ValueRow } from '../../forms/values';
import { texts } from './texts';

const SOURCE_IP = 'aws:SourceIp';

export interface ContextField {
  rows: readonly ValueRow[];
  keys: readonly CatalogConditionKey[];
  problemsOf(pointer: string): readonly Problem[];
  change(rows: readonly ValueRow[]): void;
}

const isSourceIp = ({ name, kind }: ValueRow): boolean => name === SOURCE_IP && kind === 'string';

export function contextField({ rows, keys, problemsOf, change }: ContextField): TemplateResult {
  const { when, rows: words } = texts();
  const address = rows.find(isSourceIp);
  const others = rows.filter((row) => row !== address);
  const names = keys
    .filter(({ derived, match, name }) => !derived && match === 'exact' && name !== SOURCE_IP)
    .map(({ name, text }) => ({ value: name, text }));
  const setAddress = (text: string): void => change(text === '' ? others : [{ name: SOURCE_IP, kind: 'string', text }, ...others]);
  const setOthers = (event: CustomEvent<readonly ValueRow[]>): void => change(address ? [address, ...event.detail] : event.detail);
  return html`${textField({
    id: 'source-ip',
    label: when.sourceIp,
    hint: when.sourceIpHint,
    value: address?.text ?? '',
    placeholder: '203.0.113.7',
    problems: address ? problemsOf(`/context/${pointerPart(SOURCE_IP)}`) : [],
    change: setAddress,
  })}
    ${grouped(
      { id: 'context', label: when.context, mono: false, wide: true, hint: when.contextHint },
      html`<sts-value-rows
        .rows=${others}
        .names=${names}
        .nameLabel=${words.key}
        .addLabel=${when.addKey}
        .problemsOf=${(name: string) => (name ? problemsOf(`/context/${pointerPart(name)}`) : [])}
        @rows=${setOthers}
      ></sts-value-rows>`,
    )}`;
}

/** https://www.rfc-editor.org/rfc/rfc6901#section-3 */
export const pointerPart = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
