import { describe, expect, test } from 'vitest';

import { addColumns, ContactRow, type ContactParts } from '../../../src/graph/contact/contact-row.js';
import { hasPhone, phonesOf } from '../../../src/graph/contact/types.js';
import type { UpstreamValue } from '../../../src/graph/ports/upstream-value.js';

const parts = {
  __typename: 'AnyContact',
  upstream: { name: 'any' } as UpstreamValue,
  upstreamId: 'name',
  displayName: 'Anna',
  emails: [],
  channels: [],
  phoneFields: { texts: ['500 111 222', null], country: 'PL' },
} as const satisfies ContactParts<string>;

const rowOf = (key: string) => new ContactRow({ ...parts, key });

describe('the row of a contact', () => {
  test('has the same key for the filter of repeats where it has the same id, and only there', () => {
    const uuid = 'a8cf3212-43a3-463c-ac41-000000000abc';
    const keys = [uuid, uuid.toUpperCase(), `${uuid}d`, `${uuid}D`, 'Anna', 'anna', 'a.com/x', 'b.com/x', '1'];
    for (const one of keys) {
      for (const other of keys) {
        const [left, right] = [rowOf(one), rowOf(other)];
        expect([one, other, left.idKey === right.idKey]).toEqual([one, other, left.id === right.id]);
      }
    }
  });

  test('keeps its id and its phones where it gets more columns', () => {
    const row = Object.assign(rowOf('k'), { note: 'n', city: 'x' });
    const more = addColumns(row, { city: 'y', groupKeys: ['1'] });
    expect(more).toMatchObject({ note: 'n', city: 'y', groupKeys: ['1'], displayName: 'Anna', upstreamId: 'name' });
    expect([more.id, more.idKey, more.phones]).toEqual([row.id, 'k', ['+48500111222']]);
    expect(row).not.toHaveProperty('groupKeys');
    expect(addColumns({ id: 'plain' }, { city: 'y' })).toEqual({ id: 'plain', city: 'y' });
  });
});

test.each([
  '',
  ' ',
  '\u{200B}',
  '\u{AD} \u{FEFF}',
  '\u{2028}',
  ',',
  ';;',
  '1',
  'none',
  'ż',
  '１２３',
  '\u{202A}500111222',
  ' a',
])('there is a phone in %j where one is read of it', (text) => {
  const fields = { texts: [null, text], country: 'PL' } as const;
  expect(hasPhone(fields)).toBe(phonesOf(fields).length > 0);
});
