import { Contact } from '../../../graph/contact/types.js';
import { Field, ObjectType } from '../../../graph/values/decorators.js';

@ObjectType({
  implements: Contact,
  simpleResolvers: true,
  description: 'Somebody whom CloudSigma notifies of events of an account.',
})
export class CloudSigmaContact extends Contact {
  declare readonly __typename: 'CloudSigmaContact';

  @Field(() => String, {
    nullable: true,
    description: 'Where notifications are mailed to, as CloudSigma holds it; null where it holds none.',
  })
  readonly email!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether it is the account's main contact, which follows the account's own e-mail and can't be deleted.",
  })
  readonly main!: boolean;

  @Field(() => String, { nullable: true, description: 'Whatever it was named; null when it has no name.' })
  readonly name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone as CloudSigma holds it (it drops spaces when written); null when there is none.',
  })
  readonly phone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the contact in the API of CloudSigma, e.g. `/api/2.0/notification_contacts/…/`.',
  })
  readonly resourceUri!: string | null;
}
