import { expect, test } from 'vitest';

import { beforeDispatch } from '../../src/transport/before-dispatch.js';
import { request, response, script } from './scripted-exchange.js';

test('what changes something leaves only when it was written down', async () => {
  const { exchange, requests } = script(response());
  const order: string[] = [];
  const onDispatch = async (): Promise<void> => {
    await Promise.resolve();
    order.push(`kept before ${requests.length} were sent`);
  };
  await beforeDispatch()(exchange)(request({ effect: 'acts', callOptions: { onDispatch } }));
  expect(order).toEqual(['kept before 0 were sent']);
  expect(requests).toHaveLength(1);
});

test('what could not be written down is not sent', async () => {
  const { exchange, requests } = script(response());
  const onDispatch = (): Promise<void> => Promise.reject(new Error('the disk is full'));
  const sent = beforeDispatch()(exchange)(request({ effect: 'replaces', callOptions: { onDispatch } }));
  await expect(sent).rejects.toThrow('the disk is full');
  expect(requests).toHaveLength(0);
});

test('a read is not written down', async () => {
  const { exchange, requests } = script(response());
  const onDispatch = (): Promise<void> => Promise.reject(new Error('never asked'));
  await beforeDispatch()(exchange)(request({ effect: 'reads', callOptions: { onDispatch } }));
  expect(requests).toHaveLength(1);
});

test('who gave up while it was written down has nothing sent any more', async () => {
  const { exchange, requests } = script(response());
  const leaving = new AbortController();
  const onDispatch = async (): Promise<void> => {
    leaving.abort(new Error('too late'));
  };
  const callOptions = { onDispatch: onDispatch, signal: leaving.signal };
  await expect(beforeDispatch()(exchange)(request({ effect: 'acts', callOptions }))).rejects.toThrow('too late');
  expect(requests).toHaveLength(0);
});
