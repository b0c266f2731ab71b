import { expect, test } from 'vitest';

import { mediaTypeOf } from '../../src/wire/content-type.js';

test.each([
  ['application/json', 'application/json'],
  ['Application/JSON; charset=utf-8', 'application/json'],
  [' text/xml ;charset="utf-8"', 'text/xml'],
  // Parameters that are wrong do not make the type unreadable.
  ['text/html; charset', 'text/html'],
  ['text/html; charset="utf-8', 'text/html'],
  ['text/html;;', 'text/html'],
  ['html', 'html'],
  ['', ''],
])('the media type of %j is %j', (header, type) => {
  expect(mediaTypeOf(header)).toBe(type);
});
