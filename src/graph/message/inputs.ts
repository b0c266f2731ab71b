import { Field, InputType } from '../values/decorators.js';
import { IDEMPOTENCY_KEY_DESCRIPTION } from '../mutations/idempotency-key.js';

const NAME = 'Its name, not blank; names need not be unique.';
const FOR = 'What it is for.';
const KEPT = 'Left out: kept; it can’t be cleared.';
const CLEARED = 'Left out: kept; null or empty: cleared.';
const SUBJECT = 'Subject of the e-mail, not blank; may hold tokens such as [contact:first_name].';
const BODY = 'The e-mail as HTML, not blank; may hold tokens.';
const BODY_ALT = 'The e-mail as plain text, for who reads no HTML.';
const DATA = 'The text that is sent, not blank; may hold tokens such as [contact:first_name].';
const TYPE = 'Its character set, e.g. UTF-8; the guide of ICTCore calls them unicode, plain or binary.';

@InputType({ description: 'What every new message has.' })
abstract class CreateMessageInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the upstream; may be left out where only one has messages.',
  })
  readonly upstream?: string | null;

  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { description: NAME })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: `${FOR} Left out, null or empty: nothing.` })
  readonly description?: string | null;
}

@InputType({ description: 'What can be changed of every message.' })
abstract class UpdateMessageInput {
  @Field(() => String, { nullable: true, description: IDEMPOTENCY_KEY_DESCRIPTION })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: `${NAME} ${KEPT}` })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: `${FOR} ${CLEARED}` })
  readonly description?: string | null;
}

@InputType({ description: 'A new document. Its pages are uploaded afterwards: see `createMediaUpload`.' })
export class CreateDocumentInput extends CreateMessageInput {}

@InputType({ description: 'Changes to a document: what is left out is kept. Its pages are uploaded.' })
export class UpdateDocumentInput extends UpdateMessageInput {
  @Field(() => String, {
    nullable: true,
    description: `How finely it is faxed: basic, standard, fine, super, superior or ultra. ${KEPT}`,
  })
  readonly quality?: string | null;
}

@InputType({ description: 'A new recording. Its sound is uploaded afterwards: see `createMediaUpload`.' })
export class CreateRecordingInput extends CreateMessageInput {}

@InputType({ description: 'Changes to a recording: what is left out is kept. Its sound is uploaded.' })
export class UpdateRecordingInput extends UpdateMessageInput {}

@InputType({
  description: 'A new template of an e-mail. An attachment is uploaded afterwards: see `createMediaUpload`.',
})
export class CreateTemplateInput extends CreateMessageInput {
  @Field(() => String, { description: SUBJECT })
  readonly subject!: string;

  @Field(() => String, { description: BODY })
  readonly body!: string;

  @Field(() => String, { nullable: true, description: `${BODY_ALT} Left out, null or empty: none.` })
  readonly bodyAlt?: string | null;
}

@InputType({ description: 'Changes to a template: what is left out is kept. Its attachment is uploaded.' })
export class UpdateTemplateInput extends UpdateMessageInput {
  @Field(() => String, { nullable: true, description: `${SUBJECT} ${KEPT}` })
  readonly subject?: string | null;

  @Field(() => String, { nullable: true, description: `${BODY} ${KEPT}` })
  readonly body?: string | null;

  @Field(() => String, { nullable: true, description: `${BODY_ALT} ${CLEARED}` })
  readonly bodyAlt?: string | null;
}

@InputType({ description: 'A new text, to be sent as SMS.' })
export class CreateTextInput extends CreateMessageInput {
  @Field(() => String, { description: DATA })
  readonly data!: string;

  @Field(() => String, { nullable: true, description: `${TYPE} Left out or null: UTF-8.` })
  readonly type?: string | null;
}

@InputType({ description: 'Changes to a text: what is left out is kept.' })
export class UpdateTextInput extends UpdateMessageInput {
  @Field(() => String, { nullable: true, description: `${DATA} ${KEPT}` })
  readonly data?: string | null;

  @Field(() => String, { nullable: true, description: `${TYPE} ${KEPT}` })
  readonly type?: string | null;
}
