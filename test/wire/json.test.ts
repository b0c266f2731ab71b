import fc from 'fast-check';
import { expect, test } from 'vitest';

import { jsonCodec } from '../../src/wire/json.js';

test('JSON that was written is read back', () => {
  const codec = jsonCodec();
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(codec.parse(codec.write(value))).toEqual(plain);
      expect(codec.parse(`\uFEFF${codec.write(value)}`)).toEqual(plain);
    }),
  );
});

test.each(['', '<html>secret</html>', '{"a":1', '{"a":1}x', '[1,]', "{'a':1}", 'undefined', '\uFEFF\uFEFF1'])(
  '%o is no JSON, and the complaint does not quote it',
  (body) => {
    expect(() => jsonCodec().parse(body)).toThrow(new SyntaxError('the body is not JSON'));
  },
);

test('JSON comes under its own names, and under those that a provider needs', () => {
  const accepted = (codec: ReturnType<typeof jsonCodec>): string[] =>
    [
      'application/json',
      'Application/JSON; charset=utf-8',
      'text/json',
      'application/problem+json',
      'text/plain;charset=UTF-8',
      'text/html',
      'application/jsonp',
      '',
    ].filter((type) => codec.accepts(type));
  const own = ['application/json', 'Application/JSON; charset=utf-8', 'text/json', 'application/problem+json'];
  expect(accepted(jsonCodec())).toEqual(own);
  expect(accepted(jsonCodec({ alsoAccept: ['text/plain'] }))).toEqual([...own, 'text/plain;charset=UTF-8']);
  expect(jsonCodec({ accept: 'application/json, text/plain' }).headers).toEqual({
    accept: 'application/json, text/plain',
  });
});
