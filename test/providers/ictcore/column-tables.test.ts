import { expect, test } from 'vitest';

import { BASE_PATH, CREDENTIALS } from '../../../src/emulators/ictcore/index.js';
import { accountColumns } from '../../../src/providers/ictcore/account/columns.js';
import { contactColumns } from '../../../src/providers/ictcore/contact/columns.js';
import { trunkColumns } from '../../../src/providers/ictcore/gateway/columns.js';
import { groupColumns } from '../../../src/providers/ictcore/group/columns.js';
import { userColumns } from '../../../src/providers/ictcore/user/columns.js';
import { startFixture } from './fixture.js';

type Row = Readonly<Record<string, unknown>>;
interface Table {
  readonly names: readonly string[];
  readonly readers: object;
  readonly absentFrom: (source: 'list' | 'item') => readonly string[];
}

/** Names by which the server's answer lacks a column that the table says it has, and has one that the table says it lacks. */
function differences({ names, readers, absentFrom }: Table, source: 'list' | 'item', row: Row): string[] {
  const wireNames = Object.keys(readers);
  const absent = absentFrom(source);
  return names.filter((name, at) => Object.hasOwn(row, wireNames[at] ?? '') === absent.includes(name));
}

/** Release 1.2 has no place for it; other releases tell it in items. */
const NOT_IN_RELEASE_1_2 = ['gatewayFlag'];

const TABLES: ReadonlyArray<readonly [path: string, table: Table]> = [
  ['/contacts', contactColumns],
  ['/groups', groupColumns],
  ['/providers', trunkColumns],
  ['/accounts', accountColumns],
  ['/users', userColumns],
];

test.each(TABLES)('lists and items of %s hold the columns that the table says', async (path, table) => {
  await using fixture = await startFixture();
  const base = new URL(BASE_PATH, fixture.emulator.url).href;
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const body = JSON.stringify(CREDENTIALS);
  const { token } = (await (await fetch(`${base}/authenticate`, { method: 'POST', headers, body })).json()) as {
    readonly token: string;
  };
  const read = async (target: string): Promise<unknown> =>
    (await fetch(base + target, { headers: { ...headers, authorization: `Bearer ${token}` } })).json();
  const [listed] = (await read(path)) as readonly Row[];
  expect(listed).toBeDefined();
  expect(differences(table, 'list', listed ?? {})).toEqual([]);
  const found = differences(table, 'item', (await read(`${path}/1`)) as Row);
  expect(found.filter((name) => !NOT_IN_RELEASE_1_2.includes(name))).toEqual([]);
});

test('a column that an answer lacks, or has against the table, is found', () => {
  expect(differences(groupColumns, 'item', { name: 'A' })).toEqual(['description']);
  expect(differences(groupColumns, 'list', { name: 'A', contact_total: 1, description: '' })).toEqual(['description']);
  expect(differences(groupColumns, 'list', { name: 'A', contact_total: 1 })).toEqual([]);
});
