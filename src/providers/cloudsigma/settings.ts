import * as z from 'zod';

/** What a CloudSigma upstream's config holds besides the common keys. */
export const settings = z.strictObject({
  auth: z
    .strictObject({
      // Basic authentication parts name and password at the first colon.
      username: z.string().regex(/^[^:\p{Cc}\p{Cs}]+$/u, 'an e-mail address or user name, without a colon'),
      password: z.string().regex(/^[^\p{Cc}\p{Cs}]+$/u, 'a password, without control characters'),
    })
    .describe('The account, as it signs in on the web.'),
});

export type Settings = z.infer<typeof settings>;
