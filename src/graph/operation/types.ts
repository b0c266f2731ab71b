import type { OperationRecord, OperationState, Settlement } from '../../operations/record.js';
import { PageInfo } from '../lists/connection.js';
import { Field, ID, ObjectType, registerEnumType } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { ListSized } from '../values/list-size.js';
import { encodeId } from '../values/id.js';
import { Node } from '../values/node.js';
import { toUserError } from '../mutations/perform-write.js';
import { USER_ERRORS_DESCRIPTION } from '../mutations/payload.js';
import { DateTime } from '../values/scalars.js';
import { UserError } from '../values/user-error.js';

export const OPERATION_STATE = {
  RESERVED: 'RESERVED',
  DISPATCHED: 'DISPATCHED',
  SUCCEEDED: 'SUCCEEDED',
  REJECTED: 'REJECTED',
  NOT_SENT: 'NOT_SENT',
  UNKNOWN: 'UNKNOWN',
} as const satisfies Record<OperationState, OperationState>;
registerEnumType(OPERATION_STATE, {
  name: 'OperationState',
  description: 'Where a write stands.',
  valuesConfig: {
    RESERVED: { description: 'Its idempotency key is taken; nothing has left the gateway.' },
    DISPATCHED: { description: 'It is on its way to the provider.' },
    SUCCEEDED: { description: 'The provider did it.' },
    REJECTED: { description: 'The provider said no.' },
    NOT_SENT: { description: 'Proved not to have happened; the same key may be used again.' },
    UNKNOWN: { description: 'It may or may not have happened; never sent again. See `resolveOperation`.' },
  },
});

export const OperationResolution = { SENT: 'SENT', NOT_SENT: 'NOT_SENT' } as const;
export type OperationResolution = keyof typeof OperationResolution;
registerEnumType(OperationResolution, {
  name: 'OperationResolution',
  description: 'What a person found out about a write of unknown outcome.',
  valuesConfig: {
    SENT: { description: 'It was done: its key answers so from now on.' },
    NOT_SENT: { description: 'It was not done: its key may be used again, and then it is sent.' },
  },
});

export const SettledBy = { PERSON: 'PERSON', LOOK: 'LOOK', RESTART: 'RESTART' } as const;
registerEnumType(SettledBy, {
  name: 'SettledBy',
  description: 'How the state of a write was learnt after its own call.',
  valuesConfig: {
    PERSON: { description: 'Somebody said so, with `resolveOperation`.' },
    LOOK: { description: 'The gateway looked at the provider.' },
    RESTART: { description: 'The process that sent it had gone.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A change of state after the call itself had ended.' })
export class OperationSettlement {
  @Field(() => OPERATION_STATE, { description: 'The state from then on.' })
  readonly state!: OperationState;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Date;

  @Field(() => SettledBy, { description: 'How it was learnt.' })
  readonly by!: keyof typeof SettledBy;

  @Field(() => String, { nullable: true, description: 'What the person noted; null otherwise.' })
  readonly note!: string | null;
}

@NeedsScope('admin')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'One write that this gateway sent, as it kept it: ids and states, never what was written. Kept 7 days, of unknown outcome 30.',
})
export class Operation extends Node {
  declare readonly __typename: 'Operation';

  @Field(() => String, { description: 'The field of Mutation that asked for it, e.g. `sendTransmission`.' })
  readonly mutation!: string;

  @Field(() => String, { description: 'Name of the upstream that it was sent to; it may not be configured any more.' })
  readonly upstreamName!: string;

  @Field(() => OPERATION_STATE, { description: 'Where it stands, with the newest look at the provider.' })
  readonly state!: OperationState;

  @Field(() => String, { nullable: true, description: 'As the client gave it; null for a write without one.' })
  readonly idempotencyKey!: string | null;

  @Field(() => ID, { nullable: true, description: 'What it is about, for `node(id:)`; null where it makes something.' })
  readonly targetId!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was asked for: always there. It may be null by type only, as the `createdAt` of a campaign.',
  })
  readonly createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it began to leave; null before that.' })
  readonly dispatchedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its outcome was kept; null until then.' })
  readonly finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it did not succeed; null otherwise.' })
  readonly message!: string | null;

  @ListSized(1)
  @Field(() => [UserError], { description: 'What the provider refused of it.' })
  readonly userErrors!: readonly UserError[];

  @ListSized(1)
  @Field(() => [OperationSettlement], { description: 'What was learnt or decided later, oldest first.' })
  readonly settlements!: readonly OperationSettlement[];
}

@ObjectType({ simpleResolvers: true, description: 'An operation and its place in a list.' })
export class OperationEdge {
  @Field(() => Operation, { description: 'The operation.' })
  readonly node!: Operation;

  @Field(() => String, { description: 'For `after:`, to go on behind this row.' })
  readonly cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A page of operations, newest first.' })
export class OperationConnection {
  @ListSized('page')
  @Field(() => [OperationEdge], { description: 'The rows with their cursors.' })
  readonly edges!: readonly OperationEdge[];

  @ListSized('page')
  @Field(() => [Operation], { description: 'The rows.' })
  readonly nodes!: readonly Operation[];

  @Field(() => PageInfo, { description: 'Where this page lies.' })
  readonly pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'What became of a decision on an operation.' })
export class OperationPayload {
  @Field(() => Operation, { nullable: true, description: 'As it stands now; null where there is none.' })
  readonly operation!: Operation | null;

  @ListSized(1)
  @Field(() => [UserError], { description: USER_ERRORS_DESCRIPTION })
  readonly userErrors!: readonly UserError[];
}

export function toOperation(record: OperationRecord): Operation {
  const { id, upstream, key, target, message, state, mutation, mistakes, settlements } = record;
  return {
    __typename: 'Operation',
    id: encodeId(upstream, 'operation', id),
    mutation,
    upstreamName: upstream,
    state,
    idempotencyKey: key,
    targetId: target,
    createdAt: new Date(record.createdAt),
    dispatchedAt: toDate(record.dispatchedAt),
    finishedAt: toDate(record.finishedAt),
    message,
    userErrors: mistakes.map((mistake) => toUserError(mistake, [])),
    settlements: settlements.map(toSettlement),
  };
}

function toSettlement({ state, at, by, note }: Settlement): OperationSettlement {
  const how = { person: 'PERSON', look: 'LOOK', restart: 'RESTART' } as const;
  return { state, at: new Date(at), by: how[by], note };
}

function toDate(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
