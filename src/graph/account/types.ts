import { Field, ObjectType } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { Node } from '../values/node.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

@NeedsScope('admin')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'An address that messages go out from and come in to: an account, extension, number (DID) or e-mail address (ICTCore). Passwords and PINs can be set and never read.',
})
export class Account extends Node {
  declare readonly __typename: 'Account';

  @Field(() => Upstream, { description: 'The upstream that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => String, { nullable: true, description: 'Its name at the provider.' })
  readonly username!: string | null;

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

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be used.' })
  readonly active?: boolean | null;

  @Field(() => String, { nullable: true, description: 'account, extension, did or eaddress.' })
  readonly type?: string | null;

  readonly ownerKey?: string | null;
}
