import type { z } from 'zod';

import type { Path } from './complaint.js';
import { formsAt } from './shape.js';
import { suggest } from './suggest.js';

export interface Finding {
  readonly path: Path;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** What zod found, in our words: no value that was found is repeated. */
export function toFindings(issues: readonly Issue[], value: unknown, schema: unknown): Finding[] {
  return issues.flatMap((issue) => toFinding(issue, [], value, schema));
}

/** Every issue with its whole path, those of all branches of a union included. */
export function flatten(issues: readonly Issue[], above: Path = []): Array<{ issue: Issue; path: Path }> {
  return issues.flatMap((issue) => {
    const path = [...above, ...pathOf(issue)];
    if (issue.code !== 'invalid_union') return [{ issue, path }];
    return issue.errors.flatMap((branch) => flatten(branch, path));
  });
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[part] : undefined),
    value,
  );
}

function toFinding(issue: Issue, above: Path, value: unknown, schema: unknown): Finding[] {
  const path = [...above, ...pathOf(issue)];
  const found = valueAt(value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = [...new Set(formsAt(schema, path).flat())];
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key${suggest(key, known)}` }));
  }
  if (issue.code === 'invalid_union') {
    const isMap = typeof found === 'object' && found !== null;
    const branch = isMap ? [...issue.errors].sort((one, other) => weightOf(one) - weightOf(other))[0] : undefined;
    if (branch && issue.message === 'Invalid input') {
      return branch.flatMap((each) => toFinding(each, path, value, schema));
    }
    const forms = formsAt(schema, path).map((keys) => `{ ${keys.join(', ')} }`);
    const wanted = forms.length > 0 ? `expected ${forms.join(' or ')}` : inOurWords(issue.message);
    return [{ path, message: `${found === undefined ? 'is missing: ' : ''}${wanted}` }];
  }
  return [{ path, message: `${found === undefined ? 'is missing: ' : ''}${wantedBy(issue)}` }];
}

/** How far a value is from a branch of a union: the nearest one is told. */
function weightOf(branch: readonly Issue[]): number {
  const weights = branch.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys to values',
  record: 'a map of keys to values',
};

function wantedBy(issue: Issue): string {
  const standard = issue.message.startsWith('Invalid input: expected ');
  if (issue.code === 'invalid_type' && standard) return `expected ${KINDS[issue.expected] ?? issue.expected}`;
  return inOurWords(issue.message);
}

function inOurWords(message: string): string {
  return message.replace(/^(Invalid \w+|Too big|Too small): /, '');
}

function pathOf({ path }: Issue): Path {
  return path.map((part) => (typeof part === 'number' ? part : String(part)));
}
