import { Contact } from '../../../graph/contact/types.js';
import { Field, ObjectType } from '../../../graph/values/decorators.js';

@ObjectType({
  implements: Contact,
  simpleResolvers: true,
  description: "Somebody in the address book of a Hostway mail domain. Fields are null where the book has ''.",
})
export class HostwayContact extends Contact {
  declare readonly __typename: 'HostwayContact';

  /** The columns as the address book holds them: `hostway` filters compare these. */
  readonly held!: Readonly<Record<HostwayColumn, string | null>>;

  @Field(() => String, { description: 'The mail domain whose address book it is in.' })
  readonly domain!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The contact's key in its domain: always there, and it never changes. It may be null by type only, as other contacts' `name`.",
  })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail address as the book has it; null when not set.' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: 'First name; null when not set.' })
  readonly firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Last name; null when not set.' })
  readonly lastName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the person is in the company, e.g. `Dyrektor`; null when not set.',
  })
  readonly title!: string | null;

  @Field(() => String, { nullable: true, description: 'Home phone as it was typed; null when not set.' })
  readonly homePhone!: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile phone as it was typed; null when not set.' })
  readonly mobilePhone!: string | null;

  @Field(() => String, { nullable: true, description: 'Business phone as it was typed; null when not set.' })
  readonly businessPhone!: string | null;

  @Field(() => String, { nullable: true, description: 'Business fax as it was typed; it is not among `phones`.' })
  readonly businessFax!: string | null;

  @Field(() => String, { nullable: true, description: 'ISDN number as it was typed; it is not among `phones`.' })
  readonly isdnNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Pager as it was typed; it is not among `phones`.' })
  readonly pager!: string | null;

  @Field(() => String, { nullable: true, description: 'Telex number as it was typed; it is not among `phones`.' })
  readonly telexNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the company; null when not set.' })
  readonly company!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the department; null when not set.' })
  readonly department!: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the room, e.g. `4/12`; null when not set.' })
  readonly roomNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Street with its number; null when not set.' })
  readonly streetAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code; null when not set.' })
  readonly postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'City; null when not set.' })
  readonly city!: string | null;

  @Field(() => String, { nullable: true, description: 'State or province; null when not set.' })
  readonly state!: string | null;

  @Field(() => String, { nullable: true, description: 'Country, in whatever form it was typed; null when not set.' })
  readonly country!: string | null;
}

/** The columns of the address book. Its `displayName` may be empty, where the graph's shows another column. */
export type HostwayColumn =
  Exclude<keyof HostwayContact, keyof Contact | '__typename' | 'held' | 'domain'> | 'displayName';
