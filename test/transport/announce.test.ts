import { expect, test } from 'vitest';

import { announce } from '../../src/transport/announce.js';
import { request, response, script } from './support.js';

test('what changes something leaves only when it was written down', async () => {
  const { exchange, requests } = script(response());
  const order: string[] = [];
  const acting = async (): Promise<void> => {
    await Promise.resolve();
    order.push(`kept before ${requests.length} were sent`);
  };
  await announce()(exchange)(request({ effect: 'acts', asking: { acting } }));
  expect(order).toEqual(['kept before 0 were sent']);
  expect(requests).toHaveLength(1);
});

test('what could not be written down is not sent', async () => {
  const { exchange, requests } = script(response());
  const acting = (): Promise<void> => Promise.reject(new Error('the disk is full'));
  const sent = announce()(exchange)(request({ effect: 'replaces', asking: { acting } }));
  await expect(sent).rejects.toThrow('the disk is full');
  expect(requests).toHaveLength(0);
});

test('a read is not written down', async () => {
  const { exchange, requests } = script(response());
  const acting = (): Promise<void> => Promise.reject(new Error('never asked'));
  await announce()(exchange)(request({ effect: 'reads', asking: { acting } }));
  expect(requests).toHaveLength(1);
});

test('who gave up while it was written down has nothing sent any more', async () => {
  const { exchange, requests } = script(response());
  const leaving = new AbortController();
  const acting = async (): Promise<void> => {
    leaving.abort(new Error('too late'));
  };
  const asking = { acting, signal: leaving.signal };
  await expect(announce()(exchange)(request({ effect: 'acts', asking }))).rejects.toThrow('too late');
  expect(requests).toHaveLength(0);
});
