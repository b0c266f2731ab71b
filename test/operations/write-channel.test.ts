import { afterEach, expect, test, vi } from 'vitest';

import { startServer, type TestServer } from '../support/server.js';
import { startTokenBank, type TokenBank } from '../support/token-bank.js';

const closing: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const ADD = `mutation ($name: String!, $key: String) {
  createGroup(input: { upstream: "sms", name: $name, idempotencyKey: $key }) { userErrors { message } }
}`;

async function start(): Promise<{ readonly bank: TokenBank; readonly server: TestServer }> {
  const bank = await startTokenBank({ callerHeader: undefined });
  closing.push(bank.close);
  const server = await startServer([bank.upstream], { serve: { metrics: {} } });
  closing.push(() => server.stop(0));
  return { bank, server };
}

test('every write is counted once, in the state that it ended in, and a replay is none', async () => {
  const { bank, server } = await start();
  const add = (name: string, key?: string) => server.ask(ADD, { variables: { name, key } });
  await add('New', 'invoice-2026-0001');
  await add('New', 'invoice-2026-0001');
  await add('Other');
  const refusal = { error: { code: 2002, type: 'X', message: 'no' } };
  bank.intercept = ({ action }) =>
    action.startsWith('/groups/add') ? { status: 200, body: JSON.stringify(refusal) } : undefined;
  await add('Refused');
  bank.intercept = ({ action }) => (action.startsWith('/groups/add') ? 'reset' : undefined);
  await add('Lost');
  bank.intercept = () => 'reset';
  await add('Never sent');
  await vi.waitFor(async () => {
    const { text } = await server.fetch('/metrics');
    const counts = text.split('\n').filter((line) => line.startsWith('trunkline_writes_total{'));
    expect(counts.sort()).toEqual(
      [
        ['NOT_SENT', 1],
        ['REJECTED', 1],
        ['SUCCEEDED', 2],
        ['UNKNOWN', 1],
      ].map(([state, count]) => {
        return `trunkline_writes_total{provider="SERWERSMS",mutation="createGroup",state="${state}"} ${count}`;
      }),
    );
  });
});
