// Who calls: what the scenario has of users, root users, sessions and services, to choose from.

import { html, type TemplateResult } from 'lit';
import type { StepEntry, World } from '../../document/world';
import type { Catalog } from '../../engine/assist';
import { operationOf } from '../../engine/operations';
import type { Report } from '../../engine/report';
import { instantText, shortArn } from '../../text/names';
import type { ChoiceGroup, Choice, Problem } from '../../forms/fields';
import '../../forms/sts-pick-field';
import { texts } from './texts';

export interface CallerField {
  value: string;
  world: World;
  report: Report | null;
  catalog: Catalog;
  /** The call's place: only sessions of calls before it can be used. */
  index: number;
  /** The call's instant, where it is known. */
  at: string | null;
  problems: readonly Problem[];
  change(caller: string): void;
}

function sessionChoice({ id }: StepEntry, { report, at }: CallerField): Choice {
  const { who } = texts();
  const session = report?.sessions.find((candidate) => candidate.id === id);
  if (!session) return { value: id, text: who.noSession(id) };
  const time = instantText(session.expiresAt);
  const expired = at !== null && Date.parse(at) >= Date.parse(session.expiresAt);
  return { value: id, text: expired ? who.expired(id, time) : who.until(id, time) };
}

/** Whether a call can issue a session, whatever its verdict was. */
const mayIssue = ({ id, call }: StepEntry, { operations }: Catalog): boolean =>
  id !== '' && (operationOf(operations, call)?.issues ?? null) !== null;

function callerGroups(field: CallerField): ChoiceGroup[] {
  const { who } = texts();
  const { world, index, catalog } = field;
  return [
    { label: who.users, choices: world.users.map(({ arn }) => ({ value: arn, text: shortArn(arn) })) },
    {
      label: who.sessions,
      choices: world.steps
        .slice(0, index)
        .filter((step) => mayIssue(step, catalog))
        .map((step) => sessionChoice(step, field)),
    },
    {
      label: who.roots,
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
      choices: world.accounts.map(({ id, partition }) => ({ value: `arn:${partition}:iam::${id}:root`, text: who.root(id) })),
    },
    { label: who.services, choices: catalog.services.map(({ name }) => ({ value: name, text: name })) },
  ];
}

export function callerField(field: CallerField): TemplateResult {
  const { who } = texts();
  return html`<sts-pick-field
    id="caller"
    .field=${{ id: 'as', label: who.caller, mono: false, problems: field.problems }}
    .groups=${callerGroups(field)}
    .value=${field.value}
    .none=${who.nobody}
    .other=${who.other}
    .typedHint=${who.typedHint}
    @pick=${(event: CustomEvent<string>) => field.change(event.detail)}
  ></sts-pick-field>`;
}

/** The user who stands behind a caller: itself, or the one whose call issued the session; null where it is no user. */
export function userBehind(caller: string, world: World, index: number): string | null {
  if (world.users.some(({ arn }) => arn === caller)) return caller;
  const issuer = world.steps.slice(0, index).find(({ id }) => id !== '' && id === caller);
  return issuer?.as ? userBehind(issuer.as, world, issuer.index) : null;
}
