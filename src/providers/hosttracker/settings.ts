import * as z from 'zod';

/** What an upstream of HostTracker is configured with, beyond the common keys. */
export interface HostTrackerSettings {
  /** A ticket that never ends, or what buys one. */
  readonly auth: { readonly token: string } | { readonly login: string; readonly password: string };
  /** How bodies are written and read, in both directions. */
  readonly format: 'json' | 'xml';
}

const credential = z.string().min(1);

/** Checks and reads the upstream's `auth` and `format`. */
export const settings: z.ZodType<HostTrackerSettings> = z.strictObject({
  auth: z
    .union([
      // It goes into a header as it is.
      z.strictObject({ token: z.string().regex(/^[\x21-\x7e]+$/, 'must be visible ASCII characters without blanks') }),
      z.strictObject({ login: credential, password: credential }),
    ])
    .describe('A ticket that does not expire, or the account that buys one.'),
  format: z.enum(['json', 'xml']).default('json').describe('How bodies are written and read.'),
});
