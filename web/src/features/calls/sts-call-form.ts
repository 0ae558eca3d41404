// One call as a form: what is called, by whom, with which parameters, when and from where.

import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StsElement } from '../../base/element';
import type { World } from '../../document/world';
import type { Catalog, CatalogOperation, CatalogParameter } from '../../engine/assist';
import { operationOf } from '../../engine/operations';
import type { Diagnostic, Report, Step } from '../../engine/report';
import { type Problem, problemList, selectField, suggestions, textField } from '../../forms/fields';
import { formStyles } from '../../forms/styles';
import { instantText } from '../../text/names';
import { callerField } from './caller-field';
import { contextField, pointerPart } from './context-field';
import { type CallForm, changeCall } from './draft';
import { otherParameters, type ParameterContext, parameterFields } from './parameter-fields';
import { texts } from './texts';

/** Stands for an action that the catalog has no parameters of. */
const ANY_ACTION = '*';

/** The places of a step, as JSON pointers below it, that have a field which shows what is wrong with them. */
const FIELDS = /^\/(?:id|at|as|region|call|resource|context\/[^/]+)$/;
/** The same below a parameter; what else is below it stands among the problems of the step. */
const PARTS: Partial<Record<CatalogParameter['type'], RegExp>> = {
  tag_list: /^\/\d+(?:\/.*)?$/,
  assertion: /^\/(?:provider|issuedAt|sessionNotOnOrAfter|attributes\/[^/]+)$/,
  token: /^\/[^/]+$/,
  policy: /^\/.*$/,
};

@customElement('sts-call-form')
export class StsCallForm extends StsElement {
  @property({ attribute: false }) form!: CallForm;
  /** The call's place in the scenario's steps. */
  @property({ type: Number }) index = 0;
  @property({ attribute: false }) world!: World;
  @property({ attribute: false }) report: Report | null = null;
  @property({ attribute: false }) catalog!: Catalog;
  @property({ attribute: false }) step: Step | null = null;
  /** The call's instant, ISO 8601, as far as it is known. */
  @property() at: string | null = null;
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];

  static override styles = [
    formStyles,
    css`
      h4 {
        margin: 0;
        padding: 12px 0 2px;
        font-size: var(--size-xs);
        font-weight: 600;
        letter-spacing: 0.02em;
        color: var(--muted);
        border-block-end: 1px solid var(--rule);
      }
      a {
        color: var(--accent);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { form: words } = texts();
    const operation = this.#operation();
    return html`${problemList('step', this.#otherProblems(operation))} ${this.#what(operation)}
      <h4>${words.who}</h4>
      ${this.#who()} ${operation ? this.#parameters(operation) : nothing}
      <h4>${words.situation}</h4>
      ${this.#situation()}`;
  }

  #operation(): CatalogOperation | null {
    return operationOf(this.catalog.operations, this.form.call);
  }

  #change = (form: CallForm): void => {
    this.dispatchEvent(new CustomEvent<CallForm>('form-change', { detail: form }));
  };

  #set(patch: Partial<CallForm>): void {
    this.#change({ ...this.form, ...patch });
  }

  /** What the engine says of a place of this step; of an item of a parameter also what it says of its parts. */
  #problemsOf = (pointer: string): Problem[] => {
    const place = `/steps/${this.index}${pointer}`;
    const parts = /^\/with\/[^/]+\/\d+$/.test(pointer);
    return this.diagnostics.filter(
      (one) => one.in === 'document' && (one.pointer === place || (parts && one.pointer.startsWith(`${place}/`))),
    );
  };

  #policyDiagnostics = (pointer: string): Diagnostic[] => {
    const place = `/steps/${this.index}${pointer}`;
    return this.diagnostics.filter(({ pointer: at, policy }) => policy === place || at.startsWith(`${place}/`));
  };

  /** What is said of this step and of none of its fields. */
  #otherProblems(operation: CatalogOperation | null): Problem[] {
    const step = `/steps/${this.index}`;
    return this.diagnostics.filter(({ pointer, policy }) => {
      if (policy?.startsWith(`${step}/`) || (pointer !== step && !pointer.startsWith(`${step}/`))) return false;
      return !hasField(pointer.slice(step.length), operation);
    });
  }

  // --- what ---

  #what(operation: CatalogOperation | null): TemplateResult {
    const { what, form } = texts();
    const group = (prefix: string): { value: string; text: string }[] =>
      this.catalog.operations.filter(({ name }) => name.startsWith(prefix)).map(({ name }) => ({ value: name, text: name }));
    const link = operation?.documentation
      ? html` <a href=${operation.documentation} target="_blank" rel="noopener noreferrer">${form.documentation(operation.name)}</a>`
      : nothing;
    return html`${selectField({
      id: 'operation',
      label: what.operation,
      mono: false,
      ...(operation ? { hint: html`${operation.text}${link}` } : {}),
      value: operation ? operation.name : ANY_ACTION,
      groups: [
        { label: what.sts, choices: group('sts:') },
        { label: '', choices: [{ value: ANY_ACTION, text: what.any }] },
        { label: what.console, choices: group('console:') },
        { label: what.iam, choices: group('iam:') },
      ],
      problems: operation ? this.#problemsOf('/call') : [],
      change: (call) => this.#choose(call),
    })}
    ${operation ? nothing : this.#action()}`;
  }

  #choose(name: string): void {
    const operation = operationOf(this.catalog.operations, name);
    const form = changeCall(this.form, operation ? name : '', operation);
    this.#change(operation || form.resource ? form : { ...form, resource: '*' });
  }

  /** An operation may be typed as well; then it gets its fields. */
  #type(call: string): void {
    const operation = operationOf(this.catalog.operations, call);
    this.#change(operation ? changeCall(this.form, call, operation) : { ...this.form, call });
  }

  #action(): TemplateResult {
    const { what } = texts();
    const { form, world } = this;
    return html`${textField({
      id: 'action',
      label: what.action,
      mono: false,
      required: true,
      hint: what.actionHint,
      value: form.call,
      list: 'actions',
      placeholder: 's3:GetObject',
      problems: this.#problemsOf('/call'),
      change: (call) => this.#type(call),
    })}
    ${suggestions(
      'actions',
      this.catalog.actions.map(({ name, text }) => ({ value: name, text })),
    )}
    ${textField({
      id: 'resource',
      label: what.resource,
      mono: false,
      hint: what.resourceHint,
      value: form.resource,
      list: 'resources',
      problems: this.#problemsOf('/resource'),
      change: (resource) => this.#set({ resource }),
    })}
    ${suggestions('resources', ['*', ...world.resources.map(({ arn }) => arn), ...world.roles.map(({ arn }) => arn)])}`;
  }

  // --- who ---

  #who(): TemplateResult {
    const { form, world, report, catalog, index, at } = this;
    if (this.#operation()?.credentials === 'none' && (form.as === '' || form.aside.includes('as'))) {
      return html`<p class="hint">${texts().who.nobodyHint}</p>`;
    }
    return callerField({
      value: form.as,
      world,
      report,
      catalog,
      index,
      at,
      problems: this.#problemsOf('/as'),
      change: (as) => this.#set({ as }),
    });
  }

  // --- parameters ---

  #parameters(operation: CatalogOperation): TemplateResult {
    const { form: words } = texts();
    const { form, index, world, catalog, step, at } = this;
    const context: ParameterContext = {
      form,
      index,
      operation,
      world,
      catalog,
      step,
      at,
      problemsOf: this.#problemsOf,
      policyDiagnostics: this.#policyDiagnostics,
      change: this.#change,
    };
    return html`<h4>${words.parameters}</h4>
      ${operation.parameters.length === 0 ? html`<p class="hint">${words.noParameters}</p>` : nothing}
      ${parameterFields(context)} ${otherParameters(context)}`;
  }

  // --- when and from where ---

  #situation(): TemplateResult {
    const { when } = texts();
    const { form } = this;
    const field = (name: 'id' | 'at' | 'region', label: string, hint: string, placeholder: string): TemplateResult =>
      textField({
        id: name,
        label,
        mono: false,
        hint,
        placeholder,
        value: form[name],
        problems: this.#problemsOf(`/${name}`),
        change: (value) => this.#set({ [name]: value }),
      });
    const instant = this.at ? ` ${when.instant(instantText(this.at))}` : '';
    return html`${field('at', when.at, when.atHint + instant, '+0s')} ${field('id', when.id, when.idHint, '')}
    ${field('region', when.region, when.regionHint, 'us-east-1')}
    ${contextField({
      rows: form.context,
      keys: this.catalog.conditionKeys,
      problemsOf: this.#problemsOf,
      change: (context) => this.#set({ context }),
    })}`;
  }
}

/** Whether a place of a step has a field: an operation has its parameters, any other action a resource. */
function hasField(place: string, operation: CatalogOperation | null): boolean {
  const [, name, inner] = /^\/with\/([^/]+)(\/.*)?$/.exec(place) ?? [];
  if (name === undefined) return FIELDS.test(place) && !(operation && place === '/resource');
  // One that the operation does not have is shown with the others, as a whole.
  if (operation && inner === undefined) return true;
  const type = operation?.parameters.find((parameter) => pointerPart(parameter.name) === name)?.type;
  return type !== undefined && PARTS[type]?.test(inner ?? '') === true;
}

/** Whether a step can be edited by fields: one that is laid out as no step is, or has no caller, is edited as JSON. */
export const hasFields = ({ call, rest }: CallForm, { operations }: Catalog): boolean =>
  operationOf(operations, call)?.credentials !== 'profile' &&
  !['id', 'at', 'as', 'region', 'call', 'resource', 'with', 'context'].some((name) => Object.hasOwn(rest, name));
