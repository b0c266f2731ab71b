import { describe, expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { both, id, idOf, newContact, people, refusing, recordedState, write } from '../run-mutation.js';

describe('who is in which group', () => {
  const MEMBERS = 'contact { groups { name } }';

  test('a link to a group that is not there is not sent, as the server would make it', async () => {
    await using fixture = await startFixture(people);
    for (const group of [9, '-2', 'x']) {
      const { userErrors, wrote } = await write(fixture, 'addContactToGroup', both(1, group));
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['groupId'] }]);
      expect(wrote).toEqual([]);
    }
    const { userErrors } = await write(fixture, 'addContactToGroup', both(9, 1));
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('a second link is called a failure (417) and is none', async () => {
    await using fixture = await startFixture({ ...people, links: [{ group_id: 1, contact_id: 1 }] });
    const { userErrors, errors, payload } = await write(fixture, 'addContactToGroup', both(1, 1), MEMBERS);
    expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
    expect(payload).toMatchObject({ contact: { groups: [{ name: 'Customers' }] } });
  });

  test('the last unlink of all is called a failure (417) and is done', async () => {
    await using fixture = await startFixture({ ...people, links: [{ group_id: 1, contact_id: 1 }] });
    const { userErrors, errors, payload } = await write(fixture, 'removeContactFromGroup', both(1, 1), MEMBERS);
    expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
    expect(payload).toMatchObject({ contact: { groups: [] } });
    const again = await write(fixture, 'removeContactFromGroup', both(1, 1));
    expect({ userErrors: again.userErrors, errors: again.errors }).toEqual({ userErrors: [], errors: [] });
  });

  test.each([
    ['addContactToGroup', 'PUT', []],
    ['removeContactFromGroup', 'DELETE', [{ group_id: 1, contact_id: 1 }]],
  ])('%s that is refused and not done keeps its failure', async (field, method, links) => {
    await using fixture = await startFixture({ ...people, links });
    fixture.emulator.addFault({ ...refusing(417, 'No such luck'), method, path: '/link/' });
    const { userErrors } = await write(fixture, field, both(1, 1));
    expect(userErrors).toMatchObject([
      { code: 'UPSTREAM_REJECTED', message: expect.stringContaining('No such luck') as string },
    ]);
  });

  test('a refusal that can not be checked by reading back is an unknown outcome', async () => {
    await using fixture = await startFixture(people);
    fixture.emulator.addFault({ ...refusing(417, 'No'), method: 'PUT', path: '/link/' });
    fixture.emulator.addFault({ ...refusing(403, 'User not permitted'), method: 'GET', path: '/groups/1/contacts' });
    const { errors, userErrors } = await write(fixture, 'addContactToGroup', both(1, 1));
    expect(userErrors).toEqual([]);
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' } }]);
  });

  test.each([
    ['addContactToGroup', 'PUT', []],
    [
      'removeContactFromGroup',
      'DELETE',
      [
        { group_id: 1, contact_id: 1 },
        { group_id: 1, contact_id: 2 },
      ],
    ],
  ])('%s whose answer is lost is looked up in the group', async (field, method, links) => {
    await using fixture = await startFixture({ ...people, links });
    fixture.emulator.addFault({ kind: 'resetAfterEffect', method, path: '/link/' });
    const done = await write(fixture, field, both(1, 1));
    expect(await recordedState(fixture, done)).toEqual({ state: 'SUCCEEDED', settlements: [{ by: 'LOOK' }] });
  });

  test('a new contact joins each of its groups once', async () => {
    await using fixture = await startFixture(people);
    const groupIds = [1, 2, 1].map((key) => idOf('group', key));
    const { wrote, payload } = await write(fixture, 'createContact', newContact({ groupIds }), MEMBERS);
    expect(wrote.slice(1).sort()).toEqual(['PUT /contacts/3/link/1', 'PUT /contacts/3/link/2']);
    expect(payload).toMatchObject({ contact: { groups: [{ name: 'Customers' }, { name: 'Staff' }] } });
  });

  test('a new contact stays where a group refuses it, and the group is named', async () => {
    await using fixture = await startFixture(people);
    fixture.emulator.addFault({ ...refusing(403, 'User not permitted'), path: '/link/1' });
    fixture.emulator.addFault({ ...refusing(417, 'No such luck'), path: '/link/2' });
    const groupIds = [1, 2].map((key) => idOf('group', key));
    const { payload, userErrors, errors } = await write(
      fixture,
      'createContact',
      newContact({ groupIds }),
      'contact { displayName }',
    );
    expect(payload).toMatchObject({ contact: { displayName: 'Eve' } });
    const mistakes = userErrors.map(({ code, field }) => [code, field?.at(-1)]).sort();
    expect({ mistakes, errors }).toEqual({
      mistakes: [
        ['UPSTREAM_AUTH', '0'],
        ['UPSTREAM_REJECTED', '1'],
      ],
      errors: [],
    });
  });

  test('a new contact whose group never answered is told as unknown, with the contact', async () => {
    await using fixture = await startFixture(people);
    fixture.emulator.addFault({ kind: 'resetAfterEffect', path: '/link/1' });
    const { payload, errors } = await write(
      fixture,
      'createContact',
      newContact({ groupIds: [idOf('group', 1)] }),
      'contact { displayName }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(payload).toMatchObject({ contact: { displayName: 'Eve' } });
  });
});

describe('deleting a group', () => {
  const links = [1, 2].map((contact_id) => ({ group_id: 1, contact_id }));
  const withContacts = { ...id('group', 1), deleteContacts: ['Boolean', true] as const };
  const remaining = async ({ gateway }: Awaited<ReturnType<typeof startFixture>>) =>
    (await gateway.ask('{ contacts { totalCount } groups { totalCount } }')).data;

  test('leaves its contacts, or deletes them before it', async () => {
    await using fixture = await startFixture({ ...people, links });
    const two = await write(fixture, 'deleteGroup', { ...id('group', 2), deleteContacts: ['Boolean', null] });
    expect(two.wrote).toEqual(['DELETE /groups/2']);
    expect(await remaining(fixture)).toEqual({ contacts: { totalCount: 2 }, groups: { totalCount: 1 } });
    const one = await write(fixture, 'deleteGroup', withContacts, 'deletedIds');
    const [group, ...contacts] = (one.payload as { deletedIds: string[] }).deletedIds;
    expect([group, ...contacts.sort()]).toEqual([idOf('group', 1), idOf('contact', 1), idOf('contact', 2)]);
    expect(one.wrote.at(-1)).toBe('DELETE /groups/1');
    expect(one.wrote.slice(0, -1).sort()).toEqual(['DELETE /contacts/1', 'DELETE /contacts/2']);
    expect(await remaining(fixture)).toEqual({ contacts: { totalCount: 0 }, groups: { totalCount: 0 } });
  });

  test('that is refused midway says how far it came, and the group stays', async () => {
    await using fixture = await startFixture({ ...people, links });
    fixture.emulator.addFault({ ...refusing(417, 'No such luck'), path: '/contacts/2' });
    const { userErrors, errors } = await write(fixture, 'deleteGroup', withContacts);
    expect(errors).toEqual([]);
    expect(userErrors).toMatchObject([
      {
        code: 'UPSTREAM_REJECTED',
        message: expect.stringContaining('1 of 2 contacts of the group were deleted') as string,
      },
    ]);
    expect(await remaining(fixture)).toEqual({ contacts: { totalCount: 1 }, groups: { totalCount: 2 } });
  });

  test('that is denied midway is never called undone', async () => {
    await using fixture = await startFixture({ ...people, links });
    fixture.emulator.addFault({ ...refusing(403, 'User not permitted'), method: 'DELETE', path: '/groups/1' });
    const { errors } = await write(fixture, 'deleteGroup', withContacts);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('2 contacts of the group were deleted') as string,
        extensions: { code: 'OUTCOME_UNKNOWN', sent: 'unknown' },
      },
    ]);
  });
});
