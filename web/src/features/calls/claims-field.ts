// A SAML assertion and an OIDC token, as what they say.

import { html, type TemplateResult } from 'lit';
import type { Catalog } from '../../engine/assist';
import type { World } from '../../document/world';
import { type Json, objectOf, textOf } from '../../document/values';
import { type ChoiceGroup, choicesOf, grouped, type Problem, selectField, textField } from '../../forms/fields';
import '../../forms/sts-pick-field';
import '../../forms/sts-value-rows';
import { rowOf, type ValueRow } from '../../forms/values';
import type { CallForm } from './draft';
import { pointerPart } from './context-field';
import { texts } from './texts';

export interface ClaimsField {
  form: CallForm;
  world: World;
  catalog: Catalog;
  /** What the parameter is, in a sentence. */
  hint: string;
  problemsOf(pointer: string): readonly Problem[];
  change(form: CallForm): void;
}

export const samlProviders = (world: World): ChoiceGroup[] => [
  { label: texts().pick.providers, choices: world.samlProviders.map(({ arn, name, account }) => ({ value: arn, text: `${name} (${account})` })) },
];

const assertionOf = ({ params }: CallForm): Json => objectOf(params['assertion']);

export function setAssertion(form: CallForm, name: string, value: string): CallForm {
  const { [name]: _, ...others } = assertionOf(form);
  return { ...form, params: { ...form.params, assertion: value === '' ? others : { ...others, [name]: value } } };
}

export function assertionField(field: ClaimsField): TemplateResult {
  const { form, world, catalog, problemsOf, change } = field;
  const { claims, rows } = texts();
  const assertion = assertionOf(form);
  const text = (name: string): string => textOf(assertion[name]);
  const instant = (name: string, label: string, hint: string): TemplateResult =>
    textField({ id: name, label, hint, value: text(name), problems: problemsOf(`/with/assertion/${name}`), change: (value) => change(setAssertion(form, name, value)) });
  return html`<sts-pick-field
      .field=${{ id: 'provider', label: claims.provider, mono: false, hint: field.hint, required: true, problems: problemsOf('/with/assertion/provider') }}
      .groups=${samlProviders(world)}
      .value=${text('provider')}
      @pick=${(event: CustomEvent<string>) => change(pickProvider(form, event.detail))}
    ></sts-pick-field>
    ${grouped(
      { id: 'attributes', label: claims.attributes, mono: false, wide: true, problems: problemsOf('/with/assertion') },
      html`<sts-value-rows
          stacked
          .rows=${form.attributes}
          .names=${catalog.samlAttributes.map((attribute) => ({ value: attribute.name, text: attribute.text }))}
          .kinds=${['string', 'list']}
          .nameLabel=${rows.attribute}
          .addLabel=${claims.addAttribute}
          .problemsOf=${(name: string) => (name ? problemsOf(`/with/assertion/attributes/${pointerPart(name)}`) : [])}
          @rows=${(event: CustomEvent<readonly ValueRow[]>) => change({ ...form, attributes: event.detail })}
        ></sts-value-rows>
        <button type="button" class="plain" @click=${() => change(fillRequired(form, catalog))}>${claims.usual}</button>`,
    )}
    ${instant('issuedAt', claims.issuedAt, claims.issuedAtHint)}
    ${instant('sessionNotOnOrAfter', claims.notOnOrAfter, claims.notOnOrAfterHint)}`;
}

/** The assertion's provider is the one that the call names; where that is empty it follows. */
function pickProvider(form: CallForm, provider: string): CallForm {
  const picked = setAssertion(form, 'provider', provider);
  return form.params['PrincipalArn'] || !provider ? picked : { ...picked, params: { ...picked.params, PrincipalArn: provider } };
}

/**
 * Example values of what an assertion must say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
function fillRequired(form: CallForm, catalog: Catalog): CallForm {
  const { RoleArn: role, PrincipalArn: provider } = form.params;
  const values: Record<string, string> = {
    'https://aws.amazon.com/SAML/Attributes/Role': typeof role === 'string' && typeof provider === 'string' ? `${role},${provider}` : '',
    'https://aws.amazon.com/SAML/Attributes/RoleSessionName': 'user@example.com',
    'SAML:sub': 'user@example.com',
    'SAML:aud': 'https://signin.aws.amazon.com/saml',
  };
  const wanted = new Set([...catalog.samlAttributes.filter(({ required }) => required).map(({ name }) => name), 'SAML:aud']);
  const missing = [...wanted].filter((name) => !form.attributes.some((row) => row.name === name));
  return { ...form, attributes: [...form.attributes, ...missing.map((name) => rowOf(name, values[name] ?? ''))] };
}

export function tokenField({ form, catalog, hint, problemsOf, change }: ClaimsField): TemplateResult {
  const { claims, rows } = texts();
  const issuer = form.claims.find(({ name }) => name === 'iss')?.text ?? '';
  const template = catalog.oidcProviders.find(({ host }) => issuer === `https://${host}`)?.host ?? '';
  const choices = catalog.oidcProviders.map(({ host }) => ({ value: host, text: host }));
  const about = catalog.oidcProviders.find(({ host }) => host === template)?.text ?? '';
  return html`${selectField({
      id: 'template',
      label: claims.template,
      mono: false,
      hint: about,
      value: template,
      groups: choicesOf([{ value: '', text: claims.templateChoose }, ...choices]),
      change: (host) => {
        const found = catalog.oidcProviders.find((provider) => provider.host === host);
        if (found) change({ ...form, claims: Object.entries(found.claims).map(([name, value]) => rowOf(name, value)) });
      },
    })}
    ${grouped(
      { id: 'claims', label: claims.token, mono: false, wide: true, hint, required: true, problems: problemsOf('/with/token') },
      html`<sts-value-rows
        .rows=${form.claims}
        .names=${['iss', 'sub', 'aud', 'azp', 'amr'].map((name) => ({ value: name, text: name }))}
        .kinds=${['string', 'number', 'boolean', 'list', 'json']}
        .nameLabel=${rows.claim}
        .addLabel=${claims.addClaim}
        .problemsOf=${(name: string) => (name ? problemsOf(`/with/token/${pointerPart(name)}`) : [])}
        @rows=${(event: CustomEvent<readonly ValueRow[]>) => change({ ...form, claims: event.detail })}
      ></sts-value-rows>`,
    )}`;
}
