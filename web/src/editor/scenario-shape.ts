// What a scenario document may hold and where, as the engine's catalog has it: for completion and for words about a field. Whether a
// document is valid is the engine's to say.

import { findNodeAtLocation, getNodeValue, type JSONPath, type Node } from 'jsonc-parser';
import type { Catalog, CatalogField, CatalogParameter, CatalogShape } from '../engine/assist';
import type { PolicyKind } from '../engine/report';
import { named } from './lookup';

/** Where the values of a field, or the names of a map's members, come from: as the catalog names it; empty where nothing is known. */
export type Source = string;

export type Shape =
  /** `orText`: a text may stand in the object's place, and mostly does. */
  | { is: 'object'; fields: readonly CatalogField[]; orText: boolean }
  /** `items`: of a list that may stand in the map's place. */
  | { is: 'map'; of: Shape; names: Source; items?: Shape }
  | { is: 'list'; of: Shape }
  | { is: 'policy'; kind: PolicyKind }
  /** What a step's call takes: the engine's catalog says it. */
  | { is: 'parameters' }
  | { is: 'value'; source: Source; choices: readonly string[] };

const value = (source: Source, choices: readonly string[] = []): Shape => ({ is: 'value', source, choices });

/** One value of a field, whether it has one or many of them. */
function itemShape(catalog: Catalog, { kind, object, source = '', choices = [] }: CatalogShape): Shape {
  switch (kind) {
    case 'object':
    case 'localized':
      return { is: 'object', fields: catalog.format[object ?? ''] ?? [], orText: kind === 'localized' };
    case 'policy':
    case 'policy-or-arn':
      return { is: 'policy', kind: source as PolicyKind };
    case 'parameters':
      return { is: 'parameters' };
    case 'instant':
    case 'instant-or-offset':
    case 'boolean':
    case 'integer':
      return value(kind);
    default:
      return value(source, choices);
  }
}

export function shapeOf(catalog: Catalog, shape: CatalogShape): Shape {
  const of = itemShape(catalog, shape);
  const names = shape.names ?? '';
  switch (shape.form) {
    case 'one':
      return of;
    case 'list':
      return { is: 'list', of };
    case 'map':
      return { is: 'map', of, names };
    case 'list-or-map':
      return { is: 'map', of, names, items: value(shape.source ?? '') };
  }
}

export const scenarioShape = (catalog: Catalog): Shape => shapeOf(catalog, { form: 'one', kind: 'object', object: 'document' });

/** A parameter of an operation; null where the catalog has none of that name. */
export const parameterOf = ({ operations }: Catalog, call: string, name: string): CatalogParameter | null =>
  named(named(operations, call)?.parameters ?? [], name);

/** What belongs into a parameter; any text where the catalog does not have it. */
function parameterShape(catalog: Catalog, call: string, name: string): Shape {
  const parameter = parameterOf(catalog, call, name);
  return parameter ? shapeOf(catalog, parameter.shape) : value('');
}

/** The call of the step that a path of the document leads into; empty where it is not written yet. */
export function callOf(path: JSONPath, tree: Node | null): string {
  const node = tree && path[0] === 'steps' ? findNodeAtLocation(tree, ['steps', Number(path[1]), 'call']) : null;
  const call: unknown = node ? getNodeValue(node) : '';
  return typeof call === 'string' ? call : '';
}

/** What belongs at a path of a scenario; null where nothing is known of it. */
export function shapeAt(path: JSONPath, tree: Node | null, catalog: Catalog): Shape | null {
  let shape: Shape | undefined = scenarioShape(catalog);
  for (const segment of path) {
    if (!shape) return null;
    const name = String(segment);
    if (shape.is === 'list') shape = typeof segment === 'number' ? shape.of : undefined;
    else if (shape.is === 'map') shape = typeof segment === 'number' && shape.items ? shape.items : shape.of;
    else if (shape.is === 'parameters') shape = parameterShape(catalog, callOf(path, tree), name);
    else if (shape.is === 'object') {
      const field: CatalogField | undefined = shape.fields.find((row) => row.name === name);
      shape = field && shapeOf(catalog, field.shape);
    } else if (shape.is === 'value' && typeof segment === 'number') continue;
    else return null;
  }
  return shape ?? null;
}
