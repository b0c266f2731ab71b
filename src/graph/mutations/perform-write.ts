import type { GraphQLResolveInfo } from 'graphql';

import {
  InvalidInputError,
  type Intent,
  type Outcome,
  type ProviderWriteResult,
  type WriteAttempt,
} from '../../operations/intent.js';
import type { Json, JsonObject, UserErrorDetail } from '../../operations/record.js';
import type { Context } from '../request/context.js';
import { isErrorCode } from '../values/errors.js';
import { pathOf } from '../request/failures.js';
import { canonicalId } from '../values/id.js';
import { toOutcomeError } from './outcome-error.js';
import type { UserError } from '../values/user-error.js';
import type { OpenUpstream } from '../ports/open-upstream.js';

/** One write of one mutation. */
export interface PlannedWrite<Result extends JsonObject> {
  readonly upstream: OpenUpstream;
  /** `acts` where doing it twice is worse than once. */
  readonly effect: Intent['effect'];
  readonly key: string | null | undefined;
  /** What the key stands for: another value of these under the same key is a mistake. */
  readonly arguments: object;
  /** Id of the thing that it is about. */
  readonly target?: string;
  /** Path of the argument that the provider's input is, e.g. `['input', 'cloudSigma']`: it heads the fields of mistakes. */
  readonly inputPath?: readonly string[];
  readonly send: (writeAttempt: WriteAttempt) => Promise<ProviderWriteResult<Result>>;
}

/** What a mutation shows of a write. */
export interface MutationResult<Result> {
  /** Null where it was not done, or nobody knows. */
  readonly result: Result | null;
  /** The upstream that was asked; null where none could be. */
  readonly upstream: string | null;
  readonly userErrors: readonly UserError[];
}

/**
 * Does a write. What the caller can mend is a user error; what an upstream failed to do, or nobody knows, is an entry in
 * `errors` at the field's path, so that the mutation's neighbours in the same request keep their own outcomes.
 */
export async function performWrite<Result extends JsonObject>(
  context: Context,
  info: GraphQLResolveInfo,
  plan: () => PlannedWrite<Result> | Promise<PlannedWrite<Result>>,
): Promise<MutationResult<Result>> {
  const planned = await catchUserErrors(plan);
  if ('userErrors' in planned) return { result: null, upstream: null, ...planned };
  const outcome = await context.writeExecutor.execute(toIntent(planned, info), context.callOptions, planned.send);
  context.resetLoaders();
  return toMutationResult(outcome, planned, context, pathOf(info));
}

/** Several writes of one field at one upstream that go out together; see `WriteExecutor.executeBatch`. */
export async function performWritesTogether<Result extends JsonObject>(
  context: Context,
  info: GraphQLResolveInfo,
  writes: ReadonlyArray<Omit<PlannedWrite<Result>, 'send'> & { readonly path: ReadonlyArray<string | number> }>,
  send: (
    places: readonly number[],
    writeAttempt: WriteAttempt,
  ) => Promise<ReadonlyArray<ProviderWriteResult<Result> | Error>>,
): Promise<ReadonlyArray<MutationResult<Result>>> {
  const intents = writes.map((write) => toIntent(write, info));
  const outcomes = await context.writeExecutor.executeBatch(intents, context.callOptions, send);
  context.resetLoaders();
  return outcomes.flatMap((outcome, index) => {
    const write = writes[index];
    return write ? [toMutationResult(outcome, write, context, write.path)] : [];
  });
}

function toIntent({ upstream, ...write }: Omit<PlannedWrite<JsonObject>, 'send'>, info: GraphQLResolveInfo): Intent {
  return {
    mutation: info.fieldName,
    effect: write.effect,
    upstream: upstream.name,
    timeoutMs: upstream.timeoutMs,
    key: write.key ?? null,
    arguments: canonicalArguments(write.arguments),
    target: write.target === undefined ? null : canonicalId(write.target),
  };
}

/** Shows an outcome; an entry of `errors` says where it is neither done nor refused. */
export function toMutationResult<Result extends JsonObject>(
  outcome: Outcome<Result>,
  { upstream, inputPath = [] }: Pick<PlannedWrite<Result>, 'upstream' | 'inputPath'>,
  context: Context,
  path: ReadonlyArray<string | number>,
): MutationResult<Result> {
  const mistakes = 'mistakes' in outcome ? outcome.mistakes : [];
  const userErrors = mistakes.map((mistake) => toUserError(mistake, inputPath));
  if ('replayed' in outcome && outcome.replayed) context.notes.replayed = true;
  if (outcome.is !== 'done' && outcome.is !== 'rejected') {
    context.failures.add(toOutcomeError(outcome, upstream.name, path));
  }
  return { result: 'result' in outcome ? outcome.result : null, upstream: upstream.name, userErrors };
}

/** What is planned, or what the caller did wrong with it. */
export async function catchUserErrors<Planned>(
  plan: () => Planned | Promise<Planned>,
): Promise<Planned | { readonly userErrors: readonly UserError[] }> {
  try {
    return await plan();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { userErrors: error.mistakes.map((mistake) => toUserError(mistake, [])) };
  }
}

export function toUserError({ code, message, field }: UserErrorDetail, inputPath: readonly string[]): UserError {
  return { code: isErrorCode(code) ? code : 'INTERNAL', message, field: field && [...inputPath, ...field] };
}

/** The arguments as they are compared: as JSON, without idempotency keys, wherever they are, and each id in its one spelling. */
function canonicalArguments(given: object): Json {
  const text = JSON.stringify(given, (name, value: unknown) => {
    if (name === 'idempotencyKey') return undefined;
    return typeof value === 'string' ? canonicalId(value) : value;
  });
  return JSON.parse(text) as Json;
}
