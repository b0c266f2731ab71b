import type { GraphQLResolveInfo } from 'graphql';

import { ProviderFailure } from '../transport/failure.js';
import { Invalid, Undone, type Sent, type Writing } from '../operations/intent.js';
import { toMistake } from '../operations/judge.js';
import type { Mistake } from '../operations/record.js';
import type { Pick } from './choose.js';
import type { Context } from './context.js';
import { codeOf } from './errors.js';
import { encodeId } from './id.js';
import { mutate, type Written } from './mutate.js';
import type { Noun } from './provider.js';
import { makerOf, supported, targetOf } from './target.js';
import type { Act, Create, Made, Remove, Removed, RemovedBeside, Update } from './writes.js';

interface Making<Input> {
  /** What upstreams that can do it are called, e.g. `ICTCore installation`. */
  readonly title: string;
  readonly input: Input & { readonly upstream?: string | null; readonly idempotencyKey?: string | null };
  readonly create: Pick<Create<Input>>;
  /** Path of the input in the arguments; default `['input']`. */
  readonly at?: readonly string[];
}

/** Makes one thing at the upstream that the input names. */
export function make<Input>(
  { title, input, create, at = ['input'] }: Making<Input>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Written<Made>> {
  return mutate(context, info, () => {
    const choice = { title, name: input.upstream, upstreams: context.upstreams };
    const { upstream, ability } = makerOf(create, choice, [...at, 'upstream']);
    return {
      upstream,
      effect: 'acts',
      key: input.idempotencyKey,
      arguments: { input },
      at,
      send: (writing) => ability(input, writing),
    };
  });
}

interface Changing<Change> {
  readonly noun: Noun;
  readonly id: string;
  readonly input: Change & { readonly idempotencyKey?: string | null };
  readonly update: Pick<Update<Change>>;
  readonly at?: readonly string[];
}

/** Changes one thing: what the input leaves out is kept. */
export function change<Change>(
  { noun, id, input, update, at = ['input'] }: Changing<Change>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Written<Made>> {
  return mutate(context, info, () => {
    const { upstream, key } = targetOf(noun, id, ['id'], context);
    const write = supported(update(upstream.backends), upstream, `change this ${noun}`, ['id']);
    return {
      upstream,
      effect: 'replaces',
      key: input.idempotencyKey,
      arguments: { id, input },
      target: id,
      at,
      send: (writing) => write(key, input, writing),
    };
  });
}

interface Acting {
  readonly noun: Noun;
  readonly id: string;
  /** The argument that the id came in; default `id`. */
  readonly field?: string;
  readonly idempotencyKey: string | null | undefined;
  /** Default `acts`. */
  readonly effect?: 'acts' | 'replaces';
  readonly act: Pick<Act>;
  /** What it does, for who can't: `start a campaign`. */
  readonly doing: string;
  /** All arguments but the key, where there are more than the id. */
  readonly also?: object;
}

/** Does something to one thing. */
export function actOn(
  { noun, id, field = 'id', idempotencyKey, effect = 'acts', act, doing, also = {} }: Acting,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Written<Made>> {
  return mutate(context, info, () => {
    const { upstream, key } = targetOf(noun, id, [field], context);
    const write = supported(act(upstream.backends), upstream, doing, [field]);
    return {
      upstream,
      effect,
      key: idempotencyKey,
      arguments: { id, ...also },
      target: id,
      send: (writing) => write(key, writing),
    };
  });
}

interface Removing {
  readonly noun: Noun;
  readonly id: string;
  readonly idempotencyKey: string | null | undefined;
  readonly remove: Pick<Remove>;
  readonly also?: object;
}

/** Deletes one thing; one that is not there is NOT_FOUND. */
export function remove(
  { noun, id, idempotencyKey, remove: pick, also = {} }: Removing,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Written<Removed>> {
  return mutate(context, info, () => {
    const { upstream, key } = targetOf(noun, id, ['id'], context);
    const write = supported(pick(upstream.backends), upstream, `delete a ${noun}`, ['id']);
    return {
      upstream,
      effect: 'replaces',
      key: idempotencyKey,
      arguments: { id, ...also },
      target: id,
      send: (writing) => removeEach(noun, [key], (each) => write(each, writing), writing),
    };
  });
}

/** So many things are deleted at once: each call's time runs while it waits, and others need the upstream too. */
const AT_ONCE = 8;

/** Deletes things, a few at a time; each has its own fate, told by what `fieldOf` says of its key. */
export async function removeEach(
  noun: Noun,
  keys: readonly string[],
  removeOne: (key: string) => ReturnType<Remove>,
  writing: Writing,
  fieldOf: (key: string) => readonly string[] = () => ['id'],
): Promise<Sent<Removed>> {
  // Who finds none of them later knows that all are gone.
  writing.remember({ look: 'gone', noun, keys });
  const ends: Array<PromiseSettledResult<Awaited<ReturnType<Remove>>>> = [];
  const queue = keys.entries();
  const work = async (): Promise<void> => {
    for (const [place, key] of queue) [ends[place]] = await Promise.allSettled([removeOne(key)]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const removed: string[] = [];
  const beside: RemovedBeside[] = [];
  const mistakes: Mistake[] = [];
  const lost: ProviderFailure[] = [];
  const unsent: ProviderFailure[] = [];
  ends.forEach((end, index) => {
    const key = keys[index] ?? '';
    if (end.status === 'fulfilled') {
      removed.push(key);
      beside.push(...(end.value ?? []));
    } else if (!(end.reason instanceof ProviderFailure)) throw end.reason;
    else if (isNo(end.reason)) mistakes.push(toMistake(end.reason, fieldOf(key)));
    else if (isProof(end.reason)) unsent.push(end.reason);
    else lost.push(end.reason);
  });
  const [first] = unsent;
  if (removed.length + lost.length === 0) {
    if (first && mistakes.length === 0) throw new Undone(first);
    if (!first) throw new Invalid(mistakes);
  }
  const left = unsent.map((failure) => ({ code: codeOf(failure), message: failure.message, field: null }));
  return {
    result: { keys: removed, ...(beside.length > 0 ? { beside } : {}) },
    mistakes: [...mistakes, ...left],
    lost,
  };
}

/** Whether a failure is a whole "no" of the provider. */
export function isNo({ kind, sent }: ProviderFailure): boolean {
  return sent !== 'unknown' && (kind === 'rejected' || kind === 'not-found');
}

/** Whether a failure proves that nothing was done. */
export function isProof({ kind, sent }: ProviderFailure): boolean {
  return sent === 'no' || (sent === 'yes' && (kind === 'auth' || kind === 'rate-limited'));
}

/** Ids of what a mutation removed, and after them of what went with it. */
export function removedIds(noun: Noun, { result, upstream }: Written<Removed>): readonly string[] {
  if (upstream === null || result === null) return [];
  const { keys, beside = [] } = result;
  return [...keys.map((key) => ({ noun, key })), ...beside].map((each) => encodeId(upstream, each.noun, each.key));
}
