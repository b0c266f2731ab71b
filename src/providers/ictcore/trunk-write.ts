import { changed } from '../../graph/look.js';
import type { Listing } from '../../graph/listing.js';
import { complain } from '../../graph/target.js';
import type { Made } from '../../graph/writes.js';
import type { Sent, Writing } from '../../operations/intent.js';
import { ProviderFailure } from '../../transport/failure.js';
import { changeOf, expectedOf, newOf } from './body.js';
import { creation, deletion, existing, send, update } from './changes.js';
import { concealing } from './conceal.js';
import { allOf, madeTrail, newcomers } from './made.js';
import { mistakesOf } from './rules.js';
import { isNo, kept, readBack, sure, unsure } from './sure.js';
import type { TrunkWrites } from './trunk-mutation.js';
import { CREATE_RULES, TRUNK_COLUMNS, TRUNK_TOLD, UPDATE_RULES } from './trunk-rules.js';
import type { CreateTrunkInput, UpdateTrunkInput } from './trunk-write-types.js';
import type { IctCoreTrunk } from './types.js';
import type { Way } from './way.js';

const trunks = {
  create: creation('/providers', 'provider_id'),
  update: update('/providers'),
  remove: deletion('/providers'),
};

/** How trunks of an installation are written. */
export function trunkWrites(way: Way, gateways: Pick<Listing<IctCoreTrunk>, 'list' | 'byKeys'>): TrunkWrites {
  const upstream = way.upstream.name;
  const find = async (key: string, writing: Writing): Promise<IctCoreTrunk | undefined> =>
    (await gateways.byKeys([key], { ...writing, fresh: true })).get(key);

  async function create(input: CreateTrunkInput, writing: Writing): Promise<Sent<Made>> {
    complain(mistakesOf(input, CREATE_RULES));
    const before = await allOf(gateways, writing);
    const host = input.host === '' ? null : (input.host ?? null);
    const digests = { name: writing.digest(input.name), host: writing.digest(host) };
    writing.remember(madeTrail('gateway', digests, before));
    try {
      const body = newOf(input, TRUNK_COLUMNS);
      const key = await concealing([input.password], () => way.call(trunks.create, body, writing));
      return { result: { key } };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || !isNo(error)) throw error;
      const after = await readBack(() => allOf(gateways, writing), error);
      const [made, ...others] = newcomers(after, before).filter((row) => row.name === input.name && row.host === host);
      if (!made) throw error;
      if (others.length > 0) throw unsure(error, `${error.message}. Several such trunks are there all the same.`);
      return { result: { key: made.upstreamId }, mistakes: [savedOnly(error)] };
    }
  }

  async function change(asked: string, input: UpdateTrunkInput, writing: Writing): Promise<Sent<Made>> {
    const key = existing(asked, 'trunk', upstream);
    complain(mistakesOf(input, UPDATE_RULES));
    const body = changeOf(input, TRUNK_COLUMNS);
    if (Object.keys(body).length === 0) return { result: { key } };
    const expected = expectedOf(input, TRUNK_TOLD, TRUNK_COLUMNS, writing.digest);
    if (expected) writing.remember(changed('gateway', key, expected));
    const typed = async () => {
      if (typeof input.type !== 'string') return [];
      const words = `The trunk was changed, but keeps its type: the server did not make it "${input.type}". Make a new trunk.`;
      return kept('type', async () => (await find(key, writing))?.type === input.type, words);
    };
    try {
      await concealing([input.password], () => send(way, trunks.update, { key, body }, writing));
      return { result: { key }, mistakes: await typed() };
    } catch (error) {
      if (!(error instanceof ProviderFailure) || !isNo(error)) throw error;
      const row = await readBack(() => find(key, writing), error);
      const isSaved = row && isAsGiven(row, input);
      if (isSaved === false) throw error;
      if (!isSaved)
        throw unsure(error, `${error.message}. The trunk tells nothing by which to see whether it was changed.`);
      return { result: { key }, mistakes: [savedOnly(error), ...(await typed())] };
    }
  }

  async function remove(asked: string, writing: Writing): Promise<void> {
    const key = existing(asked, 'trunk', upstream);
    await sure(
      () => send(way, trunks.remove, key, writing),
      async () => (await find(key, writing)) === undefined,
    );
  }

  return { create, update: change, remove };
}

/** Release 1.2 saves a trunk, and then may fail to write the files of its switch: an error, of code 0 or another. */
function savedOnly(error: ProviderFailure): { code: string; message: string; field: null } {
  const message = `The trunk was saved, but the server then failed, so that its switch may not know of it: ${error.message}`;
  return { code: 'UPSTREAM_REJECTED', message, field: null };
}

/** Whether a trunk tells what an input gave; undefined where it tells none of that. */
function isAsGiven(row: IctCoreTrunk, input: UpdateTrunkInput): boolean | undefined {
  const given = new Map<string, unknown>(Object.entries(input));
  const cells = new Map<string, unknown>(Object.entries(row));
  const told = TRUNK_TOLD.filter((field) => given.get(field) !== undefined);
  if (told.length === 0) return undefined;
  return told.every((field) => {
    const value = given.get(field);
    return (cells.get(field) ?? null) === (value === '' ? null : value);
  });
}
