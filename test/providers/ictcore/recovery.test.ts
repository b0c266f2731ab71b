import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Seed } from '../../../src/emulators/ictcore/index.js';
import { startFixture } from './fixture.js';
import { id, idOf, input, newContact, people, recordedState, write, type Arguments } from './run-mutation.js';

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
    fixture.emulator.addFault({ kind: 'resetAfterRead', method: 'POST', path });
    const done = await write(fixture, field, args);
    expect(await recordedState(fixture, done)).toEqual({ state: 'UNKNOWN', settlements: [] });
    vi.setSystemTime(Date.now() + 60_000);
    expect(await recordedState(fixture, done)).toEqual({ state: 'NOT_SENT', settlements: [{ by: 'LOOK' }] });
  });

  test('a trunk that was made is found, as it is known which there were', async () => {
    await using fixture = await startFixture({ providers: [{ name: 'Fresh', host: 'sip.example.net' }] });
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'POST', path: '/providers' });
    const value = { name: 'Fresh', username: 'u', host: 'sip.example.net' };
    const done = await write(fixture, 'createTrunk', input('CreateTrunkInput', value));
    expect(await recordedState(fixture, done)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
  });

  test('a contact like it may be another: nobody can tell, not even when it is changed later', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using fixture = await startFixture(people);
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'POST', path: '/contacts' });
    const done = await write(fixture, 'createContact', newContact({}));
    expect(await recordedState(fixture, done)).toEqual({ state: 'UNKNOWN', settlements: [] });
    const change = input('UpdateContactInput', { ictCore: { firstName: 'Other' } });
    expect((await write(fixture, 'updateContact', { ...id('contact', 3), ...change })).userErrors).toEqual([]);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await recordedState(fixture, done)).toEqual({ state: 'UNKNOWN', settlements: [] });
  });
});

describe('of a write that was done in part nobody says later that it was not done', () => {
  const three: Seed = {
    contacts: [1, 2, 3].map((contact_id) => ({ contact_id, first_name: 'Ada', phone: '48500111222' })),
    groups: [{ group_id: 1, name: 'Customers' }],
    links: [1, 2, 3].map((contact_id) => ({ group_id: 1, contact_id })),
  };
  const some: Arguments = { ids: ['[ID!]!', [idOf('contact', 1), idOf('contact', 2)]] };
  const whole: Arguments = { ...id('group', 1), deleteContacts: ['Boolean', true] };

  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['deleteContacts', 'DELETE', '/contacts/2', some],
    ['deleteGroup', 'DELETE', '/contacts/2', whole],
    ['createContact', 'PUT', '/link/', newContact({ groupIds: [idOf('group', 1)] })],
  ] as const)('%s', async (field, method, path, args) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using fixture = await startFixture(three);
    fixture.emulator.addFault({ kind: 'resetAfterRead', method, path });
    const done = await write(fixture, field, args);
    // Somebody changes what was made, so that a look does not know it again.
    const change = input('UpdateContactInput', { ictCore: { firstName: 'Other' } });
    if (field === 'createContact') await write(fixture, 'updateContact', { ...id('contact', 4), ...change });
    vi.setSystemTime(Date.now() + 60_000);
    expect(await recordedState(fixture, done)).toEqual({ state: 'UNKNOWN', settlements: [] });
  });

  test('a group with contacts of which nothing was deleted is not done, and one that went with them is', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using fixture = await startFixture(three);
    fixture.emulator.addFault({ kind: 'resetAfterRead', method: 'DELETE', path: '/contacts/' });
    const undone = await write(fixture, 'deleteGroup', whole);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await recordedState(fixture, undone)).toMatchObject({ state: 'NOT_SENT' });
    fixture.emulator.reset(three);
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method: 'DELETE', path: '/groups/1' });
    expect(await recordedState(fixture, await write(fixture, 'deleteGroup', whole))).toMatchObject({
      state: 'SUCCEEDED',
    });
  });
});
