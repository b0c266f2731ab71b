import type { z } from 'zod';

import type { ConfigPath } from './config-error.js';
import { allowedKeysAt } from './schema-keys.js';
import { suggestKey } from './suggest-key.js';

export interface Finding {
  readonly path: ConfigPath;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** Zod's issues as sentences that do not repeat the values found. */
export function toFindings(issues: readonly Issue[], value: unknown, schema: unknown): Finding[] {
  return issues.flatMap((issue) => toFinding(issue, [], value, schema));
}

/** Every issue with its whole path, those of all branches of a union included. */
export function flattenIssues(
  issues: readonly Issue[],
  above: ConfigPath = [],
): Array<{ issue: Issue; path: ConfigPath }> {
  return issues.flatMap((issue) => {
    const path = [...above, ...pathOf(issue)];
    if (issue.code !== 'invalid_union') return [{ issue, path }];
    return issue.errors.flatMap((branch) => flattenIssues(branch, path));
  });
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined),
    value,
  );
}

function toFinding(issue: Issue, above: ConfigPath, value: unknown, schema: unknown): Finding[] {
  const path = [...above, ...pathOf(issue)];
  const found = valueAt(value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = [...new Set(allowedKeysAt(schema, path).flat())];
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key${suggestKey(key, known)}` }));
  }
  if (issue.code === 'invalid_union') {
    const isMap = typeof found === 'object' && found !== null;
    const branch = isMap
      ? [...issue.errors].sort((one, other) => distanceOfBranch(one) - distanceOfBranch(other))[0]
      : undefined;
    if (branch && issue.message === 'Invalid input') {
      return branch.flatMap((each) => toFinding(each, path, value, schema));
    }
    const forms = allowedKeysAt(schema, path).map((keys) => `{ ${keys.join(', ')} }`);
    const wanted = forms.length > 0 ? `expected ${forms.join(' or ')}` : withoutZodPrefix(issue.message);
    return [{ path, message: `${found === undefined ? 'is missing: ' : ''}${wanted}` }];
  }
  return [{ path, message: `${found === undefined ? 'is missing: ' : ''}${describeExpected(issue)}` }];
}

/** How far a value is from a branch of a union: findings are about the nearest branch. */
function distanceOfBranch(branch: readonly Issue[]): number {
  const weights = branch.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys to values',
  record: 'a map of keys to values',
};

function describeExpected(issue: Issue): string {
  const standard = issue.message.startsWith('Invalid input: expected ');
  if (issue.code === 'invalid_type' && standard) return `expected ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  return withoutZodPrefix(issue.message);
}

function withoutZodPrefix(message: string): string {
  return message.replace(/^(Invalid \w+|Too big|Too small): /, '');
}

function pathOf({ path }: Issue): ConfigPath {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}
