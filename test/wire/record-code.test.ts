import fc from 'fast-check';
import { expect, test } from 'vitest';

import { flag, optional, text, wholeNumber } from '../../src/wire/value-readers.js';
import { record } from '../../src/wire/structure-readers.js';
import type { Reader } from '../../src/wire/reader.js';

/** More objects than are read before code is generated for them. */
const MANY = 150;

const READERS: ReadonlyArray<Reader<unknown>> = [text, optional(text), flag, wholeNumber, record({ inner: text })];
const NAMES = ['email', 'constructor', 'toString', 'résumé', 'a-b', '0', 'a"b', 'at', 'value', 'index', 'v1'];
const VALUES = fc.oneof(
  fc.constantFrom('x', '', '12', 'true', 1, 0, true, null, undefined, {}, [], { inner: 'y' }, { inner: [] }),
  fc.anything(),
);
const OBJECTS = fc.dictionary(fc.constantFrom(...NAMES), VALUES);

/** What a reader gives, or the words of its complaint. */
function outcomeOf(read: Reader<unknown>, value: unknown): unknown {
  try {
    return { read: read(value, 'here') };
  } catch (error) {
    return String(error);
  }
}

test('objects are read alike by generated code, complaints included', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...READERS), { minKeys: 1 }),
      fc.array(OBJECTS, { minLength: 1, maxLength: 20 }),
      (fields, objects) => {
        const generated = record(fields);
        for (let count = 0; count < MANY; count += 1) outcomeOf(generated, {});
        for (const object of objects) {
          const [before, after] = [outcomeOf(record(fields), object), outcomeOf(generated, object)];
          expect(after).toStrictEqual(before);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('a field of an object that holds another of its own kind is named where it stands', () => {
  const person: Reader<unknown> = record({
    name: text,
    parent: (value, at) => (value === undefined ? null : person(value, at)),
  });
  for (let count = 0; count < MANY; count += 1) person({ name: 'a', parent: { name: 'b' } }, 'people');
  expect(() => person({ name: 'a', parent: { name: 'b', parent: { name: [] } } }, 'people')).toThrow(
    'people.parent.parent.name',
  );
  expect(() => person({ name: {}, parent: { name: 'b' } }, 'people')).toThrow('expected text at people.name');
});
