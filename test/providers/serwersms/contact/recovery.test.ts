import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createMemoryStore } from '../../../../src/operations/memory-store.js';
import { serwerSms } from '../../../../src/providers/serwersms/index.js';
import { startGateway, type Answer } from '../../../support/gateway.js';
import { openSerwerSms, type SerwerSmsFixture } from '../fixture.js';
import { groupId, LOGIN, mutations, writesSeen } from '../mutations.js';

const { create, update, remove, link, unlink, createGroup, updateGroup, removeGroup } = mutations;
const KEY = 'a-key-of-one-write';
/** After it a provider that keeps no trace of what it got has surely done it, or never will. */
const MINUTE_MS = 60_000;
const LATER_MS = 15 * MINUTE_MS;

const ANNA = { phone: '+48500111222', email: 'anna@example.com', first_name: 'Anna' };
const TEXTS = { phone: '500 111 222', email: 'anna@example.com', firstName: ' Anna ', city: '' };

describe('writes of SerwerSMS whose answer is lost', () => {
  let at: SerwerSmsFixture;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    at = await openSerwerSms(LOGIN);
    at.emulator.reset({
      groups: [11, 12].map((id) => ({ id, name: `g${id}` })),
      contacts: [
        { id: 1, ...ANNA, group_id: 11 },
        { id: 2, phone: '+48500333444' },
      ],
    });
  });
  afterEach(async () => {
    await at.close();
    vi.useRealTimers();
  });

  const lose = (path: string, kind: 'resetAfterEffect' | 'resetAfterRead'): void => {
    at.emulator.addFault({ kind, path, times: 1 });
  };
  /** What a look tells of a write that was just lost, at once, a minute before and when it is surely over. */
  const outcomeOf = async ({ errors }: Answer): Promise<[unknown, unknown]> => {
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
    const stateOf = async (): Promise<unknown> => {
      const id = errors[0]?.extensions['operationId'];
      const { data } = await at.ask('query ($id: ID!) { operation(id: $id) { state } }', { id });
      return (data?.['operation'] as { state: unknown } | null)?.state;
    };
    const first = await stateOf();
    vi.setSystemTime(Date.now() + LATER_MS - MINUTE_MS);
    expect(await stateOf()).toBe(first);
    vi.setSystemTime(Date.now() + MINUTE_MS);
    return [first, await stateOf()];
  };
  const ask = (): SerwerSmsFixture['ask'] => at.ask;

  const writes: ReadonlyArray<readonly [name: string, path: string, write: () => Promise<Answer>]> = [
    ['a contact that is made', 'contacts/add', () => create(ask(), TEXTS)],
    [
      'a contact that is made in two groups',
      'contacts/add',
      () => create(ask(), { ...TEXTS, groupIds: [groupId(11), groupId(12)] }),
    ],
    ['a group that is made', 'groups/add', () => createGroup(ask(), { name: 'g11' })],
    ['a change of texts', 'contacts/edit', () => update(ask(), 1, { city: 'Łódź', email: null, phone: '500999888' })],
    ['a change of groups', 'contacts/edit', () => update(ask(), 1, { groupIds: [groupId(12)], city: ' X ' })],
    [
      'a change of texts in the same group',
      'contacts/edit',
      () => update(ask(), 1, { groupIds: [groupId(11)], city: 'Z' }),
    ],
    ['a change to no group', 'contacts/edit', () => update(ask(), 1, { groupIds: null })],
    ['a change of the groups of a number', 'contacts/add', () => link(ask(), 1, 12)],
    ['a way into a group', 'contacts/edit', () => link(ask(), 2, 12)],
    ['a way out of a group', 'contacts/edit', () => unlink(ask(), 1, 11)],
    ['a new name', 'groups/edit', () => updateGroup(ask(), 11, { name: ' other ' })],
    ['a deletion', 'contacts/delete', () => remove(ask(), 1)],
    ['a deletion of a group', 'groups/delete', () => removeGroup(ask(), 11)],
  ];

  test.each(writes)('%s (%s) is found to be done, or not', async (what, path, write) => {
    lose(path, 'resetAfterRead');
    // Texts that are not as they were to be prove nothing: somebody may have changed them since.
    const isText = what === 'a change of texts' || what === 'a new name';
    expect(await outcomeOf(await write())).toEqual(['UNKNOWN', isText ? 'UNKNOWN' : 'NOT_SENT']);
    lose(path, 'resetAfterEffect');
    expect(await outcomeOf(await write())).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  });

  test('a key tells what was found, and sends again only what was not done', async () => {
    const input = { ...TEXTS, idempotencyKey: KEY };
    lose('contacts/add', 'resetAfterRead');
    await outcomeOf(await create(at.ask, input));
    lose('contacts/add', 'resetAfterEffect');
    expect((await create(at.ask, input)).errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    for (let times = 0; times < 2; times += 1) {
      const { data, errors } = await create(at.ask, input);
      expect(errors).toEqual([]);
      expect(data).toEqual({ it: { contact: { upstreamId: '3' }, userErrors: [] } });
    }
    expect(at.emulator.requests.flatMap(({ effects }) => effects)).toEqual(['contact.create 3']);
  });

  test('a contact that was there before proves nothing, and of two that came since none is ours for sure', async () => {
    const same = { ...TEXTS, phone: ANNA.phone };
    lose('contacts/add', 'resetAfterRead');
    expect(await outcomeOf(await create(at.ask, same))).toEqual(['UNKNOWN', 'NOT_SENT']);
    lose('contacts/add', 'resetAfterEffect');
    const lost = await create(at.ask, same);
    await create(at.ask, same);
    expect(await outcomeOf(lost)).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  test('a contact of the number with other texts may be somebody else’s', async () => {
    lose('contacts/add', 'resetAfterRead');
    const lost = await create(at.ask, TEXTS);
    await create(at.ask, { ...TEXTS, firstName: 'Ania' });
    expect(await outcomeOf(lost)).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  test('of several groups all must hold the contact, and one that held it before proves nothing', async () => {
    const both = [groupId(11), groupId(12)];
    lose('contacts/edit', 'resetAfterRead');
    expect((await outcomeOf(await update(ask(), 1, { groupIds: both })))[1]).toBe('UNKNOWN');
    lose('contacts/edit', 'resetAfterEffect');
    expect((await outcomeOf(await update(ask(), 1, { groupIds: both })))[1]).toBe('SUCCEEDED');
    lose('contacts/edit', 'resetAfterRead');
    expect((await outcomeOf(await update(ask(), 2, { groupIds: both })))[1]).toBe('NOT_SENT');
  });

  test('a part of the contacts that were to be made proves nothing', async () => {
    lose('contacts/add', 'resetAfterRead');
    const lost = await create(ask(), { ...TEXTS, groupIds: [groupId(11), groupId(12)] });
    await create(ask(), { ...TEXTS, groupIds: [groupId(12)] });
    expect((await outcomeOf(lost))[1]).toBe('UNKNOWN');
  });

  test('a write that acts is sent once to a server that is down, and one that replaces no more once it was read', async () => {
    at.emulator.addFault({ kind: 'resetAfterRead', path: '/add' });
    at.emulator.addFault({ kind: 'resetAfterRead', path: '/edit' });
    await create(at.ask, { phone: '500600700' });
    await createGroup(at.ask, { name: 'x' });
    await update(at.ask, 2, { city: 'X' });
    expect(writesSeen(at).map(([action]) => action)).toEqual(['contacts/add', 'groups/add', 'contacts/edit']);
    at.emulator.clearFaults();
    // It says that nothing was done, but not in a way that sends what acts twice.
    at.emulator.addFault({ kind: 'status', status: 503, path: '/add', times: 2 });
    await create(at.ask, { phone: '500600701' });
    await createGroup(at.ask, { name: 'y' });
    expect(writesSeen(at).slice(3)).toEqual([
      ['contacts/add', { phone: '+48500600701' }],
      ['groups/add', { name: 'y' }],
    ]);
  });

  test('nothing is sent where what is there can not be read', async () => {
    at.emulator.addFault({ kind: 'status', status: 400, path: '/index' });
    at.emulator.addFault({ kind: 'status', status: 400, path: '/view' });
    for (const [, path, write] of writes.filter(([, path]) => !/(delete|groups.edit)/.test(path))) {
      const { data, errors } = await write();
      expect([path, errors.length + (data?.['it'] as { userErrors: unknown[] }).userErrors.length]).toEqual([path, 1]);
    }
    expect(writesSeen(at)).toEqual([]);
  });

  test('what is kept of a write holds no number and no name', async () => {
    const store = createMemoryStore();
    const upstream = { provider: serwerSms, baseUrl: at.emulator.url, settings: LOGIN };
    const gateway = startGateway([upstream], undefined, { store });
    lose('contacts/add', 'resetAfterEffect');
    await create(gateway.ask, TEXTS);
    await update(gateway.ask, 1, { city: 'Łódź', phone: '500999888', groupIds: [] });
    const stored = JSON.stringify(await store.list({ limit: 10 }));
    await gateway.close();
    expect(stored).toContain('madeContacts');
    expect(stored).not.toMatch(/500111222|500999888|Anna|anna|Łódź/);
  });
});
