import { Channel } from '../contact/types.js';
import { Field, InterfaceType } from '../values/decorators.js';
import { Node } from '../values/node.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

@InterfaceType({
  implements: Node,
  autoRegisterImplementations: false,
  description: 'Something that carries messages out: a HostTracker SMS, IM or voice gateway, or an ICTCore trunk.',
})
export abstract class Gateway extends Node {
  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id; HostTracker's is the kind and the name." })
  readonly upstreamId!: string;

  @Field(() => String, { description: 'Its name at the provider.' })
  readonly name!: string;

  @Field(() => [Channel], { description: 'What it can carry.' })
  readonly channels!: readonly Channel[];
}
