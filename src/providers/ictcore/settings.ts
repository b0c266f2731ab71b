import * as z from 'zod';

const credential = z.string().regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must not be empty or hold control characters');

/** What an ICTCore upstream's config holds besides the common keys: a user to log in as, or a token. */
export const settings = z.strictObject({
  auth: z
    .union([
      z.strictObject({ username: credential, password: credential }),
      // It becomes part of two headers.
      z.strictObject({ token: z.string().regex(/^[\x21-\x7e]+$/, 'must be visible ASCII characters without blanks') }),
    ])
    .describe('A user of the installation, or a token.'),
});

export type Settings = z.infer<typeof settings>;
