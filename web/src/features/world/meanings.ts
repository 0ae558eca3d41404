// What the fields that the forms show mean: the engine's sentences, from the table that says which fields there are.

import type { Catalog, CatalogField } from '../../engine/assist';
import type { Texts } from './texts.en';

/** Under the name that the forms give a field: the object of the format that has it, and its name there. */
const FIELDS = {
  title: ['document', 'title'],
  description: ['document', 'description'],
  now: ['document', 'now'],
  path: ['user', 'path'],
  mfaDevices: ['user', 'mfaDevices'],
  accessKeys: ['user', 'accessKeys'],
  maxSessionDuration: ['role', 'maxSessionDuration'],
  serviceLinkedFor: ['role', 'serviceLinkedFor'],
  boundary: ['role', 'boundary'],
  attached: ['role', 'attached'],
  rcps: ['unit', 'rcps'],
  stsInactiveRegions: ['account', 'stsInactiveRegions'],
  cognitoIdentityPools: ['account', 'cognitoIdentityPools'],
  centralizedRootAccess: ['organization', 'centralizedRootAccess'],
  managementAccount: ['organization', 'managementAccount'],
  clientIds: ['oidcProvider', 'clientIds'],
} as const;

const fieldOf = (catalog: Catalog | null, object: string, field: string): CatalogField | undefined =>
  catalog?.format[object]?.find(({ name }) => name === field);

/** What a field's text must be one of; empty while the catalog is not there. */
export const allowedTexts = (catalog: Catalog | null, object: string, field: string): readonly string[] =>
  fieldOf(catalog, object, field)?.shape.choices ?? [];

type Meanings = Readonly<Record<keyof typeof FIELDS, string>>;

/** The texts of the forms, with the fields' meanings among the hints. */
export type FormTexts = Omit<Texts, 'hints'> & { hints: Texts['hints'] & Meanings };

/** Meanings are empty while the catalog is not there. */
export function formTexts(texts: Texts, catalog: Catalog | null): FormTexts {
  const all = Object.entries(FIELDS).map(([name, [object, field]]) => [name, fieldOf(catalog, object, field)?.text ?? '']);
  const meanings = Object.fromEntries(all) as Meanings;
  return { ...texts, hints: { ...texts.hints, ...meanings } };
}
