import { Field, ID, InterfaceType } from './decorators.js';

@InterfaceType({ autoRegisterImplementations: false, description: 'Anything that `node(id:)` can find again.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable: the same thing keeps its id. Unique over all upstreams.' })
  readonly id!: string;
}
