import fc from 'fast-check';
import { expect, test } from 'vitest';

import { UnsendableValue } from '../../src/wire/path.js';
import { optional, text } from '../../src/wire/value-readers.js';
import { elements, xmlCodec, xmlDocument } from '../../src/wire/xml.js';
import { record } from '../../src/wire/structure-readers.js';

const codec = xmlCodec({ roots: ['ArrayOfContact', 'Contact'], attributes: ['type'] });
const contacts = record({ ArrayOfContact: elements('Contact', record({ name: optional(text) })) });

const carol = '<Contact><name>Carol</name></Contact>';

test.each([
  ['0', '<ArrayOfContact/>', []],
  ['0, pretty', '<ArrayOfContact>\n</ArrayOfContact>', []],
  ['0, with a namespace', '<ArrayOfContact xmlns="urn:a" xmlns:i="urn:b" />', []],
  ['1', `<ArrayOfContact>${carol}</ArrayOfContact>`, [{ name: 'Carol' }]],
  ['2', `<ArrayOfContact>${carol}\n  <Contact><name/></Contact></ArrayOfContact>`, [{ name: 'Carol' }, { name: null }]],
])('U13 a list of %s is a list', (_count, body, expected) => {
  expect(contacts(codec.parse(body), 'GET /contacts')).toEqual({ ArrayOfContact: expected });
});

test('U13 a list of something else is a complaint, not an empty list', () => {
  expect(() => contacts(codec.parse('<ArrayOfContact>sorry</ArrayOfContact>'), 'GET /contacts')).toThrow(
    'expected a list of Contact at GET /contacts.ArrayOfContact, found text',
  );
});

test('values stay the text that they are', () => {
  const body =
    '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<!-- a --><Contact xmlns:xsi="x" xsi:type="SmsContact" id="9"><phone>+48500600700</phone><zip>007</zip><hex>0x10</hex>' +
    '<on>true</on><none></none><name>Stra&#380;ak &#xF3; &amp;lt; &lt;b&gt;</name><raw><![CDATA[<i>&amp;]]></raw></Contact>';
  expect(codec.parse(body)).toEqual({
    Contact: {
      '@type': 'SmsContact',
      phone: '+48500600700',
      zip: '007',
      hex: '0x10',
      on: 'true',
      none: '',
      name: 'Strażak ó &lt; <b>',
      raw: '<i>&amp;',
    },
  });
});

test.each([
  '',
  ' ',
  'not xml',
  '{"a":1}',
  '[]',
  '<html><body>502 Bad Gateway</body></html>',
  '<!DOCTYPE html><html></html>',
  '<!DOCTYPE a [<!ENTITY b "c">]><Contact>&b;</Contact>',
  '<!doctype a><Contact/>',
  '<?xml version="1.0"?>',
  '<Contact>',
  '<Contact',
  '<Contact/',
  '</Contact>',
  '<Contact></contact>',
  '<Contact><name>1</Contact>',
  '<Contact><a></b></a></Contact>',
  '<Contact/><Contact/>',
  '<Contact/><ArrayOfContact/>',
  '<Contact></Contact>text',
  '<Contact/>text',
  'text<Contact/>',
  '<Contact id=1/>',
  '<Contact id/>',
  '<Contact id="1/>',
  '<Contact id="1" id="2"/>',
  '<Contact>a & b</Contact>',
  '<Contact>a\u0000b</Contact>',
  '<Contact><!-- a </Contact>',
  '<Contact><![CDATA[ a </Contact>',
  '<Contact><1a/></Contact>',
  '<Contact><__proto__>a</__proto__></Contact>',
  `<Contact>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</Contact>`,
  '<Error>secret</Error>',
])('U13 %o throws, and the complaint does not quote it', (body) => {
  expect(() => codec.parse(body)).toThrow(SyntaxError);
  expect(() => codec.parse(body)).toThrow(
    /^the body (is not (well-formed XML|XML with the root ArrayOfContact or Contact)|has a DOCTYPE)$/,
  );
});

test('a body that was cut off anywhere throws', () => {
  const body = `<?xml version="1.0"?><ArrayOfContact a="b">${carol}<!-- c --><Contact><name><![CDATA[d]]></name></Contact></ArrayOfContact>`;
  for (let length = 0; length < body.length; length += 1) {
    expect(() => codec.parse(body.slice(0, length)), body.slice(0, length)).toThrow(SyntaxError);
  }
});

test('any text is parsed or throws a SyntaxError', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '</',
    '<Contact>',
    '</Contact>',
    '<a',
    ' b="',
    '"',
    '&',
    '&lt;',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    'x',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      try {
        expect(codec.parse(`<Contact>${pieces.join('')}</Contact>`)).toHaveProperty('Contact');
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a document that is too long is refused before it is parsed', () => {
  expect(() => xmlCodec({ roots: ['a'], maxLength: 10 }).parse('<a>12345</a>')).toThrow('longer than 10 characters');
});

test('a document that was written is read back', () => {
  // Blanks at the ends are layout to the reader.
  const value = fc.string({ unit: 'grapheme' }).filter((each) => each === each.trim());
  fc.assert(
    fc.property(value, value, fc.integer(), (name, address, delay) => {
      const body = xmlDocument('Contact', [
        ['name', name],
        ['address', address],
        ['alertDelay', delay],
        ['gateway', undefined],
        [
          'activeDays',
          [
            ['day', 'Monday'],
            ['day', 'Friday'],
          ],
        ],
      ]);
      expect(codec.parse(codec.write(body))).toEqual({
        Contact: { name, address, alertDelay: String(delay), activeDays: { day: ['Monday', 'Friday'] } },
      });
    }),
  );
});

test('no text can leave its element', () => {
  const name = '</name><admin>true</admin><name>&#x3c;"\'\r\n]]>';
  expect(codec.parse(codec.write(xmlDocument('Contact', [['name', name]])))).toEqual({ Contact: { name } });
});

test.each(['a\u0000', '\u001B[0m', '\uFFFF', '\uD800'])('%o cannot be written', (value) => {
  expect(() => xmlDocument('Contact', [['name', value]])).toThrow(UnsendableValue);
});

test.each(['', 'a b', '1a', 'a>', 'x:a', 'ż'])('%o is no name of an element', (name) => {
  expect(() => xmlDocument('Contact', [[name, 'a']])).toThrow(TypeError);
});

test('only documents are written as XML', () => {
  expect(() => codec.write('<Contact/>')).toThrow(TypeError);
});

test('XML comes under its own names', () => {
  expect(
    ['text/xml; charset=utf-8', 'application/xml', 'application/atom+xml', 'text/html', 'application/json'].map(
      (type) => codec.accepts(type),
    ),
  ).toEqual([true, true, true, false, false]);
});
