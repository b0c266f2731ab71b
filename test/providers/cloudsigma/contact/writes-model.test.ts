import fc from 'fast-check';
import { expect, test } from 'vitest';

import { encodeId } from '../../../../src/graph/values/id.js';
import { useCloudSigma } from '../fixture.js';

const { emulator, gateway } = useCloudSigma();

interface Row {
  readonly email: string;
  readonly name: string | null;
  readonly phone: string | null;
}

type Step =
  | { readonly does: 'create'; readonly rows: readonly Row[] }
  | { readonly does: 'update'; readonly at: number; readonly change: Partial<Row> }
  | { readonly does: 'delete'; readonly at: number };

const email = fc.constantFrom('anna@example.com', 'Anna@Example.com', 'jan+sms@example.com', "o'neil@example.pl");
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text));
const phone = fc.constantFrom('+48 500 111 222', '(22) 123-45-67', '+1 123 555 1234', '112', '');
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const at = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('create' as const),
    rows: fc.array(fc.record({ email, name, phone: orNull(phone) }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    does: fc.constant('update' as const),
    at,
    change: fc.record({ email, name: orNull(name), phone: orNull(phone) }, { requiredKeys: [] }),
  }),
  fc.record({ does: fc.constant('delete' as const), at }),
);

/** As CloudSigma keeps it, and as we tell it. */
function stored<Columns extends Partial<Row>>(columns: Columns): Columns {
  const phone = columns.phone?.replace(/[^+\d]/g, '') ?? '';
  return 'phone' in columns ? { ...columns, phone: phone === '' ? null : phone } : columns;
}

async function perform(model: Map<string, Row>, one: Step): Promise<void> {
  if (one.does === 'create') {
    const { data, errors } = await gateway().ask(
      'mutation ($inputs: [CreateContactInput!]!) { createContacts(inputs: $inputs) { results { contact { upstreamId } userErrors { message } } } }',
      { inputs: one.rows.map((row) => ({ cloudSigma: row })) },
    );
    expect(errors).toEqual([]);
    const { results } = data?.['createContacts'] as { results: Array<{ contact: { upstreamId: string } | null }> };
    one.rows.forEach((row, place) => model.set(results[place]?.contact?.upstreamId ?? '', stored(row)));
    return;
  }
  const key = [...model.keys()][one.at % model.size];
  const row = model.get(key ?? '');
  if (key === undefined || row === undefined) return;
  const id = encodeId('cloudsigma', 'contact', key);
  if (one.does === 'delete') {
    const { data } = await gateway().ask('mutation ($id: ID!) { deleteContact(id: $id) { deletedIds } }', { id });
    expect(data).toEqual({ deleteContact: { deletedIds: [id] } });
    model.delete(key);
    return;
  }
  model.set(key, { ...row, ...stored(one.change) });
  const { data } = await gateway().ask(
    'mutation ($id: ID!, $input: UpdateContactInput!) { updateContact(id: $id, input: $input) { contact { ... on CloudSigmaContact { email name phone } } userErrors { message } } }',
    { id, input: { cloudSigma: one.change } },
  );
  expect(data).toEqual({ updateContact: { contact: model.get(key), userErrors: [] } });
}

test('after any writes GraphQL reads what a plain model holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      emulator().reset({ contacts: [] });
      const model = new Map<string, Row>();
      for (const one of steps) await perform(model, one);
      const { data, errors } = await gateway().ask(
        '{ contacts(first: 1000) { nodes { upstreamId ... on CloudSigmaContact { email name phone } } } }',
      );
      expect(errors).toEqual([]);
      const nodes = [...model].map(([upstreamId, row]) => ({ upstreamId, ...row }));
      expect(data).toEqual({ contacts: { nodes } });
    }),
    { numRuns: 40 },
  );
});
