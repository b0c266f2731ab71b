import { describe, expect, test } from 'vitest';

import { startFixture, startScripted } from '../fixture.js';
import { id, idOf, input, newContact, people, write } from '../run-mutation.js';

const changedContact = (value: object) => ({ ...id('contact', 1), ...input('UpdateContactInput', { ictCore: value }) });
describe('contacts that ICTCore would take as they are', () => {
  const at = (field: string, code = 'BAD_USER_INPUT') => [
    { code, field: ['input', 'ictCore', ...field.split('.')], message: expect.any(String) as string },
  ];

  test.each([
    ['a blank name', { firstName: ' ' }, 'firstName'],
    ['a name that the column would cut', { firstName: 'x'.repeat(65) }, 'firstName'],
    ['half a character, which would empty the whole contact', { lastName: 'a\uD800' }, 'lastName'],
    ['a line in a name', { lastName: 'a\nb' }, 'lastName'],
    ['words for a phone', { phone: 'call me' }, 'phone'],
    ['nothing for a phone', { phone: '' }, 'phone'],
    ['one digit', { phone: '1' }, 'phone'],
    ['too many digits', { phone: '1'.repeat(33) }, 'phone'],
    ['a plus within', { phone: '48+500111222' }, 'phone'],
    ['two addresses', { email: 'a@b.pl, c@d.pl' }, 'email'],
    ['a blank before an address', { email: ' a@b.pl' }, 'email'],
    ['no address', { email: 'ada' }, 'email'],
    ['a long address', { address: 'x'.repeat(129) }, 'address'],
    ['a long text', { custom1: 'x'.repeat(129) }, 'custom1'],
    ['a control character', { custom2: 'a\u0000' }, 'custom2'],
    ['only blanks', { custom3: '  ' }, 'custom3'],
    ['a long note', { description: 'x'.repeat(256) }, 'description'],
    ['an id that is none', { groupIds: ['nonsense'] }, 'groupIds.0'],
    ['a group that is not there', { groupIds: [idOf('group', 1), idOf('group', 9)] }, 'groupIds.1', 'NOT_FOUND'],
    ['a group of no form', { groupIds: [idOf('group', '-2')] }, 'groupIds.0', 'NOT_FOUND'],
    ['a contact for a group', { groupIds: [idOf('contact', 1)] }, 'groupIds.0', 'NOT_FOUND'],
    ['too many groups', { groupIds: Array.from({ length: 101 }, () => idOf('group', 1)) }, 'groupIds'],
  ])('%s is refused before anything is sent', async (_, value, field, code?: string) => {
    await using fixture = await startFixture(people);
    const { userErrors, errors, wrote } = await write(fixture, 'createContact', newContact(value));
    expect({ userErrors, errors, wrote }).toEqual({ userErrors: at(field, code), errors: [], wrote: [] });
  });

  test('all mistakes are told at once', async () => {
    await using fixture = await startFixture(people);
    const value = { firstName: '', phone: 'x', email: 'y', groupIds: ['z'] };
    const { userErrors } = await write(fixture, 'createContact', newContact(value));
    const fields = ['firstName', 'phone', 'email', 'groupIds'];
    expect(userErrors.map(({ field }) => field?.[2])).toEqual(fields);
  });

  test.each([
    ['the name', { firstName: null }, 'firstName'],
    ['the phone', { phone: null }, 'phone'],
    ['the phone with nothing in it', { phone: '' }, 'phone'],
  ])("%s can't be cleared, as the guide requires it", async (_, value, field) => {
    await using fixture = await startFixture(people);
    const { userErrors, wrote } = await write(fixture, 'updateContact', changedContact(value));
    expect({ userErrors, wrote }).toEqual({ userErrors: at(field), wrote: [] });
  });

  test('a phone is sent as a switch can dial it', async () => {
    await using fixture = await startFixture({});
    const value = { phone: '+48 (500) 111-222.34', lastName: null, email: '' };
    const { wrote, payload } = await write(fixture, 'createContact', newContact(value), 'contact { phones }');
    expect(wrote).toEqual(['POST /contacts {"first_name":"Eve","phone":"+4850011122234"}']);
    expect(payload).toMatchObject({ contact: { phones: ['+4850011122234'] } });
  });
});

describe('a creation', () => {
  test.each([[12], ['12'], [{ contact_id: 12 }], [{ id: '12' }]])(
    "is answered by the id as a number or a text, the guide's by an object: %j",
    async (body) => {
      const eve = { contact_id: '12', first_name: 'Eve', last_name: null, phone: '500111444', email: null };
      const replies = { '/contacts': { body: JSON.stringify(body) }, '/contacts/12': { body: eve } };
      await using server = await startScripted(replies);
      const { data } = await server.gateway.ask(
        'mutation { createContact(input: { ictCore: { firstName: "Eve", phone: "500111444" } }) { contact { upstreamId } } }',
      );
      expect(data).toEqual({ createContact: { contact: { upstreamId: '12' } } });
    },
  );

  test.each([[0], ['-2'], [{}], [true], ['']])('without an id may have made one: %j', async (body) => {
    await using server = await startScripted({ '/contacts': { body: JSON.stringify(body) } });
    const { errors } = await server.gateway.ask(
      'mutation { createContact(input: { ictCore: { firstName: "Eve", phone: "500111444" } }) { contact { id } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  });
});

describe('changes', () => {
  test('null clears by empty text, as a null is stored by nobody, and what is left out is kept', async () => {
    await using fixture = await startFixture(people);
    const { wrote, payload } = await write(
      fixture,
      'updateContact',
      changedContact({ lastName: null, custom1: 'vip' }),
      'contact { ... on IctCoreContact { firstName lastName phone email custom1 } }',
    );
    expect(wrote).toEqual(['PUT /contacts/1 {"last_name":"","custom1":"vip"}']);
    const stored = { firstName: 'Ada', phone: '48500111222', email: 'ada@example.com' };
    expect(payload).toMatchObject({ contact: { ...stored, lastName: null, custom1: 'vip' } });
    const group = { ...id('group', 1), ...input('UpdateGroupInput', { description: null }) };
    const cleared = await write(fixture, 'updateGroup', group, 'group { name ... on IctCoreGroup { description } }');
    expect(cleared.wrote).toEqual(['PUT /groups/1 {"description":""}']);
    expect(cleared.payload).toMatchObject({ group: { name: 'Customers', description: null } });
  });

  test.each([
    ['updateContact', changedContact({}), 'contact'],
    ['updateGroup', { ...id('group', 1), ...input('UpdateGroupInput', {}) }, 'group'],
    ['updateTrunk', { ...id('gateway', 1), ...input('UpdateTrunkInput', {}) }, 'trunk'],
  ])('%s with nothing in it sends nothing and succeeds', async (field, args, noun) => {
    await using fixture = await startFixture({ ...people, providers: [{ name: 't', host: 'h' }] });
    const { wrote, userErrors, payload } = await write(fixture, field, args, `${noun} { upstreamId }`);
    expect({ wrote, userErrors }).toEqual({ wrote: [], userErrors: [] });
    expect(payload).toMatchObject({ [noun]: { upstreamId: '1' } });
  });

  test.each([
    ['deleteContact', 'contact', {}],
    ['deleteGroup', 'group', {}],
    ['deleteTrunk', 'gateway', {}],
    ['updateContact', 'contact', input('UpdateContactInput', { ictCore: { lastName: 'x' } })],
    ['updateGroup', 'group', input('UpdateGroupInput', { name: 'x' })],
    ['updateTrunk', 'gateway', input('UpdateTrunkInput', { name: 'x' })],
  ])('%s of what is not there is NOT_FOUND, and of what can not be there is not sent', async (field, noun, more) => {
    await using fixture = await startFixture(people);
    const gone = await write(fixture, field, { ...id(noun, 77), ...more });
    expect(gone.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(gone.wrote).toHaveLength(1);
    for (const key of ['0', '-2', '007', '1/link/2', 'abc']) {
      const { userErrors, wrote } = await write(fixture, field, { ...id(noun, key), ...more });
      expect({ codes: userErrors.map(({ code }) => code), wrote }).toEqual({ codes: ['NOT_FOUND'], wrote: [] });
    }
  });

  test.each([
    ['a blank name', { name: ' ' }, 'name'],
    ['a name that the column would cut', { name: 'x'.repeat(129) }, 'name'],
    ['a long description', { name: 'x', description: 'x'.repeat(256) }, 'description'],
  ])('a group with %s is refused before anything is sent', async (_, value, field) => {
    await using fixture = await startFixture({});
    const { userErrors, wrote } = await write(
      fixture,
      'createGroup',
      input('CreateGroupInput', { upstream: 'ictcore', ...value }),
    );
    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['input', field] }]);
    expect(wrote).toEqual([]);
  });
});
