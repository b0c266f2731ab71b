import { crc32 } from 'node:zlib';

import { removeChecksum } from './checksum.js';
import { parseFact } from './facts.js';
import type { Tables } from './lmdb-tables.js';
import { parseRecord } from './record-json.js';

/**
 * Reads all that the tables hold; throws where something is damaged: a record by its checksum, and an entry of an index by
 * what the records say. Run it in a process of its own: on a damaged page, LMDB may end the process.
 */
export function checkTables({ records, scopes, states, expiries, facts }: Tables, now: number): void {
  const expected = { states: 0, expiries: 0, held: 0 };
  for (const { key, value } of records.getRange()) {
    const { id, state, expiresAt, scope } = parseRecord(removeChecksum(value));
    if (id !== key) throw new Error(`operation ${id} is stored as another one`);
    expected.states += sumOf(state, id);
    expected.expiries += sumOf(expiresAt, id);
    if (scope === null) continue;
    const holder = scopes.get(scope);
    if (holder === id) expected.held += 1;
    // Only what is over gives its key to another record, which may be gone by now.
    else if (holder === undefined && state !== 'NOT_SENT' && expiresAt >= now)
      throw new Error(`operation ${id} has lost its idempotency key`);
  }
  const sums = { states: 0, expiries: 0, held: scopes.getCount() };
  for (const [state, id] of states.getKeys()) sums.states += sumOf(state, id);
  for (const [expiresAt, id] of expiries.getKeys()) sums.expiries += sumOf(expiresAt, id);
  for (const name of ['states', 'expiries', 'held'] as const) {
    if (sums[name] !== expected[name]) throw new Error(`the index "${name}" does not match the operations`);
  }
  for (const { value } of facts.getRange()) parseFact(value);
}

/** Entries of two tables are the same where their sums are, in whatever order they come. */
function sumOf(part: string | number, id: string): number {
  return crc32(`${part} ${id}`);
}
