import { DateTime } from '../values/scalars.js';
import { Field, ObjectType } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import type { ProviderWriteResult, WriteAttempt } from '../../operations/intent.js';
import type { MutationResult } from './perform-write.js';
import { USER_ERRORS_DESCRIPTION } from './payload.js';
import { UserError } from '../values/user-error.js';
import type { WrittenItem } from '../ports/writes.js';

/** What the argument `at` of a schedule means. */
export const AT_DESCRIPTION =
  'When, to the minute: seconds are cut, and the payload tells what is kept. A time that is past, or in the running minute, is BAD_USER_INPUT. ICTCore does nothing at that time unless the event scheduler of its database is on (`event_scheduler = ON`).';

/** What was put off: the key of the thing, the provider's id of the schedule, and when, as ISO 8601. */
export interface WrittenSchedule extends WrittenItem {
  readonly scheduleId: string | null;
  readonly at: string;
}

/** Puts something off; a time that is past is Invalid at `at`. */
export type ScheduleItem = (
  key: string,
  at: Date,
  writeAttempt: WriteAttempt,
) => Promise<ProviderWriteResult<WrittenSchedule>>;

@ObjectType({ simpleResolvers: true, description: 'What became of putting something off.' })
export class SchedulePayload {
  @Field(() => String, {
    nullable: true,
    description: 'Id of the schedule at the provider; null where it was not made, or the provider does not tell.',
  })
  readonly scheduleId!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it is to be done: the beginning of a minute, as the provider keeps no seconds; null where it was not scheduled.',
  })
  readonly at!: Date | null;

  @ListSized(1)
  @Field(() => [UserError], { description: USER_ERRORS_DESCRIPTION })
  readonly userErrors!: readonly UserError[];
}

export async function toSchedulePayload(written: Promise<MutationResult<WrittenItem>>): Promise<SchedulePayload> {
  const { result, userErrors } = await written;
  const [scheduleId, at] = [result?.['scheduleId'], result?.['at']];
  return {
    scheduleId: typeof scheduleId === 'string' ? scheduleId : null,
    at: typeof at === 'string' ? new Date(at) : null,
    userErrors,
  };
}
