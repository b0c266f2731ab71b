import type { z } from 'zod';

import type { ConfigPath } from './config-error.js';
import { flattenIssues, toFindings, valueAt, type Finding } from './zod-findings.js';

export type ParsedValue<Value> =
  | { readonly value: Value; readonly findings: readonly [] }
  | { readonly value?: undefined; readonly findings: readonly Finding[] };

/**
 * Checks a value by a schema. Text from the environment is accepted for a number or a boolean. A number, such as a
 * password of digits without quotes, is accepted for a text, as it was written.
 */
export function parseWithSchema<Value>(
  schema: z.ZodType<Value>,
  input: unknown,
  sourceAt: (path: ConfigPath) => string | undefined,
): ParsedValue<Value> {
  const firstResult = schema.safeParse(input);
  if (firstResult.success) return { value: firstResult.data, findings: [] };
  const value = structuredClone(input);
  for (const { issue, path } of flattenIssues(firstResult.error.issues)) {
    if (issue.code !== 'invalid_type') continue;
    const converted = convertScalar(issue.expected, valueAt(value, path), sourceAt(path));
    const holder = valueAt(value, path.slice(0, -1));
    const key = path.at(-1);
    if (converted === undefined || key === undefined || typeof holder !== 'object' || holder === null) continue;
    Object.defineProperty(holder, key, { value: converted, enumerable: true });
  }
  const secondResult = schema.safeParse(value);
  if (secondResult.success) return { value: secondResult.data, findings: [] };
  return { findings: toFindings(secondResult.error.issues, value, schema) };
}

function convertScalar(expected: string, value: unknown, source: string | undefined): unknown {
  const isNumber = expected === 'number' || expected === 'int';
  if (isNumber && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (expected === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (expected === 'string' && typeof value === 'number') return source;
  return undefined;
}
