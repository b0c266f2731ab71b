import { Field, ObjectType } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import { DateTime, UrlScalar } from '../values/scalars.js';
import { UserError } from '../values/user-error.js';

@ObjectType({ simpleResolvers: true, description: 'Where to send a file, or why nowhere.' })
export class UploadPayload {
  @Field(() => UrlScalar, {
    nullable: true,
    description:
      'Where to send the file, as the body: signed, good for one verb on this one thing and for 15 minutes, and needs no other header than `content-type`. Null where there are `userErrors`, or an entry of `errors` says why.',
  })
  readonly url!: string | null;

  @Field(() => String, { description: 'The HTTP method to send it with: `PUT`.' })
  readonly method!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the URL ends; null where there is none.' })
  readonly expiresAt!: Date | null;

  @ListSized(1)
  @Field(() => [UserError], { description: 'What the caller can mend; empty where the URL is good.' })
  readonly userErrors!: readonly UserError[];
}
