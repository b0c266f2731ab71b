import { expect, test } from 'vitest';

import { toChangeTexts, toCreateTexts } from '../../src/wire/column-inputs.js';
import { declareColumns } from '../../src/wire/columns.js';
import { optional, text } from '../../src/wire/value-readers.js';

interface Row {
  readonly name: string | null;
  readonly note: string | null;
}

interface Input {
  readonly upstream?: string | null;
  readonly idempotencyKey?: string | null;
  readonly name?: string | null;
  readonly note?: string | null;
}

const accept = (): undefined => undefined;
const name = { wire: 'full_name', read: optional(text), rule: accept } as const;
const whole = declareColumns<Row, keyof Row, 'row'>()({
  name,
  note: { wire: 'remark', read: optional(text), rule: accept },
});
const withoutRule = declareColumns<Row, keyof Row, 'row'>()({
  name,
  note: { wire: 'remark', read: optional(text) },
});

const input: Input = { upstream: 'crm', idempotencyKey: 'one-key-of-ada-1', name: 'Ada', note: 'on Mondays' };
const sent = { full_name: 'Ada', remark: 'on Mondays' };

test('every field is sent by the name of its column, but for the upstream and the key of the write', () => {
  expect(toCreateTexts(input, whole.wireNames)).toEqual(sent);
  expect(toChangeTexts(input, whole.wireNames)).toEqual(sent);
});

// `npm run types` fails here if one of these calls compiles.
test('a field whose column has no rule is a type error, as it would not be sent', () => {
  const { wireNames } = withoutRule;
  const lost = { full_name: 'Ada' };
  // @ts-expect-error: no rule for `note`
  expect(toCreateTexts(input, wireNames)).toEqual(lost);
  // @ts-expect-error: no rule for `note`
  expect(toChangeTexts(input, wireNames)).toEqual(lost);
});
