import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { updateItem, createItem, deleteItem } from '../mutations/item-writes.js';
import type { MutationResult } from '../mutations/perform-write.js';
import { IdempotencyKey } from '../mutations/idempotency-key.js';
import { DeletePayload, toDeletePayload } from '../mutations/payload.js';
import { SENT_AS_MADE } from './sent-as-made.js';
import type { WrittenItem, UpdateItem } from '../ports/writes.js';
import { DocumentPayload, RecordingPayload, TemplatePayload, TextPayload } from './payload.js';
import type { MessageWrites } from './backend.js';
import {
  CreateDocumentInput,
  CreateRecordingInput,
  CreateTemplateInput,
  CreateTextInput,
  UpdateDocumentInput,
  UpdateRecordingInput,
  UpdateTemplateInput,
  UpdateTextInput,
} from './inputs.js';

const TITLE = 'upstream with messages';

type Info = GraphQLResolveInfo;

function Id(kind: string): ParameterDecorator {
  return Arg('id', () => ID, { description: `An \`id\` of a ${kind}.` }) as ParameterDecorator;
}

const REMAKE_PROGRAM = `${SENT_AS_MADE} Make a new program for it.`;

@Resolver()
export class MessageMutationResolver {
  @NeedsScope('write')
  @Mutation(() => DocumentPayload, {
    description:
      'Makes a document to fax (ICTCore); its pages are uploaded afterwards, and before the programs are made that send it.',
  })
  createDocument(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateDocumentInput, { description: 'What it is to be.' }) input: CreateDocumentInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = TITLE;
    return createItem({ title, input, create: ({ message }) => message?.writes?.document?.create }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => DocumentPayload, {
    description: `Changes a document: only what the input holds is sent. ${REMAKE_PROGRAM}`,
  })
  updateDocument(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id('document') id: string,
    @Arg('input', () => UpdateDocumentInput, { description: 'What changes.' }) input: UpdateDocumentInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateMessage({ id, input, selectUpdate: ({ document }) => document?.update }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => RecordingPayload, {
    description:
      'Makes a recording to play in calls (ICTCore); its sound is uploaded afterwards, and before the programs are made that play it.',
  })
  createRecording(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateRecordingInput, { description: 'What it is to be.' }) input: CreateRecordingInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = TITLE;
    return createItem({ title, input, create: ({ message }) => message?.writes?.recording?.create }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => RecordingPayload, {
    description: `Changes a recording: only what the input holds is sent. ${REMAKE_PROGRAM}`,
  })
  updateRecording(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id('recording') id: string,
    @Arg('input', () => UpdateRecordingInput, { description: 'What changes.' }) input: UpdateRecordingInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateMessage({ id, input, selectUpdate: ({ recording }) => recording?.update }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => TemplatePayload, { description: 'Makes a template of an e-mail (ICTCore).' })
  createTemplate(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateTemplateInput, { description: 'What it is to be.' }) input: CreateTemplateInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = TITLE;
    return createItem({ title, input, create: ({ message }) => message?.writes?.template?.create }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => TemplatePayload, {
    description: `Changes a template: only what the input holds is sent. ${REMAKE_PROGRAM}`,
  })
  updateTemplate(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id('template') id: string,
    @Arg('input', () => UpdateTemplateInput, { description: 'What changes.' }) input: UpdateTemplateInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateMessage({ id, input, selectUpdate: ({ template }) => template?.update }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => TextPayload, { description: 'Makes a text to send as SMS (ICTCore).' })
  createText(
    @Ctx() context: Context,
    @Info() info: Info,
    @Arg('input', () => CreateTextInput, { description: 'What it is to be.' }) input: CreateTextInput,
  ): Promise<MutationResult<WrittenItem>> {
    const title = TITLE;
    return createItem({ title, input, create: ({ message }) => message?.writes?.text?.create }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => TextPayload, { description: `Changes a text: only what the input holds is sent. ${REMAKE_PROGRAM}` })
  updateText(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id('text') id: string,
    @Arg('input', () => UpdateTextInput, { description: 'What changes.' }) input: UpdateTextInput,
  ): Promise<MutationResult<WrittenItem>> {
    return updateMessage({ id, input, selectUpdate: ({ text }) => text?.update }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => DeletePayload, {
    description:
      'Deletes a message of any kind, and its file. Programs that send it stay, and have nothing to send any more.',
  })
  deleteMessage(
    @Ctx() context: Context,
    @Info() info: Info,
    @Id('message') id: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<DeletePayload> {
    const removing = { noun: 'message', id, idempotencyKey } as const;
    return toDeletePayload(
      'message',
      deleteItem({ ...removing, remove: ({ message }) => message?.writes?.remove }, context, info),
    );
  }
}

interface MessageUpdate<Change> {
  readonly id: string;
  readonly input: Change & { readonly idempotencyKey?: string | null };
  readonly selectUpdate: (writes: MessageWrites) => UpdateItem<Change> | undefined;
}

function updateMessage<Change>(
  { id, input, selectUpdate }: MessageUpdate<Change>,
  context: Context,
  info: Info,
): Promise<MutationResult<WrittenItem>> {
  const update = { noun: 'message', id, input } as const;
  return updateItem(
    { ...update, update: ({ message }) => message?.writes && selectUpdate(message.writes) },
    context,
    info,
  );
}
