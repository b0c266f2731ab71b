import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { loadWrittenItem, USER_ERRORS_DESCRIPTION, definePayload } from '../mutations/payload.js';
import { UserError } from '../values/user-error.js';
import type { WrittenItem } from '../ports/writes.js';
import { Transmission, TransmissionAttempt } from './types.js';

export const { Payload: TransmissionPayload, PayloadResolver: TransmissionPayloadResolver } = definePayload(
  'Transmission',
  'transmission',
  'transmission',
  () => Transmission,
);

@ObjectType('AttemptPayload', { simpleResolvers: true, description: 'What became of sending a transmission.' })
export class AttemptPayload {
  @ListSized(1)
  @Field(() => [UserError], { description: USER_ERRORS_DESCRIPTION })
  readonly userErrors!: readonly UserError[];
}

@Resolver(() => AttemptPayload)
export class AttemptPayloadResolver {
  @FieldResolver(() => TransmissionAttempt, {
    nullable: true,
    description: 'The attempt that was begun, read anew; null where none was, nobody knows, or it can’t be read.',
  })
  attempt(
    @Root() written: MutationResult<WrittenItem>,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const key = written.result?.['attempt'];
    const result = { key: typeof key === 'string' ? key : null };
    return loadWrittenItem('attempt', { ...written, result }, context, info);
  }

  @FieldResolver(() => Transmission, {
    nullable: true,
    description:
      'The transmission as it is now, read anew; null where it was not sent, nobody knows, or it can’t be read.',
  })
  transmission(
    @Root() written: MutationResult<WrittenItem>,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return loadWrittenItem('transmission', written, context, info);
  }
}
