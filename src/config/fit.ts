import type { z } from 'zod';

import type { Path } from './complaint.js';
import { flatten, toFindings, valueAt, type Finding } from './issues.js';

export type Fitted<Value> =
  | { readonly value: Value; readonly findings: readonly [] }
  | { readonly value?: undefined; readonly findings: readonly Finding[] };

/**
 * Checks a value by a schema. Text from the environment is taken where a number or a boolean is wanted, and a number
 * (a password of digits without quotes) where a text is wanted, as it was written.
 */
export function fit<Value>(
  schema: z.ZodType<Value>,
  given: unknown,
  writtenAt: (path: Path) => string | undefined,
): Fitted<Value> {
  const first = schema.safeParse(given);
  if (first.success) return { value: first.data, findings: [] };
  const value = structuredClone(given);
  for (const { issue, path } of flatten(first.error.issues)) {
    if (issue.code !== 'invalid_type') continue;
    const other = convert(issue.expected, valueAt(value, path), writtenAt(path));
    const holder = valueAt(value, path.slice(0, -1));
    const key = path.at(-1);
    if (other === undefined || key === undefined || typeof holder !== 'object' || holder === null) continue;
    Object.defineProperty(holder, key, { value: other, enumerable: true });
  }
  const second = schema.safeParse(value);
  if (second.success) return { value: second.data, findings: [] };
  return { findings: toFindings(second.error.issues, value, schema) };
}

function convert(expected: string, value: unknown, written: string | undefined): unknown {
  const isNumber = expected === 'number' || expected === 'int';
  if (isNumber && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (expected === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  if (expected === 'string' && typeof value === 'number') return written;
  return undefined;
}
