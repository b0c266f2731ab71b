import type { GraphQLResolveInfo } from 'graphql';

import type { Context } from '../request/context.js';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import type { ErrorCode } from '../values/errors.js';
import { withFallback } from '../request/failures.js';
import { catchUserErrors } from '../mutations/perform-write.js';
import { SENT_AS_MADE } from '../message/sent-as-made.js';
import { targetOf } from '../mutations/target.js';
import { UploadPayload } from './payload.js';
import type { UploadNoun } from '../mutations/capabilities.js';

/** Mutations that only sign a URL: nothing changes until a file comes. */
@Resolver()
export class MediaResolver {
  @NeedsScope('write')
  @Mutation(() => UploadPayload, {
    description: `Signs a URL to PUT the file of a message to: pages of a document, sound of a recording, the attachment of a template. It flows through to the provider and replaces what was there; its \`content-type\` must be one that the provider takes. ${SENT_AS_MADE} So upload it first, and make the program then. Changes nothing by itself.`,
  })
  createMediaUpload(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('messageId', () => ID, { description: 'A document, recording or template; a text has no file.' })
    messageId: string,
  ): Promise<UploadPayload> {
    return signUpload({ noun: 'message', field: 'messageId', id: messageId }, context, info);
  }

  @NeedsScope('write')
  @Mutation(() => UploadPayload, {
    description:
      'Signs a URL to PUT contacts as CSV to, which the provider adds to the group: phone, first name, last name, e-mail, address, custom 1 to 3, description, or the phone alone; UTF-8, commas, no header line, no line breaks within values. The whole file is checked before any of it is sent: a fault is told with its line, and the same URL takes the mended file. ICTCore imports in the background and does not tell what came of it; while a group still grows a further import into it is CONFLICT, as the server would drop it. Changes nothing by itself.',
  })
  createGroupImport(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('groupId', () => ID, { description: 'A group of a provider that imports (ICTCore).' }) groupId: string,
  ): Promise<UploadPayload> {
    return signUpload({ noun: 'group', field: 'groupId', id: groupId }, context, info);
  }
}

interface UploadedItem {
  readonly noun: UploadNoun;
  readonly field: string;
  readonly id: string;
}

async function signUpload(
  { noun, field, id }: UploadedItem,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<UploadPayload> {
  const { loaders, mediaUrl, failures } = context;
  const noUrl = { url: null, method: 'PUT', expiresAt: null } as const;
  const refused = (code: ErrorCode, message: string): UploadPayload => ({
    ...noUrl,
    userErrors: [{ code, message, field: [field] }],
  });
  const upstream = await catchUserErrors(() => targetOf(noun, id, [field], context).upstream);
  if ('userErrors' in upstream) return { ...noUrl, ...upstream };
  // Thrown, it would take the outcomes of the request's other mutations with it.
  const found = await withFallback<object | null | undefined>(loaders[noun].load(id), undefined, failures, info);
  if (found === undefined) return { ...noUrl, userErrors: [] };
  if (!found) return refused('NOT_FOUND', `There is no ${noun} with this id (any more).`);
  if (!upstream.backends.media?.uploads.includes(noun)) {
    return refused('UNSUPPORTED', `${upstream.name} takes no files for a ${noun}.`);
  }
  if ('__typename' in found && found.__typename === 'Text') {
    return refused('UNSUPPORTED', 'A text has no file: what is sent is its data.');
  }
  return { ...mediaUrl('PUT', id), method: 'PUT', userErrors: [] };
}
