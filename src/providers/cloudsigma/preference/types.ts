import { Contact } from '../../../graph/contact/types.js';
import { USER_ERRORS_DESCRIPTION } from '../../../graph/mutations/payload.js';
import { Field, ObjectType } from '../../../graph/values/decorators.js';
import { ListSized } from '../../../graph/values/list-size.js';
import { UserError } from '../../../graph/values/user-error.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Whether a CloudSigma contact is told of one kind of event by one medium.',
})
export class NotificationPreference {
  /** The graph's id of its contact; null where CloudSigma names none. */
  readonly contactId!: string | null;

  @Field(() => Contact, { nullable: true, description: 'Who is told; null when the contact is not there any more.' })
  readonly contact?: Contact | null;

  @Field(() => String, { description: 'How: `email`.' })
  readonly medium!: string;

  @Field(() => String, { description: "Of what, in CloudSigma's words, e.g. `out_of_money_soon`." })
  readonly type!: string;

  @Field(() => Boolean, { description: 'Whether it is sent.' })
  readonly enabled!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'What became of setting preferences.' })
export class NotificationPreferencesPayload {
  @ListSized(1)
  @Field(() => [UserError], { description: USER_ERRORS_DESCRIPTION })
  readonly userErrors!: readonly UserError[];
}
