import { Field, InputType, Int, ObjectType } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { Node } from '../values/node.js';
import { StringFilter } from '../values/text-filter.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

@ObjectType({ simpleResolvers: true, description: 'A set of permissions under one name (ICTCore).' })
export class Role {
  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => String, { description: 'Its name, e.g. "admin".' })
  readonly name!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One right, e.g. "contact_create" (ICTCore).' })
export class Permission {
  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;
}

@NeedsScope('admin')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Somebody who may log in at the provider (ICTCore). Passwords can be set and never read.',
})
export class User extends Node {
  declare readonly __typename: 'User';

  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => String, { nullable: true, description: 'The name to log in with.' })
  readonly username?: string | null;

  @Field(() => String, { nullable: true, description: 'First name.' })
  readonly firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Last name.' })
  readonly lastName!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone as the provider holds it.' })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail as the provider holds it.' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal address.' })
  readonly address?: string | null;

  @Field(() => String, { nullable: true, description: 'Company.' })
  readonly company?: string | null;

  @Field(() => Int, { nullable: true, description: "Number of a country in the provider's own table." })
  readonly countryId?: number | null;

  @Field(() => Int, { nullable: true, description: "Number of a time zone in the provider's own table." })
  readonly timezoneId?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the user may log in.' })
  readonly active?: boolean | null;

  readonly roles?: readonly Role[];
  readonly permissions?: readonly Permission[];
}

@InputType({ description: 'Which users; all parts must hold.' })
export class UserFilter {
  @Field(() => StringFilter, { nullable: true, description: 'By the name to log in with.' })
  readonly username?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: 'By e-mail.' })
  readonly email?: StringFilter | null;

  @Field(() => StringFilter, { nullable: true, description: 'By phone, as the provider holds it.' })
  readonly phone?: StringFilter | null;
}
