import type { MessageKind } from '../../../graph/message/types.js';
import type { Pushdown, PushdownOffer } from '../../../query/plan.js';
import { paramOf, type QueryParams } from '../../../query/query-params.js';
import { containsPushdown } from '../shared/reads/text-pushdown.js';
import { MESSAGE_WORDS, type MessageWord } from './key.js';

const WORD_OF_KIND: Readonly<Record<MessageKind, MessageWord>> = {
  DOCUMENT: 'document',
  RECORDING: 'recording',
  TEMPLATE: 'template',
  TEXT: 'text',
};

/** What lists of messages evaluate: each kind is a list of its own. */
export const messagePushdown: Pushdown = {
  offers: {
    ...containsPushdown('name'),
    kind: (kind: MessageKind): PushdownOffer => ({ precision: 'exact', params: { kind: WORD_OF_KIND[kind] } }),
  },
  window: false,
  hasStableOrder: true,
  columns: ['id', 'name', 'kind'],
};

/** The kinds whose lists are read. */
export function listedWords(params: QueryParams): readonly MessageWord[] {
  const only = paramOf(params, 'kind');
  return MESSAGE_WORDS.filter((word) => only === undefined || word === only);
}
