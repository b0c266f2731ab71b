import { expect, test } from 'vitest';

import { startFixture } from '../../providers/ictcore/fixture.js';

const PEOPLE = 30;

const people = Array.from({ length: PEOPLE }, (_, index) => ({ contact_id: index + 1, first_name: `P${index}` }));

test('the contacts of a group are read once, however many rows of a list are in it', async () => {
  const links = people.map(({ contact_id }) => ({ group_id: 1, contact_id }));
  await using at = await startFixture({ contacts: people, groups: [{ group_id: 1, name: 'All' }], links });
  at.asked();
  const document = '{ contacts(first: 100) { nodes { groups { contacts(first: 10) { totalCount nodes { id } } } } } }';
  const { data, errors, attempts } = await at.gateway.ask(document);
  expect(errors).toEqual([]);
  const page = { totalCount: PEOPLE, nodes: expect.objectContaining({ length: 10 }) as unknown };
  expect(data).toEqual({ contacts: { nodes: people.map(() => ({ groups: [{ contacts: page }] })) } });
  expect(attempts.map(({ cache }) => cache)).not.toContain('shared');
  expect(at.asked().filter((target) => target.startsWith('/groups/1/contacts'))).toHaveLength(2);
});
