import type { Readable } from 'node:stream';

import type { Query } from './filters.js';
import type { State } from './state.js';
import type { Values } from './table.js';

/** One request after the server layer: who asks, what for, with which data. */
export interface Context {
  readonly state: State;
  /** Null on the routes that ask for no login. */
  readonly userId: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The decoded body; empty when it was not decoded, or was no object. */
  readonly data: Values;
  readonly body: string;
  /** The body instead, on an endpoint that `streams`. */
  readonly stream?: Readable | undefined;
  /** The request's Content-Type to the letter, in lower case. */
  readonly mime: string;
  readonly did: (effect: string) => void;
}

export type Answer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'file'; readonly name: string; readonly content: string }
  | {
      readonly kind: 'media';
      readonly name: string;
      readonly type: string;
      readonly size: number;
      readonly content: Readable;
    }
  /** A method without a result: status 200 and not one byte. */
  | { readonly kind: 'nothing' };

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly pattern: string;
  /** `everyone` needs no login; otherwise the permissions asked for, none of them meaning any user. */
  readonly access: 'everyone' | readonly string[];
  readonly streams?: boolean;
  readonly answer: (context: Context) => Answer | Promise<Answer>;
}

export const value = (result: unknown): Answer => ({ kind: 'value', value: result });
export const file = (name: string, content: string): Answer => ({ kind: 'file', name, content });
export const nothing: Answer = { kind: 'nothing' };
