import { afterEach, describe, expect, test, vi } from 'vitest';

import { startFixture } from './ictcore-fixture.js';
import { input, newContact, people, settled, write } from './ictcore-writes-support.js';

describe('a creation whose answer is lost', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['createContact', '/contacts', newContact({})],
    ['createGroup', '/groups', input('CreateGroupInput', { upstream: 'ictcore', name: 'Fresh' })],
    ['createTrunk', '/providers', input('CreateTrunkInput', { name: 'Fresh', username: 'u' })],
  ])('%s that nothing shows of is not done, once nobody can be at it any more', async (field, path, args) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using fixture = await startFixture(people);
    fixture.emulator.fault({ kind: 'resetAfterRead', method: 'POST', path });
    const done = await write(fixture, field, args);
    expect(await settled(fixture, done)).toEqual({ state: 'UNKNOWN', settlements: [] });
    vi.setSystemTime(Date.now() + 60_000);
    expect(await settled(fixture, done)).toEqual({ state: 'NOT_SENT', settlements: [{ by: 'LOOK' }] });
  });

  test('a trunk that was made is found, as it is known which there were', async () => {
    await using fixture = await startFixture({ providers: [{ name: 'Fresh', host: 'sip.example.net' }] });
    fixture.emulator.fault({ kind: 'resetAfterEffect', method: 'POST', path: '/providers' });
    const value = { name: 'Fresh', username: 'u', host: 'sip.example.net' };
    const done = await write(fixture, 'createTrunk', input('CreateTrunkInput', value));
    expect(await settled(fixture, done)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
  });

  test('a contact like it may be another: nobody can tell', async () => {
    await using fixture = await startFixture(people);
    fixture.emulator.fault({ kind: 'resetAfterEffect', method: 'POST', path: '/contacts' });
    const done = await write(fixture, 'createContact', newContact({}));
    expect(await settled(fixture, done)).toEqual({ state: 'UNKNOWN', settlements: [] });
  });
});
