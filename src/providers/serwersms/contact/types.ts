import { Contact } from '../../../graph/contact/types.js';
import { Field, ObjectType } from '../../../graph/values/decorators.js';

@ObjectType({
  implements: Contact,
  simpleResolvers: true,
  description: 'A contact at SerwerSMS. Somebody in two groups is two contacts with two ids, and one person.',
})
export class SerwerSmsContact extends Contact {
  declare readonly __typename: 'SerwerSmsContact';

  @Field(() => String, {
    nullable: true,
    description: 'The number as SerwerSMS holds it, as a rule with its plus: `+48500600700`; null where it holds none.',
  })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address as SerwerSMS holds it; null when unset.' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the person works; null when unset.' })
  readonly company!: string | null;

  @Field(() => String, { nullable: true, description: 'First name; null when unset.' })
  readonly firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Last name; null when unset.' })
  readonly lastName!: string | null;

  @Field(() => String, { nullable: true, description: 'Tax number (NIP), as typed; null when unset.' })
  readonly taxId!: string | null;

  @Field(() => String, { nullable: true, description: 'Street and house, as typed; null when unset.' })
  readonly address!: string | null;

  @Field(() => String, { nullable: true, description: 'Town; null when unset.' })
  readonly city!: string | null;

  @Field(() => String, { nullable: true, description: 'A note on the contact; null when unset.' })
  readonly description!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the number is on the account’s blacklist: messages to it are not sent.',
  })
  readonly blacklisted!: boolean;
}
