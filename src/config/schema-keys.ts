import * as z from 'zod';

import type { ConfigPath } from './config-error.js';

/** The keys that maps may have at this path, one list for each form that the schema allows there. */
export function allowedKeysAt(schema: unknown, path: ConfigPath): ReadonlyArray<readonly string[]> {
  return schemasAt(schema, path).flatMap((found) => (found instanceof z.ZodObject ? [Object.keys(found.shape)] : []));
}

function schemasAt(schema: unknown, path: ConfigPath): unknown[] {
  const [part, ...rest] = path;
  const here = unwrapSchema(schema);
  if (part === undefined) return here;
  return here.flatMap((found) => {
    if (found instanceof z.ZodObject) return schemasAt((found.shape as Record<string, unknown>)[part], rest);
    if (found instanceof z.ZodRecord) return schemasAt(found.valueType, rest);
    if (found instanceof z.ZodArray) return schemasAt(found.element, rest);
    return [];
  });
}

function unwrapSchema(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly) {
    return unwrapSchema(schema.unwrap());
  }
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return unwrapSchema(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrapSchema(schema.in);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrapSchema);
  return schema === undefined ? [] : [schema];
}
