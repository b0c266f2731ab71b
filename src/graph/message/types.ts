import { Field, InputType, Int, InterfaceType, ObjectType, registerEnumType } from '../values/decorators.js';
import { Node } from '../values/node.js';
import { StringFilter } from '../values/text-filter.js';
import { Upstream } from '../upstream/types.js';
import type { UpstreamValue } from '../ports/upstream-value.js';

export const MessageKind = {
  DOCUMENT: 'DOCUMENT',
  RECORDING: 'RECORDING',
  TEMPLATE: 'TEMPLATE',
  TEXT: 'TEXT',
} as const;
export type MessageKind = keyof typeof MessageKind;
registerEnumType(MessageKind, {
  name: 'MessageKind',
  description: 'Kinds of messages.',
  valuesConfig: {
    DOCUMENT: { description: 'Pages to fax.' },
    RECORDING: { description: 'Sound to play in a call.' },
    TEMPLATE: { description: 'An e-mail.' },
    TEXT: { description: 'An SMS.' },
  },
});

@InterfaceType({
  implements: Node,
  autoRegisterImplementations: false,
  description: 'Something to be sent: a document, recording, template or text (ICTCore).',
})
export abstract class Message extends Node {
  @Field(() => Upstream, { description: 'The account that holds it.' })
  readonly upstream!: UpstreamValue;

  @Field(() => String, { description: "The provider's own id; unique among messages of its kind." })
  readonly upstreamId!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  readonly description!: string | null;
}

@ObjectType({ implements: Message, simpleResolvers: true, description: 'Pages to fax.' })
export class Document extends Message {
  declare readonly __typename: 'Document';

  @Field(() => String, { nullable: true, description: 'File type as three letters, e.g. "tif".' })
  readonly type!: string | null;

  @Field(() => Int, { nullable: true, description: 'Pages, counted by the server after an upload.' })
  readonly pages!: number | null;

  @Field(() => String, { nullable: true, description: 'basic, standard, fine, super, superior or ultra.' })
  readonly quality?: string | null;
}

@ObjectType({ implements: Message, simpleResolvers: true, description: 'Sound to play in a call.' })
export class Recording extends Message {
  declare readonly __typename: 'Recording';

  @Field(() => Int, { nullable: true, description: 'Seconds; null where the server does not measure it.' })
  readonly lengthSeconds!: number | null;

  @Field(() => String, { nullable: true, description: 'How the sound is encoded.' })
  readonly codec?: string | null;
}

@ObjectType({ implements: Message, simpleResolvers: true, description: 'An e-mail, with an attachment as its media.' })
export class Template extends Message {
  declare readonly __typename: 'Template';

  @Field(() => String, { nullable: true, description: 'File type of the attachment as three letters.' })
  readonly type!: string | null;

  @Field(() => String, { description: 'Subject of the e-mail.' })
  readonly subject!: string;

  @Field(() => String, { nullable: true, description: 'The e-mail as HTML.' })
  readonly body?: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail as plain text.' })
  readonly bodyAlt?: string | null;
}

@ObjectType({ implements: Message, simpleResolvers: true, description: 'An SMS.' })
export class Text extends Message {
  declare readonly __typename: 'Text';

  @Field(() => String, { nullable: true, description: 'Its character set, e.g. "UTF-8".' })
  readonly type!: string | null;

  @Field(() => String, { nullable: true, description: 'The text itself.' })
  readonly data?: string | null;
}

@InputType({ description: 'Which messages; all parts must hold.' })
export class MessageFilter {
  @Field(() => MessageKind, { nullable: true, description: 'Only this kind: each kind costs a request of its own.' })
  readonly kind?: MessageKind | null;

  @Field(() => StringFilter, { nullable: true, description: 'By name.' })
  readonly name?: StringFilter | null;
}

/** The kinds of messages, for providers that have them. */
export const messageTypes = [Document, Recording, Template, Text] as const;
