import { isKey } from '../shared/reads/keys.js';

/** Kinds of messages in the words of the wire, in the order in which they are listed. */
export const MESSAGE_WORDS = ['document', 'recording', 'template', 'text'] as const;
export type MessageWord = (typeof MESSAGE_WORDS)[number];

/** Ids of messages are unique among those of a kind only, so their keys say the kind: `document/12`. */
export function formatMessageKey(word: MessageWord, id: string): string {
  return `${word}/${id}`;
}

/** The kind and the id that a key holds; undefined for a malformed key. */
export function parseMessageKey(key: string): { readonly word: MessageWord; readonly id: string } | undefined {
  const [kind, id = '', ...more] = key.split('/');
  const word = MESSAGE_WORDS.find((each) => each === kind);
  return word && isKey(id) && more.length === 0 ? { word, id } : undefined;
}
