import type { GraphQLResolveInfo } from 'graphql';

import { ProviderFailure } from '../../transport/failure.js';
import { mapConcurrent } from '../../transport/map-concurrent.js';
import {
  InvalidInputError,
  NothingDoneError,
  type ProviderWriteResult,
  type WriteAttempt,
} from '../../operations/intent.js';
import { toUserErrorDetail } from '../../operations/classify-outcome.js';
import type { UserErrorDetail } from '../../operations/record.js';
import type { BackendSelector } from '../request/select-upstream.js';
import type { Context } from '../request/context.js';
import { codeOf } from '../values/errors.js';
import { encodeId } from '../values/id.js';
import { performWrite, type MutationResult } from './perform-write.js';
import { creatorOf, requireSupport, targetOf } from './target.js';
import type {
  PerformAction,
  CreateItem,
  WrittenItem,
  DeleteItem,
  DeletedItems,
  AlsoDeleted,
  UpdateItem,
} from '../ports/writes.js';
import type { Noun } from '../ports/backends.js';

interface CreateItemOptions<Input> {
  /** What upstreams that can do it are called, e.g. `ICTCore installation`. */
  readonly title: string;
  readonly input: Input & { readonly upstream?: string | null; readonly idempotencyKey?: string | null };
  readonly create: BackendSelector<CreateItem<Input>>;
  /** Path of the input in the arguments; default `['input']`. */
  readonly inputPath?: readonly string[];
}

/** Makes one thing at the upstream that the input names. */
export function createItem<Input>(
  { title, input, create, inputPath = ['input'] }: CreateItemOptions<Input>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<MutationResult<WrittenItem>> {
  return performWrite(context, info, () => {
    const choice = { title, name: input.upstream, upstreams: context.upstreams };
    const { upstream, ability } = creatorOf(create, choice, [...inputPath, 'upstream']);
    return {
      upstream,
      effect: 'acts',
      key: input.idempotencyKey,
      arguments: { input },
      inputPath,
      send: (writeAttempt) => ability(input, writeAttempt),
    };
  });
}

interface UpdateItemOptions<Change> {
  readonly noun: Noun;
  readonly id: string;
  readonly input: Change & { readonly idempotencyKey?: string | null };
  readonly update: BackendSelector<UpdateItem<Change>>;
  readonly inputPath?: readonly string[];
}

/** Changes one thing: what the input leaves out is kept. */
export function updateItem<Change>(
  { noun, id, input, update, inputPath = ['input'] }: UpdateItemOptions<Change>,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<MutationResult<WrittenItem>> {
  return performWrite(context, info, () => {
    const { upstream, key } = targetOf(noun, id, ['id'], context);
    const write = requireSupport(update(upstream.backends), upstream, `change this ${noun}`, ['id']);
    return {
      upstream,
      effect: 'replaces',
      key: input.idempotencyKey,
      arguments: { id, input },
      target: id,
      inputPath,
      send: (writeAttempt) => write(key, input, writeAttempt),
    };
  });
}

interface PerformActionOptions {
  readonly noun: Noun;
  readonly id: string;
  /** The argument that the id came in; default `id`. */
  readonly field?: string;
  readonly idempotencyKey: string | null | undefined;
  /** Default `acts`. */
  readonly effect?: 'acts' | 'replaces';
  readonly act: BackendSelector<PerformAction>;
  /** What it does, for who can't: `start a campaign`. */
  readonly action: string;
  /** All arguments but the key, where there are more than the id. */
  readonly otherArguments?: object;
}

/** Does something to one thing. */
export function performAction(
  { noun, id, field = 'id', idempotencyKey, effect = 'acts', act, action, otherArguments = {} }: PerformActionOptions,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<MutationResult<WrittenItem>> {
  return performWrite(context, info, () => {
    const { upstream, key } = targetOf(noun, id, [field], context);
    const write = requireSupport(act(upstream.backends), upstream, action, [field]);
    return {
      upstream,
      effect,
      key: idempotencyKey,
      arguments: { id, ...otherArguments },
      target: id,
      send: (writeAttempt) => write(key, writeAttempt),
    };
  });
}

interface DeleteItemOptions {
  readonly noun: Noun;
  readonly id: string;
  readonly idempotencyKey: string | null | undefined;
  readonly remove: BackendSelector<DeleteItem>;
  readonly otherArguments?: object;
}

/** Deletes one thing; one that is not there is NOT_FOUND. */
export function deleteItem(
  { noun, id, idempotencyKey, remove: pick, otherArguments = {} }: DeleteItemOptions,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<MutationResult<DeletedItems>> {
  return performWrite(context, info, () => {
    const { upstream, key } = targetOf(noun, id, ['id'], context);
    const write = requireSupport(pick(upstream.backends), upstream, `delete a ${noun}`, ['id']);
    return {
      upstream,
      effect: 'replaces',
      key: idempotencyKey,
      arguments: { id, ...otherArguments },
      target: id,
      send: (writeAttempt) => deleteItems(noun, [key], (each) => write(each, writeAttempt), writeAttempt),
    };
  });
}

/** At most 8 things are deleted at once: a call's time runs while it waits for a slot, and other requests need slots too. */
const PARALLEL_DELETES = 8;

/** Deletes things, a few at a time; each has its own fate, told by what `fieldOf` says of its key. */
export async function deleteItems(
  noun: Noun,
  keys: readonly string[],
  deleteOne: (key: string) => ReturnType<DeleteItem>,
  writeAttempt: WriteAttempt,
  fieldOf: (key: string) => readonly string[] = () => ['id'],
): Promise<ProviderWriteResult<DeletedItems>> {
  // Who finds none of them later knows that all are gone.
  writeAttempt.recordRecoveryHint({ look: 'gone', noun, keys });
  const outcomes = await mapConcurrent(keys, PARALLEL_DELETES, async (key) => {
    const [outcome] = await Promise.allSettled([deleteOne(key)]);
    return outcome;
  });
  const deleted: string[] = [];
  const alsoDeleted: AlsoDeleted[] = [];
  const mistakes: UserErrorDetail[] = [];
  const unknownFailures: ProviderFailure[] = [];
  const unsent: ProviderFailure[] = [];
  outcomes.forEach((end, index) => {
    const key = keys[index] ?? '';
    if (end.status === 'fulfilled') {
      deleted.push(key);
      alsoDeleted.push(...(end.value ?? []));
    } else if (!(end.reason instanceof ProviderFailure)) throw end.reason;
    else if (provesRejection(end.reason)) mistakes.push(toUserErrorDetail(end.reason, fieldOf(key)));
    else if (provesNotDone(end.reason)) unsent.push(end.reason);
    else unknownFailures.push(end.reason);
  });
  const [first] = unsent;
  if (deleted.length + unknownFailures.length === 0) {
    if (first && mistakes.length === 0) throw new NothingDoneError(first);
    if (!first) throw new InvalidInputError(mistakes);
  }
  const unsentErrors = unsent.map((failure) => ({ code: codeOf(failure), message: failure.message, field: null }));
  return {
    result: { keys: deleted, ...(alsoDeleted.length > 0 ? { beside: alsoDeleted } : {}) },
    mistakes: [...mistakes, ...unsentErrors],
    unknownFailures,
  };
}

/** Whether a failure is a whole "no" of the provider. */
export function provesRejection({ kind, sent }: ProviderFailure): boolean {
  return sent !== 'unknown' && (kind === 'rejected' || kind === 'not-found');
}

/** Whether a failure proves that nothing was done. */
export function provesNotDone({ kind, sent }: ProviderFailure): boolean {
  return sent === 'no' || (sent === 'yes' && (kind === 'auth' || kind === 'rate-limited'));
}

/** Ids of what a mutation removed, and after them of what went with it. */
export function deletedIdsOf(noun: Noun, { result, upstream }: MutationResult<DeletedItems>): readonly string[] {
  if (upstream === null || result === null) return [];
  const { keys, beside = [] } = result;
  return [...keys.map((key) => ({ noun, key })), ...beside].map((each) => encodeId(upstream, each.noun, each.key));
}
