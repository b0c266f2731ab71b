import { createLruMap } from '../../graph/cost/lru-map.js';

/** Of all callers together, in characters. */
const MAX_SIZE = 8_000_000;
/** What an entry takes besides its text. */
const ENTRY_SIZE = 500;

/** Documents that callers sent in full once, to ask by hash from then on. A caller finds no other caller's. */
export interface RegisteredDocuments {
  readonly find: (principal: string, hash: string) => string | undefined;
  readonly add: (principal: string, hash: string, text: string) => void;
}

/** What was used last, as far as there is room: whoever misses a document sends it again. */
export function createRegisteredDocuments(maxSize = MAX_SIZE): RegisteredDocuments {
  const documents = createLruMap<{ readonly text: string }>(maxSize, ({ text }) => ENTRY_SIZE + text.length);
  return {
    find: (principal, hash) => documents.get(toKey(principal, hash))?.text,
    add: (principal, hash, text) => {
      documents.set(toKey(principal, hash), { text });
    },
  };
}

/** A hash has one length, so that no two pairs have one key. */
function toKey(principal: string, hash: string): string {
  return `${hash} ${principal}`;
}
