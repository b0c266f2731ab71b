import fc from 'fast-check';
import { expect, test } from 'vitest';

import { startFixture, type Fixture } from '../fixture.js';
import { both, id, idOf, input, write } from '../run-mutation.js';

/** A contact as the model has it: what GraphQL is to read. */
interface Modelled {
  readonly fields: Readonly<Record<string, string | null>>;
  readonly groups: Set<string>;
}

interface Model {
  readonly contacts: Map<string, Modelled>;
  readonly groups: Map<string, { name: string; description: string | null }>;
}

const TEXTS = ['lastName', 'address', 'custom1', 'custom2', 'custom3', 'description'] as const;
const FIELDS = ['firstName', 'phone', 'email', ...TEXTS];

const word = fc
  .string({ unit: fc.constantFrom('a', 'Ż', "'", '"', '\\', '/', '%', '🙂', '<', ' '), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() !== '');
const phone = fc.stringMatching(/^\+?[1-9]\d{4,12}$/);
const email = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.pl$/);
const clearable = Object.fromEntries(TEXTS.map((field) => [field, fc.option(word)]));
const required = { firstName: word, phone };
const place = fc.nat(11);

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('createContact' as const),
      fields: fc.record(
        { ...required, email: fc.option(email), ...clearable },
        { requiredKeys: ['firstName', 'phone'] },
      ),
      groups: fc.array(place, { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('updateContact' as const),
      at: place,
      fields: fc.record({ ...required, email: fc.option(email), ...clearable }, { requiredKeys: [] }),
    }),
  },
  fc.record({ does: fc.constant('deleteContact' as const), at: place }),
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('createGroup' as const), name: word, description: fc.option(word) }),
  },
  fc.record({ does: fc.constant('updateGroup' as const), at: place, name: word, description: fc.option(word) }),
  fc.record({ does: fc.constant('deleteGroup' as const), at: place, deleteContacts: fc.boolean() }),
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('addContactToGroup' as const, 'removeContactFromGroup' as const),
      at: place,
      group: place,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const MISSING = '999';

/** What a place means: mostly one of those that there are, and now and then none. */
function keyAt(map: ReadonlyMap<string, unknown>, at: number): string {
  return at === 11 ? MISSING : ([...map.keys()][at % map.size] ?? MISSING);
}

/** Does a step in the gateway and in the model. */
async function take(fixture: Fixture, { contacts, groups }: Model, step: Step): Promise<void> {
  switch (step.does) {
    case 'createContact': {
      // A first contact is not to fail for want of groups.
      const keys = groups.size === 0 ? [] : step.groups.map((at) => keyAt(groups, at));
      const groupIds = keys.map((key) => idOf('group', key));
      const args = input('CreateContactInput', { ictCore: { ...step.fields, groupIds } });
      const { payload } = await write(fixture, 'createContact', args, 'contact { upstreamId }');
      const key = (payload['contact'] as { upstreamId: string } | null)?.upstreamId;
      expect(key !== undefined).toBe(keys.every((each) => groups.has(each)));
      if (key !== undefined) contacts.set(key, { fields: { ...NOTHING, ...step.fields }, groups: new Set(keys) });
      return;
    }
    case 'updateContact': {
      const key = keyAt(contacts, step.at);
      const old = contacts.get(key);
      const args = { ...id('contact', key), ...input('UpdateContactInput', { ictCore: step.fields }) };
      const { userErrors } = await write(fixture, 'updateContact', args);
      // A change without anything asks nobody.
      if (Object.keys(step.fields).length > 0) expect(userErrors.length === 0).toBe(old !== undefined);
      if (old) contacts.set(key, { ...old, fields: { ...old.fields, ...step.fields } });
      return;
    }
    case 'deleteContact': {
      const key = keyAt(contacts, step.at);
      const { userErrors } = await write(fixture, 'deleteContact', id('contact', key));
      expect(userErrors.length === 0).toBe(contacts.delete(key));
      return;
    }
    case 'createGroup': {
      const { name, description } = step;
      const args = input('CreateGroupInput', { upstream: 'ictcore', name, description });
      const { payload } = await write(fixture, 'createGroup', args, 'group { upstreamId }');
      groups.set((payload['group'] as { upstreamId: string }).upstreamId, { name, description });
      return;
    }
    case 'updateGroup': {
      const key = keyAt(groups, step.at);
      const { name, description } = step;
      const args = { ...id('group', key), ...input('UpdateGroupInput', { name, description }) };
      const { userErrors } = await write(fixture, 'updateGroup', args);
      expect(userErrors.length === 0).toBe(groups.has(key));
      if (groups.has(key)) groups.set(key, { name, description });
      return;
    }
    case 'deleteGroup': {
      const key = keyAt(groups, step.at);
      const args = { ...id('group', key), deleteContacts: ['Boolean', step.deleteContacts] as const };
      const { userErrors } = await write(fixture, 'deleteGroup', args);
      expect(userErrors.length === 0).toBe(groups.delete(key));
      for (const [contact, { groups: mine }] of contacts) {
        if (mine.delete(key) && step.deleteContacts) contacts.delete(contact);
      }
      return;
    }
    case 'addContactToGroup':
    case 'removeContactFromGroup': {
      const [key, group] = [keyAt(contacts, step.at), keyAt(groups, step.group)];
      const mine = contacts.get(key)?.groups;
      const { userErrors, errors } = await write(fixture, step.does, both(key, group));
      // Out of a group that is not there is as good as out.
      const isThere = mine !== undefined && (groups.has(group) || step.does === 'removeContactFromGroup');
      expect({ isDone: userErrors.length === 0, errors }).toEqual({ isDone: isThere, errors: [] });
      if (mine && isThere && step.does === 'addContactToGroup') mine.add(group);
      if (step.does === 'removeContactFromGroup') mine?.delete(group);
    }
  }
}

const NOTHING = Object.fromEntries(FIELDS.map((field) => [field, null]));

const READ = `{
  contacts { nodes { upstreamId groups { upstreamId } ... on IctCoreContact { ${FIELDS.join(' ')} } } }
  groups { nodes { upstreamId name contactCount ... on IctCoreGroup { description } } }
}`;

interface Answered {
  readonly contacts: {
    readonly nodes: ReadonlyArray<Record<string, unknown> & { readonly groups: ReadonlyArray<{ upstreamId: string }> }>;
  };
  readonly groups: { readonly nodes: readonly unknown[] };
}

test('after any writes GraphQL reads what a plain model has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      await using fixture = await startFixture({});
      const model: Model = { contacts: new Map(), groups: new Map() };
      for (const each of steps) await take(fixture, model, each);
      const { data, errors } = await fixture.gateway.ask(READ);
      const { contacts, groups } = data as unknown as Answered;
      const mine = [...model.contacts.values()];
      expect(errors).toEqual([]);
      expect(
        contacts.nodes.map((row) => ({ ...row, groups: row.groups.map(({ upstreamId }) => upstreamId).sort() })),
      ).toEqual(
        [...model.contacts].map(([upstreamId, { fields, groups: own }]) => ({
          upstreamId,
          ...fields,
          groups: [...own].sort(),
        })),
      );
      expect(groups.nodes).toEqual(
        [...model.groups].map(([upstreamId, group]) => {
          const contactCount = mine.filter(({ groups: own }) => own.has(upstreamId)).length;
          return {
            upstreamId,
            ...group,
            contactCount: expect.toSatisfy((count: number) => count >= contactCount) as number,
          };
        }),
      );
    }),
    { numRuns: 30 },
  );
});
