import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { Location, type DocumentNode } from 'graphql';

import { createLruMap } from '../../graph/cost/lru-map.js';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Of the texts of all documents that are kept. What is made of a text takes many times its memory; hundreds of documents of
 * a usual length have room.
 */
export const MAX_CHARACTERS = 1024 * 1024;
/** A short document takes memory as well. */
const LEAST_LENGTH = 500;

/**
 * The documents that Apollo Server has parsed and validated, those that were not asked for the longest forgotten first.
 * Apollo's own store counts each by writing it as JSON, which has neither its tokens nor its places.
 */
export function createDocumentStore(): DocumentStore {
  const documents = createLruMap<DocumentNode>(MAX_CHARACTERS, ({ loc }) =>
    Math.max(LEAST_LENGTH, loc?.source.body.length ?? 0),
  );
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => {
      releaseTokens(document);
      documents.set(key, document);
    },
    // Apollo never asks for it, and what nobody asks for is forgotten by itself.
    delete: async () => undefined,
  };
}

/** Drops the tokens of a document, which take a large part of its memory: only its parser needs them. Errors tell places by the offsets. */
function releaseTokens(document: DocumentNode): void {
  const nodes: object[] = [document];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    for (const member of Object.values(node) as unknown[]) {
      if (member instanceof Location) Object.assign(member, { startToken: undefined, endToken: undefined });
      else if (typeof member === 'object' && member !== null) nodes.push(member);
    }
  }
}
