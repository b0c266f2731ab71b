import fc from 'fast-check';
import { expect, test } from 'vitest';

import { create, idOf, update, useHostway } from '../fixture.js';

const { emulator, gatewayOf } = useHostway();

const DOMAINS = ['test-domain.com', 'example.net'] as const;
const COLUMNS =
  'email displayName firstName lastName title homePhone mobilePhone businessPhone businessFax isdnNumber pager telexNumber company department roomNumber streetAddress postalCode city state country'.split(
    ' ',
  );

/** Columns as the graph reads them: null is not set. */
type Row = Readonly<Record<string, string | null>>;
type Change = Readonly<Partial<Record<string, string | null>>>;

const name = fc.constantFrom('anna', 'Anna', 'a/b', '100%', 'who?#', 'Żółć 🚨', '...');
const domain = fc.constantFrom(...DOMAINS);
const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((each) => !/[\p{Cc}\p{Cs}]/u.test(each));
const email = fc.constantFrom('anna@example.com', 'Anna+x@Example.pl');
const shown = text.filter((each) => each.trim() !== '');
const others = fc.dictionary(fc.constantFrom(...COLUMNS.slice(2)), fc.option(text, { nil: null }), { maxKeys: 6 });
const step = fc.oneof(
  fc.record({ does: fc.constant('create' as const), domain, name, email, displayName: shown, others }),
  fc.record({
    does: fc.constant('update' as const),
    at: fc.nat({ max: 20 }),
    change: fc
      .tuple(fc.record({ email, displayName: shown }, { requiredKeys: [] }), others)
      .map(([required, rest]): Change => ({ ...required, ...rest })),
  }),
);

function stored(columns: Change): Change {
  return Object.fromEntries(Object.entries(columns).map(([column, value]) => [column, value === '' ? null : value]));
}

test('after any writes GraphQL reads what a plain model holds', async () => {
  const gateway = gatewayOf(...DOMAINS);
  const blank: Row = Object.fromEntries(COLUMNS.map((column) => [column, null]));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      emulator().reset({ domains: {} });
      const model = new Map<string, Row & { domain: string; name: string }>();
      for (const one of steps) {
        if (one.does === 'create') {
          const { domain, name, email, displayName, others: rest } = one;
          const required = { domain, name, email, displayName };
          const { data, errors } = await create(gateway, { ...required, ...rest });
          expect(errors).toEqual([]);
          const taken = model.has(idOf(one.name, one.domain));
          const userErrors = taken ? [{ code: 'CONFLICT' }] : [];
          expect(data).toMatchObject({ createContact: { contact: taken ? null : {}, userErrors } });
          if (!taken)
            model.set(idOf(one.name, one.domain), { ...blank, ...stored({ ...required, ...rest }), ...required });
          continue;
        }
        const id = [...model.keys()][one.at % model.size];
        const row = model.get(id ?? '');
        if (id === undefined || row === undefined) continue;
        model.set(id, { ...row, ...stored(one.change) } as typeof row);
        const { data, errors } = await update(gateway, id, one.change);
        expect(errors).toEqual([]);
        expect(data).toMatchObject({ updateContact: { contact: { upstreamId: row.name }, userErrors: [] } });
      }
      // The display name of the graph is trimmed, and nothing shows whether the book's own was.
      const selected = `id ... on HostwayContact { domain name ${COLUMNS.filter((each) => each !== 'displayName').join(' ')} }`;
      const { data, errors } = await gateway.ask(`{ contacts(first: 1000) { nodes { displayName ${selected} } } }`);
      expect(errors).toEqual([]);
      const { nodes } = data?.['contacts'] as { nodes: Array<{ id: string }> };
      const found = new Map(nodes.map(({ id, ...row }) => [id, row]));
      const expected = [...model].map(
        ([id, row]) => [id, { ...row, displayName: row['displayName']?.trim() }] as const,
      );
      expect(found).toEqual(new Map(expected));
      expect(nodes).toHaveLength(model.size);
    }),
    { numRuns: 40 },
  );
});
