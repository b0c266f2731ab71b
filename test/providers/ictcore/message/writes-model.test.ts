import fc from 'fast-check';
import { expect, test } from 'vitest';

import { startFixture } from '../fixture.js';
import { literal, onOne, write } from '../sending-fixture.js';

const KINDS = ['Document', 'Recording', 'Template', 'Text'] as const;
type Kind = (typeof KINDS)[number];
type Fields = Readonly<Record<string, string | null | undefined>>;

/** Any letters there are, blanks within and at the ends of lines too. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((value) => value.trim() !== '' && !/\p{Cc}/u.test(value) && Array.from(value).length <= 30);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const clearable = fc.option(maybe(words), { nil: null });

const shared = { name: words, description: clearable };
const CREATED: Readonly<Record<Kind, fc.Arbitrary<Fields>>> = {
  Document: fc.record(shared),
  Recording: fc.record(shared),
  Template: fc.record({ ...shared, subject: words, body: words, bodyAlt: clearable }),
  Text: fc.record({ ...shared, data: words, type: fc.option(fc.constantFrom('UTF-8', 'unicode', 'plain')) }),
};
const CHANGED: Readonly<Record<Kind, fc.Arbitrary<Fields>>> = {
  Document: fc.record({
    ...{ name: maybe(words), description: clearable },
    quality: maybe(fc.constantFrom('basic', 'fine', 'superior', 'ultra')),
  }),
  Recording: fc.record({ name: maybe(words), description: clearable }),
  Template: fc.record({
    ...{ name: maybe(words), description: clearable, bodyAlt: clearable },
    ...{ subject: maybe(words), body: maybe(words) },
  }),
  Text: fc.record({
    name: maybe(words),
    description: clearable,
    data: maybe(words),
    type: maybe(fc.constant('plain')),
  }),
};
/** What there is where nothing was said. */
const UNSET: Readonly<Record<Kind, Fields>> = {
  Document: { description: null, quality: 'standard' },
  Recording: { description: null },
  Template: { description: null, bodyAlt: null },
  Text: { description: null, type: 'UTF-8' },
};

const step = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    does: fc.constantFrom('create', 'create', 'update', 'update', 'delete'),
    key: fc.integer({ min: 1, max: 2 }),
    created: CREATED[kind],
    changed: CHANGED[kind],
  }),
);

const ALL = `{ messages { nodes { __typename upstreamId name description
  ... on Document { quality } ... on Template { subject body bodyAlt } ... on Text { data textType: type } } } }`;

/** Without what was left out; null counts. */
function given(fields: Fields): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

test('messages are what a plain model of all that was made, changed and deleted says', async () => {
  await using fixture = await startFixture({});
  const check = async (steps: ReadonlyArray<typeof step extends fc.Arbitrary<infer Step> ? Step : never>) => {
    fixture.emulator.reset({});
    const model = new Map(KINDS.map((kind) => [kind, new Map<number, Fields>()]));
    const last = new Map<Kind, number>();
    for (const { kind, does, key, created, changed } of steps) {
      const rows = model.get(kind) ?? new Map<number, Fields>();
      const at = rows.get(key);
      const id = `${kind.toLowerCase()}/${key}`;
      let code = at ? undefined : 'NOT_FOUND';
      let field = onOne('deleteMessage', 'message', id);
      if (does === 'create') {
        code = undefined;
        field = `create${kind}(input: ${literal(created)})`;
        const fresh = (last.get(kind) ?? 0) + 1;
        last.set(kind, fresh);
        const defined = Object.entries(given(created)).filter(([, value]) => value !== null);
        rows.set(fresh, { ...UNSET[kind], ...Object.fromEntries(defined) });
      } else if (does === 'update') {
        field = onOne(`update${kind}`, 'message', id, `input: ${literal(changed)}`);
        if (Object.keys(given(changed)).length === 0) code = undefined;
        if (at) rows.set(key, { ...at, ...given(changed) });
      } else rows.delete(key);
      const { payload, errors } = await write(fixture.gateway, field);
      expect({ payload, errors }).toMatchObject({ payload: { userErrors: code ? [{ code }] : [] }, errors: [] });
    }
    const { data } = await fixture.gateway.ask(ALL);
    const nodes = [...model].flatMap(([kind, rows]) =>
      [...rows].map(([key, { type, ...columns }]) => ({
        ...{ __typename: kind, upstreamId: String(key), ...columns },
        ...(kind === 'Text' ? { textType: type } : {}),
      })),
    );
    expect(data).toEqual({ messages: { nodes } });
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14, size: 'max' }), check), {
    numRuns: 30,
  });
}, 20_000);
