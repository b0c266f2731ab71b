import { GraphQLError, type GraphQLResolveInfo } from 'graphql';

import type { OperationRecord, OperationState } from '../../operations/record.js';
import { isRecordId, StoreUnavailable } from '../../operations/write-context.js';
import type { Context } from '../request/context.js';
import { pathOf } from '../request/failures.js';
import type { Principal } from '../request/principal.js';
import { NeedsScope } from '../request/scopes.js';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from '../values/decorators.js';
import { badInput, ErrorCode } from '../values/errors.js';
import { decodeId, type Reference } from '../values/id.js';
import { After, First, Upstreams } from '../lists/list-args.js';
import { DEFAULT_PAGE_ROWS, MAX_PAGE_ROWS } from '../lists/page-size.js';
import { catchUserErrors } from '../mutations/perform-write.js';
import { referenceOf } from '../mutations/target.js';
import {
  Operation,
  OperationConnection,
  OperationPayload,
  OperationResolution,
  OPERATION_STATE,
  toOperation,
} from './types.js';

const OPERATION_ID = 'An `operationId` of an error, or an `id` of an operation.';

@Resolver()
export class OperationResolver {
  @NeedsScope('admin')
  @Query(() => Operation, {
    nullable: true,
    description:
      'A write by its id: where its outcome is unknown, the provider is looked at once more, as far as it lets us. Null when there is none (any more).',
  })
  operation(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: OPERATION_ID }) id: string,
  ): Promise<Operation | null> {
    return findOperation(id, context);
  }

  @NeedsScope('admin')
  @Query(() => OperationConnection, {
    description: 'Writes that this gateway sent, newest first. What is UNKNOWN waits for a person.',
  })
  async operations(
    @Ctx() { writeExecutor, principal }: Context,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('state', () => OPERATION_STATE, { nullable: true, description: 'Only those in this state; all without.' })
    state: OperationState | null,
    @Upstreams() upstreams: string[] | null,
  ): Promise<OperationConnection> {
    const count = first ?? DEFAULT_PAGE_ROWS;
    if (count < 0 || count > MAX_PAGE_ROWS) throw badInput(`"first" is 0 to ${MAX_PAGE_ROWS}, not ${count}`);
    const records = await withStore(
      writeExecutor.list({
        ...(state ? { states: [state] } : {}),
        upstreams: visibleNames(upstreams, principal),
        ...(typeof after === 'string' ? { before: keyOf(after) } : {}),
        limit: count + 1,
      }),
    );
    const nodes = records.slice(0, count).map(toOperation);
    return {
      nodes,
      edges: nodes.map((node) => ({ node, cursor: node.id })),
      pageInfo: {
        hasNextPage: records.length > count,
        hasPreviousPage: typeof after === 'string',
        startCursor: nodes[0]?.id ?? null,
        endCursor: nodes.at(-1)?.id ?? null,
      },
    };
  }

  @NeedsScope('admin')
  @Mutation(() => OperationPayload, {
    description:
      'Says what became of a write of unknown outcome, after a look at the provider’s own pages. It is written down with the note. NOT_SENT lets the same idempotency key send again.',
  })
  async resolveOperation(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: OPERATION_ID }) id: string,
    @Arg('as', () => OperationResolution, { description: 'What was found out.' }) as: OperationResolution,
    @Arg('note', () => String, { nullable: true, description: 'Who says so and why: at most 500 characters.' })
    note: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OperationPayload> {
    const refused = (code: 'NOT_FOUND' | 'CONFLICT' | 'BAD_USER_INPUT', message: string, field: string) => ({
      operation: null,
      userErrors: [{ code, message, field: [field] }],
    });
    if ((note?.length ?? 0) > 500) return refused('BAD_USER_INPUT', 'A note has at most 500 characters.', 'note');
    // Thrown, a mistake would take the outcomes of the request's other mutations with it.
    const named = await catchUserErrors(() => referenceOf(id, ['id']));
    if ('userErrors' in named) return { operation: null, ...named };
    // So would an unreachable store.
    const answer = await findAndResolve(context, named, as === 'SENT' ? 'SUCCEEDED' : 'NOT_SENT', note).catch(
      (error: unknown) => {
        if (!(error instanceof StoreUnavailable)) throw error;
        context.failures.add(toStoreFailure(error, pathOf(info)));
        return { resolved: undefined, found: null };
      },
    );
    const { found, resolved } = answer;
    if (found === null) return { operation: null, userErrors: [] };
    if (!found) return refused('NOT_FOUND', 'There is no operation with this id (any more).', 'id');
    if (resolved) return { operation: toOperation(resolved), userErrors: [] };
    const message = `Only a write of unknown outcome can be resolved; this one is ${found.state}.`;
    return { ...refused('CONFLICT', message, 'id'), operation: toOperation(found) };
  }
}

async function findAndResolve(
  { writeExecutor, callOptions, principal }: Context,
  { noun, key }: Reference,
  state: 'SUCCEEDED' | 'NOT_SENT',
  note: string | null,
): Promise<{ readonly found: OperationRecord | undefined; readonly resolved: OperationRecord | undefined }> {
  const found = noun === 'operation' ? await writeExecutor.find(key, callOptions, principal.upstreams) : undefined;
  return { found, resolved: found && (await writeExecutor.resolve(found, state, note)) };
}

/** The write that an id names, or null. */
export async function findOperation(
  id: string,
  { writeExecutor, callOptions, principal }: Context,
): Promise<Operation | null> {
  const { noun, key } = decodeId(id);
  const record =
    noun === 'operation' ? await withStore(writeExecutor.find(key, callOptions, principal.upstreams)) : undefined;
  return record ? toOperation(record) : null;
}

/** The upstreams asked for, as far as they exist for the caller; undefined: all there ever were. */
function visibleNames(asked: readonly string[] | null, { upstreams }: Principal): readonly string[] | undefined {
  if (!upstreams) return asked ?? undefined;
  return asked ? asked.filter((name) => upstreams.has(name)) : [...upstreams];
}

function keyOf(id: string): string {
  const { noun, key } = decodeId(id);
  if (noun !== 'operation' || !isRecordId(key)) throw badInput(`"${id.slice(0, 60)}" is no id of an operation`);
  return key;
}

/** What the store of operations answers; where it can't be reached, that is no bug of this gateway. */
async function withStore<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw toStoreFailure(error);
  }
}

function toStoreFailure(error: StoreUnavailable, path?: ReadonlyArray<string | number>): GraphQLError {
  const message = 'The store of operations can’t be read now; try again later. Everything else can be read.';
  return new GraphQLError(message, {
    ...(path ? { path } : {}),
    extensions: { code: ErrorCode.UNAVAILABLE, retryable: true },
    originalError: error,
  });
}
