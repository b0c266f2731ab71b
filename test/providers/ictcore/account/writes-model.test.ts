import fc from 'fast-check';
import { expect, test } from 'vitest';

import { startFixture, type Fixture } from '../fixture.js';
import { id, input, write, type Arguments } from '../run-mutation.js';

const SHARED = ['firstName', 'lastName', 'phone', 'email', 'address'] as const;
const KINDS = {
  account: { fields: ['username', 'type', 'active', ...SHARED] },
  user: { fields: ['username', 'active', 'company', 'countryId', 'timezoneId', ...SHARED] },
} as const;
type Kind = keyof typeof KINDS;
type Fields = Readonly<Record<string, string | number | boolean | null>>;

const word = fc
  .string({ unit: fc.constantFrom('a', 'Ż', "'", '"', '\\', '%', '🙂', ' '), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() !== '');
/** Each user gets an account of the same name: the names of the two are kept apart. */
const username = { account: fc.stringMatching(/^[a-e]$/), user: fc.stringMatching(/^u[a-e]$/) };
const shared = {
  firstName: fc.option(word),
  lastName: fc.option(word),
  phone: fc.option(fc.stringMatching(/^\+?[1-9]\d{4,12}$/)),
  address: fc.option(word),
};
const email = fc.option(fc.stringMatching(/^[a-e]@[a-z]{4,8}\.pl$/));
const own = {
  account: { ...shared, email },
  user: { ...shared, company: fc.option(word), countryId: fc.option(fc.nat(500)), timezoneId: fc.option(fc.nat(500)) },
};
const type = fc.constantFrom('account', 'did', 'extension', 'eaddress');
const place = fc.nat(7);
const some = { requiredKeys: [] };

const stepOf = (kind: Kind) =>
  fc.oneof(
    fc.record({
      does: fc.constant('create' as const),
      kind: fc.constant(kind),
      fields: fc.record<Fields>(
        {
          username: username[kind],
          active: fc.boolean(),
          ...own[kind],
          ...(kind === 'account' ? { type } : { password: fc.constant('pw'), email }),
        },
        { requiredKeys: kind === 'account' ? ['username'] : ['username', 'password'] },
      ),
    }),
    fc.record({
      does: fc.constant('update' as const),
      kind: fc.constant(kind),
      at: place,
      fields: fc.record<Fields>({ active: fc.boolean(), ...own[kind] }, some),
    }),
    fc.record({ does: fc.constant('delete' as const), kind: fc.constant(kind), at: place }),
  );
const step = fc.oneof(stepOf('account'), stepOf('user'));
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Model = Readonly<Record<Kind, Map<string, Fields>>>;

const titled = { account: 'Account', user: 'User' } as const;

async function take(fixture: Fixture, model: Model, step: Step): Promise<void> {
  const { kind } = step;
  const rows = model[kind];
  const name = titled[kind];
  // Mostly one of those that there are, and now and then none.
  const key = 'at' in step && step.at < 7 ? ([...rows.keys()][step.at % rows.size] ?? '999') : '999';
  switch (step.does) {
    case 'create': {
      const isTaken = [...rows.values()].some((row) => isTwin(kind, row, step.fields));
      const args = input(`Create${name}Input`, step.fields);
      const { payload, userErrors } = await write(fixture, `create${name}`, args, `${kind} { upstreamId }`);
      expect(userErrors.length > 0).toBe(isTaken);
      if (isTaken) return;
      const fields = Object.entries(step.fields).filter(([field]) => field !== 'password');
      const none = Object.fromEntries(KINDS[kind].fields.map((field) => [field, null]));
      const made = (payload[kind] as { upstreamId: string }).upstreamId;
      rows.set(made, {
        ...none,
        active: true,
        ...(kind === 'account' ? { type: 'account' } : {}),
        ...Object.fromEntries(fields),
      });
      return;
    }
    case 'update': {
      const old = rows.get(key);
      const args: Arguments = { ...id(kind, key), ...input(`Update${name}Input`, step.fields) };
      const { userErrors } = await write(fixture, `update${name}`, args);
      if (Object.keys(step.fields).length > 0) expect(userErrors.length === 0).toBe(old !== undefined);
      if (old) rows.set(key, { ...old, ...step.fields });
      return;
    }
    case 'delete': {
      const { userErrors } = await write(fixture, `delete${name}`, id(kind, key));
      expect(userErrors.length === 0).toBe(rows.delete(key));
    }
  }
}

/** What may not be there twice: names, of accounts by type, and e-mails of users. */
function isTwin(kind: Kind, row: Fields, fields: Fields): boolean {
  const isNamed = row['username'] === fields['username'];
  if (kind === 'account') return isNamed && row['type'] === (fields['type'] ?? 'account');
  return isNamed || (typeof fields['email'] === 'string' && row['email'] === fields['email']);
}

const READ = `{
  accounts { nodes { upstreamId ${KINDS.account.fields.join(' ')} } }
  users { nodes { upstreamId ${KINDS.user.fields.join(' ')} } }
}`;

interface Answered {
  readonly accounts: { readonly nodes: ReadonlyArray<Fields & { readonly upstreamId: string }> };
  readonly users: { readonly nodes: ReadonlyArray<Fields & { readonly upstreamId: string }> };
}

/** Those whom every installation begins with. */
const DEMO_USERS = ['1', '2'];

test('after any writes GraphQL reads the accounts and users that a plain model has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      await using fixture = await startFixture({});
      const model: Model = { account: new Map(), user: new Map() };
      for (const each of steps) await take(fixture, model, each);
      const { data, errors } = await fixture.gateway.ask(READ);
      const { accounts, users } = data as unknown as Answered;
      expect(errors).toEqual([]);
      // Each user gets an account of the same name, of which the model knows nothing.
      const mine = accounts.nodes.filter(({ upstreamId }) => model.account.has(upstreamId));
      expect(mine).toEqual([...model.account].map(([upstreamId, fields]) => ({ upstreamId, ...fields })));
      expect(users.nodes.filter(({ upstreamId }) => !DEMO_USERS.includes(upstreamId))).toEqual(
        [...model.user].map(([upstreamId, fields]) => ({ upstreamId, ...fields })),
      );
    }),
    { numRuns: 25 },
  );
});
