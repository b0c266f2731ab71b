import * as z from 'zod';

const auth = z
  .strictObject({
    username: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    // It becomes part of a header.
    token: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces')
      .optional(),
  })
  .refine(({ username, password, token }) => {
    const parts = [username, password].filter((part) => part !== undefined).length;
    return token === undefined ? parts === 2 : parts === 0;
  }, 'must be either { username, password } of an API user, or { token }')
  .describe('Either the user name and password of an API user, or a token.');

/** What a SerwerSMS upstream's config holds beyond the common keys. */
export const settings = z.strictObject({ auth });

export type Settings = z.infer<typeof settings>;
