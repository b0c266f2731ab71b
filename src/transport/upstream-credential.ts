import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { inspect } from 'node:util';

import { registerSecrets } from './redact.js';

/** Of this process: a digest that somebody sees helps nobody to guess. */
const PROCESS_KEY = randomBytes(32);
const MARK_BYTES = 16;
const SEAL_LENGTH = 22;

/** Equal for equal credentials of one upstream, in this process only. */
export function digestCredential(upstream: string, text: string): string {
  return createHmac('sha256', PROCESS_KEY)
    .update(JSON.stringify([upstream, text]))
    .digest('base64url');
}

/** A caller's own credential for one upstream. Printed, logged or turned into JSON it does not show what it is. */
export class UpstreamCredential {
  readonly upstream: string;
  readonly digest: string;
  readonly #text: string;
  readonly #marks = new Map<string, Promise<string>>();

  constructor(upstream: string, text: string) {
    this.upstream = upstream;
    this.#text = text;
    this.digest = digestCredential(upstream, text);
    registerSecrets(this, text);
  }

  reveal(): string {
    return this.#text;
  }

  /**
   * What a store with this secret may keep to know the credential again. It is slow to make: whoever has the store,
   * its secret included, could otherwise try passwords.
   */
  markFor(storeSecret: Buffer): Promise<string> {
    const key = storeSecret.toString('base64');
    const mark =
      this.#marks.get(key) ??
      new Promise<string>((resolve, reject) => {
        scrypt(JSON.stringify([this.upstream, this.#text]), storeSecret, MARK_BYTES, (error, derived) => {
          if (error) reject(error);
          else resolve(derived.toString('base64url'));
        });
      });
    this.#marks.set(key, mark);
    return mark;
  }

  /** Tells it from others to whoever has this key; others learn nothing by it. For what is kept for minutes. */
  sealWith(key: Buffer): string {
    return createHmac('sha256', key)
      .update(JSON.stringify(['caller', this.upstream, this.#text]))
      .digest('base64url')
      .slice(0, SEAL_LENGTH);
  }

  toJSON(): string {
    return '***';
  }

  [inspect.custom](): string {
    return '***';
  }
}

/** The credentials that one request brings, by upstream. */
export type CallerCredentials = ReadonlyMap<string, UpstreamCredential>;
