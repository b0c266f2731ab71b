import { Field, ObjectType } from './decorators.js';
import { ErrorCode } from './errors.js';

@ObjectType({
  simpleResolvers: true,
  description: 'What the caller of a mutation can mend: a value, or an id of something that is not there.',
})
export class UserError {
  @Field(() => ErrorCode, { description: 'What kind of mistake it is.' })
  readonly code!: ErrorCode;

  @Field(() => String, { description: 'What is wrong and what to do, in a sentence for people.' })
  readonly message!: string;

  @Field(() => [String], { nullable: true, description: 'Path of the argument that it is about; null for the whole.' })
  readonly field!: readonly string[] | null;
}
