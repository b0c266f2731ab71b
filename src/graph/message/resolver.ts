import type { GraphQLResolveInfo } from 'graphql';

import type { Connection } from '../lists/connection.js';
import type { Context } from '../request/context.js';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../values/decorators.js';
import { NeedsScope } from '../request/scopes.js';
import { fetchConnection } from '../lists/list.js';
import { After, First, Upstreams } from '../lists/list-args.js';
import { UrlScalar } from '../values/scalars.js';
import { Document, Message, MessageFilter, Recording, Template, Text } from './types.js';
import { messageListQuery } from './list-query.js';
import { MessageConnection } from './connection.js';

type Info = GraphQLResolveInfo;

@Resolver(() => Message)
export class MessageResolver {
  @NeedsScope('read')
  @Query(() => MessageConnection, {
    description: 'Documents, recordings, templates and texts of all upstreams that have them (ICTCore), kind by kind.',
  })
  messages(
    @Ctx() context: Context,
    @Info() info: Info,
    @First() first: number | null,
    @After() after: string | null,
    @Arg('filter', () => MessageFilter, { nullable: true, description: 'Only messages that match; all without.' })
    filter: MessageFilter | null,
    @Upstreams() upstreams: string[] | null,
  ): Promise<Connection<Message>> {
    return fetchConnection(messageListQuery(filter), { first, after, upstreams }, context, info);
  }
}

/** The file of a message, behind a signed URL. */
function mediaOf(type: new () => Message, what: string): new () => object {
  @Resolver(() => type)
  class MediaResolver {
    @FieldResolver(() => UrlScalar, {
      description: `Where to GET ${what}; before an upload it answers 404. Signed, good for 15 minutes, needs no other header.`,
    })
    mediaUrl(@Root() { id }: Message, @Ctx() { mediaUrl }: Context): string {
      return mediaUrl('GET', id).url;
    }
  }
  return MediaResolver;
}

@Resolver(() => Document)
class DocumentResolver {}

@Resolver(() => Recording)
class RecordingResolver {}

@Resolver(() => Template)
class TemplateResolver {}

@Resolver(() => Text)
class TextResolver {}

export const messageResolvers: ReadonlyArray<new () => object> = [
  MessageResolver,
  DocumentResolver,
  RecordingResolver,
  TemplateResolver,
  TextResolver,
  mediaOf(Document, 'its pages as PDF'),
  mediaOf(Recording, 'its sound as WAV'),
  mediaOf(Template, 'its attachment'),
];
