import { Field, InputType, Int, InterfaceType } from '../values/decorators.js';
import { Node } from '../values/node.js';
import { StringFilter } from '../values/text-filter.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

@InterfaceType({
  implements: Node,
  autoRegisterImplementations: false,
  description: 'A named set of contacts at one provider (ICTCore, SerwerSMS).',
})
export abstract class Group extends Node {
  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id." })
  readonly upstreamId!: string;

  @Field(() => String, { description: 'Its name at the provider; names need not be unique.' })
  readonly name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many contacts it has, as the provider counts them; null when the provider does not tell.',
  })
  readonly contactCount?: number | null;
}

@InputType({ description: 'Which groups.' })
export class GroupFilter {
  @Field(() => StringFilter, { nullable: true, description: 'By name.' })
  readonly name?: StringFilter | null;
}
