import { Contact } from '../../../../src/graph/contact/types.js';
import { Field, ObjectType } from '../../../../src/graph/values/decorators.js';

@ObjectType({ implements: Contact, simpleResolvers: true, description: 'Somebody in an Example address book.' })
export class ExampleContact extends Contact {
  declare readonly __typename: 'ExampleContact';

  @Field(() => String, { nullable: true, description: 'The name as the book holds it; null by type only.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'The e-mail address as the book holds it; null when unset.' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: 'The phone as it was typed; null when unset.' })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: 'A note; null when unset. Takes a request for each listed row.' })
  readonly note?: string | null | undefined;
}
