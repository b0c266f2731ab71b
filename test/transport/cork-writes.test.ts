import type { Socket } from 'node:net';
import { Writable } from 'node:stream';

import { expect, test } from 'vitest';

import { corkWrites } from '../../src/transport/cork-writes.js';

test('what is written in one turn of the event loop leaves in one piece, and at the end of that turn', async () => {
  const pieces: string[] = [];
  const socket = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      pieces.push(chunk);
      done();
    },
    writev: (chunks, done) => {
      pieces.push(chunks.map(({ chunk }) => String(chunk)).join());
      done();
    },
  });
  corkWrites(socket as Socket);
  for (const turn of ['a', 'b']) {
    socket.write(`${turn}1`);
    await Promise.resolve();
    socket.write(`${turn}2`);
    await new Promise(setImmediate);
  }
  expect(pieces).toEqual(['a1,a2', 'b1,b2']);
});
