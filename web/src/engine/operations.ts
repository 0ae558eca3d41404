// Finding an operation, and a parameter by what it means, in the engine's catalog.

import type { CatalogOperation, CatalogParameter, ParameterMeaning } from './assist';

/** Null where the catalog does not have it: then it is a service's action, or not written yet. */
export const operationOf = (operations: readonly CatalogOperation[], call: string): CatalogOperation | null =>
  operations.find(({ name }) => name === call) ?? null;

/** The parameter of an operation that means this; null where it has none. */
export const parameterThat = (operation: CatalogOperation | null, means: ParameterMeaning): CatalogParameter | null =>
  operation?.parameters.find((parameter) => parameter.means === means) ?? null;
