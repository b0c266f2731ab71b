import * as z from 'zod';

const label = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const domain = new RegExp(`^${label}(\\.${label})+$`);

/** What a Hostway upstream's config holds besides the common keys. */
export const settings = z.strictObject({
  account: z
    .string()
    .regex(/^[\w@-][\w.@-]{0,99}$/, 'the name of an account: letters, digits, "_", "-", "." and "@"')
    .describe('The account whose address books are read.'),
  domains: z
    .array(z.string().toLowerCase().regex(domain, 'a mail domain, e.g. example.com'))
    .min(1)
    .refine((domains) => new Set(domains).size === domains.length, 'each domain once')
    .describe('Its mail domains. Each has an address book.'),
  auth: z
    .strictObject({
      // Basic authentication parts name and password at the first colon.
      username: z.string().regex(/^[^:\p{Cc}\p{Cs}]+$/u, 'a user name, without a colon'),
      password: z.string().regex(/^[^\p{Cc}\p{Cs}]+$/u, 'a password, without control characters'),
    })
    .describe('The account or a user of it.'),
});

export type Settings = z.infer<typeof settings>;
