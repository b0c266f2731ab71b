import { createHash } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { createAuthenticator } from '../../src/server/auth/create-authenticator.js';
import { startFive } from '../support/all-providers.js';
import { startServer } from '../support/server.js';
import { startLoopbackUpstream, type LoopbackUpstream } from './test-provider.js';

const CONTACTS = '{ contacts { nodes { id } } }';

let [one, two]: LoopbackUpstream[] = [];
beforeAll(async () => {
  [one, two] = await Promise.all(['one', 'two'].map((name) => startLoopbackUpstream(name)));
});
afterAll(async () => {
  await Promise.all([one?.close(), two?.close()]);
});

const upstreams = () => [one, two].flatMap((each) => (each ? [each.upstream] : []));

it('readiness tells how each upstream is, and one that is down changes no status', async () => {
  const five = await startFive();
  const server = await startServer(five.upstreams.filter(({ provider }) => /hostway|serwersms/.test(provider.name)));
  const ask = async (): Promise<unknown> => {
    const { status, text } = await server.fetch('/readyz');
    return [status, JSON.parse(text)];
  };
  try {
    expect(await ask()).toEqual([200, { status: 'ready', upstreams: { hostway: 'UNKNOWN', serwersms: 'UNKNOWN' } }]);
    five.emulators.hostway.addFault({ kind: 'status', status: 500 });
    await server.ask(CONTACTS);
    expect(await ask()).toEqual([200, { status: 'ready', upstreams: { hostway: 'DOWN', serwersms: 'UP' } }]);
  } finally {
    await server.stop(0);
    await five.stop();
  }
});

it('readiness names upstreams only to callers who may read them', async () => {
  const keyOf = (name: string): string => `a-key-with-enough-letters-${name}`;
  const sha256 = (name: string): string => createHash('sha256').update(keyOf(name)).digest('hex');
  const keys = [
    { name: 'all', sha256: sha256('all'), scopes: ['read'], upstreams: undefined },
    { name: 'some', sha256: sha256('some'), scopes: ['read'], upstreams: ['two'] },
    { name: 'writer', sha256: sha256('writer'), scopes: ['write'], upstreams: undefined },
  ] as const;
  const server = await startServer(upstreams(), { authenticate: createAuthenticator({ keys, jwt: undefined }) });
  const namesFor = async (name?: string): Promise<unknown> => {
    const headers: Record<string, string> = name === undefined ? {} : { 'x-api-key': keyOf(name) };
    const { status, text } = await server.fetch('/readyz', { headers });
    const { upstreams: seen } = JSON.parse(text) as { upstreams?: object };
    return [status, seen && Object.keys(seen)];
  };
  try {
    expect(await namesFor('all')).toEqual([200, ['one', 'two']]);
    expect(await namesFor('some')).toEqual([200, ['two']]);
    for (const other of [undefined, 'writer', 'stranger']) expect(await namesFor(other)).toEqual([200, undefined]);
  } finally {
    await server.stop(0);
  }
});
