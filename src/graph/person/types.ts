import { Contact } from '../contact/types.js';
import { Field, ObjectType } from '../values/decorators.js';
import { ListSized } from '../values/list-size.js';
import { Node } from '../values/node.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'One human or endpoint: the contacts of all upstreams that share an e-mail address or a phone number in E.164 (without an extension: the number of a switchboard with one ties nobody), also by way of others. Values that many share, such as `info@…` or a switchboard (see `people` in the config), tie nobody. Its `id` is made of one of its contacts, and finds whoever that contact is by then.',
})
export class Person extends Node {
  declare readonly __typename: 'Person';

  @Field(() => String, {
    description:
      'The display name that most of its contacts have, full names before single words, longer ones before shorter; else its first e-mail, else its first phone.',
  })
  readonly displayName!: string;

  @Field(() => [String], { description: 'All e-mail addresses of its contacts, each once, in text order.' })
  readonly emails!: readonly string[];

  @Field(() => [String], { description: 'All phones of its contacts, each once, in text order.' })
  readonly phones!: readonly string[];

  @ListSized(4)
  @Field(() => [Contact], { description: 'Its contacts, in the order of the config, then of their ids.' })
  readonly contacts!: readonly Contact[];
}
