import { Group } from '../../../graph/group/types.js';
import { Field, Int, ObjectType } from '../../../graph/values/decorators.js';
import { DEFERRED_COST } from '../shared/reads/deferred.js';

@ObjectType({ implements: Group, simpleResolvers: true, description: 'A group of contacts in ICTCore.' })
export class IctCoreGroup extends Group {
  declare readonly __typename: 'IctCoreGroup';

  @Field(() => String, { nullable: true, description: `What it is for; null when unset. ${DEFERRED_COST}` })
  readonly description?: string | null | undefined;

  @Field(() => Int, {
    nullable: true,
    description: 'How many contacts it has, as ICTCore counts them: only its list of groups tells. Null when unknown.',
  })
  override readonly contactCount?: number | null;
}
