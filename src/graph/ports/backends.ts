/**
 * What the graph asks of a provider, by noun. It has no members of its own: each noun adds its key by module augmentation
 * in its own `backend.ts`, and so does a provider that has something of its own to ask.
 */
export interface Backends {}

/** The nouns that `node(id:)` finds, each with the name of its type. */
export const NOUNS = {
  contact: 'Contact',
  group: 'Group',
  gateway: 'Gateway',
  campaign: 'Campaign',
  transmission: 'Transmission',
  attempt: 'TransmissionAttempt',
  program: 'Program',
  message: 'Message',
  account: 'Account',
  user: 'User',
} as const satisfies Partial<Record<keyof Backends, string>>;
export type Noun = keyof typeof NOUNS;
export const nouns = Object.keys(NOUNS) as readonly Noun[];

export function isNoun(noun: string): noun is Noun {
  return Object.hasOwn(NOUNS, noun);
}

/** The nouns that lists are made of. */
export type ListedNoun = {
  [Key in keyof Backends]: Backends[Key] extends { readonly pushdown: unknown } ? Key : never;
}[keyof Backends];
