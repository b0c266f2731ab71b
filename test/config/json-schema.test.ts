import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

import { createConfigJsonSchema } from '../../src/config/json-schema.js';
import { fillKeyTables, renderKeyTables } from '../../src/config/key-tables.js';
import { providers } from '../../src/providers/index.js';
import { blocksOf } from '../support/markdown.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const schema = createConfigJsonSchema(providers);
const page = read('docs/configuration.md');
const committed = read('schema/config.schema.json');

describe('schema/config.schema.json', () => {
  it('is what the schema of the config gives; `npm run schema` mends it', () => {
    expect(`${JSON.stringify(schema, null, 2)}\n`).toBe(committed);
  });

  it('the law bites: a key that it lacks is a difference', () => {
    expect(`${JSON.stringify(schema, null, 2)}\n`).not.toBe(committed.replace('"cacheMs"', '"cache"'));
  });
});

describe('docs/configuration.md', () => {
  const tables = renderKeyTables(schema);

  it('has the table of every part of the config; `npm run schema` mends it', () => {
    expect(fillKeyTables(page, tables)).toBe(page);
    expect([...page.matchAll(/<!-- keys: (\w+) -->/g)].map(([, name]) => name).sort()).toEqual(
      [...tables.keys()].sort(),
    );
  });

  it('the law bites: a key that is not in its table is put there', () => {
    const less = page.replace(/^\| `cacheMs`.*\n/m, '');
    expect(less).not.toBe(page);
    expect(fillKeyTables(less, tables)).toBe(page);
  });
});

describe('what an editor says by the JSON Schema', () => {
  const editor = z.fromJSONSchema(JSON.parse(committed) as Record<string, unknown>);
  const [whole = ''] = blocksOf(page).flatMap(({ language, text }) =>
    language === 'yaml' && /^upstreams:/m.test(text) ? [text] : [],
  );
  const isFine = (text: string): boolean => editor.safeParse(parse(text)).success;

  it('nothing of the whole config in the documentation', () => {
    expect(editor.safeParse(parse(whole)).error?.issues ?? []).toEqual([]);
  });

  it.each([
    ['a variable in the place of a number', 'port: 4000', 'port: ${PORT:-4000}'],
    ['a variable in the place of a choice', 'format: json', 'format: ${FORMAT}'],
    ['a password of digits', "'${CLOUDSIGMA_PASSWORD}'", '123456'],
    ['a domain in capitals', 'example.net', 'Example.NET'],
  ])('nothing of %s', (_, from, to) => {
    expect(whole).toContain(from);
    expect(isFine(whole.replace(from, to))).toBe(true);
  });

  it.each([
    ['a misspelt key', 'timeoutMs', 'timoutMs'],
    ['a misspelt key of a provider', 'domains', 'domain'],
    ['a key of another provider', 'format: json', 'account: someone'],
    ['an unknown provider', 'provider: cloudsigma', 'provider: cloudsygma'],
    ['a number out of range', 'concurrency: 4', 'concurrency: 4000'],
    ['a name of an upstream with a blank', 'pbx-london:', 'pbx london:'],
    ['an unknown top-level key', 'locale: pl', 'language: pl'],
  ])('that %s is wrong', (_, from, to) => {
    expect(whole).toContain(from);
    expect(isFine(whole.replace(from, to))).toBe(false);
  });
});
