import { expect, it } from 'vitest';

import { AnswerReader } from './answer-reader.js';

const WITH_LENGTH = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';
const IN_CHUNKS = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';

it.each([
  ['whose length is given', WITH_LENGTH],
  ['that comes in chunks', IN_CHUNKS],
])('sees the end of an answer %s, wherever it is cut', (_, text) => {
  const reader = new AnswerReader();
  for (let cut = 1; cut < text.length; cut += 1) {
    expect(reader.take(Buffer.from(text.slice(0, cut)))).toBe(false);
    expect(reader.take(Buffer.from(text.slice(cut)))).toBe(true);
    expect(reader.finish().toString()).toBe(text);
  }
});
