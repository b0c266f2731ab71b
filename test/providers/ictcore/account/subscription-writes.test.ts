import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { id, idOf, write, type Arguments } from '../run-mutation.js';

const subscriber = { account_id: 3, type: 'account', username: 'desk1', active: 1, user_id: 1 };
const extension = { account_id: 4, type: 'extension', username: 'ext1', active: 0, user_id: 2 };
const own = [1, 2].map((key) => ({ account_id: key, type: 'account', username: `own${key}`, active: 1, user_id: key }));
const accounts = [...own, subscriber, extension];
const of = (noun: string, key: number | string): Arguments => id(noun, key, `${noun}Id`);

const program = (key: number, type: string, data: object, parent?: number) => ({
  program_id: key,
  name: `Program ${key}`,
  type,
  data: JSON.stringify(data),
  ...(parent === undefined ? {} : { parent_id: parent }),
});
const ofAccount = (key: number, type = 'faxtoemail') => program(key, type, { account_id: 3 });

const OWNERS = [
  ['assignAccountOwner', of('user', 2)],
  ['releaseAccount', {}],
] as const;
const PROGRAMS = '{ programs { nodes { upstreamId } } }';

describe.each(OWNERS)('%s deletes the programs of the account', (field, more) => {
  test.each(['emailtofax', 'faxtoemail', 'receivefax', 'receiveemail', 'receivesms'])(
    'and is refused while there is one of type %s, unless they may go',
    async (type) => {
      await using fixture = await startFixture({ accounts, programs: [ofAccount(1, type), program(2, 'ivr', {})] });
      const args = { ...of('account', 3), ...more };
      const refused = await write(fixture, field, args, 'account { id }');
      expect(refused.payload).toMatchObject({
        account: null,
        userErrors: [{ code: 'BAD_USER_INPUT', field: ['deletesPrograms'] }],
      });
      expect(refused.userErrors[0]?.message).toContain(`"Program 1" (${idOf('program', 1)})`);
      expect(refused.userErrors[0]?.message).not.toContain('Program 2');
      expect(refused.wrote).toEqual([]);
      const done = await write(fixture, field, { ...args, deletesPrograms: ['Boolean!', true] });
      expect([done.userErrors, done.wrote.length]).toEqual([[], 1]);
      expect((await fixture.gateway.ask(PROGRAMS)).data).toEqual({ programs: { nodes: [{ upstreamId: '2' }] } });
    },
  );

  test('with those below it, those of an extension, and at most ten by name', async () => {
    const below = Array.from({ length: 12 }, (_, index) => program(index + 2, 'ivr', {}, index + 1));
    await using fixture = await startFixture({ accounts, programs: [ofAccount(1), ...below] });
    const many = await write(fixture, field, { ...of('account', 3), ...more });
    expect(many.userErrors[0]?.message).toMatch(/"Program 1" .*"Program 10" .* and 3 more/);
    fixture.emulator.reset({ accounts, programs: [program(1, 'forward', { extension_id: 4 })] });
    const one = await write(fixture, field, { ...of('account', 4), ...more });
    expect(one.userErrors).toMatchObject([{ field: ['deletesPrograms'] }]);
  });

  test('and without any is done as it is, under the same key as the same write', async () => {
    await using fixture = await startFixture({ accounts, programs: [program(1, 'faxtoemail', { account_id: 1 })] });
    const key: Arguments = { idempotencyKey: ['String', '0123456789abcdef'] };
    const done = await write(fixture, field, { ...of('account', 3), ...more, ...key });
    expect([done.userErrors, done.wrote.length]).toEqual([[], 1]);
    const other = { ...of('account', 3), ...more, ...key, deletesPrograms: ['Boolean!', true] as const };
    const reused = await write(fixture, field, other);
    expect(reused.errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });
});

describe('deletedIds', () => {
  test('of a program tell all below it, and of an account its programs', async () => {
    await using fixture = await startFixture({});
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(8), { minLength: 1, maxLength: 8 }), fc.nat(7), async (parents, at) => {
        // Program n is below a program of any number, itself and what is not there included.
        const programs = parents.map((parent, index) => program(index + 1, 'ivr', {}, parent));
        fixture.emulator.reset({ accounts, programs: [...programs, program(20, 'receivefax', { account_id: 3 }, 1)] });
        const key = (at % parents.length) + 1;
        const { payload } = await write(fixture, 'deleteProgram', id('program', key), 'deletedIds');
        const { data } = await fixture.gateway.ask(PROGRAMS);
        const there = (data as { programs: { nodes: Array<{ upstreamId: string }> } }).programs.nodes;
        const gone = [...parents.keys(), 19]
          .map((index) => String(index + 1))
          .filter((each) => !there.some(({ upstreamId }) => upstreamId === each));
        const { deletedIds } = payload as { deletedIds: string[] };
        expect(deletedIds[0]).toBe(idOf('program', key));
        expect([...deletedIds].sort()).toEqual(gone.map((each) => idOf('program', each)).sort());
      }),
      { numRuns: 30 },
    );
    fixture.emulator.reset({ accounts, programs: [ofAccount(1), program(2, 'ivr', {}, 1), program(3, 'ivr', {})] });
    const { payload } = await write(fixture, 'deleteAccount', id('account', 3), 'deletedIds');
    expect(payload['deletedIds']).toEqual([idOf('account', 3), idOf('program', 1), idOf('program', 2)]);
  });
});

describe('subscribing', () => {
  test.each(['sendsms', 'sendfax', 'sendemail', 'voicemessage', 'voicetts', 'agent', 'ivr', 'forward'])(
    'to a program of type %s is refused, as everything would be sent twice',
    async (type) => {
      await using fixture = await startFixture({ accounts, programs: [program(1, type, {})] });
      const args = { ...of('account', 3), ...of('program', 1) };
      const { userErrors, wrote } = await write(fixture, 'subscribeAccountToProgram', args);
      expect(userErrors).toMatchObject([
        { code: 'BAD_USER_INPUT', field: ['programId'], message: expect.stringContaining('twice') as string },
      ]);
      expect(wrote).toEqual([]);
    },
  );

  test('to a program of another account that stays there is no success', async () => {
    await using fixture = await startFixture({ accounts, programs: [program(1, 'receivefax', { account_id: 1 })] });
    const args = { ...of('account', 3), ...of('program', 1) };
    const { userErrors, wrote } = await write(fixture, 'subscribeAccountToProgram', args);
    expect(userErrors).toMatchObject([{ code: 'UPSTREAM_REJECTED', field: ['programId'] }]);
    expect(wrote).toEqual(['PUT /accounts/3/programs/1']);
  });

  test('to a program that is its own changes nothing; one that is not there is named; and it is left', async () => {
    await using fixture = await startFixture({ accounts, programs: [ofAccount(1)] });
    const args = { ...of('account', 3), ...of('program', 1) };
    const there = await write(fixture, 'subscribeAccountToProgram', args, 'account { username }');
    expect(there.payload).toEqual({ account: { username: 'desk1' }, userErrors: [] });
    expect(there.wrote).toEqual([]);
    for (const key of [9, 'faxtoemail']) {
      const unknown = { ...of('account', 3), ...of('program', key) };
      const { userErrors } = await write(fixture, 'subscribeAccountToProgram', unknown);
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['programId'] }]);
    }
    const leaving = await write(fixture, 'unsubscribeAccountFromProgram', args);
    const none = await write(fixture, 'clearAccountPrograms', of('account', 3));
    expect([...leaving.userErrors, ...none.userErrors]).toEqual([]);
    expect([...leaving.wrote, ...none.wrote]).toEqual(['DELETE /accounts/3/programs/1', 'DELETE /accounts/3/programs']);
  });
});
