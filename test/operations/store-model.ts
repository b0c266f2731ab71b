import fc from 'fast-check';
import { expect } from 'vitest';

import type { OperationRecord } from '../../src/operations/record.js';
import { OPERATION_STATES } from '../../src/operations/record-json.js';
import type { OperationStore, RecordQuery } from '../../src/operations/store.js';
import { after, EXPIRY, makeRecord } from './make-record.js';

/** What a store must do, in plain words: two maps, and all that was ever read, so that commands can come too late. */
export interface Model {
  readonly records: Map<string, OperationRecord>;
  readonly scopes: Map<string, string>;
  readonly seen: OperationRecord[];
}

type Command = fc.AsyncCommand<Model, OperationStore>;
type Act = (model: Model, store: OperationStore) => Promise<void>;

const UPSTREAMS = ['pbx', 'sms', 'mail'];
const place = fc.nat(40);
const state = fc.constantFrom(...OPERATION_STATES);
const upstream = fc.constantFrom(...UPSTREAMS);
const expiresAt = fc.nat(3).map((day) => EXPIRY + day);

/** Commands on a store that say by themselves where it differs from the model. */
export const commands = fc.commands(
  [
    fc
      .record({ scope: fc.constantFrom(null, 'a', 'b'), upstream, expiresAt, over: fc.option(place) })
      .map(({ over, ...rest }) => command('claim', { over, ...rest }, insert(rest, over))),
    fc
      .record({ of: place, state, upstream, expiresAt })
      .map(({ of, ...change }) => command('advance', { of, ...change }, advance(of, change))),
    place.map((of) => command('release', of, release(of))),
    place.map((of) => command('get', of, get(of))),
    fc
      .record({
        states: fc.option(fc.subarray([...OPERATION_STATES]), { nil: undefined }),
        upstreams: fc.option(fc.subarray(UPSTREAMS), { nil: undefined }),
        before: fc.option(place),
        limit: fc.nat(6),
      })
      .map(({ before, ...query }) => command('list', { before, ...query }, list(query, before))),
    fc.nat(4).map((day) => command('purge', day, purge(EXPIRY + day))),
  ],
  { maxCommands: 60, size: 'max' },
);

function insert(change: Partial<OperationRecord>, place: number | null): Act {
  return async (model, store) => {
    const record = makeRecord(change);
    const over = at(model, place);
    const holder = model.records.get(model.scopes.get(record.scope ?? '') ?? '');
    const isTaken = holder && !(holder.id === over?.id && holder.version === over.version);
    expect(await store.insert(record, over)).toEqual(isTaken ? holder : undefined);
    if (isTaken) return;
    if (record.scope !== null) model.scopes.set(record.scope, record.id);
    see(model, record);
  };
}

function advance(place: number, change: Partial<OperationRecord>): Act {
  return async (model, store) => {
    const old = at(model, place) ?? makeRecord();
    const next = after(old, change);
    const isThere = model.records.get(old.id)?.version === old.version;
    expect(await store.update(next)).toBe(isThere);
    if (isThere) see(model, next);
  };
}

function release(place: number): Act {
  return async (model, store) => {
    const record = at(model, place) ?? makeRecord();
    await store.release(record);
    if (model.records.get(record.id)?.version === record.version) deleteRecord(model, record);
  };
}

function get(place: number): Act {
  return async (model, store) => {
    const { id } = at(model, place) ?? makeRecord();
    expect(await store.get(id)).toEqual(model.records.get(id));
  };
}

function list(query: RecordQuery, place: number | null): Act {
  return async (model, store) => {
    const before = at(model, place)?.id;
    const rows = [...model.records.values()]
      .filter(({ state }) => query.states?.includes(state) ?? true)
      .filter(({ upstream }) => query.upstreams?.includes(upstream) ?? true)
      .filter(({ id }) => before === undefined || id < before)
      .sort((left, right) => (left.id < right.id ? 1 : -1));
    expect(await store.list({ ...query, before })).toEqual(rows.slice(0, query.limit));
  };
}

function purge(now: number): Act {
  return async (model, store) => {
    await store.purge(now);
    for (const record of [...model.records.values()]) if (record.expiresAt < now) deleteRecord(model, record);
  };
}

function at(model: Model, place: number | null): OperationRecord | undefined {
  return place === null ? undefined : model.seen.at(-1 - (place % Math.max(model.seen.length, 1)));
}

function see(model: Model, record: OperationRecord): void {
  model.records.set(record.id, record);
  model.seen.push(record);
}

function deleteRecord(model: Model, { id, scope }: OperationRecord): void {
  model.records.delete(id);
  if (scope !== null && model.scopes.get(scope) === id) model.scopes.delete(scope);
}

function command(name: string, values: unknown, run: Act): Command {
  return { check: () => true, run, toString: () => `${name} ${JSON.stringify(values)}` };
}
