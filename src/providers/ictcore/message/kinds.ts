import type { Message } from '../../../graph/message/types.js';
import { compareIds } from '../../../query/order.js';
import type { CallOptions } from '../../../transport/exchange.js';
import { unlessMissing } from '../../../wire/unless-missing.js';
import type { Session } from '../session.js';
import { collectRows, listInPages } from '../shared/reads/list-rows.js';
import { toMessage } from './columns.js';
import { messageEndpoints, type MessageQuery } from './endpoints.js';
import { MESSAGE_WORDS, type MessageWord } from './key.js';

/** One kind of messages of an installation. */
export interface MessageKindReader {
  readonly word: MessageWord;
  /** In the order of their ids. */
  readonly list: (query: MessageQuery, callOptions: CallOptions) => Promise<readonly Message[]>;
  readonly read: (id: string, callOptions: CallOptions) => Promise<Message | undefined>;
}

/** The kinds of messages, in the order in which they are listed. */
export function messageKinds(session: Session): readonly MessageKindReader[] {
  return MESSAGE_WORDS.map((word) => createKindReader(session, word));
}

function createKindReader(session: Session, word: MessageWord): MessageKindReader {
  const { call, upstream } = session;
  const endpoints = messageEndpoints[word];
  return {
    word,
    list: async (query, callOptions) => {
      const pages = listInPages(
        session,
        endpoints.list,
        query,
        ({ id, columns }) => toMessage(columns, word, id, 'list', upstream),
        callOptions,
      );
      return (await collectRows(pages)).sort(compareIds);
    },
    read: async (id, callOptions) => {
      const found = await unlessMissing(call(endpoints.read, id, callOptions));
      if (!found || (found.id !== undefined && found.id !== id)) return undefined;
      return toMessage(found.columns, word, id, 'item', upstream);
    },
  };
}
