import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createLister } from '../../src/wire/lister.js';
import { APART, INLINE, openRows, PADDING, readRows } from './xml-list.js';

type Answer = { readonly rows: readonly unknown[] } | { readonly error: string };

async function readAnswer(codec: typeof APART, body: string): Promise<Answer> {
  try {
    return { rows: (await readRows(createLister, codec, body)).rows };
  } catch (error) {
    return { error: String(error) };
  }
}

/** What may stand inside an element of a row. */
const inside = fc.constantFrom(
  'a',
  ' ',
  '\r\n',
  'ż',
  '😀',
  '&amp;',
  '&lt;Row&gt;',
  '&#380;',
  '&#x17C;',
  '&#1;',
  '&unknown;',
  '\u00A0',
  "'",
  '"',
  '>',
  '<![CDATA[</Row><Row>&amp;]]>',
  '<![CDATA[]]>',
  '<!-- </Row><Row> -->',
  '<b/>',
  '<b c="/>" d=\'"\' />',
  '<Row>nested</Row>',
  '<n:Row xmlns:n="urn:n">\n<List/></n:Row >',
  '<i:nil i:type="x">1</i:nil>',
);
const field = fc.array(inside, { maxLength: 6 }).map((parts) => `<field>${parts.join('')}</field>`);
const row = fc
  .tuple(fc.constantFrom('Row', 'n:Row'), fc.constantFrom('', ' i:type="x>y"', "\n a='1' b = '2'"), fc.array(field))
  .map(([name, attributes, fields]) => `<${name}${attributes}><id>7</id>${fields.join('')}</${name}>`);
const between = fc.constantFrom('', ' ', '\r\n\t', '<!-- <Row/> -->', '<!---->\n');
const list = fc
  .record({
    head: fc.constantFrom(
      '',
      '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n',
      '<?xml version="1.1"?><!-- <List> -->',
      '<?pi "?><?xml-style a?>',
    ),
    root: fc.constantFrom('List', 'n:List', 'Other'),
    attributes: fc.constantFrom('', ' xmlns="urn:a" xmlns:i="urn:i"'),
    rows: fc.array(fc.tuple(row, between), { maxLength: 25 }),
    tail: fc.constantFrom('', '\n', '<!-- -->'),
  })
  .map(
    ({ head, root, attributes, rows, tail }) =>
      `${head}<${root}${attributes}>${rows.flat().join('')}</${root}>${PADDING}${tail}`,
  );

test('a list that is parsed apart has the rows of the whole, however it is written', async () => {
  await fc.assert(
    fc.asyncProperty(list, async (body) => {
      expect(await readAnswer(APART, body)).toEqual(await readAnswer(INLINE, body));
    }),
    { numRuns: 100 },
  );
});

/** What breaks a document, or makes it none of those whose rows can be told apart. */
const disturbance = fc.constantFrom(
  '<',
  '>',
  '&',
  ' & ',
  'text',
  '\u0000',
  '\uFFFE',
  '\u00A0',
  '</Row>',
  '<Row>',
  '<Row/>',
  '</List>',
  '<other/>',
  '<a b=c/>',
  '<a b="<"/>',
  '<a b>',
  '<__proto__/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<![CDATA[x]]>',
  '<?pi x?>',
  "<?pi '?>",
  '<!DOCTYPE a>',
  '<!x>',
  `${'<a>'.repeat(60)}${'</a>'.repeat(60)}`,
);

/** Anywhere, or where an element of the root begins or ends. */
const place = fc.record({ isOutside: fc.boolean(), nth: fc.nat() });

test('a list that is disturbed anywhere is refused in the same words, or has the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(list, disturbance, place, async (body, what, { isOutside, nth }) => {
      const end = body.indexOf(PADDING);
      const outside = [...body.matchAll(/<(n:)?Row[ >\n]|<\/(n:)?(List|Other)>/g)].map(({ index }) => index);
      const at = isOutside ? (outside[nth % outside.length] ?? end) : nth % (end + 1);
      const disturbed = body.slice(0, at) + what + body.slice(at);
      expect(await readAnswer(APART, disturbed)).toEqual(await readAnswer(INLINE, disturbed));
    }),
    { numRuns: 300 },
  );
});

const many = (count: number): string[] =>
  Array.from({ length: count }, (_, id) => `<Row><id>${id}</id><name>Żółw ${'x'.repeat(60)}</name></Row>`);

const listOf = (rows: readonly string[]): string => `<List>\n${rows.join('\n')}\n</List>`;

test('a long list comes in parts, and each row once and in order', async () => {
  const { rows, parts } = await readRows(createLister, APART, listOf(many(2000)));
  expect(rows).toMatchObject(Array.from({ length: 2000 }, (_, id) => ({ id: String(id) })));
  expect(parts.length).toBeGreaterThan(100);
});

test.each([
  ['a row that can’t be read', '<Row><name/></Row>', 'expected text at GET /rows <List>[1500].id, found nothing'],
  ['a row that is broken', '<Row><id>1</name></Row>', 'text/xml, but the body is not well-formed XML'],
])('%s fails the reading when it is its turn', async (_, broken, message) => {
  const rows = many(2000);
  rows[1500] = broken;
  const failure = {
    name: 'ProviderFailure',
    kind: 'protocol',
    message: expect.stringContaining(message) as string,
  };
  await expect(readRows(createLister, APART, listOf(rows))).rejects.toMatchObject(failure);
  await expect(readRows(createLister, INLINE, listOf(rows))).rejects.toMatchObject(failure);
  let read = 0;
  for await (const part of await openRows(createLister, APART, listOf(rows))) {
    read += part.length;
    if (read > 1000) break;
  }
  expect(read).toBeLessThan(1500);
});

test.each([
  ['cut off', listOf(many(2000)).slice(0, -20)],
  ['of another root', `<Other>${many(2000).join('')}</Other>`],
  ['one row that can’t be read', `<List><Row><name/></Row></List>${PADDING}`],
  ['not UTF-8', Buffer.concat([Buffer.from(listOf(many(2000))), Buffer.from([0xff])])],
])('a body that is %s is refused before any row, as inline', async (_, body) => {
  const message = await readRows(createLister, INLINE, body).then(String, String);
  expect(message).toContain('ProviderFailure: GET /rows');
  expect(await openRows(createLister, APART, body).then(String, String)).toBe(message);
});

test('many readings at once do not mix their rows, and those that are left do not stop the others', async () => {
  const reading = async (index: number): Promise<number> => {
    const own = many(500).map((each) => each.replace('Żółw', `of ${index}`));
    let read = 0;
    for await (const part of await openRows(createLister, APART, listOf(own) + PADDING)) {
      for (const each of part) {
        expect(each).toMatchObject({ id: String(read), name: expect.stringMatching(`^of ${index} `) as string });
        read += 1;
      }
      if (index % 3 === 0 && read > 100) break;
    }
    return read;
  };
  const counts = await Promise.all(Array.from({ length: 12 }, (_, index) => reading(index)));
  expect(counts.filter((count) => count === 500)).toHaveLength(8);
});

test('whoever leaves waits neither for the structure of a list nor for its rows', async () => {
  const reason = new Error('left');
  const gone = AbortSignal.abort(reason);
  await expect(openRows(createLister, APART, listOf(many(2000)), gone)).rejects.toBe(reason);
  const leaving = new AbortController();
  const rows = await openRows(createLister, APART, listOf(many(2000)), leaving.signal);
  const next = rows[Symbol.asyncIterator]();
  await next.next();
  const waiting = next.next();
  leaving.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test('the body stays as it was, since a cache may hold it', async () => {
  const body = Buffer.from(listOf(many(2000)));
  const before = body.toString();
  await readRows(createLister, APART, body);
  expect(body.toString()).toBe(before);
});
