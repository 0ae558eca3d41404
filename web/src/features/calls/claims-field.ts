// A SAML assertion and an OIDC token, as what they say.

import { html, type TemplateResult } from 'lit';
import type { Catalog, CatalogOperation, CatalogParameter, ParameterMeaning } from '../../engine/assist';
import { parameterThat } from '../../engine/operations';
import type { World } from '../../document/world';
import { objectOf, textOf } from '../../document/values';
import { type ChoiceGroup, choicesOf, grouped, type Problem, selectField, textField } from '../../forms/fields';
import '../../forms/sts-pick-field';
import '../../forms/sts-value-rows';
import { rowOf, type ValueRow } from '../../forms/values';
import { type CallForm, setParam } from './draft';
import { pointerPart } from './context-field';
import { texts } from './texts';

export interface ClaimsField {
  form: CallForm;
  world: World;
  catalog: Catalog;
  operation: CatalogOperation;
  /** The assertion or the token. */
  parameter: CatalogParameter;
  problemsOf(pointer: string): readonly Problem[];
  change(form: CallForm): void;
}

export const samlProviders = (world: World): ChoiceGroup[] => [
  {
    label: texts().pick.providers,
    choices: world.samlProviders.map(({ arn, name, account }) => ({ value: arn, text: `${name} (${account})` })),
  },
];

/** A member of the assertion gets a value; an empty one takes it away. */
function setAssertion({ form, parameter }: ClaimsField, name: string, value: string): CallForm {
  const { [name]: _, ...others } = objectOf(form.params[parameter.name]);
  return { ...form, params: { ...form.params, [parameter.name]: value === '' ? others : { ...others, [name]: value } } };
}

export function assertionField(field: ClaimsField): TemplateResult {
  const { form, world, catalog, parameter, change } = field;
  const { claims, rows } = texts();
  const assertion = objectOf(form.params[parameter.name]);
  const problemsOf = (place: string): readonly Problem[] => field.problemsOf(`/with/${pointerPart(parameter.name)}${place}`);
  const text = (name: string): string => textOf(assertion[name]);
  const instant = (name: string, label: string, hint: string): TemplateResult =>
    textField({
      id: name,
      label,
      hint,
      value: text(name),
      problems: problemsOf(`/${name}`),
      change: (value) => change(setAssertion(field, name, value)),
    });
  return html`<sts-pick-field
      .field=${{ id: 'provider', label: claims.provider, mono: false, hint: parameter.text, required: true, problems: problemsOf('/provider') }}
      .groups=${samlProviders(world)}
      .value=${text('provider')}
      @pick=${(event: CustomEvent<string>) => change(pickProvider(field, event.detail))}
    ></sts-pick-field>
    ${grouped(
      { id: 'attributes', label: claims.attributes, mono: false, wide: true, problems: problemsOf('') },
      html`<sts-value-rows
          stacked
          .rows=${form.attributes}
          .names=${catalog.samlAttributes.map((attribute) => ({ value: attribute.name, text: attribute.text }))}
          .kinds=${['string', 'list']}
          .nameLabel=${rows.attribute}
          .addLabel=${claims.addAttribute}
          .problemsOf=${(name: string) => (name ? problemsOf(`/attributes/${pointerPart(name)}`) : [])}
          @rows=${(event: CustomEvent<readonly ValueRow[]>) => change({ ...form, attributes: event.detail })}
        ></sts-value-rows>
        <button type="button" class="plain" @click=${() => change(fillRequired(field))}>${claims.usual}</button>`,
    )}
    ${instant('issuedAt', claims.issuedAt, claims.issuedAtHint)}
    ${instant('sessionNotOnOrAfter', claims.notOnOrAfter, claims.notOnOrAfterHint)}`;
}

/** The assertion's provider is the one that the call names; where that is empty it follows. */
function pickProvider(field: ClaimsField, provider: string): CallForm {
  const picked = setAssertion(field, 'provider', provider);
  const named = parameterThat(field.operation, 'saml_provider')?.name;
  return named === undefined || picked.params[named] || !provider ? picked : setParam(picked, named, provider);
}

/**
 * Example values of what an assertion must say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html
 */
function fillRequired({ form, catalog, operation }: ClaimsField): CallForm {
  const given = (means: ParameterMeaning): string => textOf(form.params[parameterThat(operation, means)?.name ?? '']);
  const [role, provider] = [given('role_arn'), given('saml_provider')];
  const values: Record<string, string> = {
    'https://aws.amazon.com/SAML/Attributes/Role': role && provider ? `${role},${provider}` : '',
    'https://aws.amazon.com/SAML/Attributes/RoleSessionName': 'user@example.com',
    'SAML:sub': 'user@example.com',
    'SAML:aud': 'https://signin.aws.amazon.com/saml',
  };
  const wanted = new Set([...catalog.samlAttributes.filter(({ required }) => required).map(({ name }) => name), 'SAML:aud']);
  const missing = [...wanted].filter((name) => !form.attributes.some((row) => row.name === name));
  return { ...form, attributes: [...form.attributes, ...missing.map((name) => rowOf(name, values[name] ?? ''))] };
}

export function tokenField({ form, catalog, parameter, problemsOf, change }: ClaimsField): TemplateResult {
  const { claims, rows } = texts();
  const place = `/with/${pointerPart(parameter.name)}`;
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
      { id: 'claims', label: claims.token, mono: false, wide: true, hint: parameter.text, required: true, problems: problemsOf(place) },
      html`<sts-value-rows
        .rows=${form.claims}
        .names=${['iss', 'sub', 'aud', 'azp', 'amr'].map((name) => ({ value: name, text: name }))}
        .kinds=${['string', 'number', 'boolean', 'list', 'json']}
        .nameLabel=${rows.claim}
        .addLabel=${claims.addClaim}
        .problemsOf=${(name: string) => (name ? problemsOf(`${place}/${pointerPart(name)}`) : [])}
        @rows=${(event: CustomEvent<readonly ValueRow[]>) => change({ ...form, claims: event.detail })}
      ></sts-value-rows>`,
    )}`;
}
