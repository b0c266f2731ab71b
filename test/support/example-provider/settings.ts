import * as z from 'zod';

/** What an Example upstream's config holds besides the common keys. */
export const settings = z.strictObject({
  auth: z
    .strictObject({ username: z.string().min(1), password: z.string().min(1) })
    .describe('The account that logs in.'),
});

export type Settings = z.infer<typeof settings>;
