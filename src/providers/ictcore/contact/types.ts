import { Contact } from '../../../graph/contact/types.js';
import { Field, ObjectType } from '../../../graph/values/decorators.js';
import { DEFERRED_COST } from '../shared/reads/deferred.js';

@ObjectType({
  implements: Contact,
  simpleResolvers: true,
  description: 'A contact of an ICTCore installation. Somebody in several groups is one contact.',
})
export class IctCoreContact extends Contact {
  declare readonly __typename: 'IctCoreContact';

  @Field(() => String, { nullable: true, description: 'First name; null when unset.' })
  readonly firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Last name; null when unset.' })
  readonly lastName!: string | null;

  @Field(() => String, { nullable: true, description: 'The number as ICTCore holds and dials it; null when unset.' })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address as ICTCore holds it; null when unset.' })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: `Postal address, as typed; null when unset. ${DEFERRED_COST}` })
  readonly address?: string | null | undefined;

  @Field(() => String, { nullable: true, description: `Free text; null when unset. ${DEFERRED_COST}` })
  readonly custom1?: string | null | undefined;

  @Field(() => String, { nullable: true, description: `Free text; null when unset. ${DEFERRED_COST}` })
  readonly custom2?: string | null | undefined;

  @Field(() => String, { nullable: true, description: `Free text; null when unset. ${DEFERRED_COST}` })
  readonly custom3?: string | null | undefined;

  @Field(() => String, { nullable: true, description: `A note on the contact; null when unset. ${DEFERRED_COST}` })
  readonly description?: string | null | undefined;
}
