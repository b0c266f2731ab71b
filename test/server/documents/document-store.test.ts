import { parse } from 'graphql';
import { expect, test } from 'vitest';

import { createDocumentStore, MAX_CHARACTERS } from '../../../src/server/documents/document-store.js';

const textOf = (index: number, filler = ''): string => `# ${index} ${filler}\nquery Q { contacts { nodes { id } } }`;

test('a document is found until others have taken its room', async () => {
  const store = createDocumentStore();
  const filler = 'x'.repeat(MAX_CHARACTERS / 4);
  for (let index = 0; index < 5; index += 1) await store.set(String(index), parse(textOf(index, filler)));
  const found = await Promise.all([0, 1, 2, 3, 4].map((index) => store.get(String(index))));
  expect(found.map((document) => document !== undefined)).toEqual([false, false, true, true, true]);
});

test('a document is kept without its tokens, and its places can be told', async () => {
  const store = createDocumentStore();
  await store.set('1', parse(textOf(1)));
  const document = await store.get('1');
  const places: unknown[] = [];
  JSON.stringify(document, function (this: object, key: string, value: unknown) {
    if (key === 'loc') places.push(Reflect.get(this, 'loc'));
    return value;
  });
  expect(places.length).toBeGreaterThan(8);
  for (const loc of places) {
    expect(loc).toMatchObject({ startToken: undefined, endToken: undefined, start: expect.any(Number) as unknown });
  }
});
